"""What scripts say: the words of an app that is not on the page stay away."""

from __future__ import annotations

import json

from macros.pages.script_words import script_words
from macros.reading import loading
from tests.unit.sound import sound


def test_words_of_an_app_that_is_not_there_are_left_out():
    words = script_words(loading.handbook_of(sound()), "en")
    everything, without = json.loads(words({})), json.loads(words({"fill_": False, "run_": True}))
    left_out = everything.keys() - without.keys()
    assert left_out and all(name.startswith("fill_") for name in left_out)
    assert without["markdown_signs"] and not any(name.startswith("fill_") for name in without)


def test_words_are_in_the_language_of_the_page():
    zh, en = (json.loads(script_words(loading.handbook_of(sound()), language)({})) for language in ("zh", "en"))
    assert zh.keys() == en.keys() and zh["copied"] != en["copied"]
