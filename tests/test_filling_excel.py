"""Excel forms filled in in the browser: opened here, every value found in the cells of its name, checks and protection kept."""

from __future__ import annotations

import csv
import io
import re
import subprocess
import zipfile
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.workbook import Workbook

from macros.downloads.excel import limits
from macros.downloads.xlsx import write
from macros.model.template import Clash, Signature
from tests.conftest import in_a_sweep, program
from tests.filled_forms import (
    LANGUAGES,
    TEMPLATES,
    cells,
    described,
    hostile_values,
    kept,
    label,
)
from tests.forms import full_template, stand_in_handbook, tracker_template
from tests.printing import print_all, text_of
from tests.test_downloads_xlsx import check_of, named_cells
from tests.test_letters import answers, handbook

GUIDES = {"怎么填", "How to fill it in"}
"""The names of the sheet that says how to fill a form in."""
FORM, TRACKER = described(full_template()), described(tracker_template())


def opened(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content))


def expected(field: dict, given: Any, language: str) -> Any:
    """What a cell holds for a value."""
    if field["type"] in ("date", "datetime"):
        return datetime.fromisoformat(given)
    if field["type"] in ("number", "money"):
        return float(given) if re.fullmatch(r"-?\d{1,15}(\.\d+)?", given) else given
    if field["type"] == "choice":
        return next(label(option, language) for option in field["options"] if option["id"] == given)
    if field["type"] == "tick":
        return "☑" if given else "☐"
    return kept(given)


def look(cell: Cell) -> tuple:
    return cell.number_format, cell.protection.locked, cell.alignment.wrap_text


def read(cell: Cell, wanted: Any) -> tuple[Any, int]:
    """What a cell holds, a long text with the rows below in which it goes on; and how many rows that are."""
    if not isinstance(wanted, str) or not isinstance(cell.value, str):
        return cell.value, 1
    text, rows = cell.value, 1
    while flat(text) != flat(wanted) and flat(wanted).startswith(flat(text).removesuffix("…")):
        more = cell.parent.cell(cell.row + rows, cell.column)
        if not isinstance(more.value, str):
            break
        # In a list, signs say that it goes on.
        text, rows = text.removesuffix("…") + more.value.removeprefix("…"), rows + 1
    return (wanted if flat(text) == flat(wanted) else text), rows


def flat(text: str) -> str:
    """A text without the ends of its lines, since where it goes on in another row, the row ends the line; hyphens that hold are hyphens."""
    return text.replace("\n", "").replace("\u2011", "-")


def check(content: bytes, empty: bytes, form: dict, values: dict, language: str) -> None:
    """Every value is in its cell, of the cell's kind, and every cell has the look and the check that it had."""
    book, before = opened(content), opened(empty)
    found = {name: named_cells(book, name) for name in before.defined_names}
    for name, there in found.items():
        pattern = named_cells(before, name)[0]
        ends = {check_of(book.worksheets[0], cell).formula1 for cell in (there[0], there[-1])}
        assert ends == {check_of(before.worksheets[0], pattern).formula1}
    # Where the rows of a table begin, of which long texts take several, by the table.
    begins: dict[str, list[int]] = {}
    for table, field, number, given in cells(form, values):
        places = begins.setdefault(table, [0]) if table else [0]
        ids = [table, field["id"]] if table else [field["id"]]
        pairs = (
            [([*ids, option["id"]], option["id"] in given) for option in field["options"]]
            if field["type"] == "choices"
            else [(ids, given)]
        )
        kind = {**field, "type": "tick"} if field["type"] == "choices" else field
        for named, value in pairs:
            name = limits.cell_name(*named)
            cell = found[name][places[number] if table else 0]
            assert look(cell) == look(named_cells(before, name)[0]) == (cell.number_format, False, True)
            wanted = expected(kind, value, language)
            whole, rows = read(cell, wanted)
            assert whole == wanted, named
            if table:
                places[number + 1 :] = [max([places[number] + rows, *places[number + 1 :]])]
            assert cell.data_type == {str: "s", datetime: "d"}.get(type(cell.value), "n")
    # What is not our form's own is gone, with its texts; a list that goes on keeps it.
    kept = before.sheetnames if form["kind"] == "list" else [name for name in before.sheetnames if name not in GUIDES]
    assert book.sheetnames == kept and set(before.sheetnames) & GUIDES
    if form["kind"] != "list":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            packed = "".join(archive.read(name).decode() for name in archive.namelist())
        assert not [name for name in GUIDES if name in packed]
        assert len(book.worksheets) == packed.count("<worksheet ")
    assert book.worksheets[0].protection.sheet == before.worksheets[0].protection.sheet
    typed = {cell.coordinate for each in found.values() for cell in each}
    assert not [
        cell for row in book.worksheets[0] for cell in row if cell.data_type == "f" and cell.coordinate in typed
    ]


@pytest.mark.parametrize("language", [*LANGUAGES[:1], *map(in_a_sweep, LANGUAGES[1:])])
def test_every_kind_of_field_is_filled(fill, language):
    for template, form in ((full_template(), FORM), (tracker_template(), TRACKER)):
        empty = write(template, language, stand_in_handbook())
        for values in (hostile_values(form), hostile_values(form, lambda field: 1)):
            check(fill("fillExcel", form, values, language, given=empty), empty, form, values, language)


@pytest.mark.every_other(8)
@pytest.mark.parametrize("template", TEMPLATES)
def test_every_form_is_filled(fill, sweep, template):
    form = fill.form(template)
    for language in LANGUAGES if sweep else [LANGUAGES[(TEMPLATES.index(template) + 1) % 3]]:
        empty, values = fill.download(form, language, "xlsx"), hostile_values(form)
        check(fill("fillExcel", form, values, language, given=empty), empty, form, values, language)


def test_rows_that_are_added_leave_everything_below_them_as_it_was(fill):
    """What stands below moves down as it is: labels, merged cells, checks, the printed range."""
    empty = write(full_template(), "en", stand_in_handbook())
    more = {"log": 2, "to-dos": 5, "costs": 1}
    values = {
        table: [{column: "x"} for _ in range(rows + more[table])]
        for table, rows, column in (("log", 3, "event"), ("to-dos", 4, "what"), ("costs", 2, "item"))
    }
    before, after = (
        opened(content).worksheets[0] for content in (empty, fill("fillExcel", FORM, values, "en", given=empty))
    )
    names = opened(empty)
    last = {
        table: named_cells(names, name)[-1].row
        for table, name in (("log", "log.event"), ("to-dos", "to_dos.what"), ("costs", "costs.item"))
    }

    def now(row: int) -> int:
        return row + sum(count for table, count in more.items() if last[table] < row)

    for row in before.iter_rows():
        for cell in row:
            there = after.cell(now(cell.row), cell.column)
            assert there.value in (cell.value, "x") and there.style_id == cell.style_id
    merged = {(each.min_row, each.max_row, each.min_col, each.max_col) for each in after.merged_cells.ranges}
    assert {
        (now(each.min_row), now(each.max_row), each.min_col, each.max_col) for each in before.merged_cells.ranges
    } <= merged
    new = {row for table in more for row in range(now(last[table]) + 1, now(last[table]) + more[table] + 1)}
    assert len(new) == 8 and {first for first, *_ in merged} >= new
    assert after.max_row == before.max_row + 8
    first, last_printed = ([int(row) for row in re.findall(r"\d+", sheet.print_area)][-1] for sheet in (before, after))
    assert last_printed == first + 8
    assert after.page_setup.fitToHeight == 0


@pytest.mark.sweep
def test_where_it_is_signed_stays_on_one_page_when_rows_have_grown(fill):
    template = full_template()
    person = next(field for field in template.fields if field.type == "person")
    signs = (Signature(field=person.id), Signature(field=person.id, seal="company"))
    signed = template.model_copy(update={"signs": signs})
    empty, form = write(signed, "zh", stand_in_handbook()), described(signed)
    broken = []
    for lines in range(0, 40, 2):
        sheet = opened(fill("fillExcel", form, {"what-happened": "so\n" * lines}, "zh", given=empty)).worksheets[0]
        named = next(cell.row for row in sheet.iter_rows() for cell in row if cell.value == "签字")
        behind = [each.id for each in sheet.row_breaks.brk]
        assert all(each < named for each in behind), "nothing of it goes to another page"
        broken.append(bool(behind))
        assert all(sheet.cell(each + 1, 1).value is None for each in behind), (
            "a page begins with the room above a section"
        )
    assert set(broken) == {False, True}


@pytest.mark.sweep
@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("internal-collaboration", "en"),
        ("complaint-record", "en"),
        ("result-confirmation", "en"),
        ("customer-requirements", "en"),
        ("relationship-plan", "zh-en"),
        ("handover-note", "zh-en"),
    ],
)
def test_a_form_whose_rows_have_grown_takes_no_page_for_its_signatures_alone(fill, tmp_path, name: str, language: str):
    form = fill.form(name)
    values = answers(handbook().template[name], "zh" if language == "zh-en" else "en")
    given = fill.download(form, language, "xlsx")
    content = fill("fillExcel", form, values, language, given=given)
    sheet, blank = opened(content).worksheets[0], opened(given).worksheets[0]
    assert sheet.row_dimensions[2].height == blank.row_dimensions[2].height, "the title keeps its room"
    assert (sheet.page_setup.fitToHeight, len(sheet.row_breaks.brk)) == (1, 0)
    (tmp_path / "filled.xlsx").write_bytes(content)
    print_all([tmp_path / "filled.xlsx"], tmp_path)
    assert text_of(tmp_path / "filled.pdf").rstrip("\f").count("\f") == 0


def test_a_list_grows_as_its_table_and_beyond_what_was_named(fill):
    empty = write(tracker_template(), "zh", stand_in_handbook())
    for rows in (5, 30, 250):
        book = opened(fill("fillExcel", TRACKER, {"matters": [{"matter": "=1+1"}] * rows}, "zh", given=empty))
        sheet = book.worksheets[0]
        (table,) = sheet.tables.values()
        assert table.ref == f"A4:J{4 + max(rows, 22)}" == table.autoFilter.ref
        named = named_cells(book, "matters.matter")
        assert [bool(cell.value) for cell in named] == [True] * rows + [False] * (max(200, rows) - rows)
        coloured, _ = sheet.conditional_formatting
        assert str(coloured.sqref) == f"A5:J{4 + max(200, rows)}"
        assert check_of(sheet, named[-1]) is check_of(sheet, named[0])


def test_what_is_not_filled_in_stays_as_it_was(fill):
    empty = write(full_template(), "zh", stand_in_handbook())
    blank = {"subject": " ", "source": "nonsense", "needs": [], "customer-told": False, "costs": [{"item": ""}]}
    before, after = opened(empty), opened(fill("fillExcel", FORM, blank, "zh", given=empty))
    for old, new in zip(before.worksheets[0].iter_rows(), after.worksheets[0].iter_rows(), strict=True):
        assert [(cell.value, cell.style_id) for cell in old] == [(cell.value, cell.style_id) for cell in new]
    assert after.worksheets[0].page_setup.fitToHeight == before.worksheets[0].page_setup.fitToHeight


def test_a_text_that_excel_would_cut_ends_in_an_ellipsis_and_no_character_is_cut_in_two(fill):
    empty = write(full_template(), "zh", stand_in_handbook())
    for text in ("a" * 32_767, "𠮷" * 20_000, "a" + "𠮷" * 20_000):
        book = opened(fill("fillExcel", FORM, {"what-happened": text}, "zh", given=empty))
        whole, _ = read(named_cells(book, "what_happened")[0], text)
        assert limits.length(whole) <= limits.CELL and text.startswith(whole.removesuffix("…"))
        assert whole == text or limits.length(whole) > limits.CELL - 3


def test_what_looks_like_an_escaped_character_stays_as_typed(fill):
    empty = write(full_template(), "zh", stand_in_handbook())
    content = fill("fillExcel", FORM, {"subject": "_x0041_ _x00_"}, "zh", given=empty)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert b">_x005F_x0041_ _x00_<" in archive.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        ("1,200.50", 1200.5),
        ("１２００", 1200),
        ("+5", 5),
        ("1,5", "1,5"),
        ("0012", "0012"),
        ("1e3", "1e3"),
        ("¥12", "¥12"),
        (" 7 ", 7),
    ],
)
def test_an_amount_is_a_number_only_where_it_can_be_no_other(fill, typed, held):
    empty = write(full_template(), "zh", stand_in_handbook())
    book = opened(fill("fillExcel", FORM, {"loss": typed}, "zh", given=empty))
    assert named_cells(book, "loss")[0].value == held


def test_a_day_that_no_calendar_has_stays_a_text(fill):
    empty = write(full_template(), "zh", stand_in_handbook())
    values = {"needed-by": "2026-02-30", "noticed-at": "1899-01-01T08:00"}
    book = opened(fill("fillExcel", FORM, values, "zh", given=empty))
    assert [named_cells(book, name)[0].value for name in ("needed_by", "noticed_at")] == [
        "2026-02-30",
        "1899-01-01 08:00",
    ]


def test_names_of_cells_are_those_of_the_download(fill):
    for form in (FORM, TRACKER):
        for table, field, _, _ in cells(form, hostile_values(form, lambda field: 1)):
            ids = [table, field["id"]] if table else [field["id"]]
            assert fill("cellName", *ids) == limits.cell_name(*ids)
    for ids in (["tax2026"], ["r"], ["c3"], ["r1c1"], ["first-day"], ["abcd12"]):
        assert fill("cellName", *ids) == limits.cell_name(*ids)


def test_days_in_a_text_of_several_lines_have_hyphens_that_hold_and_those_on_one_line_are_as_typed(fill):
    empty = write(full_template(), "zh", stand_in_handbook())
    long = "先把旧单据找齐再说明原因，" * 12 + "2026-10-13前交"
    found = opened(fill("fillExcel", FORM, {"subject": "2026-10-13退款", "what-happened": long}, "zh", given=empty))
    assert named_cells(found, "subject")[0].value == "2026-10-13退款"
    assert named_cells(found, "what_happened")[0].value == long.replace("-", "\u2011")


def test_rows_grow_with_what_is_typed(fill):
    empty = write(full_template(), "zh", stand_in_handbook())
    content = fill(
        "fillExcel", FORM, {"what-happened": "一二三四五六七八九十" * 40, "subject": "短"}, "zh", given=empty
    )
    heights = []
    for each in (empty, content):
        book = opened(each)
        heights.append(
            {
                name: book.worksheets[0].row_dimensions[named_cells(book, name)[0].row].height
                for name in ("what_happened", "subject")
            }
        )
    listed = write(tracker_template(), "zh", stand_in_handbook())
    book = opened(
        fill(
            "fillExcel",
            TRACKER,
            {"matters": [{"matter": "短"}, {"matter": "一二三四五六七八九十" * 10}]},
            "zh",
            given=listed,
        )
    )
    assert not book.worksheets[0].row_dimensions[5].height and book.worksheets[0].row_dimensions[6].height > 60
    assert heights[1]["what_happened"] > 2 * heights[0]["what_happened"]
    assert (heights[1]["subject"] or 0) < 21, "a row of one line does not grow; it may give way"


def test_a_text_that_is_higher_than_a_row_can_be_goes_on_below(fill):
    empty = write(full_template(), "zh", stand_in_handbook())
    long = "".join(f"第{number}句不能少。" for number in range(300))
    values = {"what-happened": long, "subject": "短", "to-dos": [{"what": "一"}, {"what": long[:900]}, {"what": "三"}]}
    book = opened(fill("fillExcel", FORM, values, "zh", given=empty))
    (cell,) = named_cells(book, "what_happened")
    whole, rows = read(cell, long)
    assert whole == long and rows > 2
    heights = [book.worksheets[0].row_dimensions[cell.row + row].height for row in range(rows)]
    assert max(heights) <= 409 and all(height > 200 for height in heights[:-1])
    assert [each.value for each in named_cells(book, "to_dos.what") if each.value][-1] == "三"


def test_in_a_list_a_long_text_goes_on_below_and_the_list_reaches_as_far(fill):
    """Signs say that it goes on; what the list reckons stands beside its first row only."""
    empty = write(tracker_template(), "zh", stand_in_handbook())
    long = "".join(f"第{number}句不能少。" for number in range(200))
    rows = [{"matter": "一"}, {"matter": long}, {"matter": "三"}]
    book = opened(fill("fillExcel", TRACKER, {"matters": rows}, "zh", given=empty))
    cells = [cell for cell in named_cells(book, "matters.matter") if cell.value]
    assert (cells[0].value, cells[-1].value) == ("一", "三")
    whole, more = read(cells[1], long)
    assert whole == long and more > 1 and len(cells) == 2 + more
    sheet = book.worksheets[0]
    assert sheet.tables["matters"].ref == f"A4:J{4 + 22 + more - 1}"
    reckoned = [sheet.cell(cell.row, 10).value for cell in cells]
    assert reckoned[0] and reckoned[1] and reckoned[-1] and not any(reckoned[2:-1])
    assert all((sheet.row_dimensions[cell.row].height or 0) <= 409 for cell in cells)


def test_a_list_reckons_what_is_overdue_and_counts_it(fill, tmp_path):
    """Filled in by the site, and reckoned by a program that is not ours: overdue, due soon, due later, and done."""
    today = date.today()
    table = tracker_template().fields[0]
    clash = Clash(day="promised-for", who="owed-by", legend=table.overdue.legend)
    section = tracker_template().sections[0]
    listed = tracker_template().model_copy(
        update={
            "sections": (section.model_copy(update={"fields": (table.model_copy(update={"clash": clash}),)}),),
        }
    )
    rows = [
        {"owed-by": name, "promised-for": str(today + timedelta(days=days)), "state": state, "worth": worth}
        for name, days, state, worth in (
            ("=甲", -3, "open", "10.5"),
            ("乙", -3, "closed", "1"),
            ("=甲", 0, "waiting", "2"),
            ("=甲", 2, "open", ""),
            ("=甲", 2, "open", ""),
            ("丙", 30, "open", ""),
        )
    ]
    for row in rows:
        row["matter"] = "x"
    rows[-1]["matter"] = "It goes on in further rows, which are none of their own. " * 60
    content = fill("fillExcel", TRACKER, {"matters": rows}, "en", given=write(listed, "en", stand_in_handbook()))
    (tmp_path / "list.xlsx").write_bytes(content)
    office = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    command = [program("soffice"), office, "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76"]
    subprocess.run(
        [*command, "--outdir", str(tmp_path), str(tmp_path / "list.xlsx")], check=True, capture_output=True, timeout=60
    )
    said = list(csv.reader((tmp_path / "list.csv").read_text().splitlines()))
    assert said[2][0] == (
        "Entries: 6 · Overdue: 1 · Due within 7 days: 2 · Twice that day: 2 · "
        "Open: 4 · Waiting: 1 · Closed: 1 · Total Amount: 13.50"
    )
    assert said[3][8:] == ["Days overdue", "Deadline", "Turns in all", "Check"]
    assert [line[8:] for line in said[4:11]] == [
        ["3", "Overdue", "4", ""],
        ["", "Closed", "1", ""],
        ["0", "Due today", "4", ""],
        ["0", "Due within 7 days", "4", "Twice that day"],
        ["0", "Due within 7 days", "4", "Twice that day"],
        ["0", "Not due yet", "1", ""],
        ["", "", "", ""],
    ]


def test_libreoffice_prints_what_was_filled_in(fill, tmp_path):
    for name, template, form in (("full", full_template(), FORM), ("list", tracker_template(), TRACKER)):
        empty = write(template, "zh-en", stand_in_handbook())
        (tmp_path / f"{name}.xlsx").write_bytes(
            fill("fillExcel", form, hostile_values(form, lambda field: 2), "zh-en", given=empty)
        )
    print_all(sorted(tmp_path.glob("*.xlsx")), tmp_path)
    for name in ("full", "list"):
        text = text_of(tmp_path / f"{name}.pdf")
        assert "=1+1" in text and "</w:t>" in text and "2026-03-31" in text and "1,200.50" in text
