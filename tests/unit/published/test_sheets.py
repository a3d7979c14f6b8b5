"""The style sheets: what stands in any part is published, in the one sheet that has it."""

from __future__ import annotations

import re

from macros.published import assets
from macros.reading import loading
from tests.conftest import ROOT
from tests.unit.sound import sound

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def without_blanks(text: str) -> str:
    """What is left whatever blanks, and signs before a closing brace, a sheet is published with."""
    return re.sub(r"\s+", "", text).replace(";}", "}").rstrip(";}")


def test_every_part_is_in_one_of_the_sheets():
    handbook = loading.handbook_of(sound())
    sheets = [without_blanks(assets.stylesheet(ROOT / "overrides", name, handbook)) for name in assets.SHEETS]
    counted = {}
    for part in (ROOT / "overrides").rglob("*.css"):
        longest = max(_COMMENT.sub("", part.read_text(encoding="utf-8")).splitlines(), key=len)
        counted[part.name] = sum(without_blanks(longest) in sheet for sheet in sheets)
    assert {part: count for part, count in counted.items() if count != 1} == {}


def test_where_a_page_without_anything_beside_it_stands_is_said_once():
    parts = {part.name: part.read_text(encoding="utf-8") for part in (ROOT / "overrides").rglob("*.css")}
    for place in ("margin: 0 auto; max-width: 40rem", "margin: 0 12rem 0 13rem"):
        assert [name for name, text in parts.items() for _ in range(text.count(place))] == ["30-page.css"], place
