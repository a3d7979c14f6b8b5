"""Durations: how they are written (ISO 8601), and when one that began at some time is over.

`overrides/shared/durations.js` reckons the same in the browser; both are held to the cases in `tests/durations.json`.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator

from .working_days import WEEK, next_working_day, works_on

if TYPE_CHECKING:
    from .offices import OtherHours, WorkingHours

ClockKind = Literal["working", "calendar"]
"""Whether a time counts working hours only, or every hour of the day."""

_A_MONDAY = datetime(2024, 1, 1)
"""Begins the week on which moments without a date stand; no clock changes near it."""
_Day = TypeVar("_Day", bound=date)

_DURATION = re.compile(
    r"P(?=[0-9T])(?:(?P<years>[0-9]{1,3})Y)?(?:(?P<months>[0-9]{1,4})M)?(?:(?P<weeks>[0-9]{1,4})W)?"
    r"(?:(?P<days>[0-9]{1,4})D)?(?:T(?=[0-9])(?:(?P<hours>[0-9]{1,4})H)?(?:(?P<minutes>[0-9]{1,4})M)?)?"
)


def duration_parts(value: str) -> dict[str, int]:
    """The parts of an ISO 8601 duration that are not zero, largest first: `P1DT2H` → `{"days": 1, "hours": 2}`.

    Raises:
        ValueError: for what is no such duration.
    """
    match = _DURATION.fullmatch(value)
    if not match:
        raise ValueError(f"not an ISO 8601 duration: {value}")
    return {unit: int(number) for unit, number in match.groupdict().items() if number and int(number)}


def _duration(value: Any) -> Any:
    if not isinstance(value, str) or not _DURATION.fullmatch(value):
        raise ValueError(
            "write an ISO 8601 duration: PT30M is 30 minutes, PT4H 4 hours, P2D 2 days, P6M 6 months, P1Y a year"
        )
    if not duration_parts(value):
        raise ValueError("a duration must be longer than nothing; PT30M is 30 minutes, P2D 2 days")
    return value


Duration = Annotated[str, BeforeValidator(_duration)]
"""An ISO 8601 duration such as `PT4H`; years to minutes."""


def whole_days(value: str) -> bool:
    """Whether a duration is one of days or more, without hours or minutes."""
    return not duration_parts(value).keys() & {"hours", "minutes"}


def _whole_days(value: str) -> str:
    if not whole_days(value):
        raise ValueError("is counted in days; write whole days or more, such as P30D or P6M")
    return value


WholeDays = Annotated[Duration, AfterValidator(_whole_days)]
"""A duration of days or more, such as `P30D`."""


def day_after(day: date, duration: str) -> date:
    """The day that comes a duration after another; hours and minutes count for nothing. A month without that day ends
    before it, and what no calendar reaches is its last day."""
    parts = duration_parts(duration)
    try:
        return _months_later(day, parts) + timedelta(weeks=parts.get("weeks", 0), days=parts.get("days", 0))
    except (OverflowError, ValueError):
        return date.max


def due_at(start: datetime, duration: str, clock: ClockKind, hours: WorkingHours) -> datetime:
    """When a duration is over that began at some instant.

    Years, months, weeks and days lead to the same time of day by the clocks of the company's zone, wherever the reader
    is; a month without that day ends before it, a time that does not exist on that day moves forward, of one that comes
    twice it is the first. On the calendar, hours and minutes are real ones, also across a change of the clocks. On the
    working clock, days are working days, hours and minutes those at work, and what begins outside of them counts from
    when work next begins.

    Args:
        start: an aware time.
        duration: ISO 8601.
        clock: what counts.
        hours: the company's; they say the zone also where every hour counts.
    """
    zone, parts = ZoneInfo(hours.time_zone), duration_parts(duration)
    wall = _months_later(start.astimezone(zone).replace(tzinfo=None), parts) + timedelta(weeks=parts.get("weeks", 0))
    if clock == "working":
        return _at_work(wall, parts, hours).replace(tzinfo=zone).astimezone(UTC)
    wall += timedelta(days=parts.get("days", 0))
    # By UTC, because Python adds to an aware time what the clock on the wall would show.
    return wall.replace(tzinfo=zone).astimezone(UTC) + _time_of(parts)


def moment(weekday: str, clock: str) -> datetime:
    """A time of day on a day of a week without a date: `moment("fri", "17:30")`."""
    return _A_MONDAY + timedelta(days=WEEK.index(weekday), minutes=minutes_of(clock))


def due_in_the_week(hours: WorkingHours, sent: datetime, duration: str, clock: ClockKind) -> datetime:
    """When the time for an answer is up.

    Args:
        hours: by whose clock and days it counts.
        sent: from when, a `moment`, which has no date.
        duration: how long it is.
        clock: whether only working hours count.

    Raises:
        ValueError: for a time in months or years, which leads to a date and to no day of the week.
    """
    if duration_parts(duration).keys() & {"years", "months"}:
        raise ValueError(f"{duration} leads to a date, which no day of the week tells")
    zone, hours = ZoneInfo(hours.time_zone), hours.any_week()
    return due_at(sent.replace(tzinfo=zone), duration, clock, hours).astimezone(zone)


def minutes_of(clock: str) -> int:
    """A time of day in minutes from midnight."""
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


def spans(hours: WorkingHours, other: OtherHours | None = None) -> tuple[tuple[int, int], ...]:
    """The stretches of a working day, before and after the break, in minutes from its midnight, also past the next one;
    the usual ones, or with other hours."""
    start, pause, again, end = hours.minutes(other)
    return tuple(span for span in ((start, pause), (again, end)) if span[0] < span[1])


def rank(duration: str, clock: ClockKind, hours: WorkingHours) -> int:
    """A number by which durations sort: minutes, a working day and week being as long as the office hours."""
    working = clock == "working"
    day = sum(end - start for start, end in spans(hours)) if working else 24 * 60
    week = day * (len(hours.days) if working else 7)
    minutes = {
        "years": 365 * week // 7,
        "months": 30 * week // 7,
        "weeks": week,
        "days": day,
        "hours": 60,
        "minutes": 1,
    }
    return sum(minutes[unit] * number for unit, number in duration_parts(duration).items())


def _months_later(day: _Day, parts: dict[str, int]) -> _Day:
    months = day.month - 1 + parts.get("months", 0) + 12 * parts.get("years", 0)
    year, month = day.year + months // 12, months % 12 + 1
    return day.replace(year=year, month=month, day=min(day.day, _days_in(year, month)))


def _days_in(year: int, month: int) -> int:
    return (date(year + month // 12, month % 12 + 1, 1) - date(year, month, 1)).days


def _time_of(parts: dict[str, int]) -> timedelta:
    return timedelta(hours=parts.get("hours", 0), minutes=parts.get("minutes", 0))


def _at_work(wall: datetime, parts: dict[str, int], hours: WorkingHours) -> datetime:
    """Whole days lead to the same time of day so many working days later, and to the end of a day that ends before;
    hours and minutes are taken from the time at work, by what the clock on the wall shows.

    Where work goes on past midnight, all is reckoned on a clock that is behind by as much, so that a night is of one day.
    """
    late = timedelta(minutes=hours.late)
    return late + _at_work_by_day(wall - late, parts, hours)


def _at_work_by_day(wall: datetime, parts: dict[str, int], hours: WorkingHours) -> datetime:
    at = _begin(hours, wall)
    for _ in range(parts.get("days", 0)):
        at = datetime.combine(next_working_day(hours, at.date()), at.time())
    open_, close = (_spans_on(hours, at.date())[end][end] for end in (0, -1))
    at = min(max(at, open_), close)
    left = _time_of(parts)
    while left:
        at = _begin(hours, at)
        end = next(end for start, end in _spans_on(hours, at.date()) if start <= at < end)
        if left <= end - at:
            return at + left
        left -= end - at
        at = end
    return at


def _begin(hours: WorkingHours, at: datetime) -> datetime:
    """The moment itself while people work, else when they next do."""
    if works_on(hours, at.date()):
        for start, end in _spans_on(hours, at.date()):
            if at < end:
                return max(at, start)
    return _spans_on(hours, next_working_day(hours, at.date()))[0][0]


def _spans_on(hours: WorkingHours, day: date) -> tuple[tuple[datetime, datetime], ...]:
    """The stretches of a day, on the clock that is behind where work goes on past midnight."""
    midnight, day_of_week = datetime.combine(day, datetime.min.time()), WEEK[day.weekday()]
    midnight -= timedelta(minutes=hours.late)
    other = next((each for each in reversed(hours.other_hours) if each.hold_on(day_of_week, day)), None)
    return tuple(
        (midnight + timedelta(minutes=start), midnight + timedelta(minutes=end)) for start, end in spans(hours, other)
    )
