"""What is due for review."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ..model.handbook import Handbook


def due(root: Path, handbook: Handbook, today: date) -> Iterator[str]:
    """One line for each thing whose review no longer holds on a day."""
    for path, thing in handbook.reviews():
        if thing.due <= today:
            lines = (root / "docs" / "data" / path).read_text(encoding="utf-8").splitlines()
            line = next(number for number, text in enumerate(lines, 1) if text.startswith("reviewed:"))
            yield (f"docs/data/{path}:{line}: reviewed: was due for review on {thing.due}; the {thing.owner.en} reads it "
                   "through and sets `reviewed` to that day")
