"""Time zones exist, and working hours follow one another."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from ...errors import closest, nearest
from ...model.languages import ALL
from ...model.offices import OtherHours, WorkingHours
from ...reading.loaded import Loaded
from ...reading.source import Location

_CLOCKS = ("start", "break_start", "break_end", "end")
_LONGEST = 16 * 60
"""A day of work in minutes; longer ones are afternoons written by a clock of twelve hours."""
_LAST_YEAR = 2099
"""Up to which days of a company's own are reckoned with: all from now to the last of them are gone through."""


def check(loaded: Loaded) -> None:
    """Report time zones that nobody knows, and working hours in no order, of each office."""
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
    _check_clocks(loaded, place, hours)
    for number, other in enumerate(hours.other_hours):
        at = (*place, "other_hours", number)
        _check_clocks(loaded, at, hours, other)
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


def _check_clocks(loaded: Loaded, place: Location, hours: WorkingHours, other: OtherHours | None = None) -> None:
    """The clocks of a day follow one another, past midnight too, and leave some time to work in."""
    start, pause, again, end = minutes = hours.minutes(other)
    shown = dict(zip(_CLOCKS, hours.clocks(other), strict=True))
    said = "end" if other is None or other.end else "start"
    if end - start > _LONGEST:
        reason = (
            f"from '{shown['start']}' to '{shown['end']}' are {(end - start) // 60} hours, past midnight; a day of work has "
            f"{_LONGEST // 60} at most: write hours from 00 to 23, such as 18:00 for six in the evening"
        )
        loaded.fault("company.yml", (*place, said), reason)
        return
    for (earlier, before), (later, name) in itertools.pairwise(zip(minutes, _CLOCKS, strict=True)):
        if earlier > later:
            reason = f"'{shown[name]}' comes before {before}, '{shown[before]}'; put the two in order"
            loaded.fault("company.yml", (*place, name), reason)
    if start == pause and again == end:
        reason = "no time is left to work in; let the day begin before the break or end after it"
        loaded.fault("company.yml", (*place, "end"), reason)
    if start < hours.late:
        reason = (
            f"work begins at '{shown['start']}', while that of the day before may go on to "
            f"'{hours.late // 60:02d}:{hours.late % 60:02d}'; make it an office of its own under `offices`"
        )
        loaded.fault("company.yml", (*place, "start" if other is None or other.start else "end"), reason)


def _check_country(loaded: Loaded, place: Location, hours: WorkingHours) -> None:
    """Countries and parts of them have public holidays that are known."""
    if hours.country:
        import holidays  # takes a third of a second

        known = {name: parts for name, parts in holidays.list_supported_countries().items() if len(name) == 2}
        if hours.country not in known:
            reason = f"unknown country '{hours.country}'; write its ISO code; {_country_meant(hours.country, known)}"
            loaded.fault("company.yml", (*place, "country"), reason)
        elif hours.subdivision and hours.subdivision not in known[hours.country]:
            reason = f"unknown part of {hours.country}: '{hours.subdivision}'; "
            reason += _part_meant(hours.country, hours.subdivision, known[hours.country])
            loaded.fault("company.yml", (*place, "subdivision"), reason)
    elif hours.subdivision:
        reason = "is part of no country; write `country`, or delete it"
        loaded.fault("company.yml", (*place, "subdivision"), reason)


def _country_meant(name: str, known: Iterable[str]) -> str:
    """A hint at the country that is meant, which people call by its name in either language and the data by a code."""
    from babel import Locale

    named = {said.casefold(): code for each in ALL for code, said in Locale(each).territories.items() if code in known}
    close = closest(name.casefold(), named)
    return f"did you mean '{named[close]}'?" if close else nearest(name, known)


def _part_meant(country: str, name: str, known: list[str]) -> str:
    """A hint at the part of a country that is meant, which people call by its name and the data by a code."""
    import holidays

    if not known:
        return "leave it out"
    codes = getattr(holidays.country_holidays(country, years=[]), "subdivisions_aliases", {})
    close = closest(name, {*codes, *known})
    return f"did you mean '{codes.get(close, close)}'?" if close else nearest(name, known)


def _check_own_days(loaded: Loaded, place: Location, hours: WorkingHours) -> None:
    """Own days off and on stand in their order, in a year that can be meant, and none is both."""
    for name in ("free", "working"):
        for number, own in enumerate(getattr(hours, name)):
            if own.last and own.last < own.first:
                reason = f"'{own.last}' comes before first, '{own.first}'; put the two in order"
                loaded.fault("company.yml", (*place, name, number, "last"), reason)
            elif (day := own.last or own.first).year > _LAST_YEAR:
                reason = f"'{day}' is too far away to be meant; look at the year"
                loaded.fault("company.yml", (*place, name, number, "last" if own.last else "first"), reason)
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
        close = closest(zone, available_timezones())
        hint = (
            f"did you mean '{close}'?" if close else "write continent and city, such as Asia/Shanghai or Europe/Berlin"
        )
        loaded.fault(path, location, f"unknown time zone '{zone}'; {hint}")
