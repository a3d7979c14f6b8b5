"""What a company decides before it publishes the handbook as its own."""

from __future__ import annotations

from .base import Id, Record, Text


class Decision(Record):
    """One thing to decide."""

    id: Id
    where: str
    """The file or folder where it stands, below the project's root; of the company's own, as the sample has it."""
    what: Text


class Decisions(Record):
    """`docs/data/decisions.yml`."""

    decisions: tuple[Decision, ...]
