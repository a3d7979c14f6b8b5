"""The languages that are published, in a test: they are one for a whole run, so whoever sets them puts them back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from macros.model.languages import LANGUAGES, Language


@contextmanager
def publishing(*languages: Language) -> Iterator[None]:
    """Publish these, the one at the root first; without any, as the data read in the block say. Afterwards all is as before."""
    before = tuple(LANGUAGES)
    LANGUAGES.settle(languages or before)
    try:
        yield
    finally:
        LANGUAGES.settle(before)
