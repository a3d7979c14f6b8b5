"""Working with colleagues abroad: time zones and the holidays of both calendars."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from .base import Aliases, Id, Record, Review, Text
from .offices import WorkingHours


class Apart(Record):
    """What holds for some places of a row only, such as which days are their weekend."""

    of: Text
    """The names of those places."""
    note: Text


class Place(Record):
    """Where colleagues or partners sit; the hours shared with us are worked out from its time zone."""

    id: Id
    name: Text
    time_zone: str
    """A name of the IANA time zone data, such as Europe/Berlin."""
    aliases: Aliases = Aliases()
    """Its country, its time and other names by which people look for it."""
    same_clock: tuple[Text, ...] = ()
    """Other places that keep the same time all year."""
    note: Text | None = None
    """What holds for every place of the row, those of `same_clock` too."""
    apart: tuple[Apart, ...] = ()
    elsewhere: Text | None = None
    """What stands instead of the note where head office is in another country than these texts are written from."""


class Holiday(Record):
    """A time when one side does not answer, and what to settle before."""

    id: Id
    name: Text
    aliases: Aliases = Aliases()
    calendar: Literal["lunar", "solar"]
    where: Text
    when: Text
    advice: Text
    elsewhere: Text | None = None
    """The same, instead of the advice."""


class WrittenFrom(Record):
    """Where head office is when `note` and `advice` are said."""

    country: str
    time_zone: str
    """By which it is known where the profile names no country."""


class Abroad(Review):
    """`docs/data/working-abroad.yml`."""

    places: tuple[Place, ...]
    holidays: tuple[Holiday, ...]
    written_from: WrittenFrom | None = None
    days_off: Mapping[str, str] = {}
    """What the handbook calls a day off, by what it is called where public holidays are listed."""

    def seen_from(self, head_office: WorkingHours) -> Abroad:
        """As it reads where head office is: without the places of its own clock, and with the texts for those elsewhere.

        Args:
            head_office: its hours, which say in what country it is.
        """
        home = self.written_from
        at_home = home is None or (
            head_office.country == home.country if head_office.country else head_office.time_zone == home.time_zone
        )
        places = [each for each in self.places if each.time_zone != head_office.time_zone]
        if at_home:
            return self.model_copy(update={"places": tuple(places)})
        return self.model_copy(
            update={
                "places": tuple(each.model_copy(update={"note": each.elsewhere or each.note}) for each in places),
                "holidays": tuple(
                    each.model_copy(update={"advice": each.elsewhere or each.advice}) for each in self.holidays
                ),
            }
        )
