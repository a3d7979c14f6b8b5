"""Nothing is left that only holds the place of what is still to be written, or was to be a name or a macro and is not written as one."""

from __future__ import annotations

import re

from ...reading import texts
from ...reading.loaded import Loaded

_WORDS = ("TODO", "FIXME", "TBD", "TBC", "NEW-ID")
_LEFT = re.compile(
    # What stands before a word is looked at behind its first letter: a pattern that begins with letters is found soonest.
    "|".join(f"{word[0]}(?<![A-Za-z-]{word[0]}){word[1:]}(?![A-Za-z-])" for word in _WORDS)
    + "|Lorem ipsum|lorem ipsum|待补充|待填写|此处填写|占位符|｛[｛｝]*|｝[｛｝]*"
)
"""Words that hold a place, and braces as a Chinese keyboard writes them; around a name or a macro those would be published,
and it with them."""


def check(loaded: Loaded) -> None:
    """Report placeholders in data, pages and the change log; passages marked by `to_write` are reported with the pages."""
    for path, location, found in texts.in_data(loaded, _LEFT):
        loaded.fault(path, location, _message(found))
    for path, number, found in texts.elsewhere(loaded, _LEFT, "docs"):
        loaded.faults.add(path, number, "text", _message(found))


def _message(found: str) -> str:
    if found[0] in "｛｝":
        return _wide(found)
    return f"'{found}' was left to hold the place of something; write what belongs there"


def _wide(found: str) -> str:
    return f"'{found}' is a full-width brace; write those of the English keyboard: {{…}} around a name, {{{{ … }}}} around a macro"
