"""What changed in the handbook, release by release."""

from __future__ import annotations

from datetime import date
from typing import Literal

from .base import Record
from .languages import InBoth, Language

Kind = Literal["rule", "new", "other", "adopters"]
"""What a change is to whoever reads of it: a rule that holds now, something new, something better, or what adopters must know."""


class Change(Record):
    """One change."""

    kind: Kind
    mark: str = ""
    """By which the change log tells its kind, as it is written there."""
    about: str = ""
    """What it is about, where that stands before it."""
    page: str = ""
    """The page on that, by its place below `docs/zh`, without `.md`."""
    text: str
    before: str = ""
    """What held before, where a rule took the place of another; the text does not repeat it."""
    before_mark: str = ""
    """By which the change log tells that, as it is written there."""

    def line(self, colon: str) -> str:
        """All of it in a line of text."""
        return self.mark + (self.about + colon if self.about else "") + self.text + self.before_mark + self.before


class Release(Record, InBoth[tuple[Change, ...]]):
    """One release of the handbook, with its changes in both languages."""

    version: str
    released: date
    zh: tuple[Change, ...]
    en: tuple[Change, ...]

    def of(self, kind: Kind, language: Language) -> tuple[Change, ...]:
        """Its changes of a kind."""
        return tuple(each for each in self[language] if each.kind == kind)
