"""Working calendars in `handbook.json`: by which hours and days each office reckons."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from .. import addresses
from ..model.handbook import Handbook
from ..model.offices import Day, WorkingHours
from ..model.working_days import WEEK, table_of
from .contract_base import Both, BothAddresses, Id, Part
from .contract_words import both, url


class HoursPart(Part):
    """When people are at work, by the office's own clocks."""

    days: list[Day]
    start: str
    break_start: str
    break_end: str
    end: str
    """Before `start` where work goes on past midnight: that night is of the day on which it begins."""
    first: str | None = None
    """The first day of the season for which they hold, such as 06-01; the whole year where nothing is said."""
    last: str | None = None


class KnownPart(Part):
    """The first and the last day for which public holidays are known."""

    first: str
    last: str


class CalendarPart(Part):
    """An office with its hours, and what differs from the days of its week."""

    office: Id | None = None
    """Missing for head office, which comes first."""
    name: Both
    time_zone: str
    country: str | None = None
    subdivision: str | None = None
    hours: HoursPart
    other_hours: list[HoursPart]
    """On some days or in a season, of the days that are worked at all; where several hold, the last one counts."""
    known: KnownPart | None = None
    """Missing where the company names no country."""
    free: list[str]
    """Days off that the week would not have free."""
    worked: list[str]
    """Days worked that the week would have free, such as those that make up for a holiday."""
    url: BothAddresses
    """The same to subscribe to."""


def calendar_parts(handbook: Handbook, today: date) -> Iterator[CalendarPart]:
    """What the contract says of each office's calendar, from last year's beginning to as far as the data go."""
    for office, hours in handbook.company.calendars().items():
        table = table_of(hours, today)
        days = [[day.isoformat() for day in each] for each in (table.free, table.worked, table.known or ())]
        yield CalendarPart(
            office=office or None,
            name=both(handbook.company.offices[office].name if office else handbook.interface.texts["head_office"]),
            time_zone=hours.time_zone,
            country=hours.country,
            subdivision=hours.subdivision,
            hours=_usual(hours),
            other_hours=list(_others(hours)),
            known=KnownPart(first=days[2][0], last=days[2][1]) if table.known else None,
            free=days[0],
            worked=days[1],
            url=url(addresses.working_days, office),
        )


def _usual(hours: WorkingHours) -> HoursPart:
    start, pause, again, end = hours.clocks()
    return HoursPart(days=list(hours.days), start=start, break_start=pause, break_end=again, end=end)


def _others(hours: WorkingHours) -> Iterator[HoursPart]:
    for each in hours.other_hours:
        start, pause, again, end = hours.clocks(each)
        days = list(each.days or WEEK)
        season = {"first": each.first, "last": each.last}
        yield HoursPart(days=days, start=start, break_start=pause, break_end=again, end=end, **season)
