"""The handbook's own words: labels, headings and hints that the views show."""

from __future__ import annotations

from .base import Record, Text


class Interface(Record):
    """`docs/data/interface.yml`."""

    texts: dict[str, Text]
