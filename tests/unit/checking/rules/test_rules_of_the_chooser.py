"""Rules on the chooser: every combination of answers leads to one row, and the row agrees with the rest of the data."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from macros.checking.rules import chooser_cover, chooser_sense
from macros.errors import Faults
from macros.model.chooser import Answer, Chooser, Question, Row
from macros.reading.source import dotted
from tests.unit.sound import EACH, found, place, sound


def answer(name: str, urgency: str | None = None) -> Answer:
    return Answer.model_construct(id=name, urgency=urgency, audience=None, level=None, name=None, help=None)


def question(name: str, *answers: Answer) -> Question:
    return Question.model_construct(id=name, answers=answers)


WHO = question("who", answer("media"), answer("team"))
WHEN = question("urgency", answer("now", "now"), answer("later", "later"), answer("never", "never"))


def cover(*rows: list[dict[str, tuple[str, ...]]], questions: tuple[Question, ...] = (WHO, WHEN)) -> list[str]:
    """What the rule says of a small chooser, whose rows are `row-0` and so on."""
    chooser = Chooser.model_construct(
        questions=questions,
        rows=tuple(Row.model_construct(id=f"row-{number}", when=tuple(when)) for number, when in enumerate(rows)),
    )
    faults = Faults()
    loaded: Any = SimpleNamespace(
        records={"chooser.yml": chooser}, fault=lambda path, where, said: faults.add(path, 1, dotted(where), said)
    )
    chooser_cover.check(loaded)
    return [f"{fault.field}: {fault.message}" for fault in faults]


MEDIA, TEAM = {"who": ("media",)}, {"who": ("team",)}


def test_rows_that_part_the_combinations_are_sound():
    assert cover([{**MEDIA, "urgency": ("now",)}], [{"urgency": ("later", "never")}, TEAM]) == []


def test_what_no_row_holds_for_is_named_in_few_words():
    assert cover([MEDIA]) == ["rows: no row holds for who: team; add that case to a row"]
    assert cover([MEDIA], [{**TEAM, "urgency": ("now",)}]) == [
        "rows: no row holds for who: team, urgency: later or never; add that case to a row"
    ]
    assert cover([{**MEDIA, "urgency": ("now",)}], [{**TEAM, "urgency": ("later",)}]) == [
        "rows: no row holds for who: media, urgency: later or never; add that case to a row",
        "rows: no row holds for who: team, urgency: now or never; add that case to a row",
    ]


def test_what_several_rows_hold_for_is_named_with_all_of_them():
    assert cover([MEDIA], [TEAM], [{"urgency": ("now",)}]) == [
        "rows[2].when: rows 'row-0' and 'row-2' hold at once for who: media, urgency: now; narrow all but one",
        "rows[2].when: rows 'row-1' and 'row-2' hold at once for who: team, urgency: now; narrow all but one",
    ]
    assert cover([{}], [{}], [{}]) == [
        "rows[2].when: rows 'row-0', 'row-1' and 'row-2' hold at once for any answer; narrow all but one"
    ]


def test_answers_without_effect_are_named_unless_they_stand_for_something():
    assert cover([{}]) == [
        "questions[0].answers[1]: answer 'team' leads to the same rows as 'media' whatever the other answers are; "
        "delete one of the two, or name it in the `when` of a row of its own"
    ]


def test_cases_name_what_is_asked():
    assert cover([{"whom": ("media",)}], [TEAM]) == [
        "rows[0].when[0].whom: unknown question 'whom'; did you mean 'who'?"
    ]
    assert cover([MEDIA, {"who": ("team", "medai")}]) == [
        "rows[0].when[1].who[1]: unknown answer 'medai'; did you mean 'media'?"
    ]


def test_one_question_asks_for_the_urgency():
    plain = question("urgency", answer("now"), answer("later"))
    [said] = cover([MEDIA], [TEAM], questions=(WHO, plain))
    assert said.startswith("questions: no question asks for the urgency, by which answer times go")
    twice = question("who", answer("media", "now"), answer("team", "later"))
    assert cover([MEDIA], [TEAM], questions=(twice, WHEN)) == [
        "questions[1]: asks for the urgency, as questions[0] does; let one of them do so"
    ]


def test_ids_given_twice_are_left_to_their_own_rule():
    assert cover([], questions=(WHO, question("urgency", answer("now", "now"), answer("now", "now")))) == []


def first_row() -> tuple[int, str, str]:
    """The number of a row that names a scenario, the scenario's id, and its file."""
    _, location, name = place("chooser.yml", "rows", EACH, "scenarios", 0)
    return location[1], name, f"scenarios/{name}.yml"


@pytest.mark.parametrize(
    ("what", "value", "said"),
    [
        ("answered_by", "nobody", "the answer is owed by 'nobody', in this row by '"),
        ("audience", "external", "' is external, this row may be internal; make the two agree"),
    ],
)
def test_a_row_agrees_with_its_scenarios(what: str, value: str, said: str):
    number, path = next(
        (number, f"scenarios/{name}.yml")
        for number, row in enumerate(sound().records["chooser.yml"].rows)
        for name in row.scenarios
        if getattr(sound().records[f"scenarios/{name}.yml"], what) != value
    )
    messages = found(chooser_sense, (path, (what,), value))
    assert any(
        message.startswith(f"chooser.yml: rows[{number}].scenarios[") and said in message for message in messages
    )


def test_a_row_and_its_scenario_have_the_same_first_channel():
    number, scenario, path = first_row()
    row = sound().records["chooser.yml"].rows[number]
    other = next(each for each in sound().ids("channels") if each not in (row.channel, row.runner_up.channel))
    said = found(chooser_sense, (path, ("channels", 0, "channel"), other))
    assert (
        f"chooser.yml: rows[{number}].scenarios[0]: the first channel of scenario '{scenario}' is '{other}', "
        f"that of this row '{row.channel}'; make the two agree, or name it in `see_also`"
    ) in said
    assert found(chooser_sense, (path, ("channels", 0, "channel"), "no-such-channel")) == [], "another rule's matter"


def test_a_row_takes_no_channel_that_must_not_carry_what_it_is_met_with():
    number, row = next(
        (number, row)
        for number, row in enumerate(sound().records["chooser.yml"].rows)
        if sound().records["chooser.yml"].among(row, "level")
    )
    level = sound().records["chooser.yml"].among(row, "level")[0]
    path = f"channels/{row.channel}.yml"
    carries = tuple(each for each in sound().records[path].carries if each != level)
    said = found(chooser_sense, (path, ("carries",), carries))
    assert (
        f"chooser.yml: rows[{number}].channel: '{row.channel}' must not carry '{level}', with which this row may be met; "
        "choose another channel, or narrow `when`"
    ) in said
    path = f"channels/{row.runner_up.channel}.yml"
    carries = tuple(each for each in sound().records[path].carries if each != level)
    assert any(
        f"rows[{number}].runner_up.channel: " in each for each in found(chooser_sense, (path, ("carries",), carries))
    )


def test_a_row_has_an_answer_time_for_each_urgency_with_which_it_is_met():
    chooser, times = sound().records["chooser.yml"], sound().records["response-times.yml"]
    number, row = next((n, row) for n, row in enumerate(chooser.rows) if not row.outside_time)
    urgency = chooser.among(row, "urgency")[0]
    kept = tuple(time for time in times.times if (time.channel, time.urgency) != (row.channel, urgency))
    assert (
        f"chooser.yml: rows[{number}].channel: no response time for channel '{row.channel}' at urgency '{urgency}'; "
        "add that row to response-times.yml"
    ) in found(chooser_sense, ("response-times.yml", ("times",), kept))


def test_nothing_is_held_against_data_that_name_what_is_not_there():
    assert (
        found(
            chooser_sense, ("chooser.yml", place("chooser.yml", "questions", EACH, "answers", EACH, "urgency")[1], "x")
        )
        == []
    )
    assert found(chooser_sense, (first_row()[2], ("answered_by",), "nobody"), without=("confidentiality.yml",)) == []
