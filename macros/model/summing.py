"""What is reckoned from the rows of a table: a field that is their sum, and what they are held against."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

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


class Lasting(Record):
    """Minutes in the rows of a table that are to fill the time between two answers."""

    table: Id
    adds: Id
    """The column with the minutes."""
    besides: Annotated[int, Field(ge=1)]
    """The minutes that stand in no row, such as those for closing."""
    begins: Id
    ends: Id


class Repricing(Record):
    """A price that is to be the one of before, with what it changed by."""

    field: Id
    changed_by: Id
    """The field with the difference."""
    table: Id
    before: Id
    """The column that says, in words, what was agreed before."""
    kind: Id
    """The column of choices that says what a row is about."""
    option: Id
    """The answer there of rows about the price."""
