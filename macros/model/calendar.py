"""What of a form goes into a calendar: what it is about, and what falls due; never what is only recorded."""

from __future__ import annotations

from typing import Any

from pydantic import model_validator

from .base import Id, Record, Text
from .durations import Duration


class Happening(Record):
    """What a form is about, where that has a beginning and an end: one event."""

    begins: Id
    ends: Id
    called: Text | None = None
    """What stands before the matter in a calendar, such as “Meeting”; without it, the title of the form."""
    whole_days: bool = False
    """Whether it stands there as the whole days between the two, such as an absence."""


class Due(Record):
    """A field by which something falls due; in a file the id of the field, where nothing else is to be said."""

    at: Id
    remind: Duration | None = None
    """How long before; without it an hour, or on the morning of a day."""

    @model_validator(mode="before")
    @classmethod
    def _from_id(cls, value: Any) -> Any:
        return {"at": value} if isinstance(value, str) else value


class Done(Record):
    """What says that a row is settled: a tick, or the answer of a choice."""

    column: Id
    option: Id | None = None


class DueRows(Record):
    """The column by which the rows of a table fall due."""

    at: Id
    says: Id | None = None
    """The column that says what is due; without it, the first in words of one's own."""
    done: Done | None = None
    remind_on: Id | None = None
    """The column that says when to remind of it."""

    @model_validator(mode="before")
    @classmethod
    def _from_id(cls, value: Any) -> Any:
        return {"at": value} if isinstance(value, str) else value
