"""What the search knows of Chinese characters: how they are read, and the simplified one for each traditional one."""

from __future__ import annotations

import itertools
import os
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from opencc import OpenCC

# Its 47,000 phrases would be loaded with it, which takes half a second; here only single characters are looked up.
os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
from pypinyin.pinyin_dict import pinyin_dict

from .numbers import base36

_ALSO_WRITTEN = {"帐": "账"}
"""What is written in place of another of the same sound and meaning, so that neither is a slip."""
_ALL = [chr(code) for code in range(0x4E00, 0xA000)]
_READ_TWO_WAYS = frozenset(
    "艾薄背便剥泊参藏曾差长朝称澄匙冲重处传答大单弹当倒得的地调都度恶坊佛干给更观冠还行好号和横华会几系假间将降角教节解结尽"
    "劲觉卷卡看壳空乐了累量露率绿落脉模没秘难宁扭屏仆奇切强亲曲券圈塞散色厦少舍什省盛识石似宿属数缩弹提挑调贴吐为尾系吓鲜相"
    "巷削校兴行旋血压咽要饮应与吁晕载脏择曾扎炸占涨着正症只殖中种轴属转钻仔作弄弟括景术查核溃稽籍络般著见谁辟长否坏"
)
"""Characters that really are read in two ways; the second reading that a dictionary has of most others is met in no office."""


def common_readings() -> str:
    """How the commonest characters are read, in the order in which GB/T 2312 has them: `a1ai13an8…`, each with how many.

    The order is that of their sound, so that `sounds.js`, which takes the characters from a browser's decoder, needs but this.
    """
    runs = itertools.groupby(_plain(_dictionary_readings(sign)[0]) for sign in _common())
    return "".join(f"{syllable}{sum(1 for _ in run)}" for syllable, run in runs)


def readings(names: str) -> dict[str, str]:
    """The characters that are read so as well, by syllable without tone (ü as v).

    Args:
        names: every name of the handbook, whose characters count in both readings where they have two, and where they are rare, too.
    """
    common = set(_common())
    found: dict[str, str] = defaultdict(str)
    for sign in sorted(sign for sign in set(names) if ord(sign) in pinyin_dict):
        known = [_plain(reading) for reading in _dictionary_readings(sign)[: 1 + (sign in _READ_TWO_WAYS)]]
        for syllable in dict.fromkeys(known):
            if sign not in common or syllable != known[0]:
                found[syllable] += sign
    return dict(sorted(found.items()))


@cache
def simplified() -> dict[str, str]:
    """The simplified character for each traditional one, and one for each that is written in place of another."""
    converter = OpenCC("t2s")
    common = set(_common())
    pairs = ((sign, _ALSO_WRITTEN.get(simple, simple)) for sign in _ALL for simple in [converter.convert(sign)])
    return {sign: simple for sign, simple in pairs if simple != sign and simple in common}


def simplified_in(text: str) -> dict[str, str]:
    """Of those, the ones whose simplified character stands in a text: any other finds nothing there either way."""
    known = set(text)
    return {sign: simple for sign, simple in simplified().items() if simple in known}


def packed(pairs: dict[str, str]) -> str:
    """Pairs of characters as `simpleSigns` in `folding.js` reads them: `yc4 1 …,jx1 a …`.

    Most run in the order of their radicals, so that the distance of each from the one before, in base 36, packs to two thirds.
    """
    return ",".join(" ".join(_distances(map(ord, signs))) for signs in (pairs, pairs.values()))


def _distances(numbers: Iterable[int]) -> Iterator[str]:
    for before, number in itertools.pairwise((0, *numbers)):
        yield ("-" if number < before else "") + base36(abs(number - before))


def _dictionary_readings(sign: str) -> list[str]:
    readings: str = pinyin_dict[ord(sign)]
    return readings.split(",")


@cache
def _common() -> str:
    """The first level of GB/T 2312: the 3,755 commonest characters, in its order."""
    places = ((row, cell) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF) if (row, cell) < (0xD7, 0xFA))
    return b"".join(map(bytes, places)).decode("gb2312")


def _plain(syllable: str) -> str:
    """A syllable without its tone: `lǜ` → `lv`."""
    letters = unicodedata.normalize("NFD", syllable).replace("u\u0308", "v")
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
