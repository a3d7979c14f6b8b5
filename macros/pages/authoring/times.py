"""Macros of answer times, working hours and the calendar."""

from __future__ import annotations

import functools
import re

from markupsafe import Markup

from ...model.durations import due_in_the_week, moment
from ...model.response_times import ResponseTime
from ...model.working_days import WEEK
from ..arguments import MacroError
from .subject import Subject


class Times(Subject):
    """One method a macro."""

    def answer_within(self, channel: str, urgency: str) -> str:
        """How soon an answer is owed on a channel at an urgency, in words."""
        row = self._time(channel, urgency)
        return self.page.wording.duration(row.answer_within, row.clock)

    def answer_due(self, channel: str, urgency: str, sent: str) -> str:
        """By when an answer is owed at the latest, a line for each office whose clock makes a difference.

        Args:
            channel: on which it was sent.
            urgency: how urgent it is.
            sent: a day of the week and a time of day, such as `fri 17:30`.

        Raises:
            MacroError: for another form of `sent`, and for an answer that is owed in months or years.
        """
        weekday, _, clock = sent.partition(" ")
        if weekday not in WEEK or not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", clock):
            raise MacroError(
                f"sent='{sent}': write a day and a time, such as \"fri 17:30\"; days are {', '.join(WEEK)}"
            )
        row, calendars = self._time(channel, urgency), self.page.handbook.company.calendars()
        sent_at = moment(weekday, clock)
        try:
            due = {
                office: self.page.wording.moment(due_in_the_week(hours, sent_at, row.answer_within, row.clock))
                for office, hours in calendars.items()
            }
        except ValueError as error:
            raise MacroError(f'{error}; say it with answer_within("{channel}", "{urgency}")') from None
        if len(set(due.values())) == 1:
            return due[""]
        row_of = Markup('<span class="line-each" data-office="{}"><span class="line-each__name">{}</span> {}</span>')
        return Markup("").join(
            row_of.format(office, self.page.wording.office(office), said) for office, said in due.items()
        )

    def outside_within(self, id: str) -> str:
        """How soon an answer is owed to someone outside, in words."""
        rows = {row.id: row for row in self.page.handbook.response_times.outside}
        row = rows[self.page.known("matter", id, rows)]
        return self.page.wording.duration(row.answer_within, row.clock)

    def urgency_table(self) -> str:
        """The degrees of urgency and how to tell them."""
        return self.page.show("urgency-table")

    def response_time_table(self) -> str:
        """Channel × urgency: answer within."""
        return self.page.show("response-time-table")

    def unanswered_table(self) -> str:
        """Channel × urgency: what to do if there is no answer within that time."""
        return self.page.show("unanswered-table")

    def outside_time_table(self) -> str:
        """How soon people outside get an answer, by matter."""
        return self.page.show("outside-time-table")

    def answers_table(self) -> str:
        """What counts as an answer."""
        return self.page.show("answers-table")

    def crisis_updates_table(self) -> str:
        """How often people hear from us in a crisis."""
        return self.page.show("crisis-updates-table")

    def working_hours(self) -> str:
        """The company's working hours in one line, those of each office."""
        wording, offices = self.page.wording, self.page.handbook.company.calendars()
        said = map(wording.office_hours, offices)
        return functools.reduce(lambda before, office: wording.text("office_after", before=before, office=office), said)

    def days_off(self) -> str:
        """This year's days off and make-up working days, and the calendar to subscribe to."""
        return self.page.show("my-office") + self.page.show("days-off")

    def places_table(self) -> str:
        """Places abroad: difference to our clock and shared office hours."""
        return self.page.show("places-table")

    def holidays_table(self) -> str:
        """Holidays of both calendars and what to settle before."""
        return self.page.show("holidays-table")

    def _time(self, channel: str, urgency: str) -> ResponseTime:
        times = self.page.handbook.response_times
        self.page.known("channel", channel, self.page.handbook.channel)
        self.page.known("urgency", urgency, [found.id for found in times.urgencies])
        row = times.find(channel, urgency)
        if row is None:
            raise MacroError(f"response-times.yml has no row for '{channel}' at '{urgency}'; add it")
        return row
