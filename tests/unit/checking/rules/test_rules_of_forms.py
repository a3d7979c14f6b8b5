"""Rules on forms: what is handed over, filled in beforehand, marked as overdue, and what files are called."""

from __future__ import annotations

from typing import Any

import pytest

from macros.checking.rules import falling_due, file_names, hand_overs, in_order, overdue_rows, prefills, sums
from macros.model.base import Text
from macros.reading.source import dotted
from tests.unit.sound import EACH, changed, found, place, sound

LIST = "templates/follow-up-tracker.yml"
TEXT = Text.model_construct(zh="字", en="word")


def of_minutes(*steps: str | int) -> tuple[str, tuple[str | int, ...], str]:
    """A place in what the minutes hand over, with the value there."""
    return place("templates/meeting-minutes.yml", "sections", EACH, "fields", EACH, "hands_to", 0, *steps)


@pytest.fixture
def fills() -> tuple[str, tuple[Any, ...], tuple[Any, ...]]:
    """A checklist that fills a form in beforehand: the file, the place, what it fills in."""
    return place("checklists", "groups", EACH, "items", EACH, "fills")


@pytest.fixture
def overdue() -> tuple[Any, ...]:
    """Where the list says which of its rows are overdue."""
    return place(LIST, "sections", EACH, "fields", EACH, "overdue")[1]


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        (("template",), "unknown template '{wrong}'; did you mean '{right}'?"),
        (("table",), "'result-confirmation' has no table '{wrong}'; did you mean '{right}'?"),
        (("columns", 1, "to"), "unknown column '{wrong}'; did you mean '{right}'?"),
        (("columns", 2, "takes"), "unknown column '{wrong}'; did you mean '{right}'?"),
        (("fields", 0, "to"), "unknown field '{wrong}'; did you mean '{right}'?"),
        (("fields", 1, "takes"), "unknown field '{wrong}'; did you mean '{right}'?"),
    ],
)
def test_what_is_handed_over_has_a_place_there(steps: tuple[str | int, ...], said: str):
    path, location, right = of_minutes(*steps)
    wrong = f"{right}x"
    assert found(hand_overs, (path, location, wrong)) == [
        f"{path}: {dotted(location)}: {said.format(wrong=wrong, right=right)}"
    ]


def test_a_time_takes_a_time_and_no_words_and_words_take_no_time():
    path, location, day = of_minutes("columns", 2, "takes")
    words = of_minutes("columns", 0, "takes")[2]
    to = of_minutes("columns", 2, "to")[2]
    assert found(hand_overs, (path, location, words)) == [
        f"{path}: {dotted(location)}: '{words}' is text, '{to}' takes datetime; hand over one of its kind"
    ]
    held_at = of_minutes("fields", 1, "takes")[2]
    assert found(hand_overs, (path, location, held_at)) == [], "a field beside the table"
    to_words = of_minutes("columns", 0, "takes")
    assert len(found(hand_overs, (*to_words[:2], day))) == 1, "words take no time"


def test_what_a_template_with_faults_would_take_is_not_missed():
    path, location, right = of_minutes("columns", 1, "to")
    assert found(hand_overs, (path, location, f"{right}x"), without=("templates/result-confirmation.yml",)) == []


def test_what_is_filled_in_beforehand_has_a_field_that_can_hold_it(fills):
    checklist, location, (given, *_) = fills
    template = next(
        item.template for group in sound().records[checklist].groups for item in group.items if item.fills == fills[2]
    )
    here = f"{checklist}: {dotted(location)}"

    def said(**change: object) -> list[str]:
        return found(prefills, (checklist, (*location, 0), given.model_copy(update=change)))

    assert said(field=f"{given.field}x") == [
        f"{here}[0].field: '{template}' has no field '{given.field}x'; did you mean '{given.field}'?"
    ]
    assert said(option=f"{given.option}x") == [
        f"{here}[0].option: unknown option '{given.option}x'; did you mean '{given.option}'?"
    ]
    [chosen] = said(option=None, value=TEXT)
    assert chosen.startswith(f"{here}[0]: '{given.field}' is a choice and takes an option; use one of: ")
    words = place(f"templates/{template}.yml", "sections", EACH, "fields", EACH)
    fields = sound().records[words[0]].fields
    word = next(field.id for field in fields if field.kind.is_words)
    assert said(field=word, option=None, value=TEXT) == []
    [no_option] = said(field=word)
    assert f"'{word}' is " in no_option and "cannot be filled in beforehand so" in no_option
    other = next(
        field for field in fields if not field.kind.is_words and field.kind.family not in ("choice", "choices")
    )
    assert len(said(field=other.id, option=None, value=TEXT)) == 1


def test_what_is_filled_in_beforehand_stands_at_a_template(fills):
    checklist, location, _ = fills
    assert found(prefills, (checklist, (*location[:-1], "template"), None)) == [
        f"{checklist}: {dotted(location)}: stands without a template; name the template whose form is filled in"
    ]


def test_overdue_names_columns_that_can_say_so(overdue):
    here = f"{LIST}: {dotted(overdue)}"
    marked = place(LIST, *overdue)[2]
    assert found(overdue_rows, (LIST, (*overdue, "day"), f"{marked.day}x")) == [
        f"{here}.day: no column of dates '{marked.day}x'; did you mean '{marked.day}'?"
    ]
    column, option = marked.until.column, marked.until.option
    assert found(overdue_rows, (LIST, (*overdue, "until", "column"), f"{column}x")) == [
        f"{here}.until.column: no column of choices '{column}x'; did you mean '{column}'?"
    ]
    assert found(overdue_rows, (LIST, (*overdue, "until", "option"), f"{option}x")) == [
        f"{here}.until.option: unknown option '{option}x'; did you mean '{option}'?"
    ]
    assert found(overdue_rows, (LIST, (*overdue, "after"), "P1DT1H")) == [
        f"{here}.after: 'P1DT1H': a day has no hours; write whole days or more, such as P14D or P6M"
    ]
    assert found(overdue_rows, (LIST, (*overdue, "after"), "P14D"), (LIST, (*overdue, "until"), None)) == []


def test_only_the_rows_of_a_list_are_overdue(overdue):
    columns = (*overdue[:-1], "columns")
    few = place(LIST, *columns)[2][:7]
    [said] = found(overdue_rows, (LIST, columns, few))
    assert said.startswith(f"{LIST}: {dotted(overdue)}: only the rows of a list are marked")


@pytest.mark.parametrize("sign", '<>:"/\\|?*\x00\x1f')
def test_a_sign_that_windows_refuses_stands_in_no_file_name(sign: str):
    said = found(file_names, ("templates/meeting-minutes.yml", ("file_name", "en"), f"a{sign}b"))
    assert said == [
        f"templates/meeting-minutes.yml: file_name.en: 'a{sign}b': '{sign}' is not allowed here in the name of a file; "
        "leave it out"
    ]


def test_a_file_name_ends_in_no_point_and_stands_once_whatever_its_capitals():
    path = "templates/meeting-minutes.yml"
    assert len(found(file_names, (path, ("file_name", "zh"), "纪要."))) == 1
    assert len(found(file_names, (path, ("file_name", "zh"), "纪要 "))) == 1
    assert found(file_names, (path, ("file_name", "zh"), "纪要.第2版")) == []
    name = sound().records["templates/meeting-agenda.yml"].file_name.en
    [said] = found(file_names, (path, ("file_name", "en"), name.upper()))
    assert said == (
        f"{path}: file_name.en: '{name.upper()}' is the file name of docs/data/templates/meeting-agenda.yml too; "
        "give this one a name of its own"
    )
    assert changed(sound().records[path], ("file_name", "en"), name).file_name.en == name


def test_rows_that_clash_do_so_by_a_day_and_by_words():
    rota = "templates/on-call-rota.yml"
    clash = place(rota, "sections", EACH, "fields", EACH, "clash")[1]
    here = f"{rota}: {dotted(clash)}"
    assert found(overdue_rows, (rota, (*clash, "day"), "turn-dai")) == [
        f"{here}.day: no column of dates 'turn-dai'; did you mean 'turn-day'?"
    ]
    assert found(overdue_rows, (rota, (*clash, "who"), "turn-persons")) == [
        f"{here}.who: no column of words 'turn-persons'; did you mean 'turn-person'?"
    ]


def of_tracker(*steps: str) -> tuple[str, tuple[str | int, ...], str]:
    """A place in what says by what the rows of the list fall due, with the value there."""
    return place(LIST, "sections", EACH, "fields", EACH, "falls_due", *steps)


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        (("at",), "no column of dates"),
        (("remind_on",), "no column of dates"),
        (("done", "column"), "no tick or choice"),
        (("done", "option"), "unknown option"),
    ],
)
def test_rows_fall_due_on_a_day_and_are_settled_by_what_there_is(steps: tuple[str, ...], said: str):
    path, location, right = of_tracker(*steps)
    (fault,) = found(falling_due, (path, location, f"{right}x"))
    assert fault.endswith(f"{said} '{right}x'; did you mean '{right}'?")


def test_what_falls_due_is_a_day():
    path = "templates/meeting-minutes.yml"
    (fault,) = found(falling_due, (path, ("falls_due", 0, "at"), "minutes-subject"))
    assert fault.startswith(f"{path}: falls_due[0]: 'minutes-subject' is no date; ")


@pytest.mark.parametrize(
    ("key", "kind"), [("field", "field of numbers"), ("table", "table"), ("adds", "column of numbers")]
)
def test_a_sum_is_over_numbers_that_there_are(key: str, kind: str):
    path, location, right = place("templates/resource-request.yml", "sums", 0, key)
    (fault,) = found(sums, (path, location, f"{right}x"))
    assert fault == f"{path}: sums[0]: no {kind} '{right}x'; did you mean '{right}'?"


@pytest.mark.parametrize(
    ("template", "key", "kind"),
    [
        ("meeting-agenda", ("lasts", "table"), "table"),
        ("meeting-agenda", ("lasts", "adds"), "column of numbers"),
        ("meeting-agenda", ("lasts", "begins"), "field with a time of day"),
        ("change-confirmation", ("repriced", "field"), "field of numbers"),
        ("change-confirmation", ("repriced", "table"), "table"),
        ("change-confirmation", ("repriced", "before"), "column of words"),
        ("change-confirmation", ("repriced", "kind"), "column of choices"),
        ("change-confirmation", ("repriced", "option"), "such answer"),
    ],
)
def test_what_rows_are_held_against_is_there(template: str, key: tuple[str, str], kind: str):
    path, location, right = place(f"templates/{template}.yml", *key)
    (fault,) = found(sums, (path, location, f"{right}x"))
    assert fault == f"{path}: {'.'.join(key)}: no {kind} '{right}x'; did you mean '{right}'?"


AWAY = ("templates/absence-notice.yml", ("sections", 0, "fields", 4))
"""When somebody is back, which is not before they went."""


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("away-form", "unknown field 'away-form'; did you mean 'away-from'?"),
        ("absent-person", "'absent-person' is no date, but person; use one of: away-from"),
        ("back-at", "'back-at' is this very field; name the one that comes first, or take it out"),
    ],
)
def test_what_is_not_before_another_day_names_one_that_there_is(named: str, said: str):
    path, location = AWAY
    where = (*location, "not_before")
    assert found(in_order, (path, where, named)) == [f"{path}: {dotted(where)}: {said}"]


def test_two_days_are_not_each_to_come_after_the_other():
    path, (*section, _) = AWAY
    (one, other) = found(in_order, (path, (*section, 3, "not_before"), "back-at"))
    assert one.endswith("'back-at' is not to be before 'away-from' either; keep one of the two") and other != one


def test_the_example_keeps_the_order_of_its_days_in_a_row_too():
    path, location = AWAY
    fault = "in its example 'back-at', 2026-11-13 17:00, is before 'away-from', 2026-11-13 18:00; change one of the two"
    changed_example = (path, (*location, "example"), "2026-11-13 17:00")
    assert found(in_order, changed_example) == [f"{path}: {dotted(location)}: {fault}"]
    assert not found(in_order, (path, (*location, "example"), "2026-11-13 18:00")), "the same moment is not before"


def test_a_row_keeps_the_order_of_its_days_and_that_with_a_day_of_the_form():
    path, location, cells = place(
        "templates/resource-request.yml", "sections", EACH, "fields", EACH, "example", 0, "cells"
    )
    early = tuple((key, {"use-from": "2026-11-02", "return-on": "2026-11-01"}.get(key, cell)) for key, cell in cells)
    one, other = found(in_order, (path, location, early))
    assert "'use-from', 2026-11-02, is before 'request-handed-in-on', 2026-11-09" in one
    assert "'return-on', 2026-11-01, is before 'use-from', 2026-11-02" in other
