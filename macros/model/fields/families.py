"""The families of fields as records: what a column of a table holds, and what a field that stands alone holds besides."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, TypeAdapter, model_validator

from ...errors import nearest
from ..base import Date, Id, Record, Text
from .kind import Family, Kind


def _datetime(value: Any) -> Any:
    if not isinstance(value, str) or not re.fullmatch(
        r"[0-9]{4}-[0-9]{2}-[0-9]{2} ([01][0-9]|2[0-3]):[0-5][0-9]", value
    ):
        raise ValueError("write a date and time as year-month-day hour:minute, such as 2026-03-31 14:30")
    try:
        date.fromisoformat(value[:10])
    except ValueError:
        raise ValueError("this date does not exist in the calendar; write a real one") from None
    return value


DateTime = Annotated[str, BeforeValidator(_datetime)]
"""A day and a time of day, written YYYY-MM-DD hh:mm."""


class Option(Record):
    """One answer of a choice."""

    id: Id
    label: Text


def _different(options: tuple[Option, ...]) -> tuple[Option, ...]:
    ids = [option.id for option in options]
    for option_id in ids:
        if ids.count(option_id) > 1:
            raise ValueError(f"duplicate id '{option_id}'; each option has its own")
    return options


Options = Annotated[tuple[Option, ...], Field(min_length=2), AfterValidator(_different)]


def among_options(given: Any, options: tuple[Option, ...], where: str) -> None:
    """Raise ValueError for an answer, or one of several, that is none of the options."""
    known = [option.id for option in options]
    for option_id in given if isinstance(given, tuple) else (given,):
        if option_id not in known:
            raise ValueError(f"{where}: unknown option '{option_id}'; {nearest(option_id, known)}")


_Choosing = TypeVar("_Choosing", "ChoiceField", "ChoicesField")


def _example_is_an_option(field: _Choosing) -> _Choosing:
    among_options(field.example, field.options, "example")
    return field


class Column(Record):
    """What every field and every column of a table has."""

    kind: ClassVar[Kind]
    id: Id
    type: str
    """The name of its kind."""
    label: Text
    help: Text
    required: bool = False


class WordsColumn(Column):
    """Words on a line."""


class BlockColumn(WordsColumn):
    """Words in a block of lines."""


class DayColumn(Column):
    """A day, with a time of day or without."""

    not_before: Id | None = None
    """Another day or moment that cannot come after it: a column of the same table, or a field of the form."""


class DateColumn(DayColumn):
    """A day."""


class DateTimeColumn(DayColumn):
    """A day and a time of day."""


class ChoiceColumn(Column):
    """One of several answers."""

    options: Options


class ChoicesColumn(Column):
    """Any of several answers."""

    options: Options


class NumberColumn(Column):
    """A number, or an amount of money."""


class TickColumn(Column):
    """Ticked or not."""


class WordsField(WordsColumn):
    """A field for words, with an example."""

    example: Text


class BlockField(BlockColumn, WordsField):
    """A field for a block of words, with an example."""


class DateField(DateColumn):
    """A field for a day, with an example."""

    example: Date


class DateTimeField(DateTimeColumn):
    """A field for a day and a time of day, with an example."""

    example: DateTime


class ChoiceField(ChoiceColumn):
    """A field for one answer; the example is the id of an option."""

    example: Id
    _known = model_validator(mode="after")(_example_is_an_option)


class ChoicesField(ChoicesColumn):
    """A field for any of several answers; the example is a list of ids of options."""

    example: tuple[Id, ...]
    _known = model_validator(mode="after")(_example_is_an_option)


class NumberField(NumberColumn):
    """A field for a number or an amount, with an example."""

    example: int | float


class TickField(TickColumn):
    """A field to tick, with an example."""

    example: bool


FAMILIES: dict[Family, tuple[type[Column], type[Column]]] = {
    "words": (WordsColumn, WordsField),
    "block": (BlockColumn, BlockField),
    "date": (DateColumn, DateField),
    "datetime": (DateTimeColumn, DateTimeField),
    "choice": (ChoiceColumn, ChoiceField),
    "choices": (ChoicesColumn, ChoicesField),
    "number": (NumberColumn, NumberField),
    "tick": (TickColumn, TickField),
}
"""The record of a column, and of a field that stands alone, by family; a table is neither (see `template.py`)."""

CELLS: dict[Family, TypeAdapter[Any]] = {
    "words": TypeAdapter(Text),
    "block": TypeAdapter(Text),
    "date": TypeAdapter(Date),
    "datetime": TypeAdapter(DateTime),
    "choice": TypeAdapter(Id),
    "choices": TypeAdapter(tuple[Id, ...]),
    "number": TypeAdapter(int | float),
    "tick": TypeAdapter(bool),
}
"""What a cell of a table's example holds, by the family of its column."""
