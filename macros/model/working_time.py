"""The working clock: when a time is up that counts working hours only."""

from __future__ import annotations

from dataclasses import dataclass

from .base import duration_parts
from .company import WorkingHours
from .response_times import ClockKind

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = 24 * 60


@dataclass(frozen=True)
class Moment:
    """A time of day on a day, counted from the Monday of some week, as minutes; weeks have no holidays here."""

    day: int
    minute: int

    @property
    def weekday(self) -> str:
        """The day of the week: mon, tue, …"""
        return WEEK[self.day % 7]

    @property
    def clock(self) -> str:
        """The time of day, such as 09:30."""
        return f"{self.minute // 60:02d}:{self.minute % 60:02d}"


def moment(weekday: str, clock: str) -> Moment:
    """The moment on a day of the first week: `moment("fri", "17:30")`."""
    return Moment(WEEK.index(weekday), minutes_of(clock))


def minutes_of(clock: str) -> int:
    """A time of day in minutes from midnight."""
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


def due(hours: WorkingHours, sent: Moment, duration: str, clock: ClockKind) -> Moment:
    """When the time for an answer is up.

    Whole days lead to the same time of day so many working days later; hours and minutes are taken from the time at
    work. What is sent outside of it counts from when work next begins.
    """
    parts = duration_parts(duration)
    sent = Moment(sent.day + 7 * parts.get("weeks", 0), sent.minute)
    days = parts.get("days", 0)
    minutes = 60 * parts.get("hours", 0) + parts.get("minutes", 0)
    if clock == "calendar":
        total = sent.minute + minutes
        return Moment(sent.day + days + total // _DAY, total % _DAY)
    at = _begin(hours, sent)
    for _ in range(days):
        at = Moment(_next_working_day(hours, at.day), at.minute)
    while minutes:
        end = next(end for start, end in spans(hours) if start <= at.minute < end)
        if minutes <= end - at.minute:
            return Moment(at.day, at.minute + minutes)
        minutes -= end - at.minute
        at = _begin(hours, Moment(at.day, end))
    return at


def spans(hours: WorkingHours) -> tuple[tuple[int, int], ...]:
    """The stretches of a working day, before and after the break."""
    start, pause, again, end = map(minutes_of, (hours.start, hours.break_start, hours.break_end, hours.end))
    return tuple(span for span in ((start, pause), (again, end)) if span[0] < span[1])


def _begin(hours: WorkingHours, at: Moment) -> Moment:
    """The moment itself while people work, else when they next do."""
    if at.weekday in hours.days:
        for start, end in spans(hours):
            if at.minute < end:
                return Moment(at.day, max(at.minute, start))
    return Moment(_next_working_day(hours, at.day), spans(hours)[0][0])


def _next_working_day(hours: WorkingHours, day: int) -> int:
    return next(later for later in range(day + 1, day + 8) if WEEK[later % 7] in hours.days)
