"""Durations, moments and office hours in the words of the interface data."""

from __future__ import annotations

import functools
import re
from dataclasses import replace
from datetime import date, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from macros.model.company import Company as Profile
from macros.model.offices import Office, OtherHours, WorkingHours
from macros.model.response_times import AnswerTime
from macros.model.working_days import FreeTime
from macros.pages.authoring.company import Company
from macros.reading.loading import handbook_of
from macros.wording import Wording
from tests.conftest import ROOT
from tests.unit.sound import sound

wording = functools.cache(lambda language: Wording(handbook_of(sound()), language))


def test_a_day_off_is_called_as_the_handbook_calls_it():
    named = {
        day: wording("en").time_off(handbook_of(sound()).company.working_hours, FreeTime(day, day))
        for day in (date(2026, 5, 1), date(2026, 2, 17), date(2026, 10, 1))
    }
    assert list(named.values()) == ["Day off: Labour Day", "Day off: Spring Festival", "Day off: National Day"]


@pytest.mark.parametrize(
    ("duration", "clock", "zh", "en"),
    [
        ("PT30M", "calendar", "30分钟", "30 minutes"),
        ("PT1H", "calendar", "1小时", "1 hour"),
        ("PT4H", "working", "4个工作小时", "4 working hours"),
        ("P1D", "working", "1个工作日", "1 working day"),
        ("P1DT2H", "calendar", "1天2小时", "1 day 2 hours"),
        ("P1Y", "working", "1年", "1 year"),
        ("P2W", "calendar", "2周", "2 weeks"),
    ],
)
def test_a_duration_is_said_by_its_parts_and_its_clock(duration: str, clock: str, zh: str, en: str):
    assert (wording("zh").duration(duration, clock), wording("en").duration(duration, clock)) == (zh, en)


def test_nobody_owes_an_answer_where_nobody_does():
    time = AnswerTime("PT2H", "working")
    assert wording("en").owed("nobody", time) == ""
    assert "2 working hours" in wording("en").owed("us", time) != wording("en").owed("colleague", time)


def test_a_moment_is_a_day_and_a_time():
    friday = datetime(2024, 1, 5, 9, 5)
    assert (wording("zh").moment(friday), wording("en").moment(friday)) == ("周五09:05", "Friday 09:05")
    assert wording("zh").list(["甲", "乙"]) == "甲、乙" and wording("en").list(["a", "b"]) == "a, b"


def with_hours(**changes: Any) -> Wording:
    """English words for a company with other hours."""
    handbook = handbook_of(sound())
    hours = handbook.company.working_hours.model_copy(update=changes)
    object.__setattr__(handbook, "company", handbook.company.model_copy(update={"working_hours": hours}))
    return Wording(handbook, "en")


def test_days_in_a_row_are_said_by_the_first_and_the_last():
    assert "Monday to Friday" in with_hours(days=("mon", "tue", "wed", "thu", "fri")).office_hours()
    assert "Monday, Tuesday" in with_hours(days=("mon", "tue")).office_hours()
    assert "Monday, Wednesday, Friday" in with_hours(days=("mon", "wed", "fri")).office_hours()


def place(zone: str) -> Any:
    return handbook_of(sound()).abroad.places[0].model_copy(update={"time_zone": zone})


def test_the_hours_that_two_offices_share_follow_the_clocks_of_both():
    hours: WorkingHours = handbook_of(sound()).company.working_hours
    assert (hours.time_zone, hours.start, hours.end) == ("Asia/Shanghai", "09:00", "18:00")
    [same] = with_hours().place_hours(place("Asia/Singapore"))
    assert (same["season"], same["shared"]) == ("", "09:00–18:00") and same["difference"]
    winter, summer = with_hours().place_hours(place("Europe/Berlin"))
    assert (winter["shared"], summer["shared"]) == ("16:00–18:00", "15:00–18:00")
    assert "7" in winter["difference"] and "6" in summer["difference"] and winter["season"] != summer["season"]
    [chinese] = wording("zh").place_hours(place("Asia/Singapore"))
    assert chinese["shared"] == "09:00—18:00"  # the sign that Chinese has for it
    [india] = with_hours().place_hours(place("Asia/Kolkata"))
    assert "2.5" in india["difference"] and india["shared"] == "11:30–18:00"
    ahead = with_hours().place_hours(place("Pacific/Auckland"))
    assert [each["shared"] for each in ahead] == ["09:00–13:00", "09:00–14:00"]
    [far] = with_hours().place_hours(place("Pacific/Honolulu"))
    assert far["shared"] == with_hours().text("no_shared_hours")


OURS = {"customer-requirements", "change-confirmation", "phrases", "working-abroad", "authors"}
"""Where a time is the company's own as people outside see it, or the text says itself by whose clock it is."""


def test_every_text_says_whose_clock_its_times_are_where_there_are_several_offices():
    """Pages by a sentence or a few words behind the time, data by `{by_office}`."""
    sources = [*ROOT.glob("docs/zh/**/*.md"), *ROOT.glob("docs/en/**/*.md"), *ROOT.glob("docs/data/**/*.yml")]
    said = ("with_offices(", "company.by_office", "{by_office}")
    told = [
        (f"{file.relative_to(ROOT)}:{number}", any(each in line for each in said))
        for file in sources
        if file.stem not in OURS
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(r"work_(start|end)\b", line)
    ]
    assert len(told) >= 30 and not [place for place, is_said in told if not is_said]


def with_another_office(company: Profile) -> Profile:
    return company.model_copy(update={"offices": {"munich": Office.model_construct(emergency=None)}})


def test_what_stands_behind_a_time_is_blank_where_there_is_one_office():
    handbook = handbook_of(sound())
    assert handbook.tokens["by_office"].en == ""
    several = replace(handbook, company=with_another_office(handbook.company)).tokens["by_office"]
    assert several.zh.startswith("（总部") and several.en.startswith(" (at head")


@pytest.mark.parametrize(("language", "said"), [("zh", "（总部时间"), ("en", " (at head office")])
def test_on_a_page_too_what_stands_behind_a_time_keeps_its_distance(language: str, said: str):
    handbook = handbook_of(sound())
    several = replace(handbook, company=with_another_office(handbook.company))
    page: Any = SimpleNamespace(handbook=several, language=language)
    assert str(Company(page).by_office).startswith(said)


def test_hours_say_by_whose_clock_only_where_there_are_several():
    assert with_hours().office_hours() == "Monday to Friday 09:00–18:00 (break 12:00–13:00)"
    handbook = handbook_of(sound())
    offices = {"munich": Office(name=handbook.company.name, working_hours=handbook.company.working_hours)}
    object.__setattr__(handbook, "company", handbook.company.model_copy(update={"offices": offices}))
    assert Wording(handbook, "en").office_hours().endswith(", head office time")


def test_what_is_said_of_two_languages_is_said_so_on_both_pages():
    """A handbook in one language would else promise the other, as the glossary's line did in English."""
    uses = {
        language: {
            page.relative_to(ROOT / "docs" / language).as_posix(): page.read_text(encoding="utf-8").count(
                "in_both_languages("
            )
            for page in (ROOT / "docs" / language).rglob("*.md")
        }
        for language in ("zh", "en")
    }
    assert uses["zh"] == uses["en"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_rules_name_no_countrys_holidays(language: str):
    """A company elsewhere has other long holidays; only what is said of working abroad, and what people search for, names any."""
    named = re.compile("Spring Festival|National Day|Mid-Autumn|春节|国庆|中秋")
    pages = [*(ROOT / "docs" / language).glob("scenarios/*.md"), *(ROOT / "docs" / language).glob("guide/**/*.md")]
    assert not [page.name for page in pages if named.search(page.read_text(encoding="utf-8"))]


def test_a_channel_page_says_whose_clock_its_times_are_where_there_are_several_offices():
    """`work_start` and `work_end` are head office's."""
    pages = [page for language in ("zh", "en") for page in (ROOT / "docs" / language / "channels").glob("*.md")]
    told = [
        (f"{page.parent.parent.name}/{page.name}", "with_offices(" in line)
        for page in pages
        for line in page.read_text(encoding="utf-8").splitlines()
        if "company.work_" in line
    ]
    assert len(told) >= 12 and not [name for name, is_said in told if not is_said]


def test_no_example_reckons_another_city_from_where_head_office_is():
    """“15:00 head office time (08:00 in Berlin)” is true of one time zone only."""
    reckoned = re.compile(r"head office time [(（].*\d\d:\d\d|总部时间，.*\d\d:\d\d")
    pages = [page for language in ("zh", "en") for page in (ROOT / "docs" / language).rglob("*.md")]
    assert [page.name for page in pages if reckoned.search(page.read_text(encoding="utf-8"))] == []


def test_hours_that_differ_are_one_list_and_a_night_ends_on_the_next_day():
    friday, summer = OtherHours(days=("fri",), end="16:00"), OtherHours(first="06-01", last="08-31", start="08:00")
    said = with_hours(other_hours=(friday, summer)).office_hours()
    assert said.endswith("), but Friday 09:00–16:00, 1 June to 31 August 08:00–18:00")
    night = {"start": "22:00", "end": "06:00", "break_start": "02:00", "break_end": "02:30"}
    assert "22:00–06:00 the next day (break 02:00–02:30)" in with_hours(**night).office_hours()
    [there] = with_hours(**night).place_hours(place("Asia/Singapore"))
    assert there["shared"] == "22:00–06:00"
    ours = with_hours(start="05:00", end="14:00")
    theirs = handbook_of(sound()).company.working_hours.model_copy(update={"start": "05:00", "end": "14:00"} | night)
    assert [each["shared"] for each in ours.place_hours(theirs)] == ["05:00–06:00"]
