"""A form in words alone, for formats that have no cells to fill in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..model.base import Text
from ..model.fields import AnyColumn
from ..model.fields.families import ChoiceColumn, ChoicesColumn
from ..model.fields.kind import Family
from ..model.template import FormField, Section, TableField, Template
from .plain import HINTS, PlainWords, Spoken

Kind = Literal["words", "value", "choice", "choices", "tick", "table"]
"""Words of one's own, a value such as a date or an amount, something to choose or tick, or a table."""
_KINDS: dict[Family, Kind] = {
    "words": "words",
    "block": "words",
    "date": "value",
    "datetime": "value",
    "number": "value",
    "choice": "choice",
    "choices": "choices",
    "tick": "tick",
    "table": "table",
}


@dataclass(frozen=True)
class Entry:
    """A field, or a column of a table."""

    id: str
    kind: Kind
    label: Spoken
    help: Spoken
    """With the way to write it, where there is one."""
    required: bool
    options: tuple[str, ...]
    """What can be chosen, each in the languages of the file."""
    columns: tuple[Entry, ...]
    """Of a table."""
    rows: int
    """How many rows a table has."""


@dataclass(frozen=True)
class Part:
    """A section."""

    title: Spoken
    entries: tuple[Entry, ...]


def about(template: Template) -> tuple[tuple[str, Text], ...]:
    """What is said of a template as a whole: the key of each label in the interface, and the text."""
    return (
        ("form_for", template.summary),
        ("form_use_when", template.use_when),
        ("form_recipients", template.recipients),
        ("form_filing", template.filing),
    )


def outline(words: PlainWords, sections: tuple[Section, ...]) -> tuple[Part, ...]:
    """The sections of a template, in order."""
    return tuple(
        Part(words.spoken(section.title), tuple(_entry(words, field) for field in section.fields))
        for section in sections
    )


def _entry(words: PlainWords, field: FormField | AnyColumn) -> Entry:
    help_text = words.spoken(field.help)
    if field.kind.family in HINTS:
        hint = words.interface_text(HINTS[field.kind.family])
        help_text = words.own_spoken("form_detail", text=field.help, detail=hint)
    options = field.options if isinstance(field, ChoiceColumn | ChoicesColumn) else ()
    kind = _KINDS[field.kind.family]
    return Entry(
        id=field.id,
        kind=kind,
        label=words.spoken(field.label),
        help=help_text,
        required=field.required,
        options=tuple(words.one(option.label) for option in options),
        columns=tuple(_entry(words, column) for column in field.columns) if isinstance(field, TableField) else (),
        rows=field.rows if isinstance(field, TableField) else 0,
    )
