"""The register of controlled forms as an Excel file: one row a form, to filter and to print."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime, time

from .. import addresses
from ..model.handbook import Handbook
from ..model.languages import LANGUAGES, Language
from ..wording import Wording

_COLUMNS = (
    ("control_number", 14),
    ("control_form", 40),
    ("control_version", 10),
    ("control_valid_from", 13),
    ("control_owner", 24),
    ("form_level", 24),
)
"""The headings among the texts of the interface, and how wide the columns are, in characters."""


def files(handbook: Handbook) -> Iterator[tuple[str, bytes]]:
    """One a language, with their addresses; none where the company numbers no forms, or does without the page."""
    if handbook.controlled_forms and handbook.has("reference/controlled-forms"):
        for language in LANGUAGES:
            yield addresses.page("controlled-forms.xlsx", language), _register(handbook, language)


def _register(handbook: Handbook, language: Language) -> bytes:
    from xlsxwriter.workbook import Workbook  # what only files need is not loaded for a check

    from ..downloads.excel import limits
    from ..downloads.excel.look import ACCENT, LINE, Look

    wording, written = Wording(handbook, language), io.BytesIO()
    book = Workbook(written, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    title, company = wording.text("control_register"), handbook.company.name[language]
    created = datetime.combine(handbook.releases[0].released, time())
    book.set_properties({"title": title, "author": company, "company": company, "created": created})
    look = Look(book, language, handbook.company.colour)
    sheet = book.add_worksheet(limits.sheet_name(title))
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.freeze_panes(1, 0)
    left = limits.shortened(f"{company} · {title}", limits.HEADER // 2).replace("&", "&&")
    sheet.set_header(f"&L{left}&R{wording.text('handbook_version', n=handbook.version)}")
    sheet.set_footer("&R&P / &N")
    head = look.format(bold=True, font_color="#FFFFFF", bg_color=ACCENT, border=1, border_color=LINE)
    cell = look.format(border=1, border_color=LINE)
    day = look.format(border=1, border_color=LINE, num_format="yyyy-mm-dd", align="left")
    for column, (key, width) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, wording.text(key), head)
    for row, (template, control) in enumerate(handbook.controlled_forms, start=1):
        level = control.level[language] if control.level else wording.text("control_level_open")
        owner = control.owner[language]
        values = (control.number, template.title[language], control.version, control.valid_from, owner, level)
        for column, value in enumerate(values):
            if isinstance(value, date):
                sheet.write_datetime(row, column, datetime.combine(value, time()), day)
            else:
                sheet.write_string(row, column, value, cell)
    sheet.autofilter(0, 0, len(handbook.controlled_forms), len(_COLUMNS) - 1)
    book.close()
    return written.getvalue()
