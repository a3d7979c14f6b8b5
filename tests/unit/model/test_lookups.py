"""The look-ups of the handbook that every view shares, on the handbook's own data."""

from __future__ import annotations

import dataclasses
import functools

import pytest

from macros.model.checklist import Due
from macros.model.handbook import Handbook, file_of
from macros.model.response_times import AnswerTime
from macros.reading.loading import FILES, handbook_of
from tests.unit.sound import sound

handbook = functools.cache(lambda: handbook_of(sound()))


def with_things(**things: tuple) -> Handbook:
    return dataclasses.replace(handbook(), things={**handbook().things, **things})


def test_things_are_found_by_their_ids_and_stand_in_their_order():
    here = handbook()
    for folder, one in (
        ("channels", here.channel),
        ("checklists", here.checklist),
        ("scenarios", here.scenario),
        ("procedures", here.procedure),
        ("templates", here.template),
    ):
        assert [*one.values()] == [*here.things[folder]] and all(name == thing.id for name, thing in one.items())
    assert [procedure.id for procedure in here.procedures] == ["internal", "external"]
    assert here.level.keys() == {level.id for level in here.confidentiality.levels}
    assert here.urgency.keys() == {urgency.id for urgency in here.response_times.urgencies}
    assert here.version == here.releases[0].version and here.releases[0].released >= here.releases[-1].released


def test_scenarios_stand_by_what_people_want_to_do():
    groups = handbook().scenarios_by_group
    assert sum(map(len, groups.values())) == len(handbook().scenarios)
    assert all(scenario.group == group for group, scenarios in groups.items() for scenario in scenarios)


def test_the_navigation_lists_groups_that_are_not_too_large():
    here = handbook()
    assert set(here.navigation) == {"scenarios", "templates", "checklists"}
    assert set(here.navigation["templates"]) <= set(here.navigation["scenarios"])
    assert all(heading.startswith("part_") for heading in here.navigation["checklists"])
    group, scenarios = next(iter(here.scenarios_by_group.items()))
    other = tuple(each for each in here.scenarios if each.group != group)
    forty, more = (
        with_things(scenarios=(scenarios[0],) * 40 + other),
        with_things(scenarios=(scenarios[0],) * 41 + other),
    )
    assert len(forty.navigation["scenarios"][f"group_{group}"]) == 40
    assert f"group_{group}" not in more.navigation["scenarios"]


def test_an_answer_is_owed_by_the_matter_or_by_the_channel():
    here = handbook()
    outside = here.response_times.outside[0]
    plain = next(scenario for scenario in here.scenarios if not scenario.outside_time)
    row = here.response_times.find(plain.channels[0].channel, plain.urgency)
    assert row and here.answer_time(plain) == AnswerTime(row.answer_within, row.clock)
    matter = plain.model_copy(update={"outside_time": outside.id})
    assert here.answer_time(matter) == here.outside_time(outside.id) == AnswerTime(outside.answer_within, outside.clock)
    with pytest.raises(LookupError, match=f"no response time for {plain.channels[0].channel} at never"):
        here.answer_time(plain.model_copy(update={"urgency": "never"}))


def test_an_act_is_due_by_its_own_time_or_by_the_matter():
    here, after = handbook(), handbook().scenarios[0].title
    assert here.due_time(Due(within="PT1H", after=after)) == AnswerTime("PT1H", "calendar")
    assert here.due_time(Due(within="PT1H", clock="working", after=after)) == AnswerTime("PT1H", "working")
    outside = here.response_times.outside[0]
    assert here.due_time(Due(outside_time=outside.id, after=after)) == here.outside_time(outside.id)


def test_a_level_is_restricted_where_some_channel_must_not_carry_it():
    here = handbook()
    for level in here.level:
        assert here.is_restricted(level) == any(level not in channel.carries for channel in here.channels)
    assert {here.is_restricted(level) for level in here.level} == {True, False}


def test_rows_of_the_chooser_have_a_time_for_each_urgency():
    here = handbook()
    for row in here.chooser.rows:
        times = here.chooser_times(row)
        assert tuple(times) == here.chooser.among(row, "urgency")
        for urgency, time in times.items():
            owed = None if row.outside_time else here.response_times.find(row.channel, urgency)
            assert time == (
                here.outside_time(row.outside_time) if owed is None else AnswerTime(owed.answer_within, owed.clock)
            )
    names = [here.name_of(answer) for question in here.chooser.questions for answer in question.answers]
    assert all(name.zh and name.en for name in names)


def test_scenarios_that_use_a_channel_stand_by_how_much_it_is_their_choice():
    here = handbook()
    for channel in here.channels:
        using = here.scenarios_using(channel.id)
        places = [[choice.channel for choice in scenario.channels].index(channel.id) for scenario in using]
        assert places == sorted(places)
        assert {scenario.id for scenario in using} == {
            s.id for s in here.scenarios if channel.id in [c.channel for c in s.channels]
        }
    template = next(scenario.templates[0] for scenario in here.scenarios if scenario.templates)
    assert all(template in scenario.templates for scenario in here.scenarios_with_template(template))
    assert here.scenarios_with_template(template) and not here.scenarios_with_template("nothing")


def test_every_single_file_is_part_of_the_handbook():
    assert FILES.keys() <= {file_of(each.name) for each in dataclasses.fields(Handbook)}


def test_everything_that_is_reviewed_has_its_file():
    reviews = dict(handbook().reviews())
    assert all(sound().records[path] is record for path, record in reviews.items())
    assert {path for path, record in sound().records.items() if hasattr(record, "reviewed")} == reviews.keys()
    steps = list(handbook().steps())
    assert [step.id for procedure, step in steps if procedure.id == "internal"] == [
        step.id for step in handbook().procedure["internal"].steps
    ]
