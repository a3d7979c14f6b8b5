"""Sentences with a fixed wording promise what the tables say, and stand in no other words beside them."""

from __future__ import annotations

import pytest

from macros.wording import Wording


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_times_in_fixed_sentences_are_those_of_the_tables(language: str, handbook):
    wording = Wording(handbook, language)
    said = {sentence.id: sentence.text[language] for sentence in handbook.sentences.sentences}
    media = next(row for row in handbook.response_times.outside if row.id == "media-enquiry")
    call = handbook.response_times.find("phone", "urgent")
    assert wording.duration(media.answer_within) in said["journalist"]
    assert wording.duration(call.answer_within) in said["on-call"]
    assert wording.duration(call.answer_within) in said["urgent-unanswered"]
