"""How confidential a matter is, which is settled before the channel."""

from __future__ import annotations

from typing import Literal

from .base import Aliases, Id, Record, Review, Text


class Level(Record):
    """One level, such as `internal`: what it means and what belongs to it."""

    id: Id
    name: Text
    meaning: Text
    examples: tuple[Text, ...]
    handling: Text
    """What everyone does with it: who may see it, how it is sent, what happens to copies."""
    mind: Text | None = None
    """What to mind in a few words, where a channel that may carry it does so on a condition."""
    outside: Text | None = None
    """On what terms somebody outside the company may have it, or the public: told to whoever asks for one of them."""


class Line(Record):
    """The line between two neighbouring levels, with examples on both sides of it."""

    lower: Id
    upper: Id
    question: Text
    """The question that tells on which side a thing belongs."""
    lower_examples: tuple[Text, ...]
    upper_examples: tuple[Text, ...]


class Sending(Record):
    """A thing of which people ask whether they may send it, such as a salary list."""

    id: Id
    name: Text
    level: Id
    note: Text | None = None
    """What stands for whatever else is true of its level, such as that nobody may have it at all."""
    exception: Text | None = None
    """For whom its level does not count, such as the customer whose price it is, and how it goes there: what most people ask, so it comes first."""
    aliases: Aliases = Aliases()


class Confidentiality(Review):
    """`docs/data/confidentiality.yml`; the levels stand from open to closed."""

    levels: tuple[Level, ...]
    lines: tuple[Line, ...]
    sendings: tuple[Sending, ...] = ()

    def tone(self, level: str) -> Literal["good", "warn", "bad"]:
        """How a level is coloured: the most open one calls for no care, the most closed one for the most."""
        place = [each.id for each in self.levels].index(level)
        return "good" if place == 0 else "bad" if place == len(self.levels) - 1 else "warn"
