"""Time zones exist, and working hours follow one another."""

from __future__ import annotations

import itertools
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from ...errors import nearest
from ...model.offices import WorkingHours
from ...reading.loaded import Loaded
from ...reading.source import Location

_CLOCKS = ("start", "break_start", "break_end", "end")


def check(loaded: Loaded) -> None:
    """Report time zones that nobody knows, and working hours that end before they begin, of each office."""
    if company := loaded.records.get("company.yml"):
        _check_hours(loaded, ("working_hours",), company.working_hours)
        for office, record in company.offices.items():
            _check_hours(loaded, ("offices", office, "working_hours"), record.working_hours)
    if abroad := loaded.records.get("working-abroad.yml"):
        for number, place in enumerate(abroad.places):
            _check_zone(loaded, "working-abroad.yml", ("places", number, "time_zone"), place.time_zone)


def _check_hours(loaded: Loaded, place: Location, hours: WorkingHours) -> None:
    _check_zone(loaded, "company.yml", (*place, "time_zone"), hours.time_zone)
    _check_country(loaded, place, hours)
    _check_own_days(loaded, place, hours)
    if not hours.days:
        loaded.fault("company.yml", (*place, "days"), "the list is empty; name a day, such as mon")
    _check_clocks(loaded, place, hours.clocks())
    for number, other in enumerate(hours.other_hours):
        at = (*place, "other_hours", number)
        start, *_, end = clocks = hours.clocks(other)
        if start > end:  # before which a break that is as usual cannot end either
            reason = f"'{end}' comes before start, '{start}'; put the two in order, without hours past midnight"
            loaded.fault("company.yml", (*at, "end" if other.end else "start"), reason)
        else:
            _check_clocks(loaded, at, clocks)
        if bool(other.first) is not bool(other.last):
            lacking, there = ("last", "first") if other.first else ("first", "last")
            loaded.fault(
                "company.yml", (*at, there), f"a season needs its first and its last day; write `{lacking}` too"
            )
        if not other.days and not other.first:
            loaded.fault("company.yml", at, "hold always; name their days, or the first and last day of their season")
        if days := [day for day in other.days if day not in hours.days]:
            loaded.fault(
                "company.yml", (*at, "days"), f"'{days[0]}' is no working day; name one of `days`, or add it there"
            )


def _check_clocks(loaded: Loaded, place: Location, clocks: tuple[str, str, str, str]) -> None:
    """The clocks of a day follow one another, and leave some time to work in."""
    for (_, earlier), (name, later) in itertools.pairwise(zip(_CLOCKS, clocks, strict=True)):
        if earlier > later:
            before = _CLOCKS[_CLOCKS.index(name) - 1]
            reason = f"'{later}' comes before {before}, '{earlier}'; put the two in order"
            loaded.fault("company.yml", (*place, name), reason)
    start, pause, again, end = clocks
    if start == pause and again == end:
        reason = "no time is left to work in; let the day begin before the break or end after it"
        loaded.fault("company.yml", (*place, "end"), reason)


def _check_country(loaded: Loaded, place: Location, hours: WorkingHours) -> None:
    """Countries and parts of them have public holidays that are known."""
    if hours.country:
        import holidays  # takes a third of a second

        known = {name: parts for name, parts in holidays.list_supported_countries().items() if len(name) == 2}
        if hours.country not in known:
            reason = f"unknown country '{hours.country}'; write its ISO code; {nearest(hours.country, known)}"
            loaded.fault("company.yml", (*place, "country"), reason)
        elif hours.subdivision and hours.subdivision not in known[hours.country]:
            reason = f"unknown part of {hours.country}: '{hours.subdivision}'; "
            reason += nearest(hours.subdivision, known[hours.country]) if known[hours.country] else "leave it out"
            loaded.fault("company.yml", (*place, "subdivision"), reason)
    elif hours.subdivision:
        reason = "is part of no country; write `country`, or delete it"
        loaded.fault("company.yml", (*place, "subdivision"), reason)


def _check_own_days(loaded: Loaded, place: Location, hours: WorkingHours) -> None:
    """Own days off and on stand in their order, and none is both."""
    for name in ("free", "working"):
        for number, own in enumerate(getattr(hours, name)):
            if own.last and own.last < own.first:
                reason = f"'{own.last}' comes before first, '{own.first}'; put the two in order"
                loaded.fault("company.yml", (*place, name, number, "last"), reason)
    for number, worked in enumerate(hours.working):
        for other, free in enumerate(hours.free):
            day = max(worked.first, free.first)
            if day <= min(worked.last or worked.first, free.last or free.first):
                reason = f"{day} is a day off in free[{other}] as well; take it out of one of the two"
                loaded.fault("company.yml", (*place, "working", number), reason)


def _check_zone(loaded: Loaded, path: str, location: Location, zone: str) -> None:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        loaded.fault(path, location, f"unknown time zone '{zone}'; {nearest(zone, available_timezones())}")
