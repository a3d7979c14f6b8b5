"""A scenario: a situation at work, and how to communicate in it."""

from __future__ import annotations

import re
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, Field, ValidationInfo

from .base import Icon, Id, Record, Review, Text
from .example import Example, FirstWords
from .sections import WithSections

Audience = Literal["internal", "external"]
Group = Literal["tell", "ask", "agree", "chase", "refuse", "hand-over", "trouble", "outside"]
"""What people want to do, in the order of lists; named in the interface's texts as `group_<id>`."""
GROUPS: tuple[Group, ...] = get_args(Group)
Answerer = Literal["us", "colleague", "nobody"]
"""Who owes the answer: our side towards someone outside, the colleague who is asked, or nobody."""


def _owed_by_us(value: str | None, info: ValidationInfo) -> str | None:
    if value and info.data.get("answered_by", "us") != "us":
        raise ValueError("this time is how soon our side answers; write answered_by: us, or delete outside_time")
    return value


OutsideTime = Annotated[Id | None, AfterValidator(_owed_by_us)]
"""Where the answer time goes by the matter and not the channel: a row of `outside` in the response times. It stands
after `answered_by`, which it needs to be `us`."""


class ChannelChoice(Record):
    """A channel for a scenario, with the reason."""

    channel: Id
    because: Text
    when: Text | None = None
    """The case in a few words, where the channel goes by it and none of them is the first choice for all."""
    shown_first: bool = False
    """Whether it is the case that most people have or that can't wait, so that it stands first wherever readers see it."""


def _all_by_case(choices: tuple[ChannelChoice, ...]) -> tuple[ChannelChoice, ...]:
    without = [choice.channel for choice in choices if not choice.when]
    if len(without) not in (0, len(choices)):
        raise ValueError(f"channel '{without[0]}' says no case, but others do; write when at each, or at none")
    first = [choice for choice in choices if choice.shown_first]
    if len(first) > 1 or (first and without):
        raise ValueError("shown_first belongs to one channel, of which when says the case")
    return choices


class ScenarioExample(Example):
    """A message in a scenario."""

    channel: Id
    """By which it is sent."""


class Scenario(WithSections, Review):
    """One file in `docs/data/scenarios/`, named by the id; its prose stands in `docs/<language>/scenarios/<id>.md`."""

    id: Id
    audience: Audience
    group: Group
    core: bool = False
    """Whether it is one of the core scenarios of the guide."""
    guide_name: Text | None = None
    """What the guide calls it, where the title says it in other words: its subtitle, and an alias of the search."""
    in_channel_table: Text | None = None
    """What the guide's own channel table says of the channel, where the scenario is one of its rows."""
    order: int
    """Its place in lists of its group, smallest first."""
    urgency: Id
    icon: Icon | None = None
    """What it is about, on its tile of the home page; else that of its first channel."""
    title: Text
    summary: Text
    moment: Text | None = None
    """What has happened, in a clause without its full stop, for the questions of the practice that are made from the data."""
    channels: Annotated[tuple[ChannelChoice, ...], Field(min_length=2), AfterValidator(_all_by_case)]
    """Best first; what follows is taken when the one before is out of reach, or in the case that its `when` says."""
    answered_by: Answerer
    outside_time: OutsideTime = None
    goes_to: Text | None = None
    """Whom it is written to, where that is not the first whom the contacts name."""
    call_for: Text | None = None
    """What the number at its top is called for, where the matter of its contact does not say it; it begins small."""
    call_next: Text | None = None
    """Whom to call after that, and on which number: to whom the example speaks."""
    copy_in: Text
    mind: Text
    first_words: FirstWords | None = None
    """How to begin what is said, which its page shows where it says `scenario_first_words`."""
    example: ScenarioExample
    templates: tuple[Id, ...] = ()
    checklists: tuple[Id, ...] = ()
    glossary: tuple[Id, ...] = ()
    related: tuple[Id, ...] = ()

    @property
    def channels_shown(self) -> tuple[ChannelChoice, ...]:
        """The channels as readers see them: the case that comes first before the others, else best first."""
        return tuple(sorted(self.channels, key=lambda choice: not choice.shown_first))

    @property
    def goes_by_case(self) -> bool:
        """Whether each channel is for a case of its own, so that none is the first choice."""
        return any(choice.when for choice in self.channels)

    @property
    def name_in_guide(self) -> Text:
        """What the guide calls it: its own name for it, else the title."""
        return self.guide_name or self.title

    @property
    def is_crisis(self) -> bool:
        """Whether something has gone wrong, so that it stands in the book for that."""
        return self.group == "trouble"

    @property
    def is_urgent(self) -> bool:
        """Whether the data call it so, by the id of its urgency."""
        return self.urgency == "urgent"

    @property
    def is_spoken(self) -> bool:
        """Whether something is to be said before anything is written."""
        return bool(self.first_words) or self.example.channel == "phone"

    @property
    def asks_later_on_phone(self) -> bool:
        """Whether whom to ask stands below what to say on a phone: something is to be said, or who gets it stands above."""
        return self.is_spoken or self.goes_to is not None

    @property
    def opening(self) -> Text:
        """The first sentence of the example."""
        said = self.example.good
        return Text.model_construct(zh=_first_sentence(said.zh), en=_first_sentence(said.en))


def _first_sentence(text: str) -> str:
    return re.split(r"(?<=[。？！])|(?<=[.?!])\s|\n", text, maxsplit=1)[0]
