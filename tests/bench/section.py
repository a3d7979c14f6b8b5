"""What a measurement hands back: its part of BENCHMARKS.md, and what falls short of a goal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Section:
    """One part of the report."""

    title: str
    text: str
    """What was measured, how, against which goals, and the figures: Markdown below the title."""
    shortfalls: Sequence[str] = ()
    """One sentence for each goal that is not reached; none where all are."""


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *rows))
