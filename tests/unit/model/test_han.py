"""Which characters are Chinese is said once for Python and once for scripts, and the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.model.han import HAN

OVERRIDES = Path(__file__).parents[3] / "overrides"
_SIGN = re.compile(r"\\u(?:\{([0-9a-f]+)\}|([0-9a-f]{4}))")


def test_scripts_know_the_same_characters_as_python():
    said = re.search(r'HAN = "(.*?)"', (OVERRIDES / "shared" / "han.js").read_text(encoding="utf-8"))
    assert said and _SIGN.sub(lambda sign: chr(int(sign[1] or sign[2], 16)), said[1]) == HAN


@pytest.mark.parametrize("sign", [*"一〇龥㐀\U00020bb7\U000323af"])
def test_rare_characters_are_chinese_too(sign: str):
    assert re.fullmatch(f"[{HAN}]", sign)


@pytest.mark.parametrize("sign", [*"a1，。“—①かゴ한𝒜😀"])
def test_signs_letters_and_other_scripts_are_not(sign: str):
    assert not re.fullmatch(f"[{HAN}]", sign)


def test_nothing_else_says_it_again():
    again = re.compile(r"\\u4e00|\\u3400-|Script=Han")
    files = [*OVERRIDES.rglob("*.js"), *OVERRIDES.with_name("macros").rglob("*.py")]
    found = [file.name for file in files if again.search(file.read_text(encoding="utf-8"))]
    assert sorted(found) == ["han.js", "han.py"]
