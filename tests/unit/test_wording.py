"""Texts that are put together from others: whatever a value holds stays what it is."""

from __future__ import annotations

import dataclasses
import re
from types import SimpleNamespace

import pytest
from markupsafe import Markup

from macros.checking import checked
from macros.model.base import Text
from macros.model.handbook import Handbook
from macros.pages.practice import questions
from macros.wording import Wording
from tests.conftest import ROOT


def wording(text: str) -> Wording:
    """The words of a handbook with this one text."""
    texts = {"a": Text.model_construct(zh=text, en=text)}
    return Wording(SimpleNamespace(interface=SimpleNamespace(texts=texts)), "en")


@pytest.mark.parametrize(
    ("text", "values", "said"),
    [
        ("[n] of [all]", {"n": "[all]", "all": 3}, "[all] of 3"),
        ("[all], [n]", {"n": "a [all]", "all": "[n]"}, "[n], a [all]"),
        ("[n] [n]", {"n": "[n]"}, "[n] [n]"),
        ("[n] [unknown] [x](y)", {"n": "\\1 \\g<0> $& {n}"}, "\\1 \\g<0> $& {n} [unknown] [x](y)"),
    ],
)
def test_marks_are_replaced_once_whatever_the_values_hold(text, values, said):
    assert wording(text).text("a", **values) == said


def test_a_value_that_is_html_makes_html_of_the_rest():
    said = wording("<[n]> & [all]").text("a", n=Markup("<b>1</b>"), all="<i>")
    assert said == Markup("&lt;<b>1</b>&gt; &amp; &lt;i&gt;") and isinstance(said, Markup)
    assert not isinstance(wording("<[n]>").text("a", n="1"), Markup)


@pytest.mark.parametrize(
    ("language", "words", "said"),
    [
        ("zh", ("甲", "乙"), "甲、乙"),
        ("zh", ("不拍照。", "不带走。"), "不拍照。不带走。"),
        ("en", ("No photographs.", "No samples."), "No photographs. No samples."),
        ("en", ("one", "two."), "one, two."),
    ],
)
def test_behind_a_full_stop_there_is_no_comma(language, words, said):
    assert Wording(SimpleNamespace(), language).list(words) == said


def test_names_keep_their_letters_in_the_questions_of_the_practice():
    found, faults = checked.load(ROOT)
    assert found, faults.report()
    use = Text.model_construct(zh="PDF文件", en="PDF files and WeCom groups")
    channels = tuple(channel.model_copy(update={"use_for": (use, *channel.use_for[1:])}) for channel in found.channels)
    urgencies = tuple(
        urgency.model_copy(update={"name": Text.model_construct(zh="VIP急", en="VIP")})
        for urgency in found.response_times.urgencies
    )
    times = found.response_times.model_copy(update={"urgencies": urgencies})
    changed = dataclasses.replace(found, things={**found.things, "channels": channels}, response_times=times)
    said = [choice.because for question in questions(changed, "en") for choice in question.choices]
    assert any("PDF files and WeCom groups" in text for text in said) and any("VIP" in text for text in said)
    assert not any("pDF" in text or "vIP" in text for text in said)


NEVER_ONE = {
    "channel_scenarios_all",
    "channel_scenarios_more",
    "checklist_items",
    "fill_drafts_more",
    "fill_left_rows_cut",
    "fill_left_text_cut",
    "fill_list_full",
    "fill_paste_cut",
    "fill_rows_full",
    "form_fits",
    "form_lasts",
    "form_lasts_other",
    "found_all",
    "go_on_all",
    "go_on_here_several",
    "home_all_forms",
    "home_all_scenarios",
    "home_who_text",
    "naming_more",
    "note_full",
    "practice_all",
}
"""Counts of at least two: of a long list, what a field holds at most, or of several where one has words of its own."""


def test_no_count_that_can_be_one_is_said_with_a_word_for_several(handbook: Handbook):
    """“1 drafts”."""
    several = re.compile(r"\[(?:n|all|sum|many|most)\] (?:more |required )?(?!is\b)[a-z]+s\b")
    texts = {key.removeprefix("script_"): text.en for key, text in handbook.interface.texts.items()}
    found = {
        key
        for key, text in texts.items()
        if several.search(text) and not (key.endswith("_many") and f"{key[:-4]}one" in texts)
    }
    assert found == NEVER_ONE
