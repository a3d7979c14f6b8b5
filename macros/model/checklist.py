"""A checklist: acts that are either done or not, in groups, which a reader ticks and the browser remembers."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field, model_validator

from .base import Aliases, Id, PagePath, Record, Review, Text
from .durations import ClockKind, Duration, whole_days
from .languages import Language

Part = Literal["scenario", "message", "meeting", "onboarding", "procedure"]
"""Where a checklist stands, in the order in which their overview and the side navigation list them."""
PARTS: tuple[Part, ...] = get_args(Part)


class Due(Record):
    """When an act is due, counted from an event that the reader gives a time, such as the end of the talk: within a
    time of its own, or within what is owed to someone outside (`Handbook.due_time` gives either)."""

    within: Duration | None = None
    clock: ClockKind | None = None
    """The calendar, unless it says otherwise."""
    outside_time: Id | None = None
    """A matter of `response-times.yml`, whose time and clock it takes."""
    after: Text
    """The event, as a noun that fits behind “after” and “time of”."""

    @property
    def is_by_day(self) -> bool:
        """Whether it is due on a day, at no time of it."""
        return self.within is not None and self.clock != "working" and whole_days(self.within)

    @model_validator(mode="after")
    def _one_time(self) -> Due:
        if (self.within is None) == (self.outside_time is None):
            raise ValueError("give either a time, within, or a matter of response-times.yml, outside_time")
        if self.outside_time and self.clock:
            raise ValueError("the matter in outside_time brings its clock; delete clock")
        return self


class Given(Record):
    """What a field of the template is filled with beforehand: words, or an option of a choice."""

    field: Id
    value: Text | None = None
    option: Id | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> Given:
        if (self.value is None) == (self.option is None):
            raise ValueError("give either a value, in both languages, or an option")
        return self

    def __getitem__(self, language: Language) -> str:
        """What is filled in on a page of that language."""
        return self.value[language] if self.value else str(self.option)


class Item(Record):
    """One act. Ticks hang on its id, which never changes and is never used again."""

    id: Id
    text: Text
    why: Text | None = None
    template: Id | None = None
    """The template that it takes."""
    fills: tuple[Given, ...] = ()
    """What its form is opened with, where it is filled in online."""
    scenario: Id | None = None
    """The scenario that says more."""
    page: PagePath | None = None
    """The page to read, with the time that reading it takes."""
    optional: bool = False
    only_if: Text | None = None
    """The case in which alone it applies."""
    due: Due | None = None


class Group(Record):
    """Acts that belong together, under a heading."""

    id: Id
    title: Text
    day: Annotated[int, Field(ge=1, le=260)] | None = None
    """The working day of someone new, counted from the first, by which its acts are done."""
    items: Annotated[tuple[Item, ...], Field(min_length=1)]


class Checklist(Review):
    """One file in `docs/data/checklists/`, named by the id."""

    id: Id
    part: Part
    order: int
    title: Text
    summary: Text
    """What it is for, in one sentence."""
    use_when: Text
    aliases: Aliases
    followed_by: Id | None = None
    """The checklist that follows once all is done."""
    groups: Annotated[tuple[Group, ...], Field(min_length=1)]

    retired: tuple[Id, ...] = ()
    """Ids of items that were taken off the list; they are never used again, and old records may still hold them."""

    @property
    def items(self) -> tuple[Item, ...]:
        """All items, in order."""
        return tuple(item for group in self.groups for item in group.items)

    @property
    def last_template(self) -> Id | None:
        """The last form that an act needs: what is left to hand in once all is done."""
        return next((item.template for item in reversed(self.items) if item.template), None)

    @property
    def has_due_times(self) -> bool:
        """Whether an act is due a time after an event."""
        return any(item.due for item in self.items)

    def event_of(self, item: Item) -> str:
        """The event from which an item is due, named by the first item that is due from the same one."""
        return self.due_with(item)[0].id

    def only_days_count(self, item: Item) -> bool:
        """Whether, of the event from which an item is due, the day is enough."""
        return all(other.due and other.due.is_by_day for other in self.due_with(item))

    def due_with(self, item: Item) -> tuple[Item, ...]:
        """All that are due from the same event."""
        return tuple(other for other in self.items if item.due and other.due and other.due.after == item.due.after)
