"""What the search knows of Chinese characters: how they are read, and the simplified one for each traditional one."""

from __future__ import annotations

import os
import unicodedata
from collections import defaultdict
from functools import cache

from opencc import OpenCC

# Its 47,000 phrases would be loaded with it, which takes half a second; here only single characters are looked up.
os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
from pypinyin.pinyin_dict import pinyin_dict

_ALL = [chr(code) for code in range(0x4E00, 0xA000)]
_READINGS_IN_NAMES = 2
"""How many readings of a character count where a name of the handbook uses it; of others the commonest does."""


def readings(names: str) -> dict[str, str]:
    """The characters that are read so, by syllable without tone (ü as v).

    Args:
        names: every name of the handbook; its characters are among those that are known, beside the commonest 3,755.
    """
    used = set(names)
    found: dict[str, str] = defaultdict(str)
    for sign in sorted(_common() | {sign for sign in used if ord(sign) in pinyin_dict}):
        most = _READINGS_IN_NAMES if sign in used else 1
        for syllable in dict.fromkeys(map(_plain, pinyin_dict[ord(sign)].split(",")[:most])):
            found[syllable] += sign
    return dict(sorted(found.items()))


@cache
def simplified() -> str:
    """Traditional characters and the simplified ones of each, in turn: `會会議议`."""
    converter = OpenCC("t2s")
    pairs = ((sign, converter.convert(sign)) for sign in _ALL)
    return "".join(sign + simple for sign, simple in pairs if simple != sign and simple in _common())


@cache
def _common() -> frozenset[str]:
    """The first level of GB/T 2312: the 3,755 commonest characters."""
    return frozenset(
        bytes((row, cell)).decode("gb2312")
        for row in range(0xB0, 0xD8)
        for cell in range(0xA1, 0xFF)
        if (row, cell) < (0xD7, 0xFA)
    )


def _plain(syllable: str) -> str:
    """A syllable without its tone: `lǜ` → `lv`."""
    letters = unicodedata.normalize("NFD", syllable).replace("u\u0308", "v")
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
