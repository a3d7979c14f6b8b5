"""The glossary: what the words of the handbook mean."""

from __future__ import annotations

from .base import Aliases, Id, Record, Review, Text


class Term(Record):
    """One term; pages link to it by `#id` on the glossary page."""

    id: Id
    term: Text
    definition: Text
    aliases: Aliases = Aliases()


class Glossary(Review):
    """`docs/data/glossary.yml`."""

    terms: tuple[Term, ...]
