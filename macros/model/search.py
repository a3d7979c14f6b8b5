"""What the search knows beyond the texts: words that mean the same, names for pages, questions that many ask."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from .base import Aliases, Id, PagePath, Record, Text
from .languages import LANGUAGES
from .sections import WithSections


class PageWords(WithSections):
    """Other words for a page that has no data of its own."""

    page: PagePath


class Section(Record):
    """A section of a page that is found by itself, and leads to its heading."""

    page: PagePath
    heading: Id
    """What stands behind the `#` of its address; the same in every language."""
    title: Text
    aliases: Aliases


class Question(Record):
    """A question that many ask, offered before anything is typed."""

    question: Text
    page: PagePath


class Search(Record):
    """`docs/data/search.yml`."""

    frequent: Annotated[tuple[Question, ...], Field(min_length=1, max_length=12)]
    pages: tuple[PageWords, ...]
    sections: tuple[Section, ...] = ()


class SynonymGroup(Aliases):
    """Words that mean the same to someone who searches, in both languages."""

    @model_validator(mode="after")
    def _several_words(self) -> SynonymGroup:
        words = [word.casefold() for word in (*self.zh, *self.en)]
        if len(words) < 2 and not LANGUAGES.alone:
            raise ValueError("a group holds two words or more; add another, or delete the group")
        for word in words:
            if words.count(word) > 1:
                raise ValueError(f"'{word}' stands twice in the group; delete one of the two")
        return self


class Leads(Record):
    """What people say who mean something that the handbook calls otherwise; the other way round it does not hold."""

    said: Aliases
    means: Aliases

    @model_validator(mode="after")
    def _leads_somewhere(self) -> Leads:
        for language in LANGUAGES:
            if bool(self.said[language]) != bool(self.means[language]):
                raise ValueError(
                    f"'said' and 'means' have words in {language} both, or neither; add some, or delete the others"
                )
        return self


class Synonyms(Record):
    """`docs/data/synonyms.yml`."""

    groups: tuple[SynonymGroup, ...]
    near: tuple[Leads, ...] = ()
    """Words that lead to others, in the reader's language."""
