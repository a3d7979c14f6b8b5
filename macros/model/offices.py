"""When people are at work: the hours of head office and of the company's other offices, each with its calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from .base import Date, Record, Text
from .durations import minutes_of
from .site import Emergency

Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def _clock(value: object) -> object:
    if isinstance(value, int | float):
        raise ValueError(
            'write a time of day in double quotes, with a colon and two digits on each side, such as "08:30"'
        )
    return f"0{value}" if isinstance(value, str) and _ONE_DIGIT.fullmatch(value) else value


_ONE_DIGIT = re.compile(r"\d:[0-5]\d")
"""8:30, which can only mean 08:30; of 8.30, nobody can be sure what is meant."""
Clock = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$", examples=["08:30"]), BeforeValidator(_clock)]
"""A time of day, 00:00 to 23:59."""
DayOfYear = Annotated[str, Field(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$", examples=["06-01"])]
"""A day of every year, month first: 06-01."""
A_DAY = 24 * 60
"""Its minutes."""


def _each_once(value: tuple[Day, ...]) -> tuple[Day, ...]:
    if twice := next((day for day in value if value.count(day) > 1), None):
        raise ValueError(f"'{twice}' stands here twice; delete one")
    return value


Days = Annotated[tuple[Day, ...], AfterValidator(_each_once)]
"""Days of the week, as mon or fri."""


class OwnDays(Record):
    """Days on which the company's calendar differs from the public one: a day, or all from the first to the last."""

    first: Date
    last: Date | None = None
    name: Text
    """Why: a company holiday, stocktaking."""


class OtherHours(Record):
    """Hours unlike the usual ones, on some days of the week, in a season, or both; what is not said is as usual."""

    days: Days = ()
    """The days of the week for which they hold; all, where none is named."""
    first: DayOfYear | None = None
    """The first day of the season, such as 06-01."""
    last: DayOfYear | None = None
    """Its last day; a season may go over the end of the year."""
    start: Clock | None = None
    end: Clock | None = None
    break_start: Clock | None = None
    break_end: Clock | None = None

    def hold_on(self, day_of_week: Day, day: date) -> bool:
        """Whether they hold on a day."""
        if self.days and day_of_week not in self.days:
            return False
        if not self.first or not self.last:
            return True
        written = f"{day:%m-%d}"
        if self.first <= self.last:
            return self.first <= written <= self.last
        return written >= self.first or written <= self.last


class WorkingHours(Record):
    """When people are expected to answer; durations on the working clock count only these hours."""

    days: Days
    start: Clock
    end: Clock
    """Before `start` where work goes on past midnight: that night is of the day on which it begins."""
    break_start: Clock
    break_end: Clock
    other_hours: tuple[OtherHours, ...] = ()
    """Days and seasons with other hours; where several hold, the last one counts."""
    time_zone: str
    """A name of the IANA time zone data, such as Asia/Shanghai."""
    country: str | None = None
    """Whose public holidays are free, by its ISO 3166 code, such as CN or DE; days that make up for them are worked."""
    subdivision: str | None = None
    """A part of the country with holidays of its own, such as BY for Bavaria."""
    free: tuple[OwnDays, ...] = ()
    """The company's own days off."""
    working: tuple[OwnDays, ...] = ()
    """Days on which the company works although it is a weekend or a public holiday."""

    def any_week(self) -> WorkingHours:
        """The same hours in a week without a holiday, in no season."""
        usual = tuple(other for other in self.other_hours if not other.first)
        return self.model_copy(update={"country": None, "free": (), "working": (), "other_hours": usual})

    def minutes(self, other: OtherHours | None = None) -> tuple[int, int, int, int]:
        """When the day begins, the break begins and ends, the day ends, in minutes from midnight: as usual, or with other
        hours. What comes after the next midnight is more than a day.

        A break of which the other hours say nothing ends with the day at the latest, and begins no sooner than it.
        """
        start, end = minutes_of((other and other.start) or self.start), minutes_of((other and other.end) or self.end)
        end += A_DAY if end < start else 0
        usual = minutes_of(self.break_start), minutes_of(self.break_end)
        pause, again = (_within(clock, start, end) for clock in usual)
        if other is None or other.break_start:
            pause = _after(minutes_of((other and other.break_start) or self.break_start), start, end)
        if other is None or other.break_end:
            again = _after(minutes_of((other and other.break_end) or self.break_end), start, end)
        return start, pause, again, end

    def clocks(self, other: OtherHours | None = None) -> tuple[str, str, str, str]:
        """The same as clocks show it."""
        start, pause, again, end = (f"{at // 60 % 24:02d}:{at % 60:02d}" for at in self.minutes(other))
        return start, pause, again, end

    @property
    def late(self) -> int:
        """How many minutes after midnight the longest night of work ends, 0 where none does: until then it is the day before."""
        return max(0, *(end - A_DAY for *_, end in self.every_minutes()))

    def every_minutes(self) -> Iterator[tuple[int, int, int, int]]:
        """The `minutes` of a usual day, and of those with other hours."""
        yield self.minutes()
        yield from map(self.minutes, self.other_hours)


def _after(clock: int, start: int, end: int) -> int:
    """A time of day that belongs to a day of work: past midnight where that goes on past it."""
    return clock + A_DAY if end > A_DAY and clock < start else clock


def _within(clock: int, start: int, end: int) -> int:
    """A time of day, or that end of a day of work which is nearer to it."""
    after = _after(clock, start, end)
    before_it = after != clock and start - clock < after - end
    return start if before_it else min(max(after, start), end)


class Office(Record):
    """An office besides head office."""

    name: Text
    working_hours: WorkingHours
    emergency: Emergency | None = None
    """The public numbers there, where they are others than at head office."""
