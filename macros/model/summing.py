"""What is reckoned from the rows of a table: a field that a workbook adds up by itself."""

from __future__ import annotations

from .base import Id, Record


class Sum(Record):
    """A field that holds the sum over the rows of a table."""

    field: Id
    table: Id
    adds: Id
    """The column that is added."""
    times: Id | None = None
    """The column by which each row multiplies it first."""
    takes: Id | None = None
    """The column that is taken off."""
    begins: Id | None = None
    """The field with what there was before."""
