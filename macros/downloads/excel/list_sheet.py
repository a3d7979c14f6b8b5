"""A list that goes on, such as a tracker, as a table that can be filtered, sorted and continued."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from xlsxwriter.utility import xl_col_to_name, xl_range, xl_rowcol_to_cell

from ...model.base import Text
from ...model.template import TableField
from ..measures import letters, longest_word, wanted_mm
from . import computed, limits
from .book import NOT_TICKED, Book
from .look import ACCENT, LINE, OVERDUE, OVERDUE_INK, PALE, SOON, SOON_INK, Paragraph, Words, beside, quiet
from .overdue import condition
from .questions import Question, ask

_CHECKED_ROWS = 200
"""How far down the cells are named and checked, and overdue rows coloured, whatever the printed list holds."""
_COUNTS_ROW, _HEADER_ROW, _FIRST_ROW = 2, 3, 4
_LAST_ROW = _FIRST_ROW + _CHECKED_ROWS - 1
_WIDTH, _FULL_WIDTH, _POINTS = 1240, 1410, 0.75
"""Of all columns together, in pixels, and where that is less than they need; how many points a pixel is."""
_HELP = 9.5
"""The size of what is said above the list: on paper, where columns need their full width, still 7 points."""
_NARROW_MARGIN = 0.4
"""In inches."""
_LEAST = {"date": 104, "datetime": 152, "word": 80, "words": 66}
"""What a column needs at least, in pixels and in the wide fonts of some programs: they show ### for a day without room."""
_PIXELS = 96 / 25.4 * 11 / 9.5
"""How many pixels a millimetre of words in Word takes in the larger type of a list: no word, address or number to call is broken."""
_NAMED, _NAMED_OPTIONAL = 110, 84
"""Up to this width a column has room for its name on one line, with the asterisk where it has one."""
_TITLE_HEIGHT, _GAP, _BUTTON = 36.0, 4.0, 6.0
"""Heights in points: of the title, below the help, and in the head for the buttons that filter."""


class ListSheet:
    """Lays out one list.

    Its sheet is not locked: a table on a locked sheet could neither grow nor be sorted. What it reckons refuses to be
    overwritten all the same, by the check of its cells.
    """

    def __init__(self, book: Book, table: TableField):
        self._book, self._words, self._look, self._table = book, book.words, book.look, table
        self._questions = [question for column in table.columns for question in ask(self._words, column, table.id)]
        self._computed = computed.columns(table, self._words, self._letter)
        # As on paper: words as their examples need.
        weights = [*map(round, wanted_mm(table)), *(each.weight for each in self._computed)]
        self._end = len(weights)
        least = self._least(table, whole=True)
        if sum(least) > _FULL_WIDTH:
            least = self._least(table, whole=False)
        ample = sum(max(weight * _PIXELS, each) for weight, each in zip(weights, least, strict=True)) <= _WIDTH
        self._widths = _shared_out(weights, least, _WIDTH if ample else _FULL_WIDTH)
        own_head = "" if book.form.mark else book.kept_as
        self._sheet = book.sheet(self._words.each(book.form.template.title)[0], landscape=True, own_head=own_head)
        if sum(self._widths) > _WIDTH + len(weights):
            # On paper its letters would be too small.
            self._sheet.margin_left = self._sheet.margin_right = _NARROW_MARGIN

    def _least(self, table: TableField, *, whole: bool) -> list[int]:
        """What each column needs, in pixels; `whole`: whether a number to call stands on one line."""
        languages = self._book.form.languages
        asked = [
            max(
                _LEAST.get(question.kind.family, 0),
                min(_NAMED if question.required else _NAMED_OPTIONAL, round(letters(question.label[0]) * 7.2) + 32),
                round(longest_word(column, table, whole=whole, languages=languages) * _PIXELS),
            )
            for question, column in zip(self._questions, table.columns, strict=True)
        ]
        return asked + [_LEAST["date" if each.number_format == "yyyy-mm-dd" else "word"] for each in self._computed]

    def write(self) -> None:
        """Write the list, without a print area: it would leave out the rows that are added later.

        The rows have no height of their own, so that they grow with what is typed.
        """
        sheet = self._sheet
        self._opening()
        self._counts()
        self._heads()
        for column, question in enumerate(self._questions):
            sheet.set_column_pixels(column, column, self._widths[column], self._look.format(**self._cell(question)))
            self._book.name(question.name, sheet, _FIRST_ROW, column, _LAST_ROW)
            self._book.check(sheet, question, _FIRST_ROW, column, _LAST_ROW)
            for row in range(_FIRST_ROW, _FIRST_ROW + self._table.rows):
                self._look.write(
                    sheet,
                    row,
                    column,
                    [[NOT_TICKED]] if question.is_tick else [],
                    **self._cell(question),
                    border=1,
                    border_color=LINE,
                )
        self._reckon()
        self._colour()
        sheet.freeze_panes(_FIRST_ROW, 1)
        sheet.repeat_rows(_HEADER_ROW)
        sheet.ignore_errors({"number_stored_as_text": xl_range(0, 0, _LAST_ROW, self._end - 1)})
        sheet.set_selection(_FIRST_ROW, 0, _FIRST_ROW, 0)

    def _opening(self) -> None:
        """The title and, below it, the help and what the colours mean."""
        words, title = self._words, self._words.each(self._book.form.template.title)
        mark = self._book.form.mark
        named_until = round(self._end * 0.7) if mark else self._end
        self._across(0, 0, named_until, [beside(title, Words(title[0], 20, ACCENT, bold=True), 12)])
        if mark:
            self._across(0, named_until, self._end, quiet([mark], _HELP), align="right")
        self._sheet.set_row(0, _TITLE_HEIGHT)
        labelled = words.own("form_field_help", label=self._table.label, help=self._table.help)
        helped = [
            [*line, *beside_it]
            for line, beside_it in zip(
                quiet(labelled, _HELP),
                quiet([f"   {mark}" for mark in words.own("form_required_mark")], _HELP),
                strict=True,
            )
        ]
        helped += quiet(words.own("list_more_rows"), _HELP)
        begins = round(self._end * 0.7) if self._legends() else self._end
        high = self._across(1, 0, begins, helped)
        if self._legends():
            legend = [
                [replace(text, color=OVERDUE_INK) for text in line]
                for each in self._legends()
                for line in quiet(words.each(each), _HELP)
            ]
            high = max(high, self._across(1, begins, self._end, legend, bg_color=OVERDUE, indent=1))
        self._sheet.set_row(1, high + _GAP)

    def _legends(self) -> list[Text]:
        return [each.legend for each in (self._table.overdue, self._table.clash) if each]

    def _counts(self) -> None:
        """How many rows there are, how many of them in which state, and the sums of what the filter shows."""
        look = self._look.format(font_size=10, bold=True, font_color=ACCENT, bg_color=PALE, indent=1)
        reckoned = [(each, xl_col_to_name(len(self._questions) + place)) for place, each in enumerate(self._computed)]
        formula, empty = computed.summary(self._table, self._words, self._letter, reckoned, _FIRST_ROW + 1)
        self._sheet.merge_range(_COUNTS_ROW, 0, _COUNTS_ROW, self._end - 1, "", look)
        self._sheet.write_formula(_COUNTS_ROW, 0, formula, look, empty)
        self._sheet.set_row(_COUNTS_ROW, 18 * len(self._book.form.languages) + _GAP)

    def _letter(self, column_id: str) -> str:
        """The letter of the column of answers with this id."""
        return str(xl_col_to_name(self._place(column_id)))

    def _place(self, column_id: str) -> int:
        name = limits.cell_name(self._table.id, column_id)
        return next(place for place, question in enumerate(self._questions) if question.name == name)

    def _reckon(self) -> None:
        """The columns that nobody fills in: grey, and refusing what is typed."""
        words = self._words
        refused = {
            "validate": "custom",
            "value": "=FALSE",
            "input_title": limits.shortened(" ".join(words.own("list_reckoned")), limits.MESSAGE_TITLE),
            "input_message": "\n".join(words.own("list_reckoned_help")),
            "error_title": limits.shortened(" ".join(words.own("list_reckoned")), limits.MESSAGE_TITLE),
            "error_message": "\n".join(words.own("list_reckoned_help")),
        }
        for place, each in enumerate(self._computed, len(self._questions)):
            cell = {"num_format": each.number_format, "bg_color": PALE, "font_size": 11, "align": "center"}
            self._sheet.set_column_pixels(place, place, self._widths[place])
            self._sheet.data_validation(_FIRST_ROW, place, _LAST_ROW, place, refused)
            for row in range(_FIRST_ROW, _FIRST_ROW + self._table.rows):
                look = self._look.format(**cell, border=1, border_color=LINE)
                self._sheet.write_formula(row, place, each.formula, look, "")

    def _across(self, row: int, first: int, end: int, paragraphs: list[Paragraph], **cell: object) -> float:
        """Fill a cell that spans columns; returns the height that it needs in points."""
        self._sheet.merge_range(row, first, row, end - 1, "", self._look.format(**cell))
        self._look.write(self._sheet, row, first, paragraphs, **cell)
        return self._look.height(paragraphs, sum(self._widths[first:end]) * _POINTS)

    def _heads(self) -> None:
        """The table, with as many rows as the printed form; Excel adds more as they are typed below it."""
        headers = self._headers()
        formulas = [*([""] * len(self._questions)), *(each.formula for each in self._computed)]
        look = self._look.format(
            bold=True, font_color="#FFFFFF", bg_color=ACCENT, border=1, border_color=LINE, align="left", indent=1
        )
        self._sheet.add_table(
            _HEADER_ROW,
            0,
            _HEADER_ROW + self._table.rows,
            self._end - 1,
            {
                "name": limits.cell_name(self._table.id),
                "style": None,
                "columns": [
                    {"header": text, "header_format": look, **({"formula": formula} if formula else {})}
                    for text, formula in zip(headers, formulas, strict=True)
                ],
            },
        )
        self._sheet.set_row(
            _HEADER_ROW,
            _BUTTON
            + max(
                self._look.height([[Words(line)] for line in text.split("\n")], width * _POINTS)
                for text, width in zip(headers, self._widths, strict=True)
            ),
        )

    def _headers(self) -> list[str]:
        """The labels, no two alike, as a table demands."""
        headers: list[str] = []
        labels = [(question.label, question.required) for question in self._questions]
        for (first, *others), required in [*labels, *((each.label, False) for each in self._computed)]:
            text = "\n".join([f"{first} *" if required else first, *others])
            text, number = limits.shortened(text, limits.COLUMN_HEADER), 2
            while text.lower() in (header.lower() for header in headers):
                text, number = f"{limits.shortened(text, limits.COLUMN_HEADER - 8)} ({number})", number + 1
            headers.append(text)
        return headers

    def _cell(self, question: Question) -> dict[str, Any]:
        indent = 0 if question.align == "center" else 1
        return self._book.input_format(question, align=question.align, indent=indent, font_size=11)

    def _colour(self) -> None:
        """Rows that are overdue or clash, in red; what is due soon, in yellow."""
        if self._table.overdue:

            def cell(column_id: str) -> str:
                return str(xl_rowcol_to_cell(_FIRST_ROW, self._place(column_id), col_abs=True))

            self._colour_if(condition(self._table, self._table.overdue, cell, self._words.one), 0, OVERDUE, OVERDUE_INK)
        for place, each in enumerate(self._computed, len(self._questions)):
            stands = xl_rowcol_to_cell(_FIRST_ROW, place, col_abs=True)
            colours = ((OVERDUE, OVERDUE_INK), (SOON, SOON_INK))
            for number, (warning, (paper, ink)) in enumerate(zip(each.warns, colours, strict=False)):
                if not (number == 0 and self._table.overdue):
                    begins = place if number else 0
                    self._colour_if(f'={stands}="{computed.said(self._words, warning)}"', begins, paper, ink)

    def _colour_if(self, formula: str, first: int, paper: str, ink: str) -> None:
        """Colour the rows for which a formula is true, from a column on."""
        look = self._book.workbook.add_format({"bg_color": paper, "font_color": ink})
        rule = {"type": "formula", "criteria": formula, "format": look}
        self._sheet.conditional_format(_FIRST_ROW, first, _LAST_ROW, self._end - 1, rule)


def _shared_out(weights: list[int], least: list[int], width: int) -> list[int]:
    """Widths by weight that add up to one, none below what it needs at least."""
    short: set[int] = set()
    while True:
        left = max(0, width - sum(least[number] for number in short))
        shared = sum(weight for number, weight in enumerate(weights) if number not in short) or 1
        widths = [
            least[number] if number in short else round(left * weight / shared) for number, weight in enumerate(weights)
        ]
        more = {number for number, each in enumerate(widths) if each < least[number]}
        if not more:
            return widths
        short |= more
