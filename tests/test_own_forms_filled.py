"""Forms of other offices' making, filled in by the site's script: opened by other readers, nothing else in them changed."""

from __future__ import annotations

import base64
import io
import json
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pikepdf
import pytest
from lxml import etree
from openpyxl import load_workbook

from macros.model.base import Text
from macros.model.own_form import OwnForm
from macros.published import forms as filling
from macros.published import glyphs, scripts
from macros.published import own_forms as described
from macros.reading.own import find
from macros.reading.own.asking import asked
from tests import own_files
from tests.conftest import ROOT, program, serve
from tests.forms import stand_in_handbook

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CALL = """async ([name, given, ...args]) => {
  const module = await import("/own.js");
  const bytes = Uint8Array.from(atob(given), (sign) => sign.charCodeAt(0));
  const made = await module[name](bytes, ...args);
  if (!made.bytes) return made;
  return { cut: made.cut, missing: made.missing, bytes: btoa(Array.from(made.bytes, (byte) => String.fromCharCode(byte)).join("")) };
}"""


class Own:
    """A file, what is asked of it, and the page that fills it in."""

    def __init__(self, page: Any, content: bytes, ending: str, lines: tuple = ()):
        self.page, self.content, self.ending = page, content, ending
        template = SimpleNamespace(id="own", file=f"own.{ending}", own_format=ending, places=lines)
        faults: list = []
        title = Text(zh="要填的", en="What to fill in")
        self.form: OwnForm = asked(template, content, find(content, ending), title, lambda *each: faults.append(each))
        assert faults == []
        handbook: Any = SimpleNamespace(**{**vars(stand_in_handbook()), "own_forms": {"own": self.form}})
        self.described = {
            "id": "own",
            "zone": "Asia/Shanghai",
            "sections": [
                {"id": each.id, "fields": [filling.as_data(field, handbook) for field in each.fields]}
                for each in self.form.sections
            ],
            "own": json.loads(json.dumps(described.described(template, handbook))),
        }
        self.ids = {place.name: field for field, (place, _) in self.form.places.items()}

    def option(self, name: str, value: str) -> str:
        return next(option for option, kept in self.form.places[self.ids[name]][1].items() if kept == value)

    def call(self, function: str, content: bytes, *args: Any) -> dict:
        return self.page.evaluate(CALL, [function, base64.b64encode(content).decode(), self.described, *args])

    def fill(self, **answers: Any) -> bytes:
        """The file with answers by the name of their places; `_` in a name of these is a blank."""
        made = self.call("fillOwn", self.content, {self.ids[name]: value for name, value in answers.items()}, "zh", ".")
        self.cut, self.missing = [each["zh"] for each in made["cut"]], made["missing"]
        return base64.b64decode(made["bytes"])

    def read(self, content: bytes) -> dict:
        return self.told(content)[0]

    def told(self, content: bytes) -> tuple[dict, list[tuple[str, str]]]:
        """What a file says, and of what it says nothing certain, with the reason."""
        names, read = {field: name for name, field in self.ids.items()}, self.call("readOwn", content)
        values = {names[field]: value for field, value in read["values"].items()}
        return values, [(names[left["field"]], left["why"]) for left in read.get("unread", ())]


@pytest.fixture(scope="module")
def own(browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Own]]:
    folder = tmp_path_factory.mktemp("own")
    (folder / "own.js").write_text(scripts.joined(ROOT / "overrides/forms/own/own.js"), encoding="utf-8")
    (folder / "fonts").mkdir()
    for name in ("first", "rare"):
        (folder / "fonts" / f"{name}.bin").write_bytes(glyphs.part(name))
    (folder / "index.html").write_text("<!doctype html><html lang=zh><title>-</title>", encoding="utf-8")
    server, address = serve(folder)
    page = browser.new_context().new_page()
    page.goto(address)
    yield lambda *given, **more: Own(page, *given, **more)
    server.shutdown()


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def changed(before: bytes, after: bytes) -> list[str]:
    """The parts that differ; they are the same ones in the same order."""
    one, other = parts(before), parts(after)
    assert list(one) == list(other)
    return [name for name in one if one[name] != other[name]]


def said(content: bytes, part: str = "word/document.xml") -> list[str]:
    """The paragraphs of a part, breaks being lines."""
    root = etree.fromstring(parts(content)[part])
    signs = {f"{W}br": "\n", f"{W}tab": "\t"}
    return [
        "".join(signs.get(each.tag, each.text or "") for each in one.iter(f"{W}t", f"{W}br", f"{W}tab"))
        for one in root.iter(f"{W}p")
    ]


def left_in(form: Any) -> tuple[str, ...]:
    """What no program fills in of a form, each with the reason."""
    return tuple(f"{name} ({why})" for name, why in form.form.found.left)


def test_content_controls_of_every_kind(own):
    form = own(own_files.word_controls(), "docx")
    assert form.form.found.names == ("person", "inner", "名额", "remarks", "kind", "from", "agreed", "Story", "bound")
    assert left_in(form) == ("fixed (is locked)",)
    answers = {
        "person": "王𠮷 <&> {{inner}}",
        "inner": "a\tb",
        "名额": "3",
        "remarks": "first\nsecond",
        "kind": form.option("kind", "2"),
        "from": "2026-12-01",
        "agreed": True,
        "Story": "x\ny",
    }
    made = form.fill(**answers)
    assert changed(form.content, made) == ["word/document.xml"]
    assert said(made) == [
        *("姓名：王𠮷 <&> {{inner}}", "a\tb", "3", "first\nsecond", "病假2026年12月1日\u00fe", "x\ny"),
        *("again 王𠮷 <&> {{inner}}", "…………"),
    ]
    assert b"showingPlcHdr" not in parts(made)["word/document.xml"]
    assert form.read(made) == {**answers, "bound": "……"}
    assert form.fill() == form.fill() and changed(form.content, form.fill()) == []


def test_controls_that_show_another_part_of_the_file_all_show_the_answer(own):
    form = own(own_files.word_bound(), "docx")
    assert form.form.found.names == ("title",) and form.form.found.unnamed == 0
    assert left_in(form) == (
        "inside (stands in what Word makes from another part of the file)",
        "left (is locked)",
    )
    made = form.fill(title="New 题目")
    assert sorted(changed(form.content, made)) == ["word/document.xml", "word/footer1.xml", "word/header1.xml"]
    assert said(made) == ["New 题目New 题目", "……", "……"]
    assert said(made, "word/header1.xml") == said(made, "word/footer1.xml") == ["New 题目"]
    kept = b"".join(parts(made)[part] for part in ("word/document.xml", "word/header1.xml", "word/footer1.xml"))
    assert kept.count(b"dataBinding") == 2 and kept.count(b"contentLocked") == 2
    assert form.read(made) == {"title": "New 题目"}
    assert form.read(form.content) == {"title": "Old title"} and changed(form.content, form.fill()) == []


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2026年12月1日", "2026-12-01"),
        ("2026年1月1日", "2026-01-01"),
        ("2026年12月2日", "2026-12-02"),
        ("1 January 2027", "2027-01-01"),
        ("1/12/2026", None),
        ("next 1 in 2026", None),
    ],
)
def test_a_day_that_is_typed_over_counts_as_it_shows_whatever_word_keeps_beside_it(own, typed: str, read: str | None):
    form = own(own_files.word_controls(), "docx")
    filled = form.fill(**{"from": "2026-12-01"})
    packed = parts(filled)
    shown = packed["word/document.xml"].decode()
    assert 'fullDate="2026-12-01' in shown and shown.count("2026年12月1日") == 1
    packed["word/document.xml"] = shown.replace("2026年12月1日", typed).encode()
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, part in packed.items():
            archive.writestr(name, part)
    assert form.read(content.getvalue()).get("from") == read


def repacked(content: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """A file with one of its parts otherwise."""
    made = {name: change(each.decode()).encode() if name == part else each for name, each in parts(content).items()}
    return own_files.zipped(made)


def test_a_place_that_is_gone_or_says_two_things_is_told_of(own):
    form = own(own_files.word_controls(), "docx")
    filled = form.fill(person="Ann", remarks="x", kind=form.option("kind", "2"), **{"from": "2026-12-01"})
    assert form.told(filled)[1] == []
    lost = repacked(filled, "word/document.xml", lambda text: text.replace('<w:tag w:val="remarks"/>', ""))
    values, told = form.told(lost)
    assert told == [("remarks", "missing")] and "remarks" not in values and values["person"] == "Ann"
    shown = form.told(repacked(filled, "word/document.xml", lambda text: text.replace(">Ann<", ">Bob<", 1)))
    assert shown[1] == [("person", "twice")] and "person" not in shown[0]
    form = own(own_files.excel_names(), "xlsx")
    book = load_workbook(io.BytesIO(form.fill(reason="x", day="2026-12-01")))
    del book.defined_names["reason"]
    sheet, cell = next(book.defined_names["day"].destinations)
    book[sheet][cell.replace("$", "")] = "#REF!"
    buffer = io.BytesIO()
    book.save(buffer)
    values, told = form.told(buffer.getvalue())
    assert told == [("reason", "missing"), ("day", "error")] and not {"reason", "day"} & values.keys()


def test_what_stands_around_a_place_stays_and_what_is_none_is_left(own):
    form = own(own_files.word_rows(), "docx")
    assert form.form.found.names == ("inside", "cell", "remarked", "answer", "day", "who", "over", "short", "list")
    assert left_in(form) == (
        *("row (stands around a table or several cells)", "item (stands in several rows that repeat)"),
        *("photo (takes a picture)", "姓名 (is a field of a mail merge instead of {{name}})"),
    )
    assert form.form.found.unnamed == 1 and form.form.places[form.ids["answer"]][0].options == (
        ("是", "是"),
        ("否", "否"),
    )
    answers = {
        "cell": "new",
        "remarked": "said otherwise",
        "answer": form.option("answer", "否"),
        "day": "2026-12-21",
        "over": "all",
        "short": "六个字的话语",
        "list": form.option("list", "乙"),
    }
    made = form.fill(inside="A", who="B", **answers)
    assert form.cut == ["short"] and form.read(made) == answers and changed(form.content, made) == ["word/document.xml"]
    text = said(made)
    assert text[:5] == ["Label", "A", "Name", "new", "1"] and "Dear B" in text and "«姓名»" in text
    assert "-否二〇二六年十二月二十一日" in text
    root = parts(made)["word/document.xml"].decode()
    for kept in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference", "sectPr"):
        assert root.count(f"<w:{kept}") == parts(form.content)["word/document.xml"].decode().count(f"<w:{kept}"), kept
    repeated = repacked(made, "word/document.xml", lambda text: text.replace(">new<", ">newer<"))
    assert form.read(repeated)["cell"] == "newer"


def test_form_fields_of_before(own):
    form = own(own_files.word_legacy(), "docx")
    made = form.fill(Text1="赵 一\n二", Check1=True, Drop1=form.option("Drop1", "乙"))
    assert changed(form.content, made) == ["word/document.xml"]
    text = parts(made)["word/document.xml"].decode()
    assert said(made) == ["赵 一\n二", "乙"] and '<w:checked w:val="1"/>' in text and '<w:result w:val="1"/>' in text
    assert form.read(made) == {"Text1": "赵 一\n二", "Check1": True, "Drop1": form.option("Drop1", "乙")}


def test_marks_in_the_text(own):
    form = own(own_files.word_marks(), "docx")
    assert form.form.found.names == ("客户", "day", "money", "remarks", "number")
    made = form.fill(客户="{{day}} [[number]]", day="2026-12-01", number="7", remarks="a\nb")
    assert changed(form.content, made) == ["word/document.xml", "word/header1.xml"]
    assert said(made) == ["致 {{day}} [[number]]：{{day}} [[number]]，2026-12-01元", "a\nb"]
    assert said(made, "word/header1.xml") == ["No. 7"]


def test_a_text_elsewhere_in_another_encoding(own):
    form = own(own_files.word_elsewhere(), "docx")
    made = form.fill(applicant="Ann", 部门="财务部")
    assert changed(form.content, made) == ["word/document2.xml"] and said(made, "word/document2.xml") == ["Ann财务部"]


def test_a_table_made_by_a_library(own):
    form = own(own_files.word_python_docx(), "docx")
    made = form.fill(visitor="李", host="Ann Lee", **{"car plate": "沪A·12345"})
    assert changed(form.content, made) == ["word/document.xml"]
    assert said(made)[1:] == ["Visitor", "李", "Host", "Ann Lee", "Car Plate", "沪A·12345"]


def test_cells_that_bear_a_name(own):
    form = own(own_files.excel_names(), "xlsx")
    assert form.form.found.names == ("reason", "day", "kind", "amount", "far")
    assert left_in(form) == (
        "twice (holds a formula)",
        "block (names several cells that are not merged)",
    )
    made = form.fill(
        reason="去客户处\n" * 9, day="2026-12-01", kind=form.option("kind", "招待"), amount="=1+1", far="007"
    )
    assert sorted(changed(form.content, made)) == [
        "xl/workbook.xml",
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/sheet2.xml",
    ]
    sheet = load_workbook(io.BytesIO(made))["报销 单"]
    assert sheet["B2"].value == ("去客户处\n" * 9).strip() and sheet.row_dimensions[2].height > 100
    assert sheet["B3"].value.isoformat() == "2026-12-01T00:00:00" and sheet["B4"].value == "招待"
    assert (sheet["B5"].value, sheet["B5"].data_type, sheet["F40"].value) == ("=1+1", "s", "007")
    assert sheet["C5"].value == "=B5*2" and sheet.protection.sheet and form.cut == []
    assert form.read(made) == {
        "reason": ("去客户处\n" * 9).strip(),
        "day": "2026-12-01",
        "kind": form.option("kind", "招待"),
        "amount": "=1+1",
        "far": "007",
    }
    form.fill(far="很长的说明" * 60)
    assert form.cut == ["far"]


def test_lists_of_any_kind_and_cells_that_are_no_place(own):
    form = own(own_files.excel_lists(), "xlsx")
    found = {place.name: (place.widget, len(place.options)) for place in form.form.found.places}
    assert found == {
        "same": ("choice", 3),
        "later": ("choice", 3),
        "time": ("text", 0),
        "local": ("text", 0),
        "free": ("text", 0),
    }
    head = "stands in the head of a table whose columns go by it"
    assert left_in(form) == (
        *("rate (stands on a hidden sheet)", f"column ({head})", f"head ({head})"),
        "foot (stands in a text box or in a header or footer)",
    )
    answers = {"same": form.option("same", "乙"), "later": form.option("later", "3级"), "time": "14:30", "local": "x"}
    made = form.fill(free="y", **answers)
    assert form.read(made) == answers
    book = load_workbook(io.BytesIO(made))
    assert [book["It's 表"][cell].value for cell in ("B2", "B3", "B4", "B5", "F1")] == ["乙", "3级", "14:30", "y", "x"]
    assert [book["Other"][cell].value for cell in ("A1", "B1", "F1")] == ["{{head}}", "v", "x"]
    book["Other"]["F1"] = "z"
    buffer = io.BytesIO()
    book.save(buffer)
    assert form.told(buffer.getvalue())[1] == [("local", "twice")]


def results(content: bytes) -> dict[str, str]:
    """What formulas came to, as the file keeps it; a formula without a result is left out."""
    book = load_workbook(io.BytesIO(content), data_only=True)
    return {
        f"{sheet.title}!{cell.coordinate}": str(cell.value)
        for sheet in book
        for row in sheet
        for cell in row
        if cell.value == 7
    }


def test_only_results_that_go_by_an_answer_go(own):
    form = own(own_files.excel_reckoning(), "xlsx")
    assert sorted(results(form.content)) == [*("Apart!A1", "It's!A1", "It's!A2", "It's!A3", "S!B1", "S!B2", "S!B3")]
    spare = form.fill(spare="1")
    assert changed(form.content, spare) == ["xl/worksheets/sheet3.xml"] and len(results(spare)) == 7
    priced = form.fill(price="3")
    assert sorted(results(priced)) == ["Apart!A1", "It's!A3", "S!B2", "S!B3"]
    assert sorted(changed(form.content, priced)) == [
        *("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml")
    ]
    settings = etree.fromstring(parts(priced)["xl/workbook.xml"]).find("{*}calcPr")
    assert settings is not None and settings.get("fullCalcOnLoad") == "1"
    assert form.read(priced) == {"price": "3", "spare": ""}


def test_what_cannot_be_read_through_counts_as_going_by_an_answer(own):
    def kept(formula: str) -> bool:
        book = load_workbook(io.BytesIO(own_files.excel_reckoning()))
        book["Apart"]["A1"] = formula
        book["Apart"]["B1"] = "=Q9"
        buffer = io.BytesIO()
        book.save(buffer)
        made = own(own_files.with_results(buffer.getvalue()), "xlsx").fill(price="3")
        assert "Apart!B1" in results(made)
        return "Apart!A1" in results(made)

    for formula in (
        "=INDIRECT(A9)",
        "=Table1[x]",
        "=nobody+1",
        "=S:Apart!A9",
        "=[1]S!A9",
        "=SUM(S!1:1)",
        "=S!A1:A1",
        "=PRICE",
    ):
        assert not kept(formula), formula
    for formula in ("=S!A2+1", '="S!A1"', "=SUM(S!2:2,S!$C:$D)", "=IF(A9>=1%,{1,2;3,4},#N/A)", "=a1+A2"):
        assert kept(formula), formula


def test_marks_in_cells(own):
    form = own(own_files.excel_marks(), "xlsx")
    made = form.fill(部门="财务部", total="12")
    assert changed(form.content, made) == ["xl/worksheets/sheet1.xml"]
    assert [each.value for row in load_workbook(io.BytesIO(made)).active for each in row if each.value] == [
        *("申请部门：财务部", "财务部", "12 CNY")
    ]


def test_texts_in_the_cells_themselves(own):
    form = own(own_files.excel_inline(), "xlsx")
    made = form.fill(name="Ann", begins="2026-12-01")
    assert changed(form.content, made) == ["xl/worksheets/one.xml"]
    sheet = load_workbook(io.BytesIO(made)).active
    assert sheet["A1"].value == "Dear Ann" and sheet["C1"].value.date().isoformat() == "2026-12-01"


def with_more_behind() -> bytes:
    return own_files.pdf_by_hand() + b"\0added by a server\n" * 2_000


@pytest.mark.parametrize(
    "make", [own_files.pdf_by_hand, own_files.pdf_in_streams, own_files.pdf_linearized, with_more_behind]
)
def test_fields_of_a_pdf(own, make):
    form = own(make(), "pdf")
    assert form.form.found.names == ("name", "理由", "agree", "kind", "way", "code")
    assert left_in(form) == ("fixed (is locked)",) and form.form.places["name"][0].label == "Your name"
    options = {name: form.option(name, value) for name, value in {"kind": "b", "way": "mail"}.items()}
    long = "很长的理由，" * 20
    made = form.fill(name="王𠮷 Ann (x)\\", 理由=f"{long}\n二", agree=True, code="12345", **options)
    assert made.startswith(form.content) and form.cut == []
    with pikepdf.open(io.BytesIO(made), attempt_recovery=False) as pdf:
        assert list(pdf.check_pdf_syntax()) == list(pdf.get_warnings()) == []
        fields = {str(each.T): each for each in pdf.Root.AcroForm.Fields}
        assert str(fields["name"].V) == "王𠮷 Ann (x)\\" and str(fields["理由"].V) == f"{long}\r二"
        assert (str(fields["agree"].V), str(fields["agree"].AS)) == ("/Ja wohl", "/Ja wohl")
        assert str(fields["kind"].V) == "b" and str(fields["way"].V) == "/mail" and str(fields["fixed"].V) == "x"
        assert [str(kid.AS) for kid in fields["way"].Kids] == ["/Off", "/mail"]
        assert b"Helvetica" in fields["code"].AP.N.Resources.Font.Latin.BaseFont.unparse()
    form.fill(name="很长的名称" * 40, code="1234567")
    assert form.cut == ["Your name", "code"]
    assert form.fill() == form.content


def test_fields_on_a_page_that_lies_across(own):
    form = own(own_files.pdf_turned(), "pdf")
    assert form.form.found.names == ("name", "理由", "agree", "kind", "way", "code")
    made = form.fill(name="Ann", 理由="a", kind=form.option("kind", "b"))
    assert made.startswith(form.content)
    with pikepdf.open(io.BytesIO(made)) as pdf:
        looks = {
            str(each.T): each.AP.N
            for each in list(pdf.Root.AcroForm.Fields)[:4]
            if "/Tx" in str(each.FT) or "/Ch" in str(each.FT)
        }
        turned = {
            name: ([int(each) for each in look.BBox[2:]], [int(each) for each in look.get("/Matrix", ())])
            for name, look in looks.items()
        }
    assert turned == {
        "name": ([20, 200], [0, 1, -1, 0, 200, 0]),
        "理由": ([200, 80], [-1, 0, 0, -1, 200, 80]),
        "kind": ([20, 200], [0, -1, 1, 0, 0, 20]),
    }


def stranger(own, name: str) -> Own:
    return own((own_files.STRANGERS / name).read_bytes(), name.rpartition(".")[2])


def test_word_files_of_other_programs(own):
    form = stranger(own, "libreoffice-register.docx")
    assert form.form.found.names[:4] == ("visitor", "接待人", "phone", "Reason") and form.form.found.unnamed == 0
    box, gate = form.form.found.names[4:]
    answers = {"Reason": "看样\n谈价", box: True, gate: form.option(gate, "西门")}
    made = form.fill(visitor="王𠮷", 接待人="李", phone="8001", **answers)
    assert changed(form.content, made) == ["word/document.xml"] and form.read(made) == answers
    assert said(made)[1:-2] == ["姓名", "王𠮷", "接待人", "李，电话8001", "事由：看样\n谈价"]
    form = stranger(own, "docx.docx")
    assert form.form.found.names == ("department", "rider", "to", "overnight", "number")
    made = form.fill(department="行政部", rider="Ann", to="机场", overnight=True, number="7")
    assert len(changed(form.content, made)) == 2 and form.read(made) == {"overnight": True}
    assert said(made)[:5] == ["用车申请 行政部", "用车人", "Ann", "去处", "机场"] and "☒" in said(made)[5]
    form = stranger(own, "libreoffice-controls.docx")
    assert form.form.found.names == ("Story",) and form.form.found.unnamed == 9
    assert form.read(form.fill(Story="one\ntwo")) == {"Story": "one\ntwo"}


def test_excel_files_of_other_programs(own):
    form = stranger(own, "libreoffice-travel.xlsx")
    assert left_in(form) == ("allowance (holds a formula)",)
    answers = {"purpose": "拜访客户", "leaves": "2026-12-01", "by": form.option("by", "飞机"), "days": "3"}
    made = form.fill(部门="销售部", **answers)
    assert sorted(changed(form.content, made)) == [
        *("xl/sharedStrings.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml")
    ]
    sheet = load_workbook(io.BytesIO(made))["出差 单"]
    assert [sheet[cell].value for cell in ("B1", "B3", "B4", "C4", "A5")] == [
        "拜访客户",
        "飞机",
        3,
        "=B4*180",
        "部门：销售部",
    ]
    assert sheet["B2"].value.date().isoformat() == "2026-12-01" and form.read(made) == answers
    # The mark that nobody filled in is gone, and no formula goes by either.
    assert sorted(changed(form.content, form.fill(purpose="x"))) == ["xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"]
    form = stranger(own, "exceljs.xlsx")
    answers = {
        "item": "007",
        "wanted_by": "2026-12-24",
        "quantity": "4",
        "price": "9.5",
        "approved": form.option("approved", "no"),
    }
    made = form.fill(**answers)
    assert sorted(changed(form.content, made)) == [
        *("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet3.xml")
    ]
    assert form.read(made) == answers
    form = stranger(own, "sheetjs.xlsx")
    made = form.fill(borrower="李", 设备="投影仪", back="周五")
    assert changed(form.content, made) == ["xl/worksheets/sheet1.xml"]
    assert [row[0].value for row in load_workbook(io.BytesIO(made)).active] == [
        "设备借用",
        "借用人",
        "设备：投影仪",
        "归还",
    ]
    assert form.read(made) == {"borrower": "李", "back": "周五"}


def test_a_filled_file_that_other_programs_saved_is_read_by_its_names(own):
    form = stranger(own, "exceljs.xlsx")
    book = load_workbook(io.BytesIO(form.fill(item="A", wanted_by="2026-12-24", quantity="4")))
    book["Purchase"].title = "It's new"
    for name in form.form.found.names:
        book.defined_names[name].attr_text = book.defined_names[name].attr_text.replace("Purchase", "'It''s new'")
    buffer = io.BytesIO()
    book.save(buffer)
    read = form.read(buffer.getvalue())
    assert (read["item"], read["wanted_by"], read["quantity"]) == ("A", "2026-12-24", "4")


PDFS = {
    "libreoffice-leave.pdf": {"applicant": "王𠮷", "reason": "搬家", "paid": True, "kind": "病假", "deputy": "李四"},
    "pdf-lib.pdf": {"visitor.name": "Ann", "visitor.reason": "a\nb", "badge": True, "gate": "West", "way": "1"},
    "pdfkit.pdf": {"person.family": "Li", "person.given": "Ann", "shift": "late"},
    "pymupdf.pdf": {"owner": "Ann", "notes": "a\nb", "done": True, "state": "closed"},
    "reportlab.pdf": {"matter": "搬家", "story": "a\nb", "urgent": True, "level": "2", "answer": "write"},
}


@pytest.mark.parametrize("name", PDFS)
def test_pdfs_of_other_programs(own, name):
    form = stranger(own, name)
    assert set(form.form.found.names) == set(PDFS[name]) and form.form.reads_back
    chosen = {key for key, value in PDFS[name].items() if form.form.places[form.ids[key]][1]}
    made = form.fill(**{key: form.option(key, value) if key in chosen else value for key, value in PDFS[name].items()})
    assert made.startswith(form.content) and form.cut == []
    with pikepdf.open(io.BytesIO(made), attempt_recovery=False) as pdf:
        assert list(pdf.check_pdf_syntax()) == list(pdf.get_warnings()) == []
        values = {}
        for field in pdf.Root.AcroForm.Fields:
            kids = [] if "/FT" in field else list(field.Kids)
            for key, each in [(f"{field.T}.{kid.T}", kid) for kid in kids] or [(str(field.T), field)]:
                values[key] = str(each.get("/V", "")).lstrip("/").replace("\r", "\n")
        for key, value in PDFS[name].items():
            assert values[key] not in ("", "Off") if value is True else values[key] == value, key
    said = {key: form.option(key, value) if key in chosen else value for key, value in PDFS[name].items()}
    assert form.read(made) == said
    blank = form.read(form.content)
    assert not {key for key, value in said.items() if value and blank.get(key) == value}, (
        "a blank file says nothing of it"
    )


def test_a_pdf_that_another_program_wrote_anew_is_read_and_another_form_is_not(own):
    form, other = stranger(own, "pymupdf.pdf"), stranger(own, "pdfkit.pdf")
    made, anew = form.fill(owner="Ann", notes="a\nb", done=True, state=form.option("state", "closed")), io.BytesIO()
    with pikepdf.open(io.BytesIO(made)) as pdf:
        pdf.save(anew, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert form.read(anew.getvalue()) == form.read(made) and form.read(made)["owner"] == "Ann"
    with pytest.raises(Exception, match="pdf_other"):
        form.read(other.content)
    printed = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(printed)
    with pytest.raises(Exception, match="pdf"):
        form.read(printed.getvalue())


@pytest.mark.parametrize("make", [own_files.pdf_by_hand, own_files.pdf_in_streams])
def test_a_pdf_brings_the_shapes_of_what_was_typed(own, make, tmp_path):
    """So that a program without any Chinese font shows it; poppler here has none for what is not embedded."""
    form = own(make(), "pdf")
    made = form.fill(name="𠮷①—“报价”≤5", 理由="二〇二六年，王𠮷签字")
    assert form.missing == []
    with pikepdf.open(io.BytesIO(made), attempt_recovery=False) as pdf:
        assert list(pdf.check_pdf_syntax()) == []
        fields = {str(each.T): each for each in pdf.Root.AcroForm.Fields}
        fonts = [font for field in ("name", "理由") for font in fields[field].AP.N.Resources.Font.values()]
        han = [font for font in fonts if "/DescendantFonts" in font]
        programs = [font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes() for font in han]
        assert len(han) > 2 and all(len(each) < 8_000 for each in programs)
    (tmp_path / "made.pdf").write_bytes(made)
    text = subprocess.run(
        [program("pdftotext"), tmp_path / "made.pdf", "-"], capture_output=True, text=True, check=True
    )
    assert text.stderr == "" and "𠮷①—“报价”≤5" in text.stdout and "二〇二六年，王𠮷签字" in text.stdout
    form.fill(name="好👩😀")
    assert form.missing == ["👩", "😀"]


def closed(content: bytes, ending: str) -> str:
    found = find(content, ending)
    assert found.places == ()
    return found.closed


def with_part(content: bytes, name: str, text: str | bytes) -> bytes:
    return own_files.zipped({**parts(content), name: text})


def test_what_nobody_fills_in_is_said():
    docx, pdf = own_files.word_python_docx(), own_files.pdf_by_hand()
    assert closed(with_part(docx, "word/vbaProject.bin", "-"), "docx") == "holds macros; save it without them"
    assert closed(with_part(docx, "_xmlsignatures/a.xml", "-"), "docx") == "is signed, and a change would break that"
    assert closed(docx[:-400], "docx") == "is cut off or damaged; copy it anew from where it was"
    assert closed(b"nothing", "docx") == "is no Word file inside"
    strict = with_part(
        docx, "word/document.xml", '<d:document xmlns:d="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'
    )
    assert closed(strict, "docx").startswith("is saved as Strict Open XML")
    entity = '<!DOCTYPE a [<!ENTITY b "c">]><a/>'
    assert closed(with_part(docx, "word/document.xml", entity), "docx").startswith("is damaged")
    assert closed(with_part(docx, "word/document.xml", entity.encode("utf-16")), "docx").startswith("is damaged")
    huge = with_part(docx, "word/document.xml", f"<a>{' ' * 13_000_000}</a>")
    assert closed(huge, "docx") == "is larger than browsers can take"
    assert closed(own_files.excel_marks(), "docx") == "is no Word file inside"
    locked = own_files.pdf_of(encryption=pikepdf.Encryption(owner="o", user=""))
    assert closed(locked, "pdf") == "is locked, and a change would need its password"
    assert closed(pdf + b"1 0 obj\n<< /Type", "pdf") == "is damaged; open it in its program and save it anew"
    assert closed(pdf[:-60], "pdf") == "is damaged; open it in its program and save it anew"
    assert closed(pdf.replace(b"/DA (/Helv 0 Tf 0 g)", b"/XFA (made by hand) "), "pdf").startswith("is an XFA form")
    signed = pdf.replace(b"/FT /Tx /T (name) ", b"/FT/Sig/V(a)/T(n) ")
    assert closed(signed, "pdf") == "is signed, and a change would break that"
