"""What is said of working with people elsewhere reads right from wherever head office is."""

from __future__ import annotations

import pytest

from macros.reading.loading import handbook_of
from tests.unit.sound import sound


def seen_from(country: str | None, zone: str):
    handbook = handbook_of(sound())
    hours = handbook.company.working_hours.model_copy(update={"country": country, "time_zone": zone})
    return handbook.abroad, handbook.abroad.seen_from(hours)


@pytest.mark.parametrize("country", ["CN", None])
def test_from_china_it_is_as_written_and_china_is_not_abroad(country: str | None):
    whole, seen = seen_from(country, "Asia/Shanghai")
    assert seen.places == tuple(each for each in whole.places if each.id != "china")
    assert seen.holidays == whole.holidays


@pytest.mark.parametrize("country", ["DE", None])
def test_from_elsewhere_china_is_a_place_as_others_and_nothing_is_said_of_our_holidays_there(country: str | None):
    whole, seen = seen_from(country, "Europe/Berlin")
    assert [each.id for each in seen.places] == [each.id for each in whole.places if each.id != "berlin"]
    assert any(each.id == "china" for each in seen.places)
    advice = {each.id: each.advice for each in seen.holidays}
    assert advice["national-day"].en.startswith("Have signatures, payments and shipments in China done")
    assert advice["diwali"] == next(each.advice for each in whole.holidays if each.id == "diwali")
    english = " ".join([*(each.note.en for each in seen.places if each.note), *(each.en for each in advice.values())])
    for only_from_china in ("when we stop", "our Wednesday", "our Monday", "how long we are closed", "before we leave"):
        assert only_from_china not in english


def test_what_stands_for_a_whole_row_says_nothing_of_weekends_languages_or_holidays_of_one_country_in_it():
    whole, _ = seen_from("CN", "Asia/Shanghai")
    rows = {each.id: each for each in whole.places}
    assert {"riyadh", "dubai", "sao-paulo"} <= {id for id, each in rows.items() if each.same_clock and each.apart}
    for place in rows.values():
        names = {"zh": [place.name.zh, *(each.zh for each in place.same_clock), *place.aliases["zh"]]}
        names["en"] = [place.name.en, *(each.en for each in place.same_clock), *place.aliases["en"]]
        if place.same_clock and place.note:
            assert not any(word in place.note.zh for word in ("周末", "工作语言是")), place.id
            assert not any(word in place.note.en for word in ("weekend is", "working language is")), place.id
        for each in place.apart:
            for language, pause in (("zh", "、"), ("en", ", ")):
                for name in each.of[language].split(pause):
                    assert any(name in one for one in names[language]), f"{place.id}: {name} is not in the row"
