"""What Excel allows: lengths, counted in UTF-16 units, and names."""

from __future__ import annotations

import re

CELL, HEADER, SHEET_NAME, COLUMN_HEADER = 32_767, 255, 31, 255
MESSAGE_TITLE, MESSAGE, INLINE_LIST = 32, 255, 255
ROW_HEIGHT = 409.0
"""In points."""


def length(text: str) -> int:
    """How long a text is for Excel, to which 𠮷 and an emoji are two characters."""
    return len(text.encode("utf-16-le")) // 2


def shortened(text: str, limit: int) -> str:
    """The text, or as much of it as the limit, of one at least, allows, ending in an ellipsis."""
    if length(text) <= limit:
        return text
    while length(text) > limit - 1:
        text = text[:-1]
    return f"{text.rstrip()}…"


def in_running_line(text: str, limit: int) -> str:
    """The text as a line at the edge of the paper has it, every & doubled, or as much of it as the limit allows."""
    doubled = text.replace("&", "&&")
    if length(doubled) <= limit:
        return doubled
    while text and length(doubled) > limit - 1:
        text = text[:-1]
        doubled = text.replace("&", "&&")
    return f"{doubled.rstrip()}…" if limit > 0 else ""


def sheet_name(title: str) -> str:
    """A title as the name of a sheet."""
    return shortened(" ".join(re.sub(r"[\[\]:*?/\\']", " ", title).split()), SHEET_NAME) or "-"


def cell_name(*ids: str) -> str:
    """The name of the cells of a field: `first-day` → `first_day`; `to-dos`, `what` → `to_dos.what`.

    A name that could also be the address of a cell, such as `tax2026`, ends in an underscore.
    """
    name = ".".join(ids).replace("-", "_")
    return f"{name}_" if re.fullmatch(r"[a-z]{1,3}\d+|r\d*|c\d*|r\d*c\d*", name) else name
