"""What a letter says of itself is the same in a download and in what the browser fills in."""

from __future__ import annotations

import json
import re

import pytest

from macros.downloads.letter import EMPTY_BOX, TICKED_BOX, TO_SIGN, Letter, continued, unstopped
from macros.model.capitals import in_capitals
from macros.model.handbook import Handbook
from macros.model.languages import LANGUAGES, Language
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_ticked_in_a_letter_is_a_box_as_in_word(handbook: Handbook, language: Language):
    """Each file of a consent says the same: a number in one and a box in the other are two texts."""
    template = handbook.template["photo-consent"]
    field = next(each for each in template.fields if each.id == "con-understood")
    for filled, box in ((True, TICKED_BOX), (False, EMPTY_BOX)):
        paragraphs = Letter(template, language, handbook, filled=filled).paragraphs()
        said = [each.text for each in paragraphs if each.kind == "item"]
        assert said == [f"{box}\u00a0{option.label[language]}" for option in field.options]
