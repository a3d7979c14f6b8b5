"""Working with colleagues abroad: time zones and the holidays of both calendars."""

from __future__ import annotations

from typing import Literal

from .base import Id, Record, Review, Text


class Place(Record):
    """Where colleagues or partners sit; the hours shared with us are worked out from its time zone."""

    id: Id
    name: Text
    time_zone: str
    """A name of the IANA time zone data, such as Europe/Berlin."""
    note: Text


class Holiday(Record):
    """A time when one side does not answer, and what to settle before."""

    id: Id
    name: Text
    calendar: Literal["lunar", "solar"]
    where: Text
    when: Text
    advice: Text


class Abroad(Review):
    """`docs/data/working-abroad.yml`."""

    places: tuple[Place, ...]
    holidays: tuple[Holiday, ...]
