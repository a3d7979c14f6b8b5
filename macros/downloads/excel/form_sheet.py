"""A form as a sheet to fill in and to print."""

from __future__ import annotations

from itertools import pairwise, zip_longest
from typing import Any

from ...model.fields.families import ChoicesField
from ...model.template import FormField, TableField
from .book import NOT_TICKED, Book
from .grid import ACROSS, UNIT, UPRIGHT, Grid, edges
from .look import (
    ACCENT,
    LINE,
    PALE,
    TINT,
    Paragraph,
    Words,
    beside,
    quiet,
    title,
    translated,
)
from .questions import Question, ask

_UPRIGHT_COLUMNS = 7
"""A table of more columns turns the paper."""
_SHARES = {1: (5, 11, 8), 2: (5, 10, 9)}
"""How wide labels, answers and helps are, compared with each other, in files of one language and of two."""
_LEGEND, _MARK = 5, 7
"""How many columns the legend has, and number and level beside the title."""
_LINE, _LINES, _ROW, _ROWS = (21.0, 28.0), (40.0, 100.0), (20.0, 26.0), (32.0, 60.0)
"""How high answers are in points, at least and at most: of a line and of several lines, alone and in a table."""
_LEFT, _RIGHT, _TOP, _BOTTOM = ({edge: 1, f"{edge}_color": LINE} for edge in ("left", "right", "top", "bottom"))
_BOX: dict[str, Any] = {"indent": 1, **_LEFT, **_RIGHT, **_TOP, **_BOTTOM}


class FormSheet:
    """Lays out one form."""

    def __init__(self, book: Book):
        self._book, self._words = book, book.words
        template = book.form.template
        across = any(
            len(self._columns(field)) > _UPRIGHT_COLUMNS for field in template.fields if isinstance(field, TableField)
        )
        self._grid = Grid(
            book.sheet(self._words.each(template.title)[0], across), book.look, ACROSS if across else UPRIGHT
        )
        _, self._answer, self._help, self._end = edges(_SHARES[len(book.form.languages)], self._grid.width)
        self._first_input: tuple[int, int] | None = None

    def write(self) -> None:
        """Write the whole form, and lock all but its answers."""
        template, grid = self._book.form.template, self._grid
        self._opening()
        for section in template.sections:
            heading = self._words.each(section.title)
            if heading != self._words.each(template.title):
                self._heading(heading)
            for field in section.fields:
                self._field(field)
        grid.space(8)
        grid.line(quiet(self._words.own("form_filed_as", n=template.filing), 8.5), valign="top")
        grid.finish()
        grid.sheet.ignore_errors({"number_stored_as_text": f"A1:AZ{grid.row}"})
        grid.sheet.protect("", {"format_rows": True, "format_columns": True})
        if self._first_input:
            grid.sheet.set_selection(*self._first_input, *self._first_input)

    def _opening(self) -> None:
        template, words, grid = self._book.form.template, self._words, self._grid
        named_until = self._end - (_MARK if self._book.form.mark else 0)
        high = grid.put(0, named_until, title(words.each(template.title)))
        if self._book.form.mark:
            grid.put(named_until, self._end, quiet([self._book.form.mark], 8.5), valign="top", align="right")
        grid.end_row(high)
        grid.line(translated(words.each(template.summary), 9.5, 9.5), valign="top")
        recipients, legend = words.own("form_given_to", n=template.recipients), words.own("form_required_mark")
        legend_begins = self._end - _LEGEND
        grid.end_row(
            max(
                grid.put(0, legend_begins, quiet(recipients, 8.5), valign="top"),
                grid.put(legend_begins, self._end, quiet(legend, 8.5), valign="top", align="right"),
            )
        )

    def _heading(self, texts: list[str]) -> None:
        self._grid.space(8)
        self._grid.line(
            [beside(texts, Words(texts[0], 11.5, ACCENT, bold=True), 9)],
            22,
            with_next=True,
            bottom=1,
            bottom_color=ACCENT,
        )

    def _field(self, field: FormField) -> None:
        if isinstance(field, TableField):
            self._table(field)
        elif isinstance(field, ChoicesField):
            self._ticks(field)
        else:
            question, grid = ask(self._words, field)[0], self._grid
            several = question.kind.family == "block"
            least, most = _LINES if several else _LINE
            height = max(
                least,
                grid.put(0, self._answer, _label(question.label, question.required), **_BOX, bg_color=TINT),
                grid.put(self._help, self._end, _help(question, 8), **_BOX),
            )
            self._name(question, self._answer)
            self._input(
                question, self._answer, self._help, **_BOX, align="left", valign="top" if several else "vcenter"
            )
            grid.end_row(height, most)

    def _ticks(self, field: ChoicesField) -> None:
        """Several choices: their boxes side by side, as many in a line as there is room for."""
        grid, questions = self._grid, ask(self._words, field)
        options = [self._words.each(option.label) for option in field.options]
        width = self._help - self._answer
        abreast, texts = self._arranged(options, width)
        cells = [(self._answer + first, self._answer + end) for first, end in pairwise(edges([1] * abreast, width))]
        lines = -(-len(texts) // abreast)
        at_sides = max(
            grid.put(
                0, self._answer, _label(self._words.each(field.label), field.required), lines, **_BOX, bg_color=TINT
            ),
            grid.put(self._help, self._end, quiet(list(questions[0].help), 8), lines, **_BOX),
        )
        for line in range(lines):
            outer: dict[str, Any] = {**(_TOP if line == 0 else {}), **(_BOTTOM if line == lines - 1 else {})}
            height = max(_ROW[0], at_sides / lines)
            for place, (first, end) in enumerate(cells):
                number = line * abreast + place
                right: dict[str, Any] = _RIGHT if place == abreast - 1 else {}
                if number < len(texts):
                    self._name(questions[number], first)
                    self._input(questions[number], first, first + 1, **outer, align="center")
                    height = max(height, grid.put(first + 1, end, texts[number], **outer, **right))
                else:
                    grid.put(first, end, [], **outer, **right)
            grid.end_row(height)

    def _arranged(self, options: list[list[str]], width: int) -> tuple[int, list[list[Paragraph]]]:
        """How many options stand side by side, and their texts: in one line or, to save room, in two."""
        in_line = [[beside(option, Words(option[0]), 8.5)] for option in options]
        below = [translated(option, 10, 8.5) for option in options]
        for abreast in (2,) if len(options) % 3 == 1 else (3, 2):
            for texts in (in_line, below):
                if all(self._book.look.fits(text, (width // abreast - 1) * UNIT) for text in texts):
                    return abreast, texts
        return 1, in_line

    def _table(self, table: TableField) -> None:
        grid = self._grid
        grid.space(5)
        label, helped = _label(self._words.each(table.label), table.required), quiet(self._words.each(table.help), 8.5)
        nothing: Paragraph = []
        named = [[*name, Words("   "), *text] for name, text in zip_longest(label, helped, fillvalue=nothing)]
        grid.line(named, _ROW[0], with_next=True, **_BOX, bg_color=TINT)
        questions = self._columns(table)
        columns = [
            (question, *span)
            for question, span in zip(
                questions, pairwise(edges([question.weight for question in questions], grid.width)), strict=True
            )
        ]
        grid.end_row(
            max(
                grid.put(
                    first,
                    end,
                    [*_label(question.label, question.required, 9.5), *_help(question, 7.5)],
                    **_BOX,
                    bg_color=PALE,
                )
                for question, first, end in columns
            ),
            with_next=True,
        )
        for question, first, _ in columns:
            self._name(question, first, table.rows)
        several = any(question.kind.family == "block" for question in questions)
        for _ in range(table.rows):
            for question, first, end in columns:
                indent = 0 if question.align == "center" else 1
                self._input(question, first, end, **{**_BOX, "indent": indent}, align=question.align)
            grid.end_row(*(_ROWS if several else _ROW))
        grid.space(5)

    def _columns(self, table: TableField) -> list[Question]:
        return [question for column in table.columns for question in ask(self._words, column, table.id)]

    def _name(self, question: Question, column: int, rows: int = 1) -> None:
        """Name and check the answers that begin in the present row."""
        row, last_row = self._grid.row, self._grid.row + rows - 1
        self._book.name(question.name, self._grid.sheet, row, column, last_row)
        self._book.check(self._grid.sheet, question, row, column, last_row)

    def _input(self, question: Question, first: int, end: int, **cell: Any) -> None:
        """A cell to fill in; one to tick shows its box from the start."""
        self._first_input = self._first_input or (self._grid.row, first)
        shown = [[NOT_TICKED]] if question.is_tick else []
        self._grid.put(first, end, shown, **self._book.input_format(question, **cell))


def _label(texts: list[str] | tuple[str, ...], required: bool, size: float = 10) -> list[Paragraph]:
    return translated(list(texts), size, size - 1.5, bold=True, mark="*" if required else "")


def _help(question: Question, size: float) -> list[Paragraph]:
    """The help and, for whoever fills the form in on paper, what can be chosen."""
    return quiet([*question.help, *([" / ".join(question.options)] if question.options else [])], size)
