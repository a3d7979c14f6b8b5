"""Rules on times and numbers: clocks, answer times, how many items a checklist holds."""

from __future__ import annotations

import pytest

from macros.checking.rules import answer_times, checklist_items, clocks
from macros.model.offices import OwnDays
from tests.unit.sound import found, sound

FREE = (("2027-02-15", "2027-02-19"), ("2027-05-01", "2027-05-05"), ("2027-05-04", None))
"""Days off, from the first to the last."""


@pytest.mark.parametrize("zone", ["Asia/Shangahi", "", "../etc/passwd", "Asia"])
def test_a_time_zone_is_one_that_the_system_knows(zone: str):
    [said] = found(clocks, ("company.yml", ("working_hours", "time_zone"), zone))
    assert said.startswith(f"company.yml: working_hours.time_zone: unknown time zone '{zone}'; ")
    assert zone != "Asia/Shangahi" or said.endswith("did you mean 'Asia/Shanghai'?")
    [said] = found(clocks, ("working-abroad.yml", ("places", 0, "time_zone"), zone))
    assert said.startswith("working-abroad.yml: places[0].time_zone: ")


def test_a_zone_that_is_like_none_is_told_how_zones_are_written():
    [said] = found(clocks, ("company.yml", ("working_hours", "time_zone"), "德国时间"))
    assert said.endswith("write continent and city, such as Asia/Shanghai or Europe/Berlin")


@pytest.mark.parametrize(
    ("name", "said"),
    [("Hamburg", "did you mean 'HH'?"), ("Bayren", "did you mean 'BY'?"), ("xx", "use one of: Augsburg, BB, BE, ")],
)
def test_a_part_of_a_country_may_be_given_by_its_name_and_its_code_is_told(name: str, said: str):
    changes = {"country": "DE", "subdivision": name}
    [fault] = found(clocks, *(("company.yml", ("working_hours", key), value) for key, value in changes.items()))
    assert fault.startswith(f"company.yml: working_hours.subdivision: unknown part of DE: '{name}'; {said}")


def test_working_hours_follow_one_another_on_some_day():
    assert found(clocks, ("company.yml", ("working_hours", "days"), ())) == [
        "company.yml: working_hours.days: the list is empty; name a day, such as mon"
    ]
    hours = sound().records["company.yml"].working_hours
    assert found(clocks, ("company.yml", ("working_hours", "end"), "12:30")) == [
        f"company.yml: working_hours.end: '12:30' comes before break_end, '{hours.break_end}'; put the two in order"
    ]
    assert found(clocks, without=("company.yml", "working-abroad.yml")) == []


def test_no_day_is_off_and_worked_at_once():
    name = sound().records["company.yml"].name
    free = tuple(OwnDays(first=first, last=last, name=name) for first, last in FREE)
    working = tuple(OwnDays(first=day, last=None, name=name) for day in ("2027-02-20", "2027-05-03"))
    of_both = (("company.yml", ("working_hours", key), value) for key, value in (("free", free), ("working", working)))
    assert found(clocks, *of_both) == [
        "company.yml: working_hours.working[1]: 2027-05-03 is a day off in free[1] as well; take it out of one of the two"
    ]


@pytest.mark.parametrize(
    ("first", "last", "at"),
    [("9999-12-31", None, "first"), ("2026-12-31", "2206-12-31", "last"), ("2099-12-31", None, "")],
)
def test_a_day_that_is_too_far_away_to_be_meant_is_told(first: str, last: str | None, at: str):
    """All days up to the last of them are gone through, and none comes after that of the year 9999."""
    days = (OwnDays(first=first, last=last, name=sound().records["company.yml"].name),)
    assert found(clocks, ("company.yml", ("working_hours", "free"), days)) == (
        [f"company.yml: working_hours.free[0].{at}: '{last or first}' is too far away to be meant; look at the year"]
        if at
        else []
    )


def test_an_answer_time_that_one_scenario_lacks_is_named_there_and_one_that_many_lack_at_the_table():
    times = sound().records["response-times.yml"].times
    needed: dict[tuple[str, str], list[str]] = {}
    for path, scenario in sound().folder("scenarios").items():
        if not scenario.outside_time:
            needed.setdefault((scenario.channels[0].channel, scenario.urgency), []).append(path)
    for (channel, urgency), paths in needed.items():
        kept = tuple(time for time in times if (time.channel, time.urgency) != (channel, urgency))
        lacking = f"no response time for channel '{channel}' at urgency '{urgency}'"
        assert found(answer_times, ("response-times.yml", ("times",), kept)) == [
            f"{paths[0]}: urgency: {lacking}; add that row to docs/data/response-times.yml"
            if len(paths) == 1
            else f"response-times.yml: times: {lacking}, which {len(paths)} scenarios need; add that row"
        ]
    assert {len(paths) == 1 for paths in needed.values()} == {True, False}


def test_answer_times_are_not_missed_that_a_misspelt_row_may_give():
    times = sound().records["response-times.yml"].times
    for number, time in enumerate(times):
        for change in ({"channel": f"{time.channel}x"}, {"urgency": f"{time.urgency}x"}):
            assert found(answer_times, ("response-times.yml", ("times", number), time.model_copy(update=change))) == []


@pytest.mark.parametrize(("count", "advice"), [(6, "join it to the checklist"), (7, ""), (15, ""), (16, "split it by")])
def test_a_checklist_is_short(count: int, advice: str):
    path = "checklists/meeting-after.yml"
    group = sound().records[path].groups[0]
    item = group.items[0]
    items = tuple(
        item.model_copy(
            update={"id": f"item-{n}", "text": item.text.model_copy(update={"zh": f"第{n}件", "en": f"Act {n}"})}
        )
        for n in range(count)
    )
    said = found(checklist_items, (path, ("groups",), (group.model_copy(update={"items": items}),)))
    assert len(said) == bool(advice)
    assert all(f"{path}: groups: holds {count} items; a checklist holds 7 to 15: {advice}" in each for each in said)


def test_no_act_stands_on_two_lists_in_the_same_words():
    here, there = "checklists/meeting-after.yml", "checklists/meeting-before.yml"
    item, other = sound().records[here].groups[0].items[0], sound().records[there].groups[1].items[0]
    assert found(checklist_items, (there, ("groups", 1, "items", 0, "text", "en"), item.text.en)) == [
        f"{there}: groups[1].items[0].text.en: stands in {here} as '{item.id}' in the same words; keep it on one of the two"
    ]
    same = (there, ("groups", 0, "items", 0, "text"), other.text)
    assert found(checklist_items, same) == [], "within a list it may"
