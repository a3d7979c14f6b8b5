"""The company's letterhead: what letters in Word take of its file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

MM = 1440 / 25.4
"""A millimetre in the measure of Word, twentieths of a point."""


@dataclass(frozen=True)
class Part:
    """A part of a Word file that goes into letters as it is."""

    content: bytes
    media_type: str


@dataclass(frozen=True)
class Letterhead:
    """The page, the head and foot of each page, and the styles."""

    section: bytes
    """Size and margins of the page, and by the ids of `links` which head and foot it bears: a `w:sectPr`."""
    links: Mapping[str, tuple[str, str]]
    """Where the text leads: by the id, the end of the kind and the name of the part."""
    parts: Mapping[str, Part]
    """Heads, feet, their pictures, the styles and what these lead to, by their names in the file."""
    left_and_right: bool
    """Whether pages on the left have a head and a foot of their own."""
