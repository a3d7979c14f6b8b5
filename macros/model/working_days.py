"""Which days people work: the days of the week, public holidays with the working days that make up for them, and the
company's own days. The browser reckons with the same table (`table_of`)."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .languages import Language
    from .offices import Day, WorkingHours

WEEK: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_A_DAY = timedelta(days=1)
_AHEAD = 2
"""How many years after this one the table reaches, as far as the days follow from a law and end nowhere."""
_WRITTEN_OUT = 2
"""A year has its public holidays written by hand where it has more days off than one in so many of the year before: holidays fall on
weekends now and then, and a week at the end of a year is no calendar."""
_STILL = 2025
"""Who has moved no working day in this year or later has given it up."""
_ENGLISH, _CHINESE = "en_US", "zh_CN"


@dataclass(frozen=True)
class Table:
    """What differs from the days of the week, as far as public holidays are known."""

    free: tuple[date, ...]
    """Days on which nobody works though it is a day for it."""
    worked: tuple[date, ...]
    """Days on which people work though the week has them free."""
    expected: tuple[date, ...]
    """Days off by law beyond those that are known: what is announced later moves other days around them."""
    known: tuple[date, date] | None
    """The first and the last day for which public holidays are known; None where the profile names no country."""


@dataclass(frozen=True)
class FreeTime:
    """Days in a row on which nobody works, at least one of which the week would not have free."""

    first: date
    last: date


def works_on(hours: WorkingHours, day: date) -> bool:
    """Whether people work on a day; what the company says of its own days goes before public holidays. Of a year whose days are
    not announced yet, the law's own days off are."""
    own = _of_the_company(hours, day)
    if own is None and hours.country:
        public = _public(hours.country, hours.subdivision, day.year)
        return day in public.worked or (day not in public.free and _of_the_week(hours, day))
    return _of_the_week(hours, day) if own is None else own


def next_working_day(hours: WorkingHours, day: date) -> date:
    """The first working day after a day."""
    day += _A_DAY
    while not works_on(hours, day):
        day += _A_DAY
    return day


def table_of(hours: WorkingHours, today: date) -> Table:
    """The table with which all reckon, from the beginning of last year to as far as the data go."""
    first, last = date(today.year - 1, 1, 1), _last_day(hours, today)
    own = [period.last or period.first for period in (*hours.free, *hours.working)]
    reached = max([last, date(today.year + _AHEAD, 12, 31), *own])
    different = [day for day in _days(first, reached) if works_on(hours, day) is not _of_the_week(hours, day)]
    told = [day for day in different if day <= last or _of_the_company(hours, day) is not None]
    return Table(
        free=tuple(day for day in told if _of_the_week(hours, day)),
        worked=tuple(day for day in told if not _of_the_week(hours, day)),
        expected=tuple(day for day in different if day not in told),
        known=(first, last) if hours.country else None,
    )


def free_times(hours: WorkingHours, table: Table) -> Iterator[FreeTime]:
    """The days off of a table, each time with the weekends beside it."""
    reached = date.min
    for day in table.free:
        if day > reached:
            first = reached = day
            while not works_on(hours, first - _A_DAY):
                first -= _A_DAY
            while not works_on(hours, reached + _A_DAY):
                reached += _A_DAY
            yield FreeTime(first, reached)


def name_of(hours: WorkingHours, day: date, language: Language) -> str:
    """What a day off is called, in a language; blank where no day has a name, or where it is a make-up for another."""
    for own in hours.free:
        if own.first <= day <= (own.last or own.first):
            return own.name[language]
    if not hours.country:
        return ""
    return _public(hours.country, hours.subdivision, day.year, language).names.get(day, "")


@functools.cache
def last_year(country: str) -> int:
    """The last year for which public holidays are known.

    A country that moves working days says so a year ahead; without it, the days of a later year would be a guess.
    """
    found: Any = _calendar(country, None, _STILL)
    moved = [
        year
        for year, days in getattr(found, "special_public_holidays", {}).items()
        if isinstance(days, tuple) and any(isinstance(each, tuple) and len(each) >= 4 for each in days)
    ]
    end: int = found.end_year
    return max(moved) if max(moved, default=0) >= _STILL else end


@dataclass(frozen=True)
class _Public:
    free: frozenset[date]
    worked: frozenset[date]
    names: dict[date, str]


@functools.cache
def _public(country: str, subdivision: str | None, year: int, language: Language = "en") -> _Public:
    """The public holidays of a year. What moves days into the year before stands with the year after."""
    found = _calendar(country, subdivision, year, language)
    days = {day: name for day, name in found.items() if day.year == year}
    worked = frozenset(day for day in found.weekend_workdays or () if day.year == year)
    return _Public(frozenset(days), worked, days)


def _calendar(country: str, subdivision: str | None, year: int, language: Language = "en") -> Any:
    import holidays  # takes a third of a second, which only who asks for a day pays

    years = [year, year + 1] if year + 1 < date.max.year else [year]
    known = holidays.country_holidays(country, subdiv=subdivision, years=[])
    wanted = _CHINESE if language == "zh" else _ENGLISH
    spoken = wanted if wanted in known.supported_languages else None
    return holidays.country_holidays(country, subdiv=subdivision, years=years, expand=False, language=spoken)


def _last_day(hours: WorkingHours, today: date) -> date:
    year = today.year + _AHEAD
    if hours.country:
        end = last_year(hours.country)
        year = min(year, end)
        while year >= end and _days_off(hours, year + 1) * _WRITTEN_OUT > _days_off(hours, year) > 0:
            year += 1
    return date(year, 12, 31)


def _days_off(hours: WorkingHours, year: int) -> int:
    """How many days of a year are free though the week has people work on them, as announced or as the company says."""
    days = _days(date(year, 1, 1), date(year, 12, 31)) if year <= date.max.year else ()
    announced = not hours.country or year <= last_year(hours.country)
    return sum(
        _of_the_week(hours, day) and (not works_on(hours, day) if announced else _of_the_company(hours, day) is False)
        for day in days
    )


def _of_the_company(hours: WorkingHours, day: date) -> bool | None:
    """Whether the company itself says that people work on a day; None where it says nothing."""
    for periods, works in ((hours.working, True), (hours.free, False)):
        if any(own.first <= day <= (own.last or own.first) for own in periods):
            return works
    return None


def _of_the_week(hours: WorkingHours, day: date) -> bool:
    return WEEK[day.weekday()] in hours.days


def _days(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += _A_DAY
