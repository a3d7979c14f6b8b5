"""A form as a sheet to fill in and to print: what each field wants shows when its cell is selected, and is not printed."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby, pairwise
from typing import Any

from ...model.fields import LoneField
from ...model.fields.families import ChoicesField
from ...model.template import TableField
from ..measures import in_pairs
from .book import NOT_TICKED, Book
from .grid import ACROSS, UPRIGHT, Grid, edges
from .heights import ROOMY, Heights
from .look import (
    ACCENT,
    LINE,
    PALE,
    QUIET,
    TINT,
    Paragraph,
    Words,
    beside,
    quiet,
    title,
    translated,
)
from .questions import Question, ask
from .sums import lasting_formula, sum_formula

_UPRIGHT_COLUMNS = 7
"""A table of more columns turns the paper."""
_SHARES = (6, 18)
"""How wide labels and answers are, compared with each other."""
_PAIRED = (6, 6, 6, 6)
"""The same, where two short answers share a line."""
_BOX_SHARES, _BOXED = (8, 16), (3, 5, 3, 5)
"""How wide the title and the box beside it are, and in the box labels and answers."""
_ABREAST = 4
"""How many sign side by side."""


_LEFT, _RIGHT, _TOP, _BOTTOM = ({edge: 1, f"{edge}_color": LINE} for edge in ("left", "right", "top", "bottom"))
_BOX: dict[str, Any] = {"indent": 1, **_LEFT, **_RIGHT, **_TOP, **_BOTTOM}


class FormSheet:
    """Lays out one form."""

    def __init__(self, book: Book, high: Heights = ROOMY):
        """
        Args:
            book: the workbook it is for.
            high: how much paper its rows take.
        """
        self._book, self._words, self._high = book, book.words, high
        template = book.form.template
        across = any(
            len(self._columns(field)) > _UPRIGHT_COLUMNS for field in template.fields if isinstance(field, TableField)
        )
        self._grid = Grid(
            book.sheet(self._words.each(template.title)[0], landscape=across, own_head=book.kept_as, narrow=high.tight),
            book.look,
            ACROSS if across else UPRIGHT,
            tight=high.tight,
        )
        _, self._answer, self._end = edges(_SHARES, self._grid.width)
        self._first_input: tuple[int, int] | None = None

    def write(self) -> None:
        """Write the whole form, and lock all but its answers."""
        template, grid = self._book.form.template, self._grid
        self._opening()
        for section in template.below_box:
            heading = self._words.each(section.title)
            if heading != self._words.each(template.title):
                self._heading(heading)
            for _, fields in groupby(section.fields, lambda field: isinstance(field, TableField)):
                lone: list[LoneField] = []
                for field in fields:
                    if isinstance(field, TableField):
                        self._table(field, named=self._words.each(field.label) != heading)
                    else:
                        lone.append(field)
                for together in in_pairs(tuple(lone)) if self._high.paired else [(field,) for field in lone]:
                    self._fields(together)
        self._signatures()
        grid.finish()
        grid.sheet.ignore_errors({"number_stored_as_text": f"A1:AZ{grid.row}"})
        grid.sheet.protect("", {"format_rows": True, "format_columns": True})
        if self._first_input:
            grid.sheet.set_selection(*self._first_input, *self._first_input)

    @property
    def pages(self) -> int:
        """How many pages it takes, once it is written."""
        return self._grid.pages

    def _opening(self) -> None:
        """The title and, at its right, the box; over both, on the screen, number and level of the form, which each page has at its top."""
        template, words, grid = self._book.form.template, self._words, self._grid
        if self._book.form.mark:
            grid.line(quiet([self._book.form.mark], 8.5), align="right")
            grid.leave_off_paper()
        rows = in_pairs(template.box)
        named = self._title()
        if not rows:
            grid.line(named)
            if template.is_letter:
                grid.line(quiet(words.own("letter_sheet"), 9))
            return
        begins, *_ = (edge for edge in edges(_BOX_SHARES, self._end)[1:])
        _, label, half, second, _ = (begins + edge for edge in edges(_BOXED, self._end - begins))
        high = grid.put(0, begins, named, len(rows))
        for fields in rows:
            least = max(self._high.line[0], high / len(rows))
            for field, first, end in zip(fields, (begins, half), (label, second), strict=False):
                least = max(least, grid.put(first, end, _label(words.each(field.label), 9), **_BOX, bg_color=TINT))
                question = ask(words, field)[0]
                self._name(question, end)
                self._input(
                    question, end, half if first == begins and len(fields) > 1 else self._end, **_BOX, align="left"
                )
            grid.end_row(least)

    def _title(self) -> list[Paragraph]:
        """The name of the form; where room is scarce, its translation beside it."""
        (first, *_), *others = below = title(self._words.each(self._book.form.template.title))
        in_line = [[first, *(replace(words, text=f"   {words.text}") for paragraph in others for words in paragraph)]]
        begins = edges(_BOX_SHARES, self._end)[1]
        return in_line if self._high.tight and self._grid.fits(in_line, begins) else below

    def _heading(self, texts: list[str]) -> None:
        self._grid.space(self._high.heading)
        self._grid.line(
            [beside(texts, Words(texts[0], 11.5, ACCENT, bold=True), 9)],
            self._high.name,
            with_next=True,
            bottom=1,
            bottom_color=ACCENT,
        )

    def _fields(self, fields: tuple[LoneField, ...]) -> None:
        """A line of one answer, or of two short ones."""
        if isinstance(fields[0], ChoicesField):
            self._ticks(fields[0])
            return
        places = edges(_PAIRED, self._end) if len(fields) > 1 else [0, self._answer, self._end]
        least, most = self._high.line
        for field, (first, answer, end) in zip(fields, (places[:3], places[2:]), strict=False):
            question, grid = ask(self._words, field)[0], self._grid
            several = question.kind.family == "block"
            upright = "top" if several else "vcenter"
            if several:
                least, most = self._high.lines
            label = self._beside(question.label, answer - first)
            look: dict[str, Any] = {**_BOX, "bg_color": TINT, "align": "left", "valign": upright}
            least = max(least, grid.put(first, answer, label, **look))
            self._name(question, answer)
            shown: dict[str, Any] = {**_BOX, "align": "left", "valign": upright}
            self._input(question, answer, end, **shown)
            if formula := sum_formula(self._book.form.template, field.id):
                kept = self._book.look.format(**self._book.input_format(question, **shown))
                grid.sheet.write_formula(grid.row, answer, formula, kept, "")
        self._grid.end_row(least, most)

    def _ticks(self, field: ChoicesField) -> None:
        """Several choices: their boxes side by side, as many in a line as there is room for."""
        grid, questions = self._grid, ask(self._words, field)
        options = [self._words.each(option.label) for option in field.options]
        width = self._end - self._answer
        abreast, texts = self._arranged(options, width)
        cells = [(self._answer + first, self._answer + end) for first, end in pairwise(edges([1] * abreast, width))]
        lines = -(-len(texts) // abreast)
        label = self._beside(self._words.each(field.label), self._answer)
        beside_them = grid.put(0, self._answer, label, lines, **_BOX, bg_color=TINT)
        for line in range(lines):
            outer: dict[str, Any] = {**(_TOP if line == 0 else {}), **(_BOTTOM if line == lines - 1 else {})}
            height = max(self._high.row[0], beside_them / lines)
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

    def _beside(self, texts: list[str] | tuple[str, ...], width: int) -> list[Paragraph]:
        """A label with its translation on the same line where there is room, so that a form in both languages takes no
        second sheet for that alone."""
        in_line = [beside([*texts], Words(texts[0], bold=True), 8.5)]
        return in_line if self._grid.fits(in_line, width) else _label(texts)

    def _heads(self, heads: list[tuple[tuple[str, ...], int]]) -> list[list[Paragraph]]:
        """The heads of columns of such widths; where room is scarce, all with their translations on the same line if they fit."""
        in_line = [[beside([*texts], Words(texts[0], 9.5, bold=True), 8.5)] for texts, _ in heads]
        fit = all(self._grid.fits(head, width) for head, (_, width) in zip(in_line, heads, strict=True))
        return in_line if self._high.tight and fit else [_label(texts, 9.5) for texts, _ in heads]

    def _arranged(self, options: list[list[str]], width: int) -> tuple[int, list[list[Paragraph]]]:
        """How many options stand side by side, and their texts: in one line or, to save room, in two."""
        in_line = [[beside(option, Words(option[0]), 8.5)] for option in options]
        below = [translated(option, 10, 8.5) for option in options]
        for abreast in (2,) if len(options) % 3 == 1 else (3, 2):
            for texts in (in_line, below):
                if all(self._grid.fits(text, width // abreast - 1) for text in texts):
                    return abreast, texts
        return 1, in_line

    def _table(self, table: TableField, *, named: bool) -> None:
        """A table; `named`: whether its label stands above it."""
        grid = self._grid
        grid.space(self._high.table)
        if named:
            label = self._beside(self._words.each(table.label), grid.width)
            grid.line(label, self._high.row[0], with_next=True, **_BOX, bg_color=TINT)
        questions = self._columns(table)
        columns = [
            (question, *span)
            for question, span in zip(
                questions, pairwise(edges([question.weight for question in questions], grid.width)), strict=True
            )
        ]
        heads = self._heads([(question.label, end - first) for question, first, end in columns])
        grid.end_row(
            max(
                grid.put(first, end, head, **_BOX, bg_color=PALE, align=question.align)
                for head, (question, first, end) in zip(heads, columns, strict=True)
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
            grid.end_row(*(self._high.rows if several else self._high.row))
        lasts = self._book.form.template.lasts
        if lasts and lasts.table == table.id:
            look: dict[str, Any] = {"font_size": 9, "font_color": QUIET, "align": "right"}
            grid.put(0, grid.width, [], **look)
            formula = lasting_formula(lasts, self._words)
            grid.sheet.write_formula(grid.row, 0, formula, self._book.look.format(**look), "")
            grid.end_row(self._high.row[0] * len(self._words.own("form_lasts", sum=0, besides=0)))
        grid.space(self._high.table)

    def _signatures(self) -> None:
        """Where it is signed, up to four side by side: who, room for it and for a seal, and the date."""
        signed, grid, words = self._book.form.template.signed, self._grid, self._words
        if signed:
            self._heading(words.own("form_signatures"))
        for begin in range(0, len(signed), _ABREAST):
            abreast = signed[begin : begin + _ABREAST]
            spans = list(pairwise(edges([1] * len(abreast), self._end)))
            high = self._high.sealed if any(sign.seal for sign, _ in abreast) else self._high.signed
            grid.end_row(
                max(
                    grid.put(*span, _label(words.each(field.label), 9), **_BOX)
                    for span, (_, field) in zip(spans, abreast, strict=True)
                ),
                with_next=True,
            )
            for span, (sign, _) in zip(spans, abreast, strict=True):
                grid.put(*span, quiet(words.own("form_sign_seal"), 8.5) if sign.seal else [], **_BOX, align="center")
            grid.end_row(high, with_next=True)
            grid.end_row(
                max(grid.put(*span, quiet([" ".join(words.own("form_sign_date"))], 8.5), **_BOX) for span in spans)
            )

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


def _label(texts: list[str] | tuple[str, ...], size: float = 10) -> list[Paragraph]:
    return translated(list(texts), size, 8.5, bold=True)
