"""The sections of a form: fields in a grid of labels and answers, tables with a row for each thing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ...model.fields import LoneField
from ...model.fields.families import BlockField, WordsField
from ...model.letterhead import MM
from ...model.template import Section, TableField
from ..measures import column_widths, fits_half, lines_of
from .answers import Answers, is_number
from .controls import Controls
from .markup import TINT, Element, cell, keep_with_next, paragraph, row, table
from .words import Words

_TABLE = "FormTable"
ROW_HEIGHT = round(6.0 * MM)
"""The least height of a row, in twentieths of a point."""
_LISTED_ROW_HEIGHT = round(8.0 * MM)
"""In a list, which has room enough for a hand to write in."""
_MANY_ROWS = 10
"""From how many rows on a table is a list."""
_LINE_HEIGHT = round(4.2 * MM)
_LONG_TEXT_LINES = {1: (2, 8), 2: (2, 2)}
"""How many lines a long text has at least and at most, while it is empty: few where labels stand twice."""


class Body:
    """Makes the sections of one form, as wide as the page leaves room."""

    def __init__(self, words: Words, answers: Answers, controls: Controls, width: int, label_width: int):
        """
        Args:
            words: says its texts.
            answers: makes its cells that are filled in.
            controls: makes its rows that repeat.
            width: of the text area, in twentieths of a point.
            label_width: that of a column of labels.
        """
        self._words = words
        self._answers = answers
        self._controls = controls
        half = width // 2
        self._columns = [label_width, half - label_width, label_width, width - half - label_width]

    def section(self, section: Section, *, headed: bool = True, with_next: bool = False) -> Iterator[Element]:
        """The blocks of a section, its heading first, unless the title of the form says it; a table that is called as its section says so once.

        Args:
            section: the one.
            headed: whether its heading is said.
            with_next: whether the fields at its end stay on one page with what follows, as with the place to sign.
        """
        if headed:
            yield paragraph("Heading1", *self._words.beside(section.title))
        after_table = False
        groups = [
            (key, [*fields]) for key, fields in groupby(section.fields, lambda field: isinstance(field, TableField))
        ]
        for number, (is_table, fields) in enumerate(groups, 1):
            if not is_table and after_table:
                yield paragraph("FormGap")
            alone: list[LoneField] = []
            for field in fields:
                if isinstance(field, TableField):
                    if headed and self._words.each(field.label) != self._words.each(section.title):
                        yield paragraph("FormCaption", *self._words.beside(field.label))
                    yield from self._rows(field)
                else:
                    alone.append(field)
            if alone:
                grid = self._grid(alone, self._words.plain(section.title))
                if with_next and number == len(groups):
                    keep_with_next(grid)
                yield grid
            after_table = is_table

    def _grid(self, fields: list[LoneField], name: str) -> Element:
        lines = []
        while fields:
            together = 2 if len(fields) > 1 and all(map(fits_half, fields[:2])) else 1
            lines.append(self._line(fields[:together]))
            fields = fields[together:]
        return table(_TABLE, self._columns, *lines, name=name)

    def _line(self, fields: list[LoneField]) -> Element:
        """A row of two short fields, or of one across the page."""
        first = fields[0]
        long_text = isinstance(first, BlockField)
        height = self._height(first) if isinstance(first, BlockField) else ROW_HEIGHT
        label_width, *rest = self._columns
        widths = [label_width, sum(rest)] if len(fields) == 1 else self._columns
        cells = []
        labels = self._words.labels([(field.label, label_width) for field in fields])
        for number, (field, label) in enumerate(zip(fields, labels, strict=True)):
            cells.append(cell(widths[2 * number], paragraph("FormLabel", *label), fill=TINT, middle=not long_text))
            cells.append(
                cell(
                    widths[2 * number + 1],
                    *self._answers.single(field, widths[2 * number + 1]),
                    middle=not long_text,
                    span=3 if len(fields) == 1 else 1,
                )
            )
        return row(height, *cells, whole=not long_text)

    def _height(self, field: WordsField) -> int:
        letters_a_line = sum(self._columns[1:]) // round(1.8 * MM)
        examples = self._words.each(field.example)
        lines = max(lines_of(example, letters_a_line) for _, example in examples)
        least, most = _LONG_TEXT_LINES[len(examples)]
        return min(max(lines, least), most) * _LINE_HEIGHT

    def _rows(self, field: TableField) -> Iterator[Element]:
        widths = column_widths(field, sum(self._columns))
        heads = self._words.labels([(column.label, width) for column, width in zip(field.columns, widths, strict=True)])
        heading = row(
            ROW_HEIGHT,
            *(
                cell(width, paragraph("FormLabel", *head, at_end=is_number(column)), fill=TINT)
                for width, head, column in zip(widths, heads, field.columns, strict=True)
            ),
            heading=True,
        )
        height = _LISTED_ROW_HEIGHT if field.rows >= _MANY_ROWS else ROW_HEIGHT
        rows = [
            row(
                height,
                *(
                    cell(width, *self._answers.in_row(column, field.id, width))
                    for width, column in zip(widths, field.columns, strict=False)
                ),
            )
            for _ in range(field.rows)
        ]
        name = self._words.plain(field.label)
        yield table(_TABLE, widths, heading, self._controls.repeated(field.id, name, rows), name=name)
