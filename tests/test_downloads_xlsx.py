"""Excel files: what stands in them, what their cells accept, and that they are the same everywhere."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from functools import cache

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from macros.downloads.excel import limits
from macros.downloads.excel.sums import sum_formula
from macros.downloads.form import Form
from macros.downloads.xlsx import write
from macros.model.base import Text
from macros.model.fields.families import ChoiceColumn, ChoicesColumn, Option
from macros.model.letter import Signature
from macros.model.summing import Sum
from macros.model.template import TableField, Template
from tests.conftest import in_a_sweep
from tests.elsewhere import digests
from tests.forms import (
    full_template,
    hostile_template,
    small_template,
    stand_in_handbook,
    tracker_template,
    wide_template,
)
from tests.printing import print_all, text_of
from tests.test_letters import handbook

# XlsxWriter only warns of what Excel would not open, and leaves it out. One process opens each file once.
pytestmark = [pytest.mark.filterwarnings("error"), pytest.mark.xdist_group("xlsx")]

FORMS = {"small": small_template, "full": full_template, "hostile": hostile_template}
LISTS = {"wide": wide_template, "tracker": tracker_template}
TEMPLATES = {**FORMS, **LISTS}
LANGUAGES = ("zh", "en", "zh-en")
_HEADS = 4
RECKONED = [
    form.format(zh=zh, en=en)
    for zh, en in (("逾期天数", "Days overdue"), ("期限", "Deadline"), ("到期日", "Due on"))
    for form in ("{zh}", "{en}", "{zh}\n{en}")
]
"""The heads of the columns of the lists here that a formula fills."""


def test_a_sum_is_reckoned_by_the_names_of_its_cells_and_shows_nothing_of_an_empty_form() -> None:
    summed = Sum(field="cost", table="costs", adds="price", times="count", takes="paid", begins="before")
    template = full_template().model_copy(update={"sums": (summed,)})
    assert sum_formula(template, "subject") is None
    assert sum_formula(template, "cost") == (
        "=IF(SUMPRODUCT(ISNUMBER(costs.price)*ISNUMBER(costs.count))+COUNT(costs.paid)+COUNT(before)=0,"
        '"",SUM(before)+SUMPRODUCT(costs.price,costs.count)-SUM(costs.paid))'
    )


def every(names: dict) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(("name", "language"), [(name, each) for name in names for each in LANGUAGES])


@cache
def made(name: str, language: str) -> bytes:
    return write(TEMPLATES[name](), language, stand_in_handbook())


@cache
def opened(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content))


def named_cells(book: Workbook, name: str) -> list[Cell]:
    """The cells that a name stands for."""
    ((sheet, cells),) = book.defined_names[name].destinations
    found = book[sheet][cells]
    return [found] if isinstance(found, Cell) else [row[0] for row in found]


def names(template: Template) -> dict[str, int]:
    """The names that a file must define, with how many cells each has."""
    found = {}
    for field in template.fields:
        inside = [field.id] if isinstance(field, TableField) else []
        for column in field.columns if isinstance(field, TableField) else [field]:
            options = [option.id for option in column.options] if isinstance(column, ChoicesColumn) else [None]
            for option in options:
                parts = [*inside, column.id, *([option] if option else [])]
                found[limits.cell_name(*parts)] = field.rows if inside else 1
    return found


def check_of(sheet: Worksheet, cell: Cell):
    return next(check for check in sheet.data_validations.dataValidation if cell.coordinate in check.cells)


def printable(text: str) -> str:
    return re.sub("[\x00-\x08\x0b-\x1f\ufffe]", "", text)


@pytest.mark.every_other
@every(TEMPLATES)
def test_opens_is_small_and_holds_every_label(name, language):
    content, template = made(name, language), TEMPLATES[name]()
    assert len(content) < 40_000
    written = "\n".join(
        str(cell.value) for sheet in opened(content) for row in sheet for cell in row if cell.value is not None
    )
    for field in template.fields:
        for thing in [field, *getattr(field, "columns", ())]:
            for part in language.split("-"):
                assert printable(thing.label[part]) in written, thing.id


@every(TEMPLATES)
def test_holds_no_link_and_no_formula_but_in_what_a_list_reckons(name, language):
    book = opened(made(name, language))
    for sheet in book:
        formulas = {cell.coordinate for row in sheet for cell in row if cell.data_type == "f"}
        reckoned = {cell.column_letter for cell in sheet[_HEADS] if cell.value in RECKONED} if name in LISTS else set()
        assert {re.sub(r"\d", "", each) for each in formulas - {"A3"}} <= reckoned
    with zipfile.ZipFile(io.BytesIO(made(name, language))) as archive:
        assert not any(b"<hyperlink" in archive.read(part) for part in archive.namelist() if "/sheet" in part)


@every(FORMS)
def test_every_field_has_named_open_cells_and_nothing_else_is_open(name, language):
    book = opened(made(name, language))
    expected, sheet = names(FORMS[name]()), book.worksheets[0]
    given = {given: len(named_cells(book, given)) for given in book.defined_names}
    assert given == expected
    answers = {cell.coordinate for given in expected for cell in named_cells(book, given)}
    unlocked = {
        cell.coordinate
        for row in sheet
        for cell in row
        if not isinstance(cell, MergedCell) and not cell.protection.locked
    }
    assert unlocked == answers
    assert sheet.protection.sheet and sheet.protection.password is None and not sheet.protection.formatRows


@every(LISTS)
def test_lists_are_tables_that_grow(name, language):
    book, (field,) = opened(made(name, language)), LISTS[name]().fields
    sheet = book.worksheets[0]
    (table,) = sheet.tables.values()
    heads, *rows = sheet[table.ref]
    assert not sheet.protection.sheet and not sheet.print_area
    assert len(rows) == field.rows and table.autoFilter.ref == table.ref
    assert [column.name for column in table.tableColumns] == [cell.value for cell in heads]
    assert sheet.freeze_panes == rows[0][0].offset(0, 1).coordinate
    assert sheet.print_title_rows == f"${heads[0].row}:${heads[0].row}"
    for given in names(LISTS[name]()):
        cells = named_cells(book, given)
        assert len(cells) == 200 and cells[0].row == rows[0][0].row
        assert check_of(sheet, cells[0]) is check_of(sheet, cells[-1])


@pytest.mark.parametrize("language", LANGUAGES)
def test_rows_past_their_date_are_coloured_until_closed(language):
    book = opened(made("tracker", language))
    sheet, closed = book.worksheets[0], {"zh": "已关闭", "en": "Closed", "zh-en": "已关闭 Closed"}[language]
    coloured, soon = sheet.conditional_formatting
    (rule,) = coloured.rules
    due, state = (named_cells(book, f"matters.{column}")[0] for column in ("promised_for", "state"))
    assert str(coloured.sqref) == f"A{due.row}:J{due.row + 199}"
    assert str(soon.sqref) == f"J{due.row}:J{due.row + 199}"
    day = f"${due.column_letter}{due.row}"
    assert rule.formula == [f'AND(ISNUMBER({day}),{day}<TODAY(),${state.column_letter}{state.row}<>"{closed}")']
    legend = [str(cell.value) for cell in sheet[2] if cell.value]
    assert any("红色的行：过了日期" in text for text in legend) == ("zh" in language)
    assert any("Red rows: past their date" in text for text in legend) == ("en" in language)


@pytest.mark.parametrize(
    ("after", "last_day"),
    [("P6M", "EDATE($D5,6)"), ("P1Y", "EDATE($D5,12)"), ("P2W", "$D5+14"), ("P1M3D", "EDATE($D5,1)+3")],
)
def test_rows_may_be_overdue_some_time_after_their_date(after, last_day):
    (table,), tracker = tracker_template().fields, tracker_template()
    overdue = table.overdue.model_copy(update={"after": after, "until": None})
    section = tracker.sections[0].model_copy(update={"fields": (table.model_copy(update={"overdue": overdue}),)})
    book = opened(write(tracker.model_copy(update={"sections": (section,)}), "en", stand_in_handbook()))
    rule = next(iter(book.worksheets[0].conditional_formatting)).rules[0]
    assert rule.formula == [f"AND(ISNUMBER($D5),{last_day}<TODAY())"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_says_how_rows_are_added_and_lets_nothing_be_typed_over_what_it_reckons(language):
    sheet = opened(made("tracker", language)).worksheets[0]
    said = str(sheet["A2"].value)
    assert ("加行：" in said) == ("zh" in language) and ("More rows:" in said) == ("en" in language)
    reckoned = [cell for cell in sheet[_HEADS] if cell.value in RECKONED]
    assert len(reckoned) == 2
    for head in reckoned:
        refuses = check_of(sheet, head.offset(1, 0))
        assert refuses.type == "custom" and refuses.formula1 == "FALSE" and refuses.error
        formulas = {head.offset(row, 0).value for row in range(1, 23)}
        (table,) = sheet.tables.values()
        named = next(column for column in table.tableColumns if column.name == head.value)
        assert formulas == {f"={named.calculatedColumnFormula.attr_text}"}


def test_a_list_of_things_that_never_fall_due_has_no_coloured_rows():
    assert not opened(made("wide", "zh")).worksheets[0].conditional_formatting


def test_columns_of_a_list_with_like_labels_are_told_apart():
    table = wide_template().fields[0]
    alike = tuple(column.model_copy(update={"label": table.columns[0].label}) for column in table.columns)
    section = wide_template().sections[0].model_copy(update={"fields": (table.model_copy(update={"columns": alike}),)})
    content = write(wide_template().model_copy(update={"sections": (section,)}), "zh", stand_in_handbook())
    (found,) = opened(content).worksheets[0].tables.values()
    assert len({column.name.lower() for column in found.tableColumns}) == len(alike)


@pytest.mark.parametrize(
    ("cell", "kind", "shown", "says"),
    [
        ("reported_by", None, "@", None),
        ("call_back", None, "@", None),
        ("noticed_at", "date", "yyyy-mm-dd hh:mm", "这里填日期和时间"),
        ("needed_by", "date", "yyyy-mm-dd", "这里填日期"),
        ("source", "list", "@", "请从下拉列表里选一项"),
        ("affected_users", "decimal", "General", "这里只填数字"),
        ("loss", "decimal", "#,##0.00", "这里只填金额"),
        ("customer_told", "list", "@", "请从下拉列表里选一项"),
        ("needs.budget", "list", "@", "请从下拉列表里选一项"),
        ("to_dos.due", "date", "yyyy-mm-dd", "这里填日期"),
        ("log.help_from.people", "list", "@", "请从下拉列表里选一项"),
        ("costs.price", "decimal", "#,##0.00", "这里只填金额"),
    ],
)
def test_cells_check_what_is_typed_and_say_what_they_want(cell, kind, shown, says):
    book = opened(made("full", "zh"))
    sheet = book.worksheets[0]
    for each in named_cells(book, cell):
        check = check_of(sheet, each)
        assert check.type == kind and each.number_format == shown and check.prompt
        assert (check.error or "").startswith(says or "") and (check.error is None) == (says is None)


def test_help_shows_when_a_cell_is_selected():
    sheet = (book := opened(made("full", "zh-en"))).worksheets[0]
    check = check_of(sheet, named_cells(book, "needed_by")[0])
    assert check.promptTitle == "希望解决日期 Needed by"
    assert check.prompt == "写日期，不写“尽快”（YYYY-MM-DD）\nA date, never “soon”"


@every(FORMS)
def test_nothing_but_labels_and_answers_is_printed_and_a_sheet_of_its_own_says_how_it_is_filled_in(name, language):
    template, book = FORMS[name](), opened(made(name, language))
    form, guide = (
        "\n".join(str(cell.value) for row in sheet for cell in row if cell.value is not None)
        for sheet in (book.worksheets[0], book.worksheets[-1])
    )
    asked = [thing for field in template.fields for thing in (field, *getattr(field, "columns", ()))]
    helps = {printable(thing.help[each]).strip() for thing in asked for each in language.split("-")}
    labels = " ".join(printable(thing.label[each]) for thing in asked for each in language.split("-"))
    assert [text for text in helps if text not in guide] == []
    assert name == "hostile" or [text for text in helps if len(text) > 3 and text not in labels and text in form] == []
    assert name == "hostile" or "*" not in form


def test_it_is_signed_at_its_foot():
    template = full_template()
    person = next(field for field in template.fields if field.type == "person")
    signs = (Signature(field=person.id), Signature(field=person.id, seal="company"))
    sheet = opened(write(template.model_copy(update={"signs": signs}), "en", stand_in_handbook())).worksheets[0]
    last = [cell.value for row in list(sheet.rows)[-4:] for cell in row if cell.value]
    assert last == ["Signatures", person.label.en, person.label.en, "(seal)", "Date:", "Date:"]
    assert {cell.protection.locked for cell in sheet[sheet.max_row]} == {True}


def test_ticks_and_choices_begin_unticked():
    book = opened(made("full", "en"))
    for name in ("customer_told", "needs.budget", "needs.space", "to_dos.checked", "log.help_from.time"):
        for cell in named_cells(book, name):
            assert cell.value == "☐"
            assert check_of(book.worksheets[0], cell).formula1 == '"☐,☑"'


def test_options_stand_in_the_check_or_where_excel_cannot_hold_them_there_on_a_hidden_sheet():
    book = opened(made("full", "en"))
    assert check_of(book.worksheets[0], named_cells(book, "source")[0]).formula1 == '"Call,Mail,Visit"'
    labels = ["Yes, at once", 'No, "later"', "=1+1", "x" * 250]
    options = tuple(
        Option(id=f"option-{n}", label=Text.model_construct(zh=f"项{n}{text}", en=text))
        for n, text in enumerate(labels)
    )
    field = next(field for field in full_template().fields if isinstance(field, ChoiceColumn))
    section = (
        full_template().sections[0].model_copy(update={"fields": (field.model_copy(update={"options": options}),)})
    )
    book = opened(write(full_template().model_copy(update={"sections": (section,)}), "en", stand_in_handbook()))
    form, hidden, _ = book.worksheets
    assert check_of(form, named_cells(book, "source")[0]).formula1 == f"{hidden.title}!$A$1:$A$4"
    assert [cell.value for cell in hidden["A"]] == labels and hidden.sheet_state == "hidden"


@every(TEMPLATES)
def test_keeps_to_what_excel_allows(name, language):
    book = opened(made(name, language))
    for sheet in book:
        assert limits.length(sheet.title) <= 31
        for check in sheet.data_validations.dataValidation:
            assert limits.length(check.promptTitle) <= 32 and limits.length(check.prompt) <= 255
            assert limits.length(check.errorTitle or "") <= 32 and limits.length(check.error or "") <= 255
        for line in (sheet.oddHeader, sheet.oddFooter):
            assert sum(limits.length(part.text or "") for part in (line.left, line.center, line.right)) < 255
        assert all(0 < row.height <= 409 for row in sheet.row_dimensions.values() if row.height)


@pytest.mark.parametrize("name", ["complaint-record", "incident-notice"])
def test_number_and_level_stand_on_the_screen_and_on_each_page_once(name):
    own = handbook()
    sheet = opened(write(own.template[name], "zh", own)).worksheets[0]
    mark = Form(own.template[name], "zh", own).mark
    assert mark and mark in sheet.oddHeader.right.text
    assert [cell.row for row in sheet for cell in row if cell.value == mark] == [1]
    assert "$A$2" in sheet.print_area
    assert sheet.HeaderFooter.differentFirst and mark in sheet.firstHeader.right.text


@pytest.mark.parametrize("name", ["follow-up-tracker", "complaint-record"])
def test_the_first_page_says_once_what_stands_large_on_it(name):
    own = handbook()
    template = own.template[name]
    sheet = opened(write(template, "zh", own)).worksheets[0]
    mark, title = Form(template, "zh", own).mark, template.title.zh
    top = sheet.print_area.split(":")[0].split("!")[-1].replace("$", "") if sheet.print_area else "A1"
    printed = "".join(str(cell.value) for row in sheet.iter_rows(min_row=sheet[top].row) for cell in row if cell.value)
    head = "".join(
        part.text or "" for part in (sheet.firstHeader.left, sheet.firstHeader.center, sheet.firstHeader.right)
    )
    assert title in printed and title not in head and (mark in printed) != (mark in head)
    assert sheet.firstFooter.right.text == sheet.oddFooter.right.text
    assert title in sheet.oddHeader.left.text and mark in sheet.oddHeader.right.text


def test_the_sheet_of_a_letter_says_that_it_is_not_sent():
    own = handbook()
    texts = {
        cell.value for row in opened(write(own.template["payment-reminder"], "en", own)).worksheets[0] for cell in row
    }
    assert own.interface.texts["letter_sheet"].en in texts


@every(TEMPLATES)
def test_prints_on_a4_one_page_wide_with_its_running_lines(name, language):
    sheet = opened(made(name, language)).worksheets[0]
    assert sheet.page_setup.paperSize == 9 and sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.orientation == ("landscape" if name in LISTS else "portrait")
    assert bool(sheet.print_area) == (name in FORMS)
    header, footer = sheet.oddHeader, sheet.oddFooter
    assert "1.4.0" in header.right.text
    assert "&P" in footer.right.text and "&N" in footer.right.text
    assert stand_in_handbook().company.name[language[:2]] in footer.left.text
    if name != "hostile":
        assert TEMPLATES[name]().title[language[:2]] in header.left.text


def test_is_dated_by_the_release_and_says_whose_it_is():
    properties = opened(made("full", "en")).properties
    assert properties.created == datetime(2026, 11, 2)
    assert properties.title == "Problem report"
    assert properties.creator == stand_in_handbook().company.name["en"]
    languages = [opened(made("full", each)).properties.language for each in ("en", "zh", "zh-en")]
    assert languages == ["en-GB", "zh-CN", "zh-CN"]


@pytest.mark.parametrize(
    ("ids", "name"),
    [
        (("first-day",), "first_day"),
        (("to-dos", "what"), "to_dos.what"),
        (("tax2026",), "tax2026_"),
        (("r",), "r_"),
        (("abcd12",), "abcd12"),
        (("r1c1",), "r1c1_"),
    ],
)
def test_a_name_is_never_the_address_of_a_cell(ids, name):
    assert limits.cell_name(*ids) == name


def test_lengths_count_as_excel_counts_and_no_character_is_cut_in_two():
    assert limits.length("𠮷a") == 3
    assert limits.shortened("𠮷𠮷𠮷", 4) == "𠮷…"
    assert limits.sheet_name("[a]: b/c?'") == "a b c"


@pytest.mark.whole
@pytest.mark.parametrize("template", ["hostile_template", in_a_sweep("tracker_template")])
def test_is_the_same_in_every_time_zone_and_process(template):
    assert len(digests("xlsx", template, "zh-en")) == 1


@pytest.mark.whole
@pytest.mark.sweep
def test_libreoffice_prints_it(tmp_path):
    for name in ("full", "hostile", "tracker"):
        (tmp_path / f"{name}.xlsx").write_bytes(made(name, "zh-en"))
    print_all(sorted(tmp_path.glob("*.xlsx")), tmp_path)
    text = {name: text_of(tmp_path / f"{name}.pdf") for name in ("full", "hostile", "tracker")}
    assert "问题反馈表" in text["full"] and "Problem report" in text["full"] and "回电号码" in text["full"]
    assert "=1+1" in text["hostile"] and "</w:t>" in text["hostile"]
    assert "约定日期" in text["tracker"] and "Promised for" in text["tracker"]
