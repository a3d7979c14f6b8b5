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
from .controls import HELD, Controls
from .markup import Element, element, paragraph, run
from .prompts import BLANK
from .words import Words

_LONGEST_HELD = 30
"""How many half-width letters the label of a box may have to stay on one line."""
_BOX, _APART, _SIDES = 13.0, 9.5, 11.0
"""What a box with its blank takes, what stands between two, and what a cell leaves empty at its sides, in points."""


class Answers:
    """Makes the cells of one form that are filled in."""

    def __init__(self, words: Words, controls: Controls, *, locked: bool = True):
        """
        Args:
            words: says its texts.
            controls: makes its controls.
            locked: whether Word keeps those of fields that stand alone; not on a page that is to be deleted.
        """
        self._words = words
        self._controls = controls
        self._locked = locked

    def single(self, field: AnyColumn, width: int) -> list[Element]:
        """The blocks for a field that stands alone; `width`: of its cell, in twentieths of a point."""
        if isinstance(field, TickColumn):
            return [paragraph("Normal", self._controls.tick(field.id, self._titled(field), locked=self._locked))]
        return self._in_cell(field, field.id, width, locked=self._locked)

    def in_row(self, column: AnyColumn, table_id: str, width: int) -> list[Element]:
        """The blocks for a column of a table, in one row; `table_id`: the id of the table, `width`: see `single`."""
        tag = f"{table_id}.{column.id}"
        if isinstance(column, TickColumn):
            return [paragraph("FormCentred", self._controls.tick(tag, self._titled(column), locked=False))]
        return self._in_cell(column, tag, width, locked=False, at_end=is_number(column))

    def _titled(self, field: AnyColumn) -> str:
        """What Word shows above a control while one types: its label and, as far as there is room, its help.

        On the screen only: a prompt within the control would be printed and sent wherever nobody wrote over it.
        """
        label, signs = self._words.plain(field.label), SIGNS[self._words.main_language]
        return f"{label}{signs.colon}{field.help[self._words.main_language]}"

    def _boxes(self, field: ChoicesColumn, tag: str, width: int, *, locked: bool) -> Element:
        parts: list[Element] = []
        used = 0.0
        for option in field.options:
            taken = _BOX + self._words.beside_width(option.label)
            if parts:
                # A line ends between two boxes: of Chinese no sign would keep a label together that a search passes over.
                fits = used + _APART + taken <= width / 20 - _SIDES
                parts.append(run("\u2003") if fits else element("w:r", element("w:br")))
                used = used + _APART if fits else 0.0
            used += taken
            box = self._controls.tick(f"{tag}.{option.id}", self._words.plain(option.label), locked=locked)
            parts += [box, run(HELD), *_held(self._words.beside(option.label))]
        return paragraph("Normal", *parts)

    def _in_cell(self, field: AnyColumn, tag: str, width: int, *, locked: bool, at_end: bool = False) -> list[Element]:
        title = self._titled(field)
        match field:
            case ChoicesColumn():
                return [self._boxes(field, tag, width, locked=locked)]
            case BlockColumn():
                # Word wants a paragraph of its own at the end of every cell.
                return [self._controls.long_text(tag, title, BLANK, locked=locked), paragraph("FormEnd")]
            case WordsColumn() | NumberColumn():
                control = self._controls.text(tag, title, BLANK, locked=locked)
            case DateColumn():
                control = self._controls.date(tag, title, BLANK, locked=locked)
            case DateTimeColumn():
                control = self._controls.moment(tag, title, BLANK, locked=locked)
            case ChoiceColumn():
                options = [(option.id, self._words.plain(option.label)) for option in field.options]
                control = self._controls.choice(tag, title, BLANK, locked=locked, options=options)
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
