"""Durations, days and dates in the words of the interface data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from markupsafe import Markup, escape

from .model.abroad import Place
from .model.checklist import Item
from .model.durations import ClockKind, duration_parts, rank
from .model.handbook import Handbook
from .model.languages import Language
from .model.offices import A_DAY, Day, OtherHours, WorkingHours
from .model.response_times import AnswerTime
from .model.reviewing import Turn
from .model.scenario import Answerer, Scenario
from .model.signs import SIGNS
from .model.working_days import WEEK, FreeTime, name_of

_MARK = re.compile(r"\[(\w+)\]")
_BESIDE, _MOVED = re.compile(r"\s*[(（]"), re.compile(r"[(（].*\d")
"""Before another name of a day, as in “Chinese New Year (Spring Festival)”; “Day off (substituted from 01/04/2026)”."""
_WORKING_UNITS = {"minutes", "hours", "days"}
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""In English; Chinese numbers them."""
_NAMED = 3
"""How many are named behind a role; of more, the first and how many others."""


class Wording:
    """Puts the model's values into words of one language."""

    def __init__(self, handbook: Handbook, language: Language):
        self._handbook = handbook
        self._language = language

    def text(self, key: str, **values: object) -> str:
        """A text of `docs/data/interface.yml`, with its `[name]` marks replaced: once, whatever the values hold.

        Among values that are HTML, the text and all others become HTML too.

        Raises:
            KeyError: where the interface data have no such text.
        """
        found: str = self._handbook.interface.texts[key][self._language]
        if any(isinstance(value, Markup) for value in values.values()):
            found, values = escape(found), {name: escape(value) for name, value in values.items()}
        filled = _MARK.sub(lambda mark: str(values.get(mark[1], mark[0])), found)
        return type(found)(filled)

    def list(self, words: Iterable[str]) -> str:
        """Words in a row, as the language separates them; behind a full stop there is no comma."""
        signs, row = SIGNS[self._language], tuple(words)
        whole = bool(row) and all(word.endswith(("。", ".")) for word in row)
        return (signs.glue if whole else signs.comma).join(row)

    def act(self, item: Item) -> str:
        """What an item of a checklist says, behind the case in which alone it applies."""
        case = [self.text("item_only_if", n=item.only_if[self._language])] if item.only_if else []
        return SIGNS[self._language].glue.join((*case, item.text[self._language]))

    def duration(self, duration: str, clock: str = "calendar") -> str:
        """`PT4H` on the working clock → “4个工作小时” or “4 working hours”."""
        words = []
        for unit, number in duration_parts(duration).items():
            prefix = "working_" if clock == "working" and unit in _WORKING_UNITS else ""
            words.append(self.text(f"{prefix}{unit}_{'one' if number == 1 else 'many'}", n=number))
        return SIGNS[self._language].glue.join(words)

    def owed(self, answered_by: Answerer, time: AnswerTime) -> str:
        """Who owes an answer and how soon: “We answer within 2 working hours”; blank where nobody does."""
        if answered_by == "nobody":
            return ""
        return self.text(f"within_{answered_by}", n=self.duration(time.within, time.clock))

    def channel_of(self, scenario: Scenario, most: int = 2) -> str:
        """The channel to take first; where it goes by the case, the first cases with theirs: “Ill today: Phone · Planned: E-mail”."""
        language, channels = self._language, self._handbook.channel
        if not scenario.goes_by_case:
            return channels[scenario.channels[0].channel].label[language]
        said = [
            f"{choice.when[language]}{SIGNS[language].colon}{channels[choice.channel].label[language]}"
            for choice in scenario.channels_shown[:most]
            if choice.when
        ]
        return " · ".join(said)

    def rank(self, duration: str, clock: ClockKind) -> int:
        """A number by which tables sort durations: minutes, a working day being as long as the office hours."""
        return rank(duration, clock, self._handbook.company.working_hours)

    def moment(self, moment: datetime) -> str:
        """A day of the week and a time of day: “周一10:30”, “Monday 10:30”."""
        return SIGNS[self._language].glue.join((self.text(f"day_{WEEK[moment.weekday()]}"), f"{moment:%H:%M}"))

    def role(self, id: str) -> str:
        """A role with the names of those who have it: “IT help desk (Wang Min, Li Lei)”."""
        name = self._handbook.company.roles[id].name[self._language]
        people = [person.name[self._language] for person in self._handbook.people.of(id)]
        if not people:
            return name
        opens, closes = SIGNS[self._language].remark
        many = self.text("people_many", first=people[0], all=len(people), others=len(people) - 1)
        return f"{name}{opens}{self.list(people) if len(people) <= _NAMED else many}{closes}"

    def office(self, id: str) -> str:
        """The name of an office; blank is head office."""
        return self._handbook.company.offices[id].name[self._language] if id else self.text("head_office")

    def time_off(self, hours: WorkingHours, time: FreeTime) -> str:
        """What days off in a row are: “Day off: National Day”; days that were moved there have no name of their own."""
        days = (time.first + timedelta(days=number) for number in range((time.last - time.first).days + 1))
        named = (name_of(hours, day, self._language) for day in days)
        listed = (_BESIDE.split(name)[0] for name in named if name and not _MOVED.search(name))
        names = list(dict.fromkeys(self._handbook.abroad.days_off.get(name, name) for name in listed))
        return self.text("calendar_free", name=self.list(names)) if names else self.text("calendar_free_unnamed")

    def turn(self, turn: Turn) -> str:
        """What is to be read through: its title, or what its file is."""
        return turn.title[self._language] if turn.title else self.text(f"data_{turn.id.replace('-', '_')}")

    def office_hours(self, office: str = "") -> str:
        """The working hours of head office, or of another one, in one line; by whose clock, where there are several."""
        hours = self._handbook.company.calendars()[office]
        several = "office_hours" if self._handbook.company.offices else "office_hours_alone"
        start, pause, again, _ = hours.clocks()
        usual = self.text(
            "office_hours_of" if office else several,
            **({"office": self.office(office)} if office else {}),
            days=self._days(hours.days),
            start=start,
            end=self._end_of_work(hours),
            break_start=pause,
            break_end=again,
        )
        others = self.list([self._other_hours(hours, other) for other in hours.other_hours])
        return usual + (self.text("office_hours_other", times=others) if others else "")

    def _other_hours(self, hours: WorkingHours, other: OtherHours) -> str:
        start, end = hours.clocks(other)[0], self._end_of_work(hours, other)
        season = [
            self.text("day_of_year", month=int(day[:2]), day=int(day[3:]), month_name=MONTHS[int(day[:2]) - 1])
            for day in (other.first, other.last)
            if day
        ]
        when = [self.text("days_to", first=season[0], last=season[1])] if season else []
        when += [self._days(other.days)] if other.days else []
        return self.text("office_hours_when", when=SIGNS[self._language].comma.join(when), start=start, end=end)

    def _end_of_work(self, hours: WorkingHours, other: OtherHours | None = None) -> str:
        """When a day of work ends, on the next day where that is so."""
        *_, end = hours.minutes(other)
        return self.text("clock_next_day", clock=_clock(end)) if end >= A_DAY else _clock(end)

    def _days(self, named: Sequence[Day]) -> str:
        """Days of the week: in a row from the first to the last, else each."""
        days, start = [self.text(f"day_{day}") for day in named], WEEK.index(named[0])
        in_a_row = tuple(named) == WEEK[start : start + len(named)]
        return self.text("days_to", first=days[0], last=days[-1]) if in_a_row and len(days) > 2 else self.list(days)

    def office_place(self, id: str) -> Sequence[dict[str, str]]:
        """The same as `place_hours` of another office of ours, with its own hours."""
        return self.place_hours(self._handbook.company.offices[id].working_hours)

    def place_hours(self, place: Place | WorkingHours) -> Sequence[dict[str, str]]:
        """How a place's clock stands to ours, in winter and in summer where they differ.

        Returns:
            One or two entries with `season` (blank where there is only one), `difference` and `shared`, the hours in
            which both offices are at work, by our clock; a place that is no office of ours keeps the same hours as we do.
        """
        hours = self._handbook.company.working_hours
        theirs = place if isinstance(place, WorkingHours) else hours
        year = self._handbook.abroad.reviewed.year
        entries: list[dict[str, str]] = []
        offsets: list[int] = []
        for season, day in (("winter", date(year, 1, 15)), ("summer", date(year, 7, 15))):
            minutes = _offset_minutes(place.time_zone, hours.time_zone, day)
            offsets.append(minutes)
            entries.append(
                {
                    "season": self.text(season),
                    "difference": self._difference(minutes),
                    "shared": self._shared(hours, theirs, minutes),
                }
            )
        return [{**entries[0], "season": ""}] if offsets[0] == offsets[1] else entries

    def _difference(self, minutes: int) -> str:
        if minutes == 0:
            return self.text("same_time")
        return self.text("hours_ahead" if minutes > 0 else "hours_behind", n=f"{abs(minutes) / 60:g}")

    def _shared(self, hours: WorkingHours, theirs: WorkingHours, minutes: int) -> str:
        first, *_, last = hours.minutes()
        begins, *_, ends = theirs.minutes()
        # A night belongs to two dates; by day, only what both have on the same date counts.
        days = (-A_DAY, 0, A_DAY) if max(last, ends) > A_DAY else (0,)
        both = [(max(first, begins - minutes + day), min(last, ends - minutes + day)) for day in days]
        shared = [SIGNS[self._language].span.join(map(_clock, each)) for each in both if each[0] < each[1]]
        return self.list(shared) if shared else self.text("no_shared_hours")


def _offset_minutes(there: str, here: str, day: date) -> int:
    """How far the clock there is ahead of the clock here on a day, in minutes."""
    noon = datetime.combine(day, time(12), ZoneInfo(here))
    ours, theirs = noon.utcoffset(), noon.astimezone(ZoneInfo(there)).utcoffset()
    return int(((theirs or timedelta()) - (ours or timedelta())).total_seconds() // 60)


def _clock(minutes: int) -> str:
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"
