"""The sentences of the commands: in both languages, by the locale of the console."""

from __future__ import annotations

import ast
import json
import re

import pytest

from macros import console
from tests.conftest import ROOT

SENTENCES = json.loads((ROOT / "macros" / "console" / "sentences.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "environment, language",
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW.Big5", "LC_ALL": ""}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_locale_decides(environment: dict[str, str], language: str):
    assert console.language(environment) == language


@pytest.mark.parametrize("key", SENTENCES)
def test_a_sentence_stands_in_both_languages_with_the_same_blanks(key: str):
    zh, en = SENTENCES[key]["zh"], SENTENCES[key]["en"]
    assert sorted(re.findall(r"\{\w+", zh)) == sorted(re.findall(r"\{\w+", en))
    assert re.search(r"[\u4e00-\u9fff]", zh) and not re.search(r"[\u3000-\u9fff\uff00-\uffef]", en)
    assert not re.search(r"[\u4e00-\u9fff] \w|\w [\u4e00-\u9fff]|[\u4e00-\u9fff][,;:?!]", zh), zh


def test_every_sentence_is_said_and_every_one_that_is_said_is_there():
    asked = set()
    for file in (ROOT / "macros").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in (
                "said",
                "say",
                "complain",
            ):
                asked |= {each.value for each in ast.walk(node.args[0]) if isinstance(each, ast.Constant)}
    known = {key for key in SENTENCES if not key.startswith(("help_", "gate_"))}
    assert known <= asked
    assert {key for key in asked if not key.endswith("_")} <= SENTENCES.keys()


@pytest.mark.parametrize(
    "message, chinese",
    [
        ("unknown key 'x'; use one of: template", "不认识的键“x”；可以用：template"),
        ("contact(): too many positional arguments; its arguments: id", "contact()：参数太多；它的参数：id"),
    ],
)
def test_a_name_that_is_a_word_of_a_message_too_stays_as_it_is_written(message: str, chinese: str):
    assert console.in_words(message, "zh") == chinese
