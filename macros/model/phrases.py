"""The phrase bank: what to say on which occasion, and what never to say."""

from __future__ import annotations

from typing import Literal

from .base import Aliases, Id, Record, Review, Text


class Occasion(Record):
    """When a phrase is needed, such as opening a talk or refusing."""

    id: Id
    name: Text
    hint: Text
    aliases: Aliases = Aliases()


class Phrase(Record):
    """One phrase to copy."""

    id: Id
    occasion: Id
    tone: Literal["formal", "neutral", "friendly"]
    text: Text
    when: Text


class NeverSay(Record):
    """What does harm, why, and what to say in its place."""

    id: Id
    never: Text
    because: Text
    instead: Text


class PhraseBank(Review):
    """`docs/data/phrases.yml`."""

    occasions: tuple[Occasion, ...]
    phrases: tuple[Phrase, ...]
    never: tuple[NeverSay, ...]
