"""Where an answer goes: the content of a cell, by the kind of its field."""

from __future__ import annotations

from docx.oxml.ns import qn

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
from ...model.signs import SIGNS
from ..measures import letters
from .controls import Controls
from .markup import Element, paragraph, run
from .prompts import BLANK
from .words import Words

_LONGEST_HELD = 30
"""How many half-width letters the label of a box may have to stay on one line."""


class Answers:
    """Makes the cells of one form that are filled in."""

    def __init__(self, words: Words, controls: Controls):
        self._words = words
        self._controls = controls

    def single(self, field: AnyColumn) -> list[Element]:
        """The blocks for a field that stands alone."""
        if isinstance(field, TickColumn):
            return [paragraph("Normal", self._controls.tick(field.id, self._titled(field), locked=True))]
        return self._in_cell(field, field.id, locked=True)

    def in_row(self, column: AnyColumn, table_id: str) -> list[Element]:
        """The blocks for a column of a table, in one row; `table_id`: the id of the table."""
        tag = f"{table_id}.{column.id}"
        if isinstance(column, TickColumn):
            return [paragraph("FormCentred", self._controls.tick(tag, self._titled(column), locked=False))]
        return self._in_cell(column, tag, locked=False, at_end=is_number(column))

    def _titled(self, field: AnyColumn) -> str:
        """What Word shows above a control while one types: its label and, as far as there is room, its help.

        On the screen only: a prompt within the control would be printed and sent wherever nobody wrote over it.
        """
        label, signs = self._words.plain(field.label), SIGNS[self._words.main_language]
        return f"{label}{signs.colon}{field.help[self._words.main_language]}"

    def _boxes(self, field: ChoicesColumn, tag: str, locked: bool) -> Element:
        parts = []
        for option in field.options:
            box = self._controls.tick(f"{tag}.{option.id}", self._words.plain(option.label), locked)
            # Neither sign is seen: they keep a box from ending the line before its label.
            parts += [box, run("\u2060\u00a0\u2060"), *_held(self._words.beside(option.label)), run("\u2003")]
        return paragraph("Normal", *parts[:-1])

    def _in_cell(self, field: AnyColumn, tag: str, locked: bool, at_end: bool = False) -> list[Element]:
        title = self._titled(field)
        match field:
            case ChoicesColumn():
                return [self._boxes(field, tag, locked)]
            case BlockColumn():
                # Word wants a paragraph of its own at the end of every cell.
                return [self._controls.long_text(tag, title, BLANK, locked), paragraph("FormEnd")]
            case WordsColumn() | NumberColumn():
                control = self._controls.text(tag, title, BLANK, locked)
            case DateColumn():
                control = self._controls.date(tag, title, BLANK, locked)
            case DateTimeColumn():
                control = self._controls.moment(tag, title, BLANK, locked)
            case ChoiceColumn():
                options = [(option.id, self._words.plain(option.label)) for option in field.options]
                control = self._controls.choice(tag, title, BLANK, locked, options)
            case _:
                raise TypeError(f"a {field.type} has no cell of its own")
        return [paragraph("FormAnswer", control, at_end=at_end)]


def _held(label: list[Element]) -> list[Element]:
    """The label of a box, whose words in each language stay on one line where they are no sentence."""
    for each in (each for part in label for each in part.iter(qn("w:t"))):
        words = each.text or ""
        # A line may end between two languages: else it would end within the first.
        if words.strip() and letters(words) <= _LONGEST_HELD:
            each.text = words.replace(" ", "\u00a0")
    return label


def is_number(column: AnyColumn) -> bool:
    """Whether the answers of a column stand below each other as figures do."""
    return isinstance(column, NumberColumn)
