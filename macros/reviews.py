"""What is due for review."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from .model.handbook import Handbook


def due(handbook: Handbook, today: date) -> Iterator[str]:
    """One line for each thing whose review no longer holds on a day."""
    for path, thing in handbook.reviews():
        if thing.due <= today:
            yield (f"docs/data/{path}:1: reviewed: was due for review on {thing.due}; the {thing.owner.en} reads it "
                   "through and sets `reviewed` to that day")
