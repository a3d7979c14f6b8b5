"""A template: a form defined once, from which every format is made."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, TypeAlias

from pydantic import Field, ValidationError, ValidationInfo, model_validator

from ..errors import nearest
from .base import Aliases, Icon, Id, Record, Review, Text
from .calendar import Due, DueRows, Happening
from .control import Control
from .durations import Duration
from .fields import CELLS, KINDS, AnyColumn, Kind, LoneField
from .fields.families import ChoiceColumn, ChoicesColumn, Column, among_options
from .letter import Body, Face, Signature
from .own_form import FileName, PlaceLine
from .scenario import Audience, Group
from .summing import Lasting, Repricing, Sum
from .telling import telling_of


class Row(Record):
    """One row of a table's example: its cells by column id, in the order in which they are written."""

    cells: tuple[tuple[str, Any], ...]

    @model_validator(mode="before")
    @classmethod
    def _from_mapping(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        return {"cells": tuple((str(key), _frozen(cell)) for key, cell in value.items())}

    def __getitem__(self, column_id: str) -> Any:
        return dict(self.cells).get(column_id)


def _frozen(value: Any) -> Any:
    """The value with lists as tuples, so that a row can be hashed like every other part of the model."""
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value


class Settled(Record):
    """What ends a matter: the answer of a choice."""

    column: Id
    option: Id


class Overdue(Record):
    """Which rows of a list are overdue: those whose day has passed, until they are settled."""

    day: Id
    """The column of dates."""
    after: Duration | None = None
    """How long after that day a row is overdue, in days or longer; at once, where nothing is said."""
    until: Settled | None = None
    """Where nothing is said, only another day helps."""
    legend: Text
    """Says on the list what the marked rows are."""


class Clash(Record):
    """Which rows of a list do not go together: those in which the same stands twice on a day, such as two turns of one person."""

    day: Id
    """The column of dates."""
    who: Id
    """The column of what may stand once a day."""
    legend: Text
    """Says on the list what the marked rows are."""


class Pair(Record):
    """One field or column of another form, and what it takes: a column of the table, or a field of the template."""

    to: Id
    takes: Id


class HandOver(Record):
    """The way of a table's rows into a table of another template, when the form is filled in online."""

    template: Id
    table: Id
    columns: Annotated[tuple[Pair, ...], Field(min_length=1)]
    fields: tuple[Pair, ...] = ()


class TableField(Column):
    """Rows of columns, such as to-dos: what, who, by when; the example is a list of rows, keyed by column id."""

    kind: ClassVar[Kind] = KINDS["table"]
    type: Literal["table"]
    columns: Annotated[tuple[AnyColumn, ...], Field(min_length=1)]
    rows: Annotated[int, Field(ge=1, le=40)]
    """How many empty rows a printed form has."""
    overdue: Overdue | None = None
    """For a list that goes on (see `Template.as_list`)."""
    clash: Clash | None = None
    """For a list that goes on."""
    falls_due: DueRows | None = None
    """By what its rows fall due."""
    hands_to: tuple[HandOver, ...] = ()
    """Other templates that take its rows."""
    example: tuple[Row, ...]

    @model_validator(mode="after")
    def _check_cells(self, info: ValidationInfo) -> TableField:
        columns = {column.id: column for column in self.columns}
        rows = tuple(
            Row.model_construct(
                cells=tuple(
                    (column_id, _cell(columns, column_id, given, number, info)) for column_id, given in row.cells
                )
            )
            for number, row in enumerate(self.example)
        )
        return self.model_copy(update={"example": rows})


def _cell(columns: dict[str, Any], column_id: str, given: Any, number: int, info: ValidationInfo) -> Any:
    """A cell of a table's example as its column's kind has it."""
    where = f"example[{number}].{column_id}"
    if column_id not in columns:
        raise ValueError(f"{where}: unknown column '{column_id}'; {nearest(column_id, columns)}")
    column = columns[column_id]
    try:
        cell = CELLS[column.kind.family].validate_json(json.dumps(given), strict=True, context=info.context)
    except ValidationError as error:
        reason = error.errors(include_url=False)[0]
        raise ValueError(f"{where}: {reason['msg'].removeprefix('Value error, ')}") from None
    if isinstance(column, ChoiceColumn | ChoicesColumn):
        among_options(cell, column.options, where)
    return cell


if TYPE_CHECKING:
    FormField: TypeAlias = LoneField | TableField
else:
    FormField = Annotated[LoneField | TableField, Field(discriminator="type")]


TemplateKind = Literal["form", "letter", "list"]
"""A form that stays in the house or is filled in together; a letter in sentences; a list that goes on."""

_LIST_COLUMNS = 8
"""How many columns a list that goes on has at least."""


class Section(Record):
    """Fields that belong together, under a heading."""

    id: Id
    title: Text
    fields: Annotated[tuple[FormField, ...], Field(min_length=1)]


class Template(Review):
    """One file in `docs/data/templates/`, named by the id."""

    id: Id
    kind: TemplateKind = "form"
    audience: Audience
    group: Group | None = None
    """What somebody who needs it wants to do, where that is not what they want in the first scenario that names it."""
    order: int
    control: Control | None = None
    """Number, version and first day of a controlled form (see `Handbook.control`)."""
    title: Text
    task: Text | None = None
    """What somebody who needs it is about to do, in a few words; without it, cards say the summary."""
    icon: Icon | None = None
    """Its picture among other templates; without one, that of its kind."""
    summary: Text
    """What it is for."""
    use_when: Text
    level: Id | None = None
    """How confidential it is as a rule, once it is filled in: a level of `confidentiality.yml`."""
    keeps: Id | None = None
    """How long it is kept: an id of `retention.yml`."""
    own_date: Id | None = None
    """The field with the day of the document itself; with a time of day, its day."""
    department: Id | None = None
    """The field with the department whose document it is."""
    number: Id | None = None
    """The field with its number or reference."""
    place: Id | None = None
    """The field with the place where it was written or happened."""
    happens: Happening | None = None
    """What it is about, where that has a beginning and an end."""
    falls_due: tuple[Due, ...] = ()
    """What falls due once it is filled in, for a calendar."""
    sums: tuple[Sum, ...] = ()
    lasts: Lasting | None = None
    repriced: Repricing | None = None
    signs: tuple[Signature, ...] = ()
    """Who signs it, in order."""
    confirms: Literal["no", "reply", "countersign"] = "no"
    """Whether the other side confirms it, by a mail or by its signature."""
    aside: tuple[Id, ...] = ()
    """Fields that are kept with our copy, and never printed or sent."""
    salutation: Id | None = None
    """The field with the salutation; the closing of an English letter follows it."""
    face: Face | None = None
    """How a letter looks."""
    body: Body | None = None
    """The text of a letter."""
    recipients: Text
    filed_as: Id | None = None
    """The field with the name under which it is filed; left empty, it says the name of the file that is made."""
    filing: Text
    """The matter in its filed name, department–date–matter."""
    file_name: Text
    """What the downloaded file is called, without its ending."""
    mail_subject: Text | None = None
    """Given where the form is also a mail: its subject by the handbook's rule, with blanks in 〔〕 or [].
    In a letter, addresses that its text does not name stand in the head of the mail."""
    mail_subject_field: Id | None = None
    """The field whose answer is the subject of a letter that goes as a mail."""
    aliases: Aliases
    file: FileName | None = None
    """The file of a form of the company's own, which is offered as it is."""
    places: tuple[PlaceLine, ...] = ()
    """What is said of the places in that file that can be filled in, in the order in which they are asked."""
    belongs_to: tuple[Id, ...] = ()
    """The scenarios that name a form of the company's own; those of the handbook name theirs themselves."""
    sections: tuple[Section, ...]
    telling: ClassVar[property] = property(telling_of)

    @model_validator(mode="after")
    def _asks_something(self) -> Template:
        if self.file is None and not self.sections:
            raise ValueError("has no sections; a form of the handbook asks something, so add one with its fields")
        return self

    @property
    def own_format(self) -> str | None:
        """The ending of a file of the company's own; None for what is made here."""
        return self.file.rpartition(".")[2].lower() if self.file else None

    @property
    def first_format(self) -> str:
        """The ending of the file that is offered first: a list goes on, filters and sorts in a workbook."""
        return self.own_format or ("xlsx" if self.kind == "list" else "docx")

    @property
    def fields(self) -> tuple[FormField, ...]:
        """All fields, in the order in which they are filled."""
        return tuple(field for section in self.sections for field in section.fields)

    @property
    def is_letter(self) -> bool:
        """Whether it is running text instead of answers behind labels."""
        return self.kind == "letter"

    @property
    def signed(self) -> tuple[tuple[Signature, FormField], ...]:
        """Who signs at the foot of a form, each with the field that says who that is; letters have it in their text."""
        if self.is_letter:
            return ()
        fields = {field.id: field for field in self.fields}
        return tuple((sign, fields[sign.field]) for sign in self.signs)

    @property
    def box(self) -> tuple[LoneField, ...]:
        """What stands in one box at the top right of a form on paper: its number, its date, its department and the place.

        A date that is the beginning of something stays beside its end.
        """
        if self.kind != "form":
            return ()
        day = None if self.happens and self.happens.begins == self.own_date else self.own_date
        fields = {field.id: field for field in self.fields}
        asked = (fields[each] for each in (self.number, day, self.department, self.place) if each)
        return tuple(field for field in asked if not isinstance(field, TableField))

    @property
    def below_box(self) -> tuple[Section, ...]:
        """The sections without what stands in the box; those that are left with nothing are left out."""
        boxed = {field.id for field in self.box}
        left = (
            (section, tuple(field for field in section.fields if field.id not in boxed)) for section in self.sections
        )
        return tuple(section.model_copy(update={"fields": fields}) for section, fields in left if fields)

    def has_in_head(self, field: Column) -> bool:
        """Whether an answer stands in the head of a mail instead of in its text: its subject, and its addresses."""
        if not self.is_letter or field.id in self.aside:
            return False
        is_said = self.body is not None and f"{{{field.id}}}" in self.body.zh
        return field.id == self.mail_subject_field or (field.kind.detail == "email" and not is_said)

    @property
    def as_list(self) -> TableField | None:
        """The table, where the form is one long list that goes on and nothing else."""
        only, *others = self.fields or (None,)
        return only if not others and isinstance(only, TableField) and len(only.columns) >= _LIST_COLUMNS else None
