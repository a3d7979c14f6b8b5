"""Nothing is left that only holds the place of what is still to be written, or was to be a name or a macro and is not written as one."""

from __future__ import annotations

import re

from ...reading import texts
from ...reading.loaded import Loaded

_PLACEHOLDER = re.compile(
    r"(?<![A-Za-z-])(?:TODO|FIXME|TBD|TBC|NEW-ID)(?![A-Za-z-])|[Ll]orem ipsum|待补充|待填写|此处填写|占位符"
)
_WIDE_BRACES = re.compile("[｛｝]+")
"""As a Chinese keyboard writes them; around a name or a macro they would be published, and it with them."""


def check(loaded: Loaded) -> None:
    """Report placeholders in data, pages and the change log; passages marked by `to_write` are reported with the pages."""
    for path, location, found in texts.in_data(loaded, _PLACEHOLDER):
        loaded.fault(path, location, _message(found))
    for path, number, found in texts.elsewhere(loaded, _PLACEHOLDER, "docs"):
        loaded.faults.add(path, number, "text", _message(found))
    for path, location, found in texts.in_data(loaded, _WIDE_BRACES):
        loaded.fault(path, location, _wide(found))
    for path, number, found in texts.elsewhere(loaded, _WIDE_BRACES, "docs"):
        loaded.faults.add(path, number, "text", _wide(found))


def _message(found: str) -> str:
    return f"'{found}' was left to hold the place of something; write what belongs there"


def _wide(found: str) -> str:
    return f"'{found}' is a full-width brace; write those of the English keyboard: {{…}} around a name, {{{{ … }}}} around a macro"
