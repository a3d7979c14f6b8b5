"""Where an answer goes: the content of a cell, by the kind of its field."""

from __future__ import annotations

from typing import assert_never

from ...model.fields import AnyColumn
from ...model.fields.families import (
    BlockColumn,
    ChoiceColumn,
    ChoicesColumn,
    DateColumn,
    DateTimeColumn,
    NumberColumn,
    TickColumn,
    WordsColumn,
)
from .controls import Controls
from .markup import Element, paragraph, run
from .prompts import BLANK
from .words import Words

_HINT = "FormHint"


class Answers:
    """Makes the cells of one form that are filled in."""

    def __init__(self, words: Words, controls: Controls):
        self._words = words
        self._controls = controls

    def single(self, field: AnyColumn) -> list[Element]:
        """The blocks for a field that stands alone: its help shows in the control, or beside the boxes to tick."""
        if isinstance(field, TickColumn):
            box = self._controls.tick(field.id, self._words.plain(field.label), locked=True)
            return [paragraph("Normal", box, run("\u00a0"), *self._words.beside(field.help, _HINT))]
        if isinstance(field, ChoicesColumn):
            return [
                self._boxes(field, field.id, locked=True),
                paragraph("Normal", *self._words.beside(field.help, _HINT)),
            ]
        return self._typed(field, field.id, self._words.plain(field.help), locked=True)

    def in_row(self, column: AnyColumn, table_id: str, prompted: bool) -> list[Element]:
        """The blocks for a column of a table, in one row.

        Args:
            column: the column.
            table_id: the id of the table.
            prompted: whether the help shows in the control.
        """
        tag = f"{table_id}.{column.id}"
        if isinstance(column, TickColumn):
            return [paragraph("FormCentred", self._controls.tick(tag, self._words.plain(column.label), locked=False))]
        if isinstance(column, ChoicesColumn):
            return [self._boxes(column, tag, locked=False)]
        return self._typed(column, tag, self._words.plain(column.help) if prompted else BLANK, locked=False)

    def _boxes(self, field: ChoicesColumn, tag: str, locked: bool) -> Element:
        parts = []
        for option in field.options:
            box = self._controls.tick(f"{tag}.{option.id}", self._words.plain(option.label), locked)
            parts += [box, run("\u00a0"), *self._words.beside(option.label), run("\u2003")]
        return paragraph("Normal", *parts[:-1])

    def _typed(
        self,
        field: WordsColumn | NumberColumn | DateColumn | DateTimeColumn | ChoiceColumn,
        tag: str,
        prompt: str,
        locked: bool,
    ) -> list[Element]:
        title = self._words.plain(field.label)
        match field:
            case BlockColumn():
                # Word wants a paragraph of its own at the end of every cell.
                return [self._controls.long_text(tag, title, prompt, locked), paragraph("FormEnd")]
            case WordsColumn() | NumberColumn():
                control = self._controls.text(tag, title, prompt, locked)
            case DateColumn():
                control = self._controls.date(tag, title, prompt, locked)
            case DateTimeColumn():
                control = self._controls.moment(tag, title, prompt, locked)
            case ChoiceColumn():
                options = [(option.id, self._words.plain(option.label)) for option in field.options]
                control = self._controls.choice(tag, title, prompt, locked, options)
            case _:
                assert_never(field)
        return [paragraph("FormAnswer", control)]
