"""A contact: a matter that people ask for, the role that handles it, and how to reach it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, Field, ValidationInfo, model_validator

from .base import Aliases, Id, Record, Review, Text
from .durations import ClockKind, Duration

Group = Literal["urgent", "it", "people", "money", "legal", "office", "travel", "outside", "conduct"]
"""Where a contact stands in their list; named in the interface's texts as `contacts_<id>`."""
CONTACT_GROUPS: tuple[Group, ...] = get_args(Group)


def _unless_by_form(value: Any, info: ValidationInfo) -> Any:
    """Nothing where it is the address for feedback and the company takes feedback by a web form alone."""
    tokens = (info.context or {}).get("tokens") or {"feedback_mail": None}
    return None if value == {"same": "{feedback_mail}"} and "feedback_mail" not in tokens else value


class Way(Record):
    """A way to reach the role of a contact."""

    channel: Id
    address: Annotated[Text | None, BeforeValidator(_unless_by_form)] = None
    """A number, an address, a group; that of the role in the company profile, where nothing is said."""


class Answer(Record):
    """How soon whoever handles it answers (`Handbook.contact_time`)."""

    within: Duration | None = None
    clock: ClockKind | None = None
    """The working clock, unless it says otherwise."""
    urgency: Id | None = None
    """In place of a time of its own: what the response times say of the first channel at this urgency."""
    outside_time: Id | None = None
    """In place of a time of its own: a matter of `outside` in the response times."""

    @model_validator(mode="after")
    def _one_time(self) -> Answer:
        if sum(time is not None for time in (self.within, self.urgency, self.outside_time)) != 1:
            raise ValueError(
                "give one time: within, or urgency for that of the first channel, or outside_time for a matter of "
                "response-times.yml"
            )
        if self.clock and not self.within:
            raise ValueError("the response times bring their clock; delete clock")
        return self


class Contact(Review):
    """One file in `contacts/` of the layer, named by the id; all of them stand on one page."""

    id: Id
    group: Group
    order: int
    """Its place in its group, smallest first."""
    matter: Text
    """What people want, in the words in which they ask for it."""
    aliases: Aliases
    role: Id
    """Who handles it: a role of the company profile, as the deputy and the next one are."""
    deputy: Id | None = None
    reach: Annotated[tuple[Way, ...], Field(min_length=1)]
    """Best first."""
    hours: Text | None = None
    """The company's working hours, where nothing is said."""
    answer: Answer
    then: Id
    """Who to turn to where nobody answers in time."""
    at_hand: Text
    """What to have at hand."""
    crisis: Text | None = None
    """What to call for, where it is among the numbers for a crisis."""
    scenarios: tuple[Id, ...] = ()
    templates: tuple[Id, ...] = ()
    checklists: tuple[Id, ...] = ()
    steps: tuple[str, ...] = ()
    """Steps of a procedure, such as `internal/channel`."""

    def nearness(self, folder: str, names: Sequence[str], forms: Sequence[str]) -> tuple[int, int]:
        """How much it is about some things: how early it names one of them, then how early a form of theirs is among its own."""
        place = next(place for place, name in enumerate(getattr(self, folder)) if name in names)
        return place, next((place for place, form in enumerate(forms) if form in self.templates), len(forms))
