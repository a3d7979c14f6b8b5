"""The working calendar: every day of three years as China's State Council and Hamburg's law have it, and the table that
the browser gets, which `durations.test.mjs` reckons with."""

from __future__ import annotations

import dataclasses
import json
import re
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from macros.checking import calendar_end
from macros.model import working_days
from macros.model.base import Text
from macros.model.durations import due_at
from macros.model.handbook import Handbook
from macros.model.offices import Office, OtherHours, OwnDays, WorkingHours
from macros.model.working_days import free_times, last_year, name_of, next_working_day, table_of, works_on
from macros.pages import script_data
from macros.published import calendars
from macros.published.contract import handbook_json
from macros.published.contract_calendars import calendar_parts
from macros.reading import loading
from macros.wording import Wording
from tests.conftest import ROOT
from tests.unit.sound import sound

HERE = Path(__file__).parents[2]
CASES = json.loads((HERE / "durations.json").read_text(encoding="utf-8"))
OFFICIAL = json.loads((HERE / "working-days.json").read_text(encoding="utf-8"))
YEARS = [(calendar, year) for calendar, years in OFFICIAL.items() for year in years]
MADE_ON = date(2025, 6, 1)
"""The day on which the table of the cases was made."""


def hours_of(calendar: str, **own: object) -> WorkingHours:
    """The working hours of the cases, with the public holidays of a country or a part of it."""
    country, _, part = calendar.partition("-")
    zone = CASES["calendars"][calendar]["zone"]
    given = {**CASES["hours"], "days": tuple(CASES["hours"]["days"]), **own}
    return WorkingHours(**given, time_zone=zone, country=country, subdivision=part or None)


def days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


@pytest.mark.parametrize(("calendar", "year"), YEARS)
def test_every_day_of_a_year_is_as_officially_announced(calendar: str, year: str):
    hours, official = hours_of(calendar), OFFICIAL[calendar][year]
    spans = [map(date.fromisoformat, span.split("/")) for span in official["free"]]
    free = {day for span in spans for day in days(*span)}
    worked = set(map(date.fromisoformat, official["worked"]))
    assert not free & worked
    for day in days(date(int(year), 1, 1), date(int(year), 12, 31)):
        assert works_on(hours, day) is (day in worked or (day.weekday() < 5 and day not in free)), day


@pytest.mark.parametrize("calendar", CASES["calendars"])
def test_the_browser_gets_the_same_table(calendar: str):
    table, given = table_of(hours_of(calendar), MADE_ON), CASES["calendars"][calendar]
    assert [day.isoformat() for day in (*table.free, *table.expected)] == given["free"]
    assert [day.isoformat() for day in table.worked] == given["worked"]
    assert table.known and [day.isoformat() for day in table.known] == given["known"]


@pytest.mark.parametrize("case", CASES["crossing"], ids=lambda case: case["why"])
def test_a_time_that_crosses_days_off_is_over_when_the_cases_say(case):
    hours = hours_of(case["calendar"])
    assert due_at(datetime.fromisoformat(case["start"]), case["within"], "working", hours) == datetime.fromisoformat(
        case["due"]
    )
    times = [[each.first.isoformat(), each.last.isoformat()] for each in free_times(hours, table_of(hours, MADE_ON))]
    assert not case["known"] or all(each in times for each in case["free"])


def test_the_companys_own_days_go_before_public_holidays():
    def own(first: str, last: str = "") -> OwnDays:
        name = Text.model_construct(zh="停工检修", en="works closed")
        end = date.fromisoformat(last) if last else None
        return OwnDays.model_construct(first=date.fromisoformat(first), last=end, name=name)

    hours = hours_of("CN", free=(own("2026-08-03", "2026-08-14"),), working=(own("2026-10-01"),))
    assert next_working_day(hours, date(2026, 7, 31)) == date(2026, 8, 17)
    assert works_on(hours, date(2026, 10, 1)) and not works_on(hours, date(2026, 10, 2))
    assert name_of(hours, date(2026, 8, 4), "en") == "works closed"
    assert (date(2026, 8, 1), date(2026, 8, 16)) in [
        (each.first, each.last) for each in free_times(hours, table_of(hours, date(2026, 6, 1)))
    ]


def test_days_off_are_named_in_either_language():
    assert name_of(hours_of("CN"), date(2026, 10, 1), "zh") == "国庆节"
    assert name_of(hours_of("CN"), date(2026, 10, 1), "en") == "National Day"


def test_where_working_days_are_moved_the_data_end_with_the_last_year_that_was_announced():
    assert last_year("CN") >= 2026 and last_year("DE") > 2050
    table = table_of(hours_of("DE-HH"), date(2026, 11, 26))
    assert table.known == (date(2025, 1, 1), date(2028, 12, 31))


def test_without_a_country_the_week_counts_and_nothing_is_known():
    hours = hours_of("CN").any_week()
    assert works_on(hours, date(2026, 10, 1)) and not works_on(hours, date(2026, 10, 10))
    table = table_of(hours, date(2026, 11, 26))
    assert (table.free, table.worked, table.known) == ((), (), None)


def test_the_calendar_to_subscribe_to_has_each_time_off_and_each_weekend_that_is_worked():
    handbook = loading.handbook_of(sound())
    written = dict(calendars.files(handbook, date(2026, 11, 26)))
    assert set(written) == {"working-days.ics", "en/working-days.ics"}
    for address, named, worked in (
        ("working-days.ics", "放假：国庆节", "调休上班"),
        ("en/working-days.ics", "Day off: National Day", "Make-up working day"),
    ):
        text = written[address].decode().replace("\r\n ", "")
        events = text.split("BEGIN:VEVENT")[1:]
        national = next(event for event in events if "DTSTART;VALUE=DATE:20261001" in event)
        assert "DTEND;VALUE=DATE:20261008" in national and f"SUMMARY:{named}" in national
        assert sum(f"SUMMARY:{worked}" in event for event in events) == 11
        spring = next(event for event in events if "DTSTART;VALUE=DATE:20260215" in event)
        assert re.search(
            "SUMMARY:(放假：农历除夕、春节|Day off: Spring Festival Eve\\\\, Spring Festival)\r?\n", spring
        )
        assert len(set(re.findall("UID:(.*)", text))) == len(events)
        assert all(len(line.encode()) <= 75 for line in written[address].decode().split("\r\n"))


@pytest.mark.parametrize(("today", "said"), [(date(2026, 11, 1), False), (date(2026, 11, 26), True)])
def test_whoever_checks_is_told_in_time_that_the_days_end(today: date, said: bool, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(working_days, "last_year", lambda country: 2026)
    company = loading.handbook_of(sound()).company
    found = list(calendar_end.soon(ROOT, company, today))
    assert bool(found) is said
    if said:
        assert "known until 2026-12-31 only; `python -m macros working-days` brings in" in found[0]


@pytest.mark.parametrize(("days", "known"), [(20, 2027), (7, 2026)])
def test_a_year_that_is_written_by_hand_is_known(days: int, known: int, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(working_days, "last_year", lambda country: 2026)
    company = loading.handbook_of(sound()).company
    first = date(2027, 2, 1)  # a Monday
    off = OwnDays.model_construct(first=first, last=first + timedelta(days=days - 1), name=company.name)
    hours = company.working_hours.model_copy(update={"free": (off,)})
    today = date(2026, 11, 26)
    assert table_of(hours, today).known == (date(2025, 1, 1), date(known, 12, 31))
    said = list(calendar_end.soon(ROOT, company.model_copy(update={"working_hours": hours}), today))
    assert bool(said) is (known == 2026)


def test_what_the_law_has_off_is_no_working_day_before_the_year_is_announced(monkeypatch: pytest.MonkeyPatch):
    """So that nothing falls due on New Year's Day; what is told as known, and the calendar, end with what is announced."""
    monkeypatch.setattr(working_days, "last_year", lambda country: 2026)
    handbook, today = loading.handbook_of(sound()), date(2026, 12, 1)
    hours = handbook.company.working_hours
    assert next_working_day(hours, date(2026, 12, 31)) == date(2027, 1, 4)
    table = table_of(hours, today)
    assert table.known == (date(2025, 1, 1), date(2026, 12, 31)) and max(table.free) < date(2027, 1, 1)
    assert {date(2027, 1, 1), date(2027, 10, 1)} <= {*table.expected} and max(table.expected) < date(2029, 1, 1)
    given = script_data.working_hours(handbook.company, Wording(handbook, "en"), today)
    assert {"2026-10-01", "2027-01-01"} <= {*given["free"]} and given["known"] == ["2025-01-01", "2026-12-31"]
    assert b"DTSTART;VALUE=DATE:2027" not in dict(calendars.files(handbook, today))["working-days.ics"]
    assert all(each.last < date(2027, 1, 4) for each in free_times(hours, table))


def two_offices() -> Handbook:
    """The sample with an office in Munich."""
    handbook = loading.handbook_of(sound())
    name = Text.model_construct(zh="慕尼黑办公室", en="Munich office")
    given = {**CASES["hours"], "days": tuple(CASES["hours"]["days"]), "time_zone": "Europe/Berlin"}
    hours = WorkingHours(**given, country="DE", subdivision="BY", other_hours=(OtherHours(days=("fri",), end="15:00"),))
    offices = {"munich": Office.model_construct(name=name, working_hours=hours)}
    return dataclasses.replace(handbook, company=handbook.company.model_copy(update={"offices": offices}))


def test_each_office_has_a_calendar_of_its_own_to_subscribe_to():
    written = dict(calendars.files(two_offices(), date(2026, 11, 26)))
    assert set(written) == {f"{at}working-days{of}.ics" for at in ("", "en/") for of in ("", "-munich")}
    assert (
        written["working-days.ics"]
        == dict(calendars.files(loading.handbook_of(sound()), date(2026, 11, 26)))["working-days.ics"]
    )
    munich = written["en/working-days-munich.ics"].decode().replace("\r\n ", "")
    assert (
        "DTSTART;VALUE=DATE:20260106" in munich and "Epiphany · Munich office" in munich
    )  # in Bavaria, not in Hamburg
    assert "DTSTART;VALUE=DATE:20261001" not in munich and "Make-up" not in munich


def test_the_contract_has_the_calendar_of_each_office():
    head, munich = json.loads(handbook_json(two_offices(), {}, date(2026, 11, 26)))["calendars"]
    assert "office" not in head and head["name"] == {"zh": "总部", "en": "Head office"} and head["country"] == "CN"
    assert "2026-10-01" in head["free"] and "2026-10-10" in head["worked"]
    assert head["known"]["first"] == "2025-01-01" and head["url"]["en"] == "en/working-days.ics"
    assert head["hours"]["start"] == "09:00" and head["other_hours"] == []
    assert munich["office"] == "munich" and munich["subdivision"] == "BY" and munich["time_zone"] == "Europe/Berlin"
    assert "2026-01-06" in munich["free"] and munich["worked"] == []
    (friday,) = munich["other_hours"]
    assert (friday["days"], friday["end"]) == (["fri"], "15:00") and "first" not in friday


def test_scripts_get_the_hours_of_each_office_and_one_office_gets_what_it_always_did():
    handbook = two_offices()
    wording = Wording(handbook, "en")
    found = script_data.working_hours(handbook.company, wording, MADE_ON)
    alone = script_data.working_hours(loading.handbook_of(sound()).company, wording, MADE_ON)
    assert set(alone) == {"days", "spans", "zone", "free", "worked", "known"}
    assert {key: found[key] for key in alone} == alone
    munich = found["offices"]["munich"]
    assert munich["zone"] == "Europe/Berlin" and "2026-01-06" in munich["free"] and munich["worked"] == []
    assert munich["other"] == [{"days": [5], "spans": ((540, 720), (780, 900))}]
    assert munich["note"] == "counting working hours of Munich office only"


def test_hours_of_an_office_are_said_with_the_days_on_which_they_differ():
    said = {each: Wording(two_offices(), each).office_hours("munich") for each in ("zh", "en")}
    assert said["en"] == (
        "Munich office: Monday to Friday 09:00–18:00 (break 12:00–13:00), local time, but Friday 09:00–15:00"
    )
    assert said["zh"] == "慕尼黑办公室：周一至周五09:00—18:00（12:00—13:00休息），当地时间，周五为09:00—15:00"
    shared = Wording(two_offices(), "en").office_place("munich")
    assert [entry["shared"] for entry in shared] == ["16:00–18:00", "15:00–18:00"]


def test_of_each_office_is_told_where_its_days_end(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(working_days, "last_year", lambda country: 2026 if country == "DE" else 2030)
    [said] = calendar_end.soon(ROOT, two_offices().company, date(2026, 11, 26))
    assert "offices.munich.working_hours.country: public holidays of DE are known until 2026-12-31 only" in said


def test_a_season_holds_on_a_weekend_that_is_worked_in_browsers_too():
    summer = OtherHours(first="05-01", last="09-30", start="08:30")
    fridays = OtherHours(days=("fri",), end="16:00")
    hours = hours_of("CN", other_hours=(summer, fridays))
    sent = datetime.fromisoformat(
        "2025-09-26T17:30+08:00"
    )  # a Friday evening before a Sunday that makes up for a holiday
    assert due_at(sent, "PT1H", "working", hours) == datetime.fromisoformat("2025-09-28T09:30+08:00")
    handbook = loading.handbook_of(sound())
    handbook = dataclasses.replace(handbook, company=handbook.company.model_copy(update={"working_hours": hours}))
    found = script_data.working_hours(handbook.company, Wording(handbook, "en"), MADE_ON)["other"]
    assert [sorted(each["days"]) for each in found] == [list(range(7)), [5]]
    (told,) = calendar_parts(handbook, MADE_ON)
    assert [len(each.days) for each in told.other_hours] == [7, 1]
