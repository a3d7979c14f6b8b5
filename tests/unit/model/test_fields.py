"""Fields of forms: their kinds, the examples that they can hold, tables and their cells."""

from __future__ import annotations

import re
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.errors import Misregistered
from macros.model import fields
from macros.model.fields import CELLS, KINDS, AnyColumn
from macros.model.fields.families import WordsField
from macros.model.fields.kind import Kind
from macros.model.template import FormField, Section, TableField, Template
from macros.reading import loading
from tests.unit.sound import sound

T = {"zh": "字", "en": "word"}


def fault(record: Any, **data: Any) -> str:
    """What is said of data that do not fit; nothing where they do."""
    try:
        TypeAdapter(record).validate_python(data, strict=True)
    except ValidationError as error:
        return str(error.errors()[0]["msg"]).removeprefix("Value error, ")
    return ""


def option(name: str) -> dict[str, Any]:
    return {"id": name, "label": T}


COLUMN = {"id": "c", "label": T, "help": T}


@pytest.mark.parametrize(
    ("kind", "data", "wrong"),
    [
        ("text", {"example": T}, ""),
        ("datetime", {"example": "2026-03-31 14:30"}, ""),
        ("datetime", {"example": "2026-03-31 24:00"}, "write a date and time"),
        ("datetime", {"example": 5}, "write a date and time"),
        ("datetime", {"example": "2026-02-30 14:30"}, "this date does not exist"),
        ("choice", {"example": "a", "options": (option("a"), option("b"))}, ""),
        (
            "choice",
            {"example": "c", "options": (option("a"), option("b"))},
            "example: unknown option 'c'; use one of: a, b",
        ),
        (
            "choice",
            {"example": "a", "options": (option("a"), option("a"))},
            "duplicate id 'a'; each option has its own",
        ),
        ("choice", {"example": "a", "options": (option("a"),)}, "Tuple should have at least 2"),
        ("choices", {"example": ("a", "c"), "options": (option("a"), option("b"))}, "example: unknown option 'c'"),
        ("choices", {"example": (), "options": (option("a"), option("b"))}, ""),
        ("number", {"example": "5"}, "Input should be a valid"),
        ("tick", {"example": 1}, "Input should be a valid boolean"),
    ],
)
def test_an_example_is_one_that_the_field_can_hold(kind: str, data: dict[str, Any], wrong: str):
    said = fault(FormField, **COLUMN, type=kind, **data)
    assert said.startswith(wrong) and bool(said) == bool(wrong), said


def table(example: tuple[dict[str, Any], ...], *columns: dict[str, Any]) -> dict[str, Any]:
    return {**COLUMN, "type": "table", "rows": 3, "columns": columns, "example": example}


WHAT, STATE = (
    {**COLUMN, "id": "what", "type": "text"},
    {**COLUMN, "id": "state", "type": "choice", "options": (option("open"), option("closed"))},
)


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ({"what": T, "state": "open"}, ""),
        ({"what": T, "status": "open"}, "example[1].status: unknown column 'status'; did you mean 'state'?"),
        ({"what": "word"}, "example[1].what: Input should be an object"),
        ({"state": "opne"}, "example[1].state: unknown option 'opne'; did you mean 'open'?"),
        ({"state": "Open"}, "example[1].state: an id is made of small letters"),
    ],
)
def test_cells_of_an_example_are_those_of_their_columns(row: dict[str, Any], wrong: str):
    said = fault(TableField, **table(({"what": T}, row), WHAT, STATE))
    assert said.startswith(wrong) and bool(said) == bool(wrong), said


def test_a_row_knows_its_cells_by_their_column():
    [row] = TypeAdapter(TableField).validate_python(table(({"what": T},), WHAT, STATE), strict=True).example
    assert row["what"].zh == "字" and row["state"] is None
    ticks = {**COLUMN, "id": "ticks", "type": "choices", "options": (option("a"), option("b"))}
    [row] = TypeAdapter(TableField).validate_python(table(({"ticks": ["a", "b"]},), ticks), strict=True).example
    assert row["ticks"] == ("a", "b") and hash(row)


def test_a_template_of_one_long_table_is_a_list():
    def template(*fields: Any) -> Template:
        return Template.model_construct(
            sections=tuple(Section.model_construct(id=f"s{n}", fields=(field,)) for n, field in enumerate(fields))
        )

    eight = TableField.model_construct(id="t", columns=tuple(range(8)))
    seven = TableField.model_construct(id="t", columns=tuple(range(7)))
    words = WordsField.model_construct(id="w")
    assert template(eight).as_list is eight
    assert template(seven).as_list is template(words).as_list is template(eight, words).as_list is None
    assert template(eight, words).fields == (eight, words)


def test_kinds_of_field_say_what_writers_ask():
    assert {kind.family for kind in KINDS.values()} == {*CELLS, "table"}
    assert [KINDS[name].is_words for name in ("text", "long_text", "person", "date", "tick")] == [
        True,
        True,
        True,
        False,
        False,
    ]
    assert KINDS["text"].check_key is None
    assert KINDS["email"].check_key == "script_fill_check_email" and KINDS["date"].check_key == "script_fill_check_date"
    assert fault(AnyColumn, **COLUMN, type="text") == "" and fault(AnyColumn, **COLUMN, type="table")


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        (Kind("percent", "number"), "must be Kind('share', …), by the name of the file"),
        (Kind("share", "numbr"), "share.py:1: KIND: unknown family 'numbr'; did you mean 'number'?"),
        (Kind("share", "number", check=r"^(\d+$"), "check is no regular expression: "),
        (Kind("share", "words", check=r"\d{6}"), "check must hold the whole answer: ^\\d{6}$"),
    ],
)
def test_a_kind_that_cannot_be_one_is_refused_by_the_name_of_its_file(kind: Kind, wrong: str):
    with pytest.raises(Misregistered, match=re.escape(wrong)):
        fields.sound_kind("share", kind)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_two_fields_of_a_form_are_called_the_same(language):
    for template in loading.handbook_of(sound()).templates:
        names = [field.label[language] for field in template.fields]
        assert len(names) == len(set(names)), template.id
