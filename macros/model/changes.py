"""What changed in the handbook, release by release."""

from __future__ import annotations

from datetime import date

from .base import Record
from .languages import InBoth


class Release(Record, InBoth[tuple[str, ...]]):
    """One release of the handbook, with its changes in both languages."""

    version: str
    released: date
    zh: tuple[str, ...]
    en: tuple[str, ...]
