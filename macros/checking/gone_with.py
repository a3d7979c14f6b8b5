"""What else went with what a company leaves out, in a line for each."""

from __future__ import annotations

from collections.abc import Iterator

from ..reading.layer.laid import Laid

_SHOWN = 3
"""Files that a line names, where there are many."""


def notices(laid: Laid) -> Iterator[str]:
    """One line for each entry of `leave_out`: how many places went with it, and in which files."""
    by_entry: dict[str, list[str]] = {}
    for each in laid.dropped:
        by_entry.setdefault(each.entry, []).append(each.file)
    for entry, places in by_entry.items():
        files = list(dict.fromkeys(places))
        shown = ", ".join(files if len(files) <= _SHOWN + 1 else files[:_SHOWN])
        others = f" and {len(files) - _SHOWN} other files" if len(files) > _SHOWN + 1 else ""
        yield f"{entry}: places that went with it: {len(places)}, in {shown}{others}"
