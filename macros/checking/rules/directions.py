"""No text holds a mark that nobody sees and that turns the direction of what follows."""

from __future__ import annotations

import re
import unicodedata

from ...reading import texts
from ...reading.loaded import Loaded

_MARK = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def check(loaded: Loaded) -> None:
    """Report such marks in data, pages, templates, scripts and the change log."""
    for path, location, mark in texts.in_data(loaded, _MARK):
        loaded.fault(path, location, _message(mark))
    for path, number, mark in texts.elsewhere(loaded, _MARK, "docs", "overrides", "macros"):
        loaded.faults.add(path, number, "text", _message(mark))


def _message(mark: str) -> str:
    return (
        f"holds U+{ord(mark):04X} ({unicodedata.name(mark).lower()}), which nobody sees and which turns the direction "
        "of what follows; delete it"
    )
