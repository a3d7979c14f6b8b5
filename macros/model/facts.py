"""What people go by: what there is, by whom, on which channel and how soon; and what of it changed since a release.

Only facts are held against each other, never how they are put: another wording, another layout is no change.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal, get_args

from pydantic import Field

from .base import Date, Id, Record, Text
from .languages import ALL

if TYPE_CHECKING:
    from .handbook import Handbook
    from .response_times import AnswerTime

Facet = Literal["answer", "channels", "levels", "by"]
"""What may change of a thing: how soon an answer comes, its channels, its confidentiality, who handles it."""
FACETS: tuple[Facet, ...] = get_args(Facet)
What = Literal["new", "gone", "answer", "channels", "levels", "by"]
Kind = Literal["scenarios", "channels", "templates", "checklists", "contacts", "times", "outside", "sendings"]
_ORDER = {kind: place for place, kind in enumerate(get_args(Kind))}
"""What facts are kept of, in the order in which changes are told."""


class Answer(Record):
    """How soon an answer comes."""

    within: Annotated[str, Field(pattern=r"^P(\d+[YMWD])*(T(\d+[HM])+)?$", min_length=3, examples=["PT4H"])]
    clock: Literal["working", "calendar"]


class Fact(Record):
    """What people go by of one thing."""

    title: Text
    answer: Answer | None = None
    channels: tuple[Id, ...] = ()
    levels: tuple[Id, ...] = ()
    by: Text | None = None


class State(Record):
    """The facts of a release, by kind and id: `scenarios/absence`."""

    version: str
    day: Date
    facts: dict[str, Fact]


class Released(Record):
    """`docs/data/released.yml`, or a company's own in its layer: the last release, and the one before it."""

    last: State
    before: State | None = None

    def since(self, version: str) -> State:
        """What readers knew before a release; once its own facts are kept, those of the one before."""
        return self.before if self.before and self.last.version == version else self.last


@dataclass(frozen=True)
class Change:
    """One fact that is another one by now."""

    place: str
    """Of what: `scenarios/absence`."""
    title: Text
    what: What
    before: Fact | None
    now: Fact | None

    @property
    def kind(self) -> str:
        """The kind of thing."""
        return self.place.partition("/")[0]

    @property
    def id(self) -> str:
        """Its id within the kind."""
        return self.place.partition("/")[2]

    @property
    def key(self) -> str:
        """By what a browser knows which change a reader has seen."""
        said = "" if self.what in ("new", "gone") else repr((self._value(self.before), self._value(self.now)))
        return hashlib.sha256(f"{self.place} {self.what} {said}".encode()).hexdigest()[:8]

    def _value(self, fact: Fact | None) -> object:
        value = getattr(fact, self.what, None)
        return value.model_dump() if isinstance(value, Record) else value


def changes(before: Mapping[str, Fact], now: Mapping[str, Fact]) -> Iterator[Change]:
    """What changed from one state to another, kind by kind. Of a kind of which nothing was kept, nothing is told."""
    known = {_kind(place) for place in before}
    for place in sorted({*before, *now}, key=lambda place: (_ORDER.get(_kind(place), len(_ORDER)), place)):
        old, new = before.get(place), now.get(place)
        if _kind(place) not in known:
            continue
        if old is None or new is None:
            named = new or old
            if named:
                yield Change(place, named.title, "new" if new else "gone", old, new)
            continue
        for facet in FACETS:
            if getattr(old, facet) != getattr(new, facet):
                yield Change(place, new.title, facet, old, new)


def _kind(place: str) -> str:
    return place.partition("/")[0]


def facts_of(handbook: Handbook) -> dict[str, Fact]:
    """The facts of a handbook as it is."""
    return dict(_facts(handbook))


def _facts(handbook: Handbook) -> Iterator[tuple[str, Fact]]:
    for scenario in handbook.scenarios:
        answer = None if scenario.answered_by == "nobody" else _answer(handbook.answer_time(scenario))
        chosen = tuple(choice.channel for choice in scenario.channels)
        yield f"scenarios/{scenario.id}", Fact(title=scenario.title, answer=answer, channels=chosen)
    for channel in handbook.channels:
        yield f"channels/{channel.id}", Fact(title=channel.name, levels=tuple(channel.carries))
    for template in handbook.templates:
        yield f"templates/{template.id}", Fact(title=template.title)
    for checklist in handbook.checklists:
        yield f"checklists/{checklist.id}", Fact(title=checklist.title)
    for contact in handbook.contacts:
        yield (
            f"contacts/{contact.id}",
            Fact(
                title=contact.matter,
                answer=_answer(handbook.contact_time(contact)),
                channels=tuple(dict.fromkeys(way.channel for way in contact.reach)),
                by=handbook.company.roles[contact.role].name,
            ),
        )
    for time in handbook.response_times.times:
        channel, urgency = handbook.channel[time.channel], handbook.urgency[time.urgency]
        title = Text(**{code: f"{channel.label[code]} · {urgency.name[code]}" for code in ALL})
        answer = Answer(within=time.answer_within, clock=time.clock)
        yield f"times/{time.channel}/{time.urgency}", Fact(title=title, answer=answer)
    for outside in handbook.response_times.outside:
        answer = Answer(within=outside.answer_within, clock=outside.clock)
        yield f"outside/{outside.id}", Fact(title=outside.matter, answer=answer)
    for sending in handbook.confidentiality.sendings:
        yield f"sendings/{sending.id}", Fact(title=sending.name, levels=(sending.level,))


def _answer(time: AnswerTime) -> Answer:
    return Answer(within=time.within, clock=time.clock)
