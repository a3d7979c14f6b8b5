"""A blank form in Word takes one page where one suffices, in two languages too; what takes two says so here."""

from __future__ import annotations

import io
import math
import re
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.worksheet.dimensions import ColumnDimension

from macros.downloads import pdf, xlsx
from macros.downloads.docx import write
from macros.downloads.word.body import ROW_HEIGHT
from macros.model.letterhead import MM
from macros.model.template import TableField
from tests.conftest import in_a_sweep
from tests.printing import print_all, text_of
from tests.test_letters import handbook
from tests.word_files import changed, typed

TWO = {
    "handover-note": ("zh-en",),  # four tables with room for all that is handed over, and four who sign
    "request-for-instructions": ("zh-en",),  # an official paper, whose answer is written by hand below it
}
FEW = (
    "incident-notice",
    "complaint-record",
    "customer-requirements",
    "meeting-minutes",
    "handover-note",
    "visitor-plan",
    "on-call-rota",
)
"""Those that have most on their page."""


def pages_of_form(printed: Path, guide: tuple[str, ...]) -> int:
    """How many pages a printed form takes before the one that says how it is filled in; these are counted at its foot, and no other."""
    pages = text_of(printed).rstrip("\f").split("\f")
    taken = next(number for number, page in enumerate(pages) if any(words in page for words in guide))
    counted = [re.findall(r"(?:第|Page) ?(\d+) ?(?:页，共|of) ?(\d+)", page) for page in pages]
    assert all(set(each) == {(str(page), str(taken))} for page, each in enumerate(counted[:taken], 1)), counted
    assert not any(counted[taken:]), counted
    return taken


@pytest.mark.whole
@pytest.mark.parametrize("language", [in_a_sweep("zh"), in_a_sweep("en"), "zh-en"])
@pytest.mark.parametrize("every", [False, in_a_sweep(True)])
def test_a_blank_form_takes_one_page(language: str, every: bool, tmp_path: Path) -> None:
    own = handbook()
    forms = [each for each in own.templates if each.kind != "letter" and (every or each.id in FEW)]
    files = [tmp_path / f"{form.id}.docx" for form in forms]
    for form, file in zip(forms, files, strict=True):
        file.write_bytes(write(form, language, own))
    print_all(files, tmp_path)
    heading = own.interface.texts["form_how"]
    guide = tuple(heading[each] for each in language.split("-"))
    taken = {form.id: pages_of_form(tmp_path / f"{form.id}.pdf", guide) for form in forms}
    assert {name: pages for name, pages in taken.items() if pages > (2 if language in TWO.get(name, ()) else 1)} == {}


def test_rows_of_a_blank_list_in_word_are_high_enough_for_a_hand() -> None:
    own = handbook()
    lists = [each for each in own.templates if each.kind == "list"]
    assert lists
    for each in lists:
        table = Document(io.BytesIO(write(each, "zh-en", own))).tables[0]._tbl
        _, *heights = (int(height.get(qn("w:val"))) for height in table.iter(qn("w:trHeight")))
        assert len(heights) >= 10 and min(heights) >= round(8 * MM), each.id


def test_the_place_to_sign_never_begins_a_page_by_itself() -> None:
    own = handbook()
    kept = 0
    for form in (each for each in own.templates if each.kind == "form" and each.signed):
        if isinstance(form.below_box[-1].fields[-1], TableField):
            continue
        tables = Document(io.BytesIO(write(form, "zh", own))).tables
        paragraphs = [*tables[-1 - math.ceil(len(form.signed) / 4)]._tbl.iter(qn("w:pPr"))]
        assert paragraphs and all(each.find(qn("w:keepNext")) is not None for each in paragraphs)
        kept += 1
    assert kept > 5


@pytest.mark.sweep
@pytest.mark.whole
def test_a_day_with_its_time_stands_on_one_line_of_the_box_beside_the_title(tmp_path: Path) -> None:
    own, files = handbook(), []
    for language in ("zh", "en", "zh-en"):
        files.append(tmp_path / f"{language}.docx")
        content = write(own.template["meeting-minutes"], language, own)
        files[-1].write_bytes(changed(content, typed("held-at", "2026-11-27 14:00")))
    print_all(files, tmp_path)
    for file in files:
        assert "2026-11-27 14:00" in text_of(file.with_suffix(".pdf"), "-layout").replace("\u2011", "-"), file.name


TWO_IN_PDF = {
    **TWO,
    "handover-note": ("zh", "en", "zh-en"),  # 44 mm over in Chinese, 56 in English, 72 in both
}
"""Lines of 8 mm for a hand take more than Word's, which grow with what is typed."""


@pytest.mark.whole
@pytest.mark.parametrize("every", [False, in_a_sweep(True)])
def test_a_blank_pdf_takes_one_page_though_a_hand_needs_lines_of_8_mm(every: bool) -> None:
    own, taken = handbook(), {}
    for form in (each for each in own.templates if each.kind == "form" and (every or each.id in FEW)):
        for language in ("zh", "en", "zh-en") if every else ("zh-en",):
            text = text_of(pdf.write(form, language, own))
            guide = [own.interface.texts["form_how"][each] for each in language.split("-")]
            pages = next(n for n, page in enumerate(text.split("\f")) if any(words in page for words in guide))
            if pages > (2 if language in TWO_IN_PDF.get(form.id, ()) else 1):
                taken[f"{form.id}.{language}"] = pages
            *_, last = text.rstrip("\f").split("\f")
            assert sum(map(bool, map(str.strip, last.splitlines()))) > 6, form.id
    assert taken == {}


@pytest.mark.whole
def test_many_answers_of_a_column_stand_once_above_its_table_and_no_table_begins_where_it_would_be_broken() -> None:
    own = handbook()
    head, first, last = "名称和数量", "电脑和设备", "系统账号和权限"
    for page in text_of(pdf.write(own.template["handover-note"], "zh", own), "-raw").split("\f")[:2]:
        assert (head in page) == (first in page) and page.find(first) <= page.find(last) <= max(0, page.find(head))


@pytest.mark.whole
def test_a_blank_letter_takes_no_page_for_its_signature_alone() -> None:
    own, taken = handbook(), {}
    for letter in (each for each in own.templates if each.is_letter):
        for language in ("zh", "en"):
            text = text_of(pdf.write(letter, language, own))
            inside = own.interface.texts["letter_inside"][language]
            taken[f"{letter.id}.{language}"] = next(n for n, page in enumerate(text.split("\f")) if inside in page)
    assert {name: pages for name, pages in taken.items() if pages > 1} == {}


INSIDE = ("all-staff-announcement", "change-confirmation", "quotation-request")
"""The letters whose internal page says most."""


@pytest.mark.whole
@pytest.mark.parametrize("every", [False, in_a_sweep(True)])
def test_a_blank_letter_in_two_languages_takes_a_page_for_each_and_one_for_what_is_not_sent(
    every: bool, tmp_path: Path
) -> None:
    own = handbook()
    letters = [each for each in own.templates if each.is_letter and (every or each.id in INSIDE)]
    for letter in letters:
        (tmp_path / f"{letter.id}.docx").write_bytes(write(letter, "zh-en", own))
        (tmp_path / f"{letter.id}-as.pdf").write_bytes(pdf.write(letter, "zh-en", own))
    print_all(sorted(tmp_path.glob("*.docx")), tmp_path)
    taken = {each.stem: text_of(each).rstrip("\f").count("\f") + 1 for each in tmp_path.glob("*.pdf")}
    assert len(taken) == 2 * len(letters)
    assert {name: pages for name, pages in taken.items() if pages > 3} == {}


MOST = ("handover-note", "visitor-plan", "quotation-request")
"""Those that have most to ask in Excel."""
WIDE, HIGH, INCH, LEAST = 595, 842, 72, 6.95
"""Upright paper, in points, and how small type may be."""


@pytest.mark.sweep
@pytest.mark.whole
@pytest.mark.parametrize("every", [False, in_a_sweep(True)])
def test_a_blank_form_in_excel_takes_one_page(every: bool, tmp_path: Path) -> None:
    own = handbook()
    wanted = {
        f"{form.id}.{language}": (form, language)
        for form in own.templates
        if not form.file and not form.as_list and (every or form.id in MOST)
        for language in (("zh", "en", "zh-en") if every else ("zh-en",))
    }
    for name, (form, language) in wanted.items():
        (tmp_path / f"{name}.xlsx").write_bytes(xlsx.write(form, language, own))
    print_all(sorted(tmp_path.glob("*.xlsx")), tmp_path)
    taken = {}
    for name, (_, language) in wanted.items():
        text = text_of(tmp_path / f"{name}.pdf").split("\f")
        guide = own.interface.texts["form_for"][language[:2]]
        pages = next(number for number, page in enumerate(text) if guide in page)
        if pages > 1:
            taken[name] = pages
    assert taken == {}


def column_points(column: ColumnDimension) -> float:
    """How wide a column is: its width is told in digits of seven pixels, which have three quarters of a point."""
    return round(column.width * 7) * 3 / 4


@pytest.mark.sweep
def test_what_is_made_to_fit_a_page_in_excel_is_still_read_without_effort() -> None:
    own = handbook()
    for form in (each for each in own.templates if not each.file and not each.as_list):
        sheet = load_workbook(io.BytesIO(xlsx.write(form, "zh-en", own)), rich_text=True).worksheets[0]
        high = sum(
            sheet.row_dimensions[row].height or sheet.sheet_format.defaultRowHeight
            for row in range(2, sheet.max_row + 1)
        )
        if sheet.page_setup.orientation == "landscape" or (sheet.page_setup.fitToHeight or 1) > 1:
            continue
        edge = sheet.page_margins
        columns = sum(column_points(each) * (each.max - each.min + 1) for each in sheet.column_dimensions.values())
        scale = min((WIDE - (edge.left + edge.right) * INCH) / columns, (HIGH - (edge.top + edge.bottom) * INCH) / high)
        texts = [cell for line in sheet for cell in line if cell.value]
        runs = [
            run.font.sz
            for cell in texts
            if isinstance(cell.value, CellRichText)
            for run in cell.value
            if isinstance(run, TextBlock)
        ]
        assert min([cell.font.sz for cell in texts] + runs) * scale > LEAST, form.id


def test_a_form_that_would_take_a_second_page_for_little_is_set_closer_and_no_other() -> None:
    own = handbook()

    def laid(name: str, table: str, row: str) -> tuple[int, set[str]]:
        body = Document(io.BytesIO(write(own.template[name], "zh", own))).element.body
        heights = {each.get(qn("w:val")) for each in body.iter(qn("w:trHeight"))}
        return len([tag for tag in body.iter(qn("w:tag")) if tag.get(qn("w:val")) == f"{table}.{row}"]), heights

    rows, heights = laid("handover-note", "matters-in-hand", "matter-name")
    assert rows == own.template["handover-note"].fields[10].rows - 2
    roomy, usual = laid("visitor-plan", "guest-list", "guest-name")
    assert str(ROW_HEIGHT) in usual - heights
    assert roomy == next(each.rows for each in own.template["visitor-plan"].fields if each.id == "guest-list")


def test_an_address_in_a_list_is_not_broken_nor_a_number_to_call_and_its_type_not_too_small() -> None:
    own = handbook()
    for language in ("zh", "en"):
        sheet = load_workbook(io.BytesIO(xlsx.write(own.template["contact-directory"], language, own))).worksheets[0]
        widths = [
            column_points(each) for each in sheet.column_dimensions.values() for _ in range(each.min, each.max + 1)
        ]
        heads = {str(cell.value).removesuffix(" *"): cell.column for line in sheet for cell in line if cell.value}
        wanted = {"邮箱": 130, "座机": 90, "工作手机": 90} if language == "zh" else {"Mailbox": 130, "Position": 76}
        for head, least in wanted.items():
            assert widths[heads[head] - 1] >= least, (
                "“payments@example.com”, “010-5555 0215”, “Administrator” in 11 points"
            )
        scale = (HIGH - (sheet.page_margins.left + sheet.page_margins.right) * INCH) / sum(widths)
        assert min(cell.font.sz for line in sheet for cell in line if cell.value) * scale > LEAST
        assert sheet.page_margins.top > 0.6
