"""The parts of the font for PDFs that are filled in online."""

from __future__ import annotations

import unicodedata
import zlib
from struct import unpack_from

from macros.published import glyphs


def signs(name: str) -> set[str]:
    """The signs of a part, read as the browser reads it."""
    content, at, found = zlib.decompress(glyphs.part(name)), 0, set()
    while at < len(content):
        count, size = unpack_from(">II", content, at)
        found |= {chr(unpack_from(">I", content, at + 8 + 8 * each)[0]) for each in range(count)}
        at += 8 + 8 * count + size
    assert at == len(content)
    return found


def test_signs_lie_in_the_part_where_the_browser_looks_for_them():
    assert "𠮷" in signs("rare") and all(ord(sign) >= 0x20000 for sign in signs("rare"))
    assert glyphs.names()[0] == "first" and "1e" in glyphs.names()
    assert "镕" in signs(f"{ord('镕') // 1024:x}")


def test_every_part_can_be_made():
    """The last one before the rare signs has Arabic letters among its places, of which the fonts have none."""
    assert "￥" in signs("first") | signs("3f") and all(signs(name) for name in ("3e", "3f"))


def test_nothing_turns_the_direction_of_what_stands_behind_it():
    """Else brackets would have the shapes of their opposites."""
    assert not [sign for name in ("8", "rare") for sign in signs(name) if unicodedata.category(sign)[0] == "C"]
