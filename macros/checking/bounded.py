"""What a page may work out: no more than a page can hold, so that a slip of the pen stops no computer."""

from __future__ import annotations

import re
from collections.abc import Callable, Sized
from types import BuiltinMethodType
from typing import Any

from jinja2.runtime import Context, Undefined
from jinja2.sandbox import SandboxedEnvironment
from jinja2.utils import generate_lorem_ipsum

from ..pages.arguments import MacroError

MOST = 10_000
"""How many numbers, repetitions or places a page may ask for, all its `range(…)` together."""
_MOST_BITS = 1_000
_WIDE = re.compile(r"%[^%A-Za-z]*(?:\d{5}|\*)|\{[^{}]*:[^{}]*(?:\d{5}|\{)")
"""A place in a text that is to be very wide, such as `%99999d` or `{:99999}`; or as wide as a value says."""
_ASKING_FOR_ROOM = ("center", "indent", "batch", "slice")
"""Filters that fill up, or repeat, as often as they are told."""


class Numbers:
    """`range` for one rendering of a page; loops within loops count as often as they run."""

    def __init__(self) -> None:
        self._left = MOST

    def __call__(self, *given: int) -> range:
        """The numbers asked for, unless they are too many."""
        numbers = range(*given)
        try:
            self._left -= len(numbers)
        except OverflowError:  # more than Python itself can count
            self._left = -1
        if self._left < 0:
            raise MacroError(f"range(…) counts too far; all on a page together may count to {MOST:,}")
        return numbers


class BoundedEnvironment(SandboxedEnvironment):
    """Renders pages: what they name is looked at and called, and nothing behind it that Python keeps for itself."""

    intercepted_binops = frozenset(["*", "**", "%"])

    def __init__(self, **given: Any):
        super().__init__(**given)
        self.globals["range"] = Numbers()  # of a page, each rendering has its own
        for name in _ASKING_FOR_ROOM:
            self.filters[name] = _bounded_filter(self.filters[name], _hold_back)
        self.filters["format"] = _bounded_filter(self.filters["format"], lambda text, *_: _hold_in(text))

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        """Call what a page calls; methods of texts and lists are told no number too large. The names are Jinja's own."""
        method = getattr(__obj, "__wrapped__", __obj)
        if isinstance(method, BuiltinMethodType) and method.__name__ in ("format", "format_map"):
            _hold_in(method.__self__)
        elif isinstance(method, BuiltinMethodType) or __obj is generate_lorem_ipsum:
            _hold_back(*args, *kwargs.values())
        return super().call(__context, __obj, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Reckon, unless what comes of it is too large."""
        if _too_much(operator, left, right):
            raise MacroError(f"'{operator}' makes more here than a page can hold; take smaller numbers")
        return super().call_binop(context, operator, left, right)

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:
        """What Python keeps for itself is no part of a page."""
        raise MacroError(f"'{attribute}' is nothing that a page can use; take it out")


def _bounded_filter(filtered: Any, hold: Callable[..., None]) -> Any:
    def bounded(*given: Any, **named: Any) -> Any:
        hold(*given, *named.values())
        return filtered(*given, **named)

    bounded.__dict__.update(filtered.__dict__)  # what the filter asks of Jinja, such as its environment
    return bounded


def _hold_back(*given: Any) -> None:
    """Raise where a number stands among what is given that no text needs."""
    if any(isinstance(each, int) and abs(each) > MOST for each in given):
        raise MacroError(f"a number is too large here; the largest is {MOST:,}")


def _hold_in(text: Any) -> None:
    """Raise where a text would have one of its places filled up beyond what a page can hold."""
    if _WIDE.search(str(text)):
        raise MacroError("a place in this text is too wide; write how wide it is to be with four digits at most")


def _too_much(operator: str, left: Any, right: Any) -> bool:
    if operator == "%":
        return isinstance(left, str) and bool(_WIDE.search(left))
    if isinstance(left, int) and isinstance(right, int):
        size = abs(right) if operator == "**" else 1
        return max(left.bit_length(), 1) * size > _MOST_BITS or right.bit_length() > _MOST_BITS
    if operator == "*":
        text, times = (right, left) if isinstance(left, int) else (left, right)
        return isinstance(text, Sized) and isinstance(times, int) and len(text) * times > MOST
    return False
