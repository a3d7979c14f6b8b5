"""Lines of calendars and address cards: their texts, and how long they may be."""

from __future__ import annotations

import re

_OCTETS = 75
"""The longest line, as the standards of both have it."""


def escaped(text: str) -> str:
    """A text as such a line holds it: what would end or part it is marked."""
    return re.sub(r"([\\,;])", r"\\\1", text).replace("\n", r"\n")


def folded(line: str) -> str:
    """A line in pieces of as many octets as the standard allows, no character cut; what follows begins with a blank."""
    pieces, piece, size = [], "", 0
    for sign in line:
        octets = len(sign.encode())
        if size + octets > _OCTETS:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + sign, size + octets
    return "\r\n".join([*pieces, piece])
