"""Durations are read, and over, as `tests/durations.json` says, to which `durations.test.mjs` holds the browser too."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from macros.checking.rules.clocks import check
from macros.model.base import Review, Text
from macros.model.durations import day_after, due_at, due_in_the_week, duration_parts, moment, rank
from macros.model.offices import OtherHours, OwnDays, WorkingHours

CASES = json.loads((Path(__file__).parents[2] / "durations.json").read_text(encoding="utf-8"))


def hours_in(zone: str) -> WorkingHours:
    """The working hours of the cases, in a zone."""
    return WorkingHours(**{**CASES["hours"], "days": tuple(CASES["hours"]["days"])}, time_zone=zone)


@pytest.mark.parametrize("case", CASES["parts"])
def test_a_duration_has_its_parts_or_is_none(case):
    try:
        parts = duration_parts(case["text"]) or None
    except ValueError:
        parts = None
    assert parts == case["parts"]


@pytest.mark.parametrize("case", CASES["days"], ids=lambda case: f"{case['start']} {case['within']}")
def test_a_duration_leads_to_a_day_and_a_month_without_it_ends_before(case):
    assert day_after(date.fromisoformat(case["start"]), case["within"]).isoformat() == case["due"]


@pytest.mark.parametrize("case", CASES["instants"], ids=lambda case: case["why"])
def test_a_duration_is_over_when_the_cases_say(case):
    due = due_at(
        datetime.fromisoformat(case["start"]), case["within"], case.get("clock", "calendar"), hours_in(case["zone"])
    )
    assert due == datetime.fromisoformat(case["due"])


@pytest.mark.parametrize("case", CASES["other"], ids=lambda case: case["why"])
def test_days_and_seasons_with_other_hours_count_as_the_cases_say(case):
    others = tuple(OtherHours(**{**each, "days": tuple(each.get("days", ()))}) for each in CASES["other_hours"])
    hours = hours_in(case["zone"]).model_copy(update={"other_hours": others})
    assert due_at(datetime.fromisoformat(case["start"]), case["within"], "working", hours) == datetime.fromisoformat(
        case["due"]
    )


def test_a_review_made_at_the_end_of_a_month_is_due_at_the_end_of_one():
    owner = Text.model_construct(zh="法务负责人", en="head of legal")
    review = Review.model_construct(owner=owner, reviewed=date(2026, 8, 31), valid_for="P6M")
    assert review.due == date(2027, 2, 28)


def test_a_day_that_no_calendar_reaches_is_its_last():
    assert day_after(date(9999, 12, 31), "P1D") == day_after(date(9999, 12, 31), "P1Y") == date.max


def test_months_have_no_place_in_a_week_without_a_date():
    with pytest.raises(ValueError, match="P1M leads to a date"):
        due_in_the_week(hours_in("Asia/Shanghai"), moment("mon", "10:00"), "P1M", "calendar")


def test_durations_sort_by_how_long_they_last_on_their_clock():
    hours = hours_in("Asia/Shanghai")
    working = ["PT30M", "PT7H", "P1D", "P4D", "P1W", "P6D", "P1M", "P1Y"]
    ranks = [rank(each, "working", hours) for each in working]
    assert ranks == sorted(set(ranks))
    assert rank("P1D", "working", hours) < rank("P1D", "calendar", hours)


@pytest.mark.parametrize(
    ("clocks", "faults"),
    [
        (("09:00", "12:00", "12:00", "18:00"), 0),
        (("09:00", "09:00", "10:00", "18:00"), 0),
        (("09:00", "12:00", "18:00", "18:00"), 0),
        (("09:00", "09:00", "18:00", "18:00"), 1),
        (("09:00", "12:00", "11:00", "18:00"), 1),
    ],
)
def test_clocks_may_be_equal_as_long_as_some_time_is_left_to_work_in(clocks: tuple[str, ...], faults: int):
    names = ("start", "break_start", "break_end", "end")
    hours = hours_in("Asia/Shanghai").model_copy(update=dict(zip(names, clocks, strict=True)))
    found: list[tuple[object, ...]] = []
    records = {"company.yml": SimpleNamespace(working_hours=hours, offices={})}
    check(SimpleNamespace(records=records, fault=lambda *fault: found.append(fault)))
    assert len(found) == faults
    if not faults:
        due_at(datetime(2026, 3, 13, 8, tzinfo=UTC), "P3DT20H", "working", hours)


NIGHT = {**CASES["night_hours"], "days": tuple(CASES["night_hours"]["days"])}
NIGHT["other_hours"] = tuple(OtherHours(**{**each, "days": tuple(each["days"])}) for each in NIGHT["other_hours"])


@pytest.mark.parametrize("case", CASES["night"], ids=lambda case: case["why"])
def test_work_that_goes_on_past_midnight_is_of_the_day_on_which_it_begins(case):
    free = tuple(OwnDays.model_construct(first=date.fromisoformat(day)) for day in CASES["night_free"])
    hours = WorkingHours.model_construct(**NIGHT, time_zone=case["zone"]).model_copy(update={"free": free})
    assert due_at(datetime.fromisoformat(case["start"]), case["within"], "working", hours) == datetime.fromisoformat(
        case["due"]
    )


@pytest.mark.parametrize(
    ("other", "said"),
    [
        (OtherHours(days=("fri",), start="05:00", end="13:00"), "work begins at '05:00', while that of the day before"),
        (OtherHours(days=("fri",), start="06:30", end="13:00"), ""),
        (OtherHours(days=("fri",), start="13:00"), "from '13:00' to '06:00' are 17 hours, past midnight; "),
        (OtherHours(days=("fri",), break_start="12:00"), "'02:30' comes before break_start, '12:00'; "),
    ],
)
def test_days_beside_a_night_of_work_leave_it_whole(other, said):
    hours = WorkingHours.model_construct(**{**NIGHT, "other_hours": (other,)}, time_zone="Asia/Shanghai")
    found: list[tuple[object, ...]] = []
    records = {"company.yml": SimpleNamespace(working_hours=hours, offices={})}
    check(SimpleNamespace(records=records, fault=lambda *fault: found.append(fault)))
    assert [str(reason).startswith(said) for _, _, reason in found] == [True] * bool(said)


def test_each_office_is_held_against_the_clock_and_the_calendar():
    other = (OtherHours(days=("sat",), first="06-01", end="08:00"), OtherHours(start="08:00"))
    changes = {"other_hours": other, "country": "DD", "time_zone": "Europe/Munich"}
    offices = {"munich": SimpleNamespace(working_hours=hours_in("Europe/Berlin").model_copy(update=changes))}
    found: list[tuple[object, ...]] = []
    records = {"company.yml": SimpleNamespace(working_hours=hours_in("Asia/Shanghai"), offices=offices)}
    check(SimpleNamespace(records=records, fault=lambda *fault: found.append(fault)))
    hours = ("offices", "munich", "working_hours")
    said = {place[3:]: reason for _, place, reason in found if place[:3] == hours}
    assert len(said) == len(found)
    assert str(said["time_zone",]).startswith("unknown time zone 'Europe/Munich'; ")
    assert str(said["country",]).startswith("unknown country 'DD'; ")
    assert str(said["other_hours", 0, "end"]).startswith("from '09:00' to '08:00' are 23 hours, past midnight; ")
    assert "write `last` too" in str(said["other_hours", 0, "first"])
    assert "'sat' is no working day" in str(said["other_hours", 0, "days"])
    assert "hold always" in str(said["other_hours", 1])


@pytest.mark.parametrize(("name", "code"), [("中国", "CN"), ("China", "CN"), ("germany", "DE"), ("美国", "US")])
def test_a_country_that_is_called_by_its_name_is_told_its_code(name: str, code: str):
    hours = hours_in("Asia/Shanghai").model_copy(update={"country": name})
    found: list[tuple[object, ...]] = []
    records = {"company.yml": SimpleNamespace(working_hours=hours, offices={})}
    check(SimpleNamespace(records=records, fault=lambda *fault: found.append(fault)))
    (reason,) = (str(reason) for _, _, reason in found)
    assert reason == f"unknown country '{name}'; write its ISO code; did you mean '{code}'?"
