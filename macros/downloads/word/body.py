"""The sections of a form: fields in a grid of labels and answers, tables with a row for each thing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ...model.template import ChoicesColumn, Section, Column, TableField, TickColumn, WordsColumn
from .answers import Answers
from .controls import Controls
from .markup import Element, cell, paragraph, row, table
from .measures import MM, column_widths, fits_half, lines_of
from .words import Words

_TABLE = "FormTable"
_TINT = "EEF3F8"
_ROW_HEIGHT = round(7.6 * MM)
_LINE_HEIGHT = round(4.9 * MM)
_LONG_TEXT_LINES = range(3, 12)


class Body:
    """Makes the sections of one form, as wide as the page leaves room."""

    def __init__(self, words: Words, answers: Answers, controls: Controls, width: int, label_width: int):
        """
        Args:
            words: says its texts.
            answers: makes its controls that are filled in.
            controls: makes its rows that repeat.
            width: of the text area, in twentieths of a point.
            label_width: that of a column of labels.
        """
        self._words = words
        self._answers = answers
        self._controls = controls
        half = width // 2
        self._columns = [label_width, half - label_width, label_width, width - half - label_width]

    def section(self, section: Section) -> Iterator[Element]:
        """The blocks of a section, its heading first."""
        yield paragraph("Heading1", *self._words.beside(section.title))
        after_table = False
        for is_table, fields in groupby(section.fields, lambda field: isinstance(field, TableField)):
            if is_table:
                for field in fields:
                    yield from self._rows(field)
            else:
                if after_table:
                    yield paragraph("FormGap")
                yield self._grid(list(fields))
            after_table = is_table

    def _grid(self, fields: list[Column]) -> Element:
        lines = []
        while fields:
            together = 2 if len(fields) > 1 and all(map(fits_half, fields[:2])) else 1
            lines.append(self._line(fields[:together]))
            fields = fields[together:]
        return table(_TABLE, self._columns, *lines)

    def _line(self, fields: list[Column]) -> Element:
        widths = iter(self._columns if len(fields) == 2 else [self._columns[0], sum(self._columns[1:])])
        span, height, long_text = 1 if len(fields) == 2 else 3, _ROW_HEIGHT, False
        cells = []
        for field in fields:
            if isinstance(field, WordsColumn) and field.type == "long_text":
                long_text, height = True, self._height(field)
            cells.append(cell(next(widths), paragraph("FormLabel", *self._words.below(field.label, field.required)),
                              fill=_TINT, middle=not long_text))
            cells.append(cell(next(widths), *self._answers.single(field), span=span, middle=not long_text))
        return row(height, *cells, whole=not long_text)

    def _height(self, field: WordsColumn) -> int:
        letters_a_line = sum(self._columns[1:]) // round(1.8 * MM)
        lines = min(max(lines_of(field, letters_a_line), _LONG_TEXT_LINES.start), _LONG_TEXT_LINES.stop - 1)
        return lines * _LINE_HEIGHT

    def _rows(self, field: TableField) -> Iterator[Element]:
        yield paragraph("Heading2", *self._words.beside(field.label, field.required))
        yield paragraph("FormHelp", *self._words.beside(field.help))
        widths = column_widths(field, sum(self._columns))
        heading = row(_ROW_HEIGHT, *(cell(width, *self._column_heading(column), fill=_TINT)
                                     for width, column in zip(widths, field.columns)), heading=True)
        rows = [row(_ROW_HEIGHT, *(cell(width, *self._answers.in_row(column, field.id, prompted=number == 0))
                                   for width, column in zip(widths, field.columns)))
                for number in range(field.rows)]
        title = " ".join(words for _, words in self._words.each(field.label))
        yield table(_TABLE, widths, heading, self._controls.repeated(field.id, title, rows))

    def _column_heading(self, column: Column) -> list[Element]:
        """The label; boxes to tick have no place for the help, so that it stands here."""
        heading = [paragraph("FormLabel", *self._words.below(column.label, column.required))]
        if isinstance(column, (ChoicesColumn, TickColumn)):
            heading.append(paragraph("FormHelp", *self._words.below(column.help)))
        return heading
