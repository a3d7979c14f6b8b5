"""What the search can find, one thing at a time: how it is called, where it stands, what it answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from ..model.base import Aliases, Text
from ..model.languages import LANGUAGES, Language
from ..model.sections import SectionAliases
from ..model.things import WITH_OVERVIEW

WORTH = {
    "step": 0.98,
    "page": 0.97,
    "list": 0.7,
    "term": 0.6,
    "phrase": 0.8,
    "sending": 0.84,
    "time": 0.5,
    "kept": 0.5,
    "place": 0.7,
    **{thing.name: thing.search_worth for thing in WITH_OVERVIEW},
}
"""What a find of each kind is worth: how far it may be ahead of one of another kind and still come second."""

_FIRST, _FIRST_OF_LISTS = 3, 2
"""How many of its other words a thing is found by before the rest of the index is there, and a list or a step; a section or a row of a page, as a term is, by one."""
_LISTS = frozenset(("checklist", "list", "step"))
_ROWS = frozenset(("page", "kept", "time", "term", "sending", "phrase", "place"))
_TITLED = "place"
"""What its title alone says well enough until then."""
_TOLD_LATER = frozenset(("kept", "phrase", "place", "time"))
"""Rows that nobody needs told before the rest of the index is there."""


@dataclass(frozen=True)
class Entry:
    """One thing that can be found, in one language."""

    kind: str
    """One of `WORTH`."""
    title: str
    url: str
    """From the root of the site."""
    part: str
    """Where it stands, in words."""
    names: tuple[str, ...]
    """Other words for it."""
    other_names: tuple[str, ...]
    """Its title and other words in the other language."""
    text: str
    """What it is about, in a sentence."""
    answer: dict[str, Any] = field(default_factory=dict)
    """What a reader wants of it at once: channel and time of a scenario, files of a template, who to ask, a phrase to copy."""
    sections: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """The ids of sections of its page, each with those of the other words that it answers."""
    called: tuple[str, ...] = ()
    """What finds it, in any language, only where nothing else is typed."""

    def head(self) -> dict[str, Any]:
        """What is loaded first, in the order that packs best."""
        return {
            "kind": self.kind,
            "url": self.url,
            "title": self.title,
            "part": self.part,
            **({"answer": self.answer} if self.answer and not self.is_told_later else {}),
        }

    @property
    def is_told_later(self) -> bool:
        """Whether what it answers is loaded behind the head."""
        return bool(self.answer) and self.kind in _TOLD_LATER

    def first_names(self) -> tuple[str, ...]:
        """Other words for it that are loaded first."""
        return self.names[: self.first]

    @property
    def first(self) -> int:
        """How many of its other words are loaded first."""
        if self.kind in _ROWS and "#" in self.url:
            return int(self.kind != _TITLED)
        return _FIRST_OF_LISTS if self.kind in _LISTS else _FIRST

    def more_names(self) -> tuple[str, ...]:
        """Other words for it that are loaded behind the head, in an order that packs well."""
        return tuple(sorted(self.names[self.first :]))


def entry_of(
    kind: str,
    aliases: Aliases,
    title: Text,
    text: Text,
    url: str,
    language: Language,
    *,
    part: str = "",
    answer: dict[str, Any] | None = None,
    sections: tuple[SectionAliases, ...] = (),
) -> Entry:
    """The entry of one thing of the model in a language.

    Args:
        kind: one of `WORTH`.
        aliases: other words for it.
        title: what it is called.
        text: what it is about.
        url: where it stands, from the root of the site.
        language: of the reader.
        part: where it stands, in words.
        answer: what a reader wants of it at once.
        sections: which of the other words a section of its page answers.
    """
    others = LANGUAGES.others(language)
    return Entry(
        kind,
        title[language],
        url,
        part,
        aliases[language],
        tuple(names_in([title[other] for other in others], aliases, others)),
        text[language],
        answer or {},
        answered_by(sections, language),
    )


def answered_by(sections: tuple[SectionAliases, ...], language: Language) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The ids of sections, each with the words of a language that it answers."""
    return tuple((each.heading, each[language]) for each in sections)


def names_in(titles: list[str], aliases: Aliases, languages: Iterable[Language]) -> Iterator[str]:
    """Titles in the other languages, with the other words there."""
    yield from titles
    for language in languages:
        yield from aliases[language]
