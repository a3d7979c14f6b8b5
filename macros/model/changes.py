"""What changed in the handbook, release by release."""

from __future__ import annotations

from datetime import date

from .base import Record
from .languages import Language


class Release(Record):
    """One release of the handbook, with its changes in both languages."""

    version: str
    released: date
    zh: tuple[str, ...]
    en: tuple[str, ...]

    def __getitem__(self, language: Language) -> tuple[str, ...]:
        return self.zh if language == "zh" else self.en
