"""What a filter finds a row by beside its text."""

from __future__ import annotations

from macros.pages.filtered import to_filter


def test_each_word_stands_once_and_none_within_another():
    assert to_filter(["lost badge", "badge broken", "badges"]) == "lost broken badges"
    assert to_filter(["叫救护车", "救护车", "着火"]) == "叫救护车 着火"


def test_a_latin_word_within_another_stays_since_words_are_found_where_they_begin():
    assert to_filter(["bill", "ill"]) == "bill ill"
