"""An Excel file in the making: its sheets, the names of its cells, and what these accept."""

from __future__ import annotations

import io
from datetime import date, datetime, time
from typing import Any

from xlsxwriter.utility import quote_sheetname, xl_range_abs
from xlsxwriter.worksheet import Worksheet

from ...model.fields.kind import Family, Kind
from ...model.signs import SIGNS
from .. import logo
from ..form import Form
from ..plain import PlainWords
from . import limits
from .look import QUIET, Look, Words
from .properties import SpokenWorkbook
from .questions import Question
from .running import TitledSheet

NOT_TICKED, TICKED = Words("☐", 13), "☑"
_FORMATS: dict[Family, str] = {"date": "yyyy-mm-dd", "datetime": "yyyy-mm-dd hh:mm", "number": "General"}
"""How the families of answers are shown; all others are text, so that `+86 …`, `007` or `=1` stay what was typed."""
_FIRST_DAY, _MOST = date(1990, 1, 1), 10**12
"""What is accepted as a date and as a number."""
_TO_EDGE = 0.4
"""How far the running lines are from the edge of the paper, in inches."""
_PICTURE = "&C&G"
"""What lets a running line show a picture in its middle."""
_REFUSALS: dict[Family, str] = {
    "date": "form_check_date",
    "datetime": "form_check_datetime",
    "number": "form_check_number",
    "choice": "form_check_choice",
    "tick": "form_check_choice",
    "choices": "form_check_choice",
}
"""The texts of the interface that say what else was wanted, by the families of answers that are checked."""
_OPTIONS_SHEET = "_options"


class Book:
    """The workbook of one form."""

    def __init__(self, form: Form):
        self.form = form
        self.words = PlainWords(form)
        self._written = io.BytesIO()
        self.workbook = SpokenWorkbook(
            self._written,
            {
                "in_memory": True,
                "default_row_height": 28,
                # The widths of columns are measured in digits of this font, which every office has.
                "default_format_properties": {"font_name": "Arial", "font_size": 10},
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
            },
        )
        self.workbook.language = SIGNS[form.main_language].locale
        self.look = Look(self.workbook, form.main_language, form.handbook.company.colour)
        self._options: dict[tuple[str, ...], str] = {}
        template, handbook = form.template, form.handbook
        self.workbook.set_properties(
            {
                "title": self.words.one(template.title),
                "author": self.words.one(handbook.company.name),
                "company": self.words.one(handbook.company.name),
                "comments": " ".join(self.words.own("handbook_version", n=handbook.version)),
                "created": datetime.combine(handbook.releases[0].released, time()),
            }
        )

    def sheet(self, title: str, *, landscape: bool, own_head: str | None = None, narrow: bool = False) -> Worksheet:
        """A new sheet on A4 paper, one page wide, with the running lines of every form.

        Args:
            title: its name.
            landscape: whether the paper is turned.
            own_head: what stands at the right of the head of a first page that has the title on it; none where it is as the others.
            narrow: whether its margins are narrow.
        """
        sheet = self.workbook.add_worksheet(self._free(limits.sheet_name(title)), TitledSheet)
        sheet.set_paper(9)
        if landscape:
            sheet.set_landscape()
        side, less = (0.5, 0.15) if narrow else (0.71, 0)
        top = 0.83 if self.form.handbook.brand.logo else 0.65
        sheet.set_margins(left=side, right=side, top=top - less, bottom=0.55 - less)
        sheet.center_horizontally()
        sheet.hide_gridlines(2)
        sheet.fit_to_pages(1, 0)
        words, handbook = self.words, self.form.handbook
        head = self._running(words.each(self.form.template.title), [self.kept_as])
        # In the middle, which the running lines leave free; Excel shows it on paper.
        mark = _PICTURE if handbook.brand.logo else ""
        picture = {}
        if handbook.brand.logo:
            picture = {"image_center": "logo.png", "image_data_center": io.BytesIO(logo.of_pixels(handbook.brand.logo))}
        sheet.set_header(head + mark, {"margin": _TO_EDGE - less, **picture})
        if own_head is not None:
            sheet.set_first_header(self._running([], [own_head]) + mark)
        sheet.set_footer(
            self._running(
                words.each(handbook.company.name),
                words.own("form_page", n="[page]", all="[pages]"),
            ),
            {"margin": _TO_EDGE - less},
        )
        return sheet

    @property
    def kept_as(self) -> str:
        """Number, version and level of the form, or the handbook that it is of."""
        return self.form.mark or " · ".join(self.words.own("handbook_version", n=self.form.handbook.version))

    def name(self, name: str, sheet: Worksheet, row: int, column: int, last_row: int) -> None:
        """Name the cells of a column from a row to the last one by what they ask."""
        cells = xl_range_abs(row, column, last_row, column)
        self.workbook.define_name(name, f"={quote_sheetname(sheet.get_name())}!{cells}")

    def input_format(self, question: Question, **cell: Any) -> dict[str, Any]:
        """The format of a cell to fill in."""
        font = {"font_name": "Segoe UI Symbol"} if question.is_tick else {}
        return {
            "num_format": question.kind.number_format or _FORMATS.get(question.kind.family, "@"),
            "locked": False,
            **font,
            **cell,
        }

    def check(self, sheet: Worksheet, question: Question, row: int, column: int, last_row: int) -> None:
        """Let the cells of a column say what they want when selected, and refuse anything else."""
        whole = " ".join(question.label)
        label = whole if limits.length(whole) <= limits.MESSAGE_TITLE else question.label[0]
        checks = {
            "input_title": limits.shortened(label, limits.MESSAGE_TITLE),
            "input_message": limits.shortened("\n".join(question.help), limits.MESSAGE),
            **self._accepted(question),
        }
        if question.kind.family in _REFUSALS:
            checks |= {
                "error_title": limits.shortened(" ".join(self.words.own("form_check")), limits.MESSAGE_TITLE),
                "error_message": limits.shortened(
                    "\n".join(self.words.own(self._refusal(question.kind))), limits.MESSAGE
                ),
            }
        sheet.data_validation(row, column, last_row, column, checks)

    def close(self) -> bytes:
        """Finish the file and return it."""
        self.workbook.close()
        return self._written.getvalue()

    def _refusal(self, kind: Kind) -> str:
        """The text that says what else was wanted: the kind's own where it has one, else its family's."""
        own = f"form_check_{kind.name}"
        return own if own in self.form.handbook.interface.texts else _REFUSALS[kind.family]

    def _accepted(self, question: Question) -> dict[str, Any]:
        match question.kind.family:
            case "date" | "datetime":
                return {"validate": "date", "criteria": ">=", "value": _FIRST_DAY}
            case "number":
                return {"validate": "decimal", "criteria": "between", "minimum": -_MOST, "maximum": _MOST}
            case "tick" | "choices":
                return {"validate": "list", "source": [NOT_TICKED.text, TICKED]}
            case "choice":
                return {"validate": "list", "source": self._source(question.options)}
        return {"validate": "any"}

    def _source(self, options: tuple[str, ...]) -> list[str] | str:
        """The options within the check itself; where Excel could not hold them there, the range that has them."""
        plain = all(option == option.strip() and not set(option) & set(',"\n') for option in options)
        if plain and limits.length(",".join(options)) <= limits.INLINE_LIST:
            return list(options)
        if options not in self._options:
            hidden = self.workbook.get_worksheet_by_name(_OPTIONS_SHEET)
            if hidden is None:
                hidden = self.workbook.add_worksheet(_OPTIONS_SHEET)
                hidden.hide()
                hidden.protect()
            column = len(self._options)
            for row, option in enumerate(options):
                hidden.write_string(row, column, option)
            self._options[options] = f"={_OPTIONS_SHEET}!{xl_range_abs(0, column, len(options) - 1, column)}"
        return self._options[options]

    def _running(self, left: list[str], right: list[str]) -> str:
        """A line at the edge of the paper, in Excel's own notation, in which & begins a command."""
        font = f'&"{self.look.font},Regular"&8&K{QUIET[1:]}'
        room = limits.HEADER - limits.length(f"&L{font}&R{font}{_PICTURE}")
        end = limits.in_running_line(" · ".join(right), room).replace("[page]", "&P").replace("[pages]", "&N")
        begin = limits.in_running_line(" · ".join(left), room - limits.length(end))
        return f"&L{font}{begin}&R{font}{end}"

    def _free(self, name: str) -> str:
        taken = [sheet.get_name().lower() for sheet in self.workbook.worksheets()]
        return name if name.lower() not in [*taken, _OPTIONS_SHEET, "history"] else f"{name[:29]}_2"
