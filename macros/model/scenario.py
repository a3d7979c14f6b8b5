"""A scenario: a situation at work, and how to communicate in it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import Aliases, Id, Record, Review, Text

Audience = Literal["internal", "external"]


class ChannelChoice(Record):
    """A channel for a scenario, with the reason."""

    channel: Id
    because: Text


class Example(Record):
    """A message to copy, and one that shows the usual fault, each with the reason."""

    channel: Id
    subject: Text | None = None
    """The subject, where the message is a mail or a letter."""
    good: Text
    why_good: Text
    bad: Text
    why_bad: Text


class Scenario(Review):
    """One file in `docs/data/scenarios/`, named by the id; its prose stands in `docs/<language>/scenarios/<id>.md`."""

    id: Id
    audience: Audience
    core: bool = False
    """Whether the guide names it among its ten core scenarios."""
    in_channel_table: Text | None = None
    """What the guide's own channel table says of the channel, where the scenario is one of its rows."""
    order: int
    """Its place in lists of its audience, smallest first."""
    urgency: Id
    title: Text
    summary: Text
    aliases: Aliases
    channels: Annotated[tuple[ChannelChoice, ...], Field(min_length=2)]
    """Best first; what follows is taken when the one before is out of reach."""
    outside_time: Id | None = None
    """Where the answer time goes by the matter and not the channel: a row of `outside` in the response times."""
    copy_in: Text
    mind: Text
    example: Example
    templates: tuple[Id, ...] = ()
    checklists: tuple[Id, ...] = ()
    glossary: tuple[Id, ...] = ()
    related: tuple[Id, ...] = ()
