"""How soon an answer is owed, what counts as one, and to whom a matter goes when none comes."""

from __future__ import annotations

from dataclasses import dataclass

from .base import Aliases, Id, Record, Review, Text
from .durations import ClockKind, Duration


@dataclass(frozen=True)
class AnswerTime:
    """How soon an answer is owed: an ISO 8601 duration and the clock that counts it."""

    within: str
    clock: ClockKind


class Urgency(Record):
    """A degree of urgency, with how to tell."""

    id: Id
    name: Text
    meaning: Text


class ResponseTime(Record):
    """What is owed on one channel at one urgency."""

    channel: Id
    urgency: Id
    answer_within: Duration
    clock: ClockKind
    after_hours: Text | None = None
    """Who alone owes it outside working hours, where the clock goes on then."""
    then: Text
    """What to do, and to whom to go, when the time has passed."""


class OutsideTime(Record):
    """What is owed to someone outside the company, by the matter rather than the channel."""

    id: Id
    matter: Text
    answer_within: Duration
    clock: ClockKind
    then: Text
    aliases: Aliases = Aliases()


class Answer(Record):
    """Something that people reply, and whether it is an answer."""

    id: Id
    said: Text
    counts: bool
    because: Text


class CrisisUpdate(Record):
    """How often people outside hear from us in a crisis, even with nothing new."""

    id: Id
    who: Text
    first_within: Duration
    every: Duration
    how: Text


class ResponseTimes(Review):
    """`docs/data/response-times.yml`."""

    urgencies: tuple[Urgency, ...]
    """The most urgent first."""
    times: tuple[ResponseTime, ...]
    outside: tuple[OutsideTime, ...]
    answers: tuple[Answer, ...]
    crisis_updates: tuple[CrisisUpdate, ...]

    def find(self, channel: str, urgency: str) -> ResponseTime | None:
        """The time owed on a channel at an urgency, or None where the table has no such row."""
        return next((t for t in self.times if (t.channel, t.urgency) == (channel, urgency)), None)

    def owed(self, channel: str, urgency: str) -> AnswerTime:
        """How soon an answer is owed on a channel at an urgency.

        Raises:
            LookupError: where the table has no such row.
        """
        row = self.find(channel, urgency)
        if row is None:
            raise LookupError(f"no response time for {channel} at {urgency}")
        return AnswerTime(row.answer_within, row.clock)
