"""What the cells of a form ask: one question a cell, several choices having one for each option."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ...model.fields import AnyColumn
from ...model.fields.families import ChoiceColumn, ChoicesColumn
from ...model.fields.kind import Kind
from ...model.template import FormField
from ..plain import HINTS, PlainWords
from . import limits


@dataclass(frozen=True)
class Question:
    """What one cell, or one column of cells, asks."""

    name: str
    """The name of its cells."""
    kind: Kind
    """That of its field; each option of several choices is a question to tick."""
    label: tuple[str, ...]
    """In each language of the file, as all texts here."""
    help: tuple[str, ...]
    """With the way to write it, where there is one."""
    required: bool
    options: tuple[str, ...]
    """What can be chosen."""
    weight: int
    """How wide its column is, compared with others."""

    @property
    def is_tick(self) -> bool:
        """Whether its cell is ticked."""
        return self.kind.family in ("tick", "choices")

    @property
    def align(self) -> Literal["left", "center", "right"]:
        """Where an answer stands in a column of answers."""
        return "center" if self.is_tick else "right" if self.kind.family == "number" else "left"


def ask(words: PlainWords, field: FormField | AnyColumn, *inside: str) -> list[Question]:
    """The questions of a field or a column.

    Args:
        words: says the texts.
        field: no table.
        inside: the id of the table, where the field is a column.
    """
    label, help_text = words.each(field.label), words.each(field.help)
    if field.kind.family in HINTS:
        hint = words.interface_text(HINTS[field.kind.family])
        help_text = [words.own("form_detail", text=field.help, detail=hint)[0], *help_text[1:]]
    options = field.options if isinstance(field, ChoiceColumn | ChoicesColumn) else ()

    def question(label: list[str], *name: str, required: bool, options: tuple[str, ...] = ()) -> Question:
        return Question(
            limits.cell_name(*inside, field.id, *name),
            field.kind,
            tuple(label),
            tuple(help_text),
            required,
            options,
            field.kind.weight,
        )

    if isinstance(field, ChoicesColumn):
        # Not one of them is required: any answer will do.
        return [
            question(words.own("form_detail", text=field.label, detail=option.label), option.id, required=False)
            for option in options
        ]
    return [question(label, required=field.required, options=tuple(words.one(option.label) for option in options))]
