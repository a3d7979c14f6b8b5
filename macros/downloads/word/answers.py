"""Where an answer goes: the content of a cell, by the type of the field."""

from __future__ import annotations

from typing import assert_never

from ...model.template import (
    ChoiceColumn, ChoicesColumn, DateColumn, DateTimeColumn, NumberColumn, Column, TickColumn, WordsColumn)
from ..form import Form
from .controls import Controls
from .markup import Element, paragraph, run
from .prompts import BLANK
from .words import Words

_HINT = "FormHint"


class Answers:
    """Makes the cells of one form that are filled in."""

    def __init__(self, form: Form, words: Words, controls: Controls):
        self._form = form
        self._words = words
        self._controls = controls

    def single(self, field: Column) -> list[Element]:
        """The blocks for a field that stands alone: its help shows in the control, or beside the boxes to tick."""
        title = self._form.say(field.label)
        if isinstance(field, TickColumn):
            box = self._controls.tick(field.id, title, locked=True)
            return [paragraph("Normal", box, run(" "), *self._words.beside(field.help, style=_HINT))]
        if isinstance(field, ChoicesColumn):
            boxes = [part for option in self._boxes(field, field.id, locked=True) for part in [*option, run("\u2003")]]
            return [paragraph("Normal", *boxes[:-1]), paragraph("Normal", *self._words.beside(field.help, style=_HINT))]
        return [self._typed(field, field.id, self._form.say(field.help), locked=True)]

    def in_row(self, field: Column, table_id: str, prompted: bool) -> list[Element]:
        """The blocks for a column of a table, in one row.

        Args:
            field: the column.
            table_id: the id of the table.
            prompted: whether the help shows in the control.
        """
        tag = f"{table_id}.{field.id}"
        if isinstance(field, TickColumn):
            return [paragraph("FormCentred", self._controls.tick(tag, self._form.say(field.label), locked=False))]
        if isinstance(field, ChoicesColumn):
            return [paragraph("Normal", *option) for option in self._boxes(field, tag, locked=False)]
        return [self._typed(field, tag, self._form.say(field.help) if prompted else BLANK, locked=False)]

    def _boxes(self, field: ChoicesColumn, tag: str, locked: bool) -> list[list[Element]]:
        return [[self._controls.tick(f"{tag}.{option.id}", self._form.say(option.label), locked), run("\u00a0"),
                 *self._words.beside(option.label)] for option in field.options]

    def _typed(self, field: WordsColumn | DateColumn | DateTimeColumn | ChoiceColumn | NumberColumn, tag: str, prompt: str,
               locked: bool) -> Element:
        title = self._form.say(field.label)
        match field:
            case WordsColumn(type="long_text"):
                return self._controls.long_text(tag, title, prompt, locked)
            case WordsColumn() | NumberColumn():
                control = self._controls.text(tag, title, prompt, locked)
            case DateColumn() | DateTimeColumn():
                control = self._controls.date(tag, title, prompt, locked, clock=field.type == "datetime")
            case ChoiceColumn():
                options = [(option.id, self._form.say(option.label)) for option in field.options]
                control = self._controls.choice(tag, title, prompt, locked, options)
            case _:
                assert_never(field)
        return paragraph("Normal", control)
