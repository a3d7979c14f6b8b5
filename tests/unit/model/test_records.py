"""What records of the model hold together: one time, one answer, other channels, columns and options that there are."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.model.base import Text
from macros.model.browsers import Ability, Browsers, numbers
from macros.model.checklist import Due, Given
from macros.model.chooser import Answer, Chooser, Question, Row
from macros.model.confidentiality import Confidentiality, Level
from macros.model.durations import Duration, WholeDays, minutes_of, spans
from macros.model.offices import WorkingHours
from macros.model.practice import Question as Case
from macros.model.response_times import ResponseTime, ResponseTimes
from macros.model.scenario import ChannelChoice, Scenario
from macros.model.search import Leads, SynonymGroup
from macros.model.template import Template
from macros.model.terms import Preference, Terms
from macros.model.things import BY_FOLDER, THINGS, WITH_PAGES
from tests.unit.model.test_fields import fault

T = {"zh": "字", "en": "word"}
TEXT = Text.model_construct(**T)


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        ({"within": "PT1H"}, ""),
        ({"outside_time": "complaint"}, ""),
        ({"within": "PT1H", "clock": "working"}, ""),
        ({}, "give either a time"),
        ({"within": "PT1H", "outside_time": "complaint"}, "give either a time"),
        ({"outside_time": "complaint", "clock": "working"}, "the matter in outside_time brings its clock"),
    ],
)
def test_an_act_is_due_within_one_time(data: dict[str, Any], wrong: str):
    assert fault(Due, after=T, **data).startswith(wrong) and bool(fault(Due, after=T, **data)) == bool(wrong)


def test_a_field_is_filled_with_words_or_an_option():
    assert fault(Given, field="a").startswith("give either a value")
    assert fault(Given, field="a", value=T, option="b").startswith("give either a value")
    assert Given(field="a", value=TEXT)["zh"] == "字" and Given(field="a", value=TEXT)["en"] == "word"
    assert Given(field="a", option="b")["zh"] == "b"


def by_case(*cases: tuple[str, bool, bool]) -> tuple[ChannelChoice, ...]:
    given = [
        {"channel": name, "because": T, "shown_first": first} | ({"when": T} if when else {})
        for name, when, first in cases
    ]
    return TypeAdapter(Scenario.__pydantic_fields__["channels"].rebuild_annotation()).validate_python(tuple(given))


@pytest.mark.parametrize(
    ("cases", "wrong"),
    [
        ((("email", False, False), ("phone", False, False)), ""),
        ((("email", True, False), ("phone", True, True)), ""),
        ((("email", True, False), ("phone", False, False)), "channel 'phone' says no case, but others do"),
        ((("email", True, True), ("phone", True, True)), "shown_first belongs to one channel"),
        ((("email", False, False), ("phone", False, True)), "shown_first belongs to one channel"),
    ],
)
def test_channels_go_by_the_case_all_of_them_or_none(cases: tuple[tuple[str, bool, bool], ...], wrong: str):
    if not wrong:
        assert [choice.channel for choice in by_case(*cases)] == ["email", "phone"]
        return
    with pytest.raises(ValidationError, match=wrong):
        by_case(*cases)


def choices(*right: bool) -> tuple[dict[str, Any], ...]:
    return tuple({"id": f"c{n}", "text": T, "because": T, "right": one} for n, one in enumerate(right))


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        ({"scenario": "a", "choices": choices(True, False, False)}, ""),
        ({"step": "internal/a", "choices": choices(False, False, True)}, ""),
        ({"choices": choices(True, False, False)}, "names either a scenario or a step"),
        ({"scenario": "a", "step": "b", "choices": choices(True, False, False)}, "names either a scenario or a step"),
        ({"scenario": "a", "choices": choices(True, True, False)}, "2 choices have"),
        ({"scenario": "a", "choices": choices(False, False, False)}, "no choice has"),
        ({"scenario": "a", "choices": choices(True, False)}, "Tuple should have at least 3 items"),
    ],
)
def test_a_case_has_one_topic_and_one_right_answer(data: dict[str, Any], wrong: str):
    said = fault(Case, id="q", situation=T, **data)
    assert said.startswith(wrong) and bool(said) == bool(wrong)


def test_words_that_mean_the_same_are_several_and_different():
    assert fault(SynonymGroup, zh=("电话",)).startswith("a group holds two words or more")
    leads = fault(Leads, said={"zh": ("骂我",), "en": ("rude",)}, means={"zh": ("冲突",)})
    assert leads == "'said' and 'means' have words in en both, or neither; add some, or delete the others"
    assert fault(SynonymGroup, zh=("OA",), en=("oa", "b")).startswith("'oa' stands twice in the group")
    assert fault(SynonymGroup, zh=("电话",), en=("phone",)) == ""


def answer(name: str, **more: Any) -> dict[str, Any]:
    return {"id": name, **({} if "urgency" in more else {"name": T}), **more}


def test_answers_of_the_chooser_are_named_once_and_name_alike():
    assert fault(Answer, id="a").startswith("an answer has either a name of its own")
    assert fault(Answer, id="a", name=T, urgency="now").startswith("an answer has either a name of its own")
    question = {"id": "q", "label": T, "title": T, "help": T}
    for what in ("audience", "level"):
        value = "internal"
        wrong = fault(Question, **question, answers=(answer("a", **{what: value}), answer("b")))
        assert wrong == f"answer 'b' names no {what}, but others do; name one at each"
    assert fault(Question, **question, answers=(answer("a"), answer("b", urgency="now"))).startswith(
        "answer 'a' names no urgency"
    )
    assert fault(Question, **question, answers=(answer("a"), answer("b"))) == ""
    assert fault(Question, **question, answers=(answer("a"),)).startswith("Tuple should have at least 2")


def test_the_second_choice_is_another_channel():
    row = {"id": "r", "title": T, "when": ({"who": ("a",)},), "channel": "email", "because": T, "answered_by": "us"}
    assert fault(Row, **row, runner_up={"channel": "email", "when": T}) == (
        "first and second choice are both 'email'; name another channel at one of them, or leave the second out"
    )
    assert fault(Row, **row, runner_up={"channel": "phone", "when": T}) == ""
    owed = {**row, "answered_by": "colleague", "runner_up": {"channel": "phone", "when": T}}
    assert fault(Row, **owed, outside_time="complaint").startswith("this time is how soon our side answers")
    assert fault(Row, **owed) == ""
    assert fault(Row, **{**owed, "answered_by": "us"}, outside_time="complaint") == ""


def chooser() -> Chooser:
    ask = [
        Question.model_construct(
            id="who",
            answers=tuple(
                Answer.model_construct(**{"urgency": None, "level": None, "audience": None, **each}) for each in who
            ),
        )
        for who in (
            (
                {"id": "a", "audience": "internal"},
                {"id": "b", "audience": "internal"},
                {"id": "c", "audience": "external"},
            ),
            ({"id": "x", "urgency": "now"}, {"id": "y", "urgency": "later"}),
        )
    ]
    return Chooser.model_construct(questions=(ask[0], ask[1].model_copy(update={"id": "when"})), rows=())


def test_the_chooser_knows_its_combinations_and_what_a_row_may_be_met_with():
    here = chooser()
    assert list(here.combinations()) == [{"who": who, "when": when} for who in "abc" for when in "xy"]
    assert here.question_for("urgency") is here.questions[1] and here.question_for("level") is None
    row = Row.model_construct(when=({"who": ("a", "b")}, {"who": ("c",), "when": ("y",)}))
    assert [row.fits({"who": who, "when": when}) for who in "ac" for when in "xy"] == [True, True, False, True]
    assert here.among(row, "audience") == ("internal", "external")
    assert here.among(Row.model_construct(when=({"who": ("a",)},)), "urgency") == ("now", "later")
    assert here.among(Row.model_construct(when=({"when": ("y",)},)), "urgency") == ("later",)
    assert here.among(row, "level") == ()


def test_a_browsers_floor_is_its_latest_needed_version_by_number():
    def ability(version: str | None, needed: bool = True) -> Ability:
        return Ability.model_construct(since={"safari": version} if version else {}, needed=needed)

    abilities = (ability("9"), ability("16.10"), ability("16.9"), ability("99", needed=False), ability(None))
    assert Browsers.model_construct(abilities=abilities).floor("safari") == "16.10"
    assert Browsers.model_construct(abilities=abilities).floor("other") == ""
    assert numbers("16.10") == (16, 10)


def test_levels_are_coloured_by_their_place():
    levels = tuple(Level.model_construct(id=name) for name in ("public", "internal", "secret", "sealed"))
    tones = [Confidentiality.model_construct(levels=levels).tone(level.id) for level in levels]
    assert tones == ["good", "warn", "warn", "bad"]


def test_an_answer_time_is_found_by_channel_and_urgency():
    rows = tuple(ResponseTime.model_construct(channel=c, urgency=u) for c in "ab" for u in "xy")
    times = ResponseTimes.model_construct(times=rows)
    assert times.find("b", "x") is rows[2] and times.find("b", "z") is None and times.find("c", "x") is None


def test_terms_are_those_of_the_language():
    zh, en = ((Preference(write="a", avoid=("b",)),), ())
    assert Terms.model_construct(zh=zh, en=en)["zh"] is zh and Terms.model_construct(zh=zh, en=en)["en"] is en


@pytest.mark.parametrize(
    ("written", "wrong"),
    [
        ("P1D", ""),
        ("P1Y2M", ""),
        ("PT5M", "is counted in days"),
        ("P1DT1H", "is counted in days"),
        ("P0D", "a duration must be longer"),
        ("P", "write an ISO 8601"),
        (5, "write an ISO 8601"),
        ("1D", "write an ISO 8601"),
    ],
)
def test_a_time_in_days_has_no_hours(written: Any, wrong: str):
    try:
        TypeAdapter(WholeDays).validate_python(written)
        said = ""
    except ValidationError as error:
        said = error.errors()[0]["msg"].removeprefix("Value error, ")
    assert said.startswith(wrong) and bool(said) == bool(wrong)
    if wrong.startswith("is counted"):
        assert TypeAdapter(Duration).validate_python(written) == written


def test_a_day_at_work_is_before_and_after_the_break():
    clocks = {"start": "09:05", "break_start": "12:00", "break_end": "13:00", "end": "18:00"}
    assert minutes_of("09:05") == 545
    assert spans(WorkingHours.model_construct(**clocks)) == ((545, 720), (780, 1080))
    assert spans(WorkingHours.model_construct(**{**clocks, "break_start": "09:05"})) == ((780, 1080),)


def test_a_time_of_day_of_one_digit_can_only_mean_the_morning():
    hours = {"days": ("mon",), "start": "8:30", "end": "17:30", "break_start": "12:00", "break_end": "13:00"}
    assert WorkingHours(**hours, time_zone="Asia/Shanghai").start == "08:30"
    with pytest.raises(ValidationError, match="in double quotes"):
        WorkingHours(**{**hours, "start": 8.3}, time_zone="Asia/Shanghai")


def test_kinds_of_thing_are_found_by_their_folder_and_sorted_as_readers_see_them():
    assert [thing.folder for thing in WITH_PAGES] == ["scenarios", "channels", "templates", "checklists"]
    key = BY_FOLDER["scenarios"].key
    told, asked = (
        Scenario.model_construct(id="b", group="tell", order=9),
        Scenario.model_construct(id="a", group="ask", order=1),
    )
    assert key(told) < key(asked)
    key = BY_FOLDER["templates"].key
    assert key(Template.model_construct(id="a", audience="internal", order=9)) < key(
        Template.model_construct(id="a", audience="external", order=1)
    )
    assert BY_FOLDER["procedures"].key(Template.model_construct(id="internal")) < BY_FOLDER["procedures"].key(
        Template.model_construct(id="external")
    )
    assert len({thing.name for thing in THINGS}) == len(THINGS)
