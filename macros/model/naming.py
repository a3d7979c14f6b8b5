"""Rules for names, with good and bad ones: subjects of mails, names of filed records."""

from __future__ import annotations

from .base import Id, Record, Review, Text


class Part(Record):
    """One part of a name, in its place."""

    id: Id
    name: Text
    explanation: Text


class NamePair(Record):
    """A bad name, the good one for the same thing, and why."""

    id: Id
    occasion: Text
    bad: Text
    good: Text
    because: Text


class NamingRule(Review):
    """`docs/data/mail-subjects.yml` and `docs/data/file-names.yml`."""

    pattern: Text
    parts: tuple[Part, ...]
    pairs: tuple[NamePair, ...]
