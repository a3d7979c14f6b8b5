"""What a letter says of itself is the same in a download and in what the browser fills in."""

from __future__ import annotations

import json
import re

import pytest

from macros.downloads.letter import TO_SIGN, continued, unstopped
from macros.model.capitals import in_capitals
from tests.conftest import ROOT
from tests.unit.test_known_twice import constant


def test_the_line_to_sign_on_is_as_long():
    assert dict(re.findall(r'(\w+): "([^"]*)"', constant("forms/letter.js", "TO_SIGN"))) == TO_SIGN


def test_a_sign_that_an_answer_brings_along_is_not_said_twice():
    cases = json.loads((ROOT / "tests" / "letter-joins.json").read_text(encoding="utf-8"))
    assert [continued(each["text"], each["more"]) for each in cases] == [each["gives"] for each in cases]
    assert [unstopped(each["text"], each["more"]) for each in cases] == [
        each.get("left", each["text"]) for each in cases
    ]


def test_amounts_are_said_in_capitals():
    cases = json.loads((ROOT / "tests" / "capitals.json").read_text(encoding="utf-8"))
    assert [in_capitals(each["figure"]) for each in cases] == [each["capitals"] for each in cases]


@pytest.mark.parametrize("literal", ["http://www.w3.org/XML/1998/namespace", "86_400_000"])
def test_what_several_scripts_need_stands_in_one(literal: str):
    scripts = (ROOT / "overrides").rglob("*.js")
    assert sum(file.read_text(encoding="utf-8").count(literal) for file in scripts) == 1
