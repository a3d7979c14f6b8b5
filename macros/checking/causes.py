"""Faults all over the handbook that one line of the company brought about: told once, where that line stands."""

from __future__ import annotations

from collections.abc import Callable

from ..errors import Fault, Faults
from ..reading.loaded import Loaded

_SHOWN = 3
"""How many of the places are named."""


def tell_first(loaded: Loaded, read_without: Callable[[frozenset[str]], Loaded]) -> None:
    """Put the cause in the place of the faults that are gone without a list that the company made shorter.

    Args:
        loaded: what was read, with its faults.
        read_without: reads the same again, with some of the paths under `set` passed over.
    """
    causes: list[Fault] = []
    for path, way_out in loaded.laid.shortened.items():
        if not loaded.faults:
            break
        others = set(read_without(frozenset([path])).faults)
        brought = [fault for fault in loaded.faults if fault not in others and not _stands_at(fault, path)]
        if len(brought) > 1:
            loaded.faults = Faults({fault for fault in loaded.faults if fault not in brought})
            causes.append(Fault(*loaded.laid.changes.place("set", path), f"set.{path}", _message(brought, way_out)))
    for cause in causes:
        loaded.faults.add(cause.path, cause.line, cause.field, cause.message)


def _stands_at(fault: Fault, path: str) -> bool:
    """Whether a fault is told at that line already."""
    return fault.field.startswith(f"set.{path}")


def _message(brought: list[Fault], way_out: str) -> str:
    named = "; ".join(f"{fault.path}:{fault.line}: {fault.field}: {fault.message}" for fault in brought[:_SHOWN])
    count = f"with this, {len(brought)} places that need what was in the list are not as they must be"
    advice = f"leave entries out one by one under leave_out, such as `{way_out}`, or delete this line"
    return f"{count}; {advice}; the first of them: {named}"
