"""The words to prefer: one for one thing, in each language."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .base import Record, Review
from .languages import InBoth


class Preference(Record):
    """A word to write, and those that stand for the same and are not written."""

    write: str
    avoid: Annotated[tuple[str, ...], Field(min_length=1)]
    unless: tuple[str, ...] = ()
    """Longer words that hold an avoided one and are right."""


class Terms(Review, InBoth[tuple[Preference, ...]]):
    """`docs/data/terms.yml`."""

    zh: tuple[Preference, ...]
    en: tuple[Preference, ...]
