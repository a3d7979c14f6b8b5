"""The shapes of signs, in parts, of which the browser puts into a PDF just those that were typed (`overrides/forms/own/glyphs.js`).

Published only where a company has a PDF of its own that is filled in online, and fetched only when one is. The first part has
what nearly all answers are written with; the others have 1,024 places of Unicode each, so that a rarer sign takes one along.
"""

from __future__ import annotations

import io
import re
import unicodedata
import zlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from struct import pack
from typing import TYPE_CHECKING

from ..downloads.fonts import typeset
from ..model.handbook import Handbook

if TYPE_CHECKING:
    import pikepdf

_SOURCE = Path(__file__).with_name("glyphs.typ")
_A_PART = 1024
_FIRST_ROWS, _COMMON_ROWS = range(0xA1, 0xAA), range(0xB0, 0xD8)
"""The rows of GB 2312 with signs, and with its 3,755 most used characters."""
_LATIN = range(0x20, 0x180)
_ENCLOSED_AND_TYPOGRAPHIC = (
    *range(0x2010, 0x2040),
    *range(0x3000, 0x3040),
    *range(0x2460, 0x2500),
    0x20AC,
    0x2610,
    0x2611,
    0x2713,
)
_CHINESE = ((0x2E80, 0xA000), (0xF900, 0x10000))
_RARE = range(0x20000, 0x32000)
_TO_THE_LEFT = {"R", "AL"}
"""How letters run that are in none of the fonts."""
_MAPPED = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]{4,8})>")


def are_wanted(handbook: Handbook) -> bool:
    """Whether anything is typed into a PDF of the company's own."""
    return any(
        template.own_format == "pdf" and handbook.own_forms[template.id].sections for template in handbook.templates
    )


def names() -> list[str]:
    """The names of the parts: `first`, the numbers of 1,024 places each, and `rare` for all that lie behind these."""
    numbers = (number for begin, end in _CHINESE for number in range(begin // _A_PART, -(-end // _A_PART)))
    return ["first", *(f"{number:x}" for number in numbers), "rare"]


def files(handbook: Handbook) -> Iterator[tuple[str, bytes]]:
    """The parts with the addresses under which they are published."""
    for name in names() if are_wanted(handbook) else ():
        yield f"fonts/{name}.bin", part(name)


@cache
def part(name: str) -> bytes:
    """A part, packed: of each font in it how many signs it has, and how long it is; of each sign its place in Unicode, its number
    in the font and its width; then the font."""
    first = {*map(chr, (*_LATIN, *_ENCLOSED_AND_TYPOGRAPHIC)), *_of_gb2312(_FIRST_ROWS), *_of_gb2312(_COMMON_ROWS)}
    if name == "first":
        return _packed("".join(sorted(first)))
    places = _RARE if name == "rare" else range(int(name, 16) * _A_PART, (int(name, 16) + 1) * _A_PART)
    return _packed("".join(sign for sign in map(chr, places) if sign not in first))


def _of_gb2312(rows: range) -> Iterator[str]:
    for row in rows:
        for cell in range(0xA1, 0xFF):
            yield from bytes((row, cell)).decode("gb2312", "ignore")


def _packed(signs: str) -> bytes:
    """The shapes of those of these signs that the fonts have."""
    # What turns the direction of a text would turn signs such as （ and ≤ too, and the typesetter falls over lines with Arabic letters.
    signs = "".join(
        sign
        for sign in signs
        if unicodedata.category(sign)[0] != "C" and unicodedata.bidirectional(sign) not in _TO_THE_LEFT
    )
    found = _fonts_of(signs)
    # Of two signs with one shape, such as ≤ and ≦, a font says only which is the first.
    left = "".join(sign for sign in signs if sign not in "".join(known for known, _ in found))
    found += _fonts_of(left) if found and left else []
    return zlib.compress(b"".join(font for _, font in found), 9)


def _fonts_of(signs: str) -> list[tuple[str, bytes]]:
    """The fonts with these signs: which each has, and how the browser gets it."""
    import pikepdf  # takes its time, and a check needs none of it

    found: list[tuple[str, bytes]] = []
    with pikepdf.open(io.BytesIO(typeset(_SOURCE, format="pdf", sys_inputs={"text": " ".join(signs)}))) as pdf:
        fonts = {font.objgen: font for page in pdf.pages for font in page.Resources.get("/Font", {}).values()}
        for font in fonts.values():
            below = font.DescendantFonts[0]
            mapped = [(number, sign) for number, sign in _mapped(font.ToUnicode.read_bytes()) if sign in signs]
            if "/FontFile2" not in below.FontDescriptor or not mapped:
                continue
            widths, usual = _widths(below), round(float(below.get("/DW", 1000)))
            listed = [pack(">IHH", ord(sign), number, widths.get(number, usual)) for number, sign in mapped]
            program = below.FontDescriptor.FontFile2.read_bytes()
            head = pack(">II", len(listed), len(program))
            found.append(("".join(sign for _, sign in mapped), head + b"".join(listed) + program))
    return found


def _mapped(to_unicode: bytes) -> Iterator[tuple[int, str]]:
    for number, sign in _MAPPED.findall(to_unicode):
        text = bytes.fromhex(sign.decode()).decode("utf-16-be", "ignore")
        if len(text) == 1:
            yield int(number, 16), text


def _widths(font: pikepdf.Object) -> dict[int, int]:
    """The widths of glyphs by their numbers, in thousandths."""
    import pikepdf

    widths: dict[int, int] = {}
    given = list(font.get("/W", ()))
    while given:
        begin, more = int(given.pop(0)), given.pop(0)
        if isinstance(more, pikepdf.Array):
            widths |= {begin + number: round(float(width)) for number, width in enumerate(more)}
        else:
            width = round(float(given.pop(0)))
            widths |= dict.fromkeys(range(begin, int(more) + 1), width)
    return widths
