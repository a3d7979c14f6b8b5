"""What every call of a macro goes through: arguments that it does not have are a fault that names those it has, and
text that it gives is escaped for the page."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from ..errors import nearest
from .escaping import in_markdown


class MacroError(ValueError):
    """A macro was called with an argument that it cannot use; the text says which are right."""


def checked(method: Callable[..., str]) -> Callable[..., str]:
    """The macro, with arguments that it does not have turned into a fault that names those it has, and its text, unless
    it is HTML, escaped for Markdown."""
    signature = inspect.signature(method)

    @functools.wraps(method)
    def macro(*given: Any, **named: Any) -> str:
        wrong = [name for name in named if name not in signature.parameters]
        if wrong:
            raise MacroError(
                f"{method.__name__}() has no argument '{wrong[0]}'; {nearest(wrong[0], signature.parameters)}"
            )
        try:
            signature.bind(*given, **named)
        except TypeError as error:
            shown = ", ".join(signature.parameters) or "none"
            raise MacroError(f"{method.__name__}(): {error}; its arguments: {shown}") from None
        said = method(*given, **named)
        return said if isinstance(said, Markup) else in_markdown(said)

    return macro
