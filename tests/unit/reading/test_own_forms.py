"""Forms of the company's own: offered byte for byte beside ours, named by scenarios, and what in them bears a name."""

from __future__ import annotations

import io
import os
import random
import re
import shutil
import zipfile
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from docx import Document
from docx.oxml import parse_xml
from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName
from pikepdf import Array, Dictionary, Name, String

from macros.checking import checked, own_forms
from macros.downloads import Downloads
from macros.model.own_form import Found
from macros.published import contract
from macros.reading import loading, own
from macros.search.of_things import of_things
from tests.conftest import ROOT

LINES = """\
id: {id}
audience: internal
title: {{zh: 费用报销单{id}, en: Expense claim {id}}}
summary: {{zh: 报销出差和招待的费用。, en: To claim what you spent on travel and guests.}}
aliases: {{zh: [报销], en: [expenses form]}}
owner: finance
reviewed: 2026-11-20
valid_for: P1Y
belongs_to: [data-request]
"""
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


PLACES = """\
places:
- {place: amount, type: money, required: true, label: {zh: 金额, en: Amount}, help: {zh: 含税。, en: With tax.}}
- {place: 申请人, type: person, label: {zh: 申请人, en: Applicant}}
"""


def bare() -> bytes:
    buffer = io.BytesIO()
    Document().save(buffer)
    return buffer.getvalue()


def word() -> bytes:
    document = Document()
    document.add_paragraph("申请人：{{申请人}}")
    split = document.add_paragraph("金额：[[amo")
    split.add_run("unt]]").bold = True
    document.add_table(1, 1).cell(0, 0).text = "No name here: ……"
    for properties in ('<w:tag w:val="reason"/>', '<w:alias w:val="Date"/>', ""):
        control = f"<w:sdt {W}><w:sdtPr>{properties}<w:text/></w:sdtPr><w:sdtContent><w:r/></w:sdtContent></w:sdt>"
        document.paragraphs[0]._p.append(parse_xml(control))
    field = f'<w:r {W}><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="Text1"/></w:ffData></w:fldChar></w:r>'
    document.paragraphs[1]._p.append(parse_xml(field))
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def excel() -> bytes:
    book = Workbook()
    book.active["A1"], book.active["A2"] = "部门：{{dept}}", "合计"
    book.defined_names["total"] = DefinedName("total", attr_text="Sheet!$B$2")
    book.defined_names["area"] = DefinedName("area", attr_text="Sheet!$B$2:$C$9")
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


PLACE = Array([100, 100, 200, 120])


def printed() -> bytes:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    date_of = pdf.make_indirect(Dictionary(T=String("date"), FT=Name.Tx, Rect=PLACE))
    above = pdf.make_indirect(Dictionary(T=String("claim"), Kids=Array([date_of])))
    pdf.Root.AcroForm = Dictionary(
        Fields=Array([above, pdf.make_indirect(Dictionary(T=String("名"), FT=Name.Tx, Rect=PLACE))])
    )
    buffer = io.BytesIO()
    pdf.save(buffer)
    return buffer.getvalue()


FIRST = {"docx": ["place-0a2a5c33"], "xlsx": ["total"], "pdf": ["claim-date"]}
FILES = {"docx": word, "xlsx": excel, "pdf": printed}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The sources, as links, with a form of the company's own in each format."""
    shutil.copytree(ROOT / "docs", tmp_path / "docs", copy_function=os.link)
    shutil.copy(ROOT / "CHANGELOG.md", tmp_path)
    shutil.copytree(tmp_path / "docs/sample", tmp_path / "docs/company", copy_function=os.link)
    forms = tmp_path / "docs/company/forms"
    forms.mkdir()
    for ending, make in FILES.items():
        (forms / f"expense-{ending}.{ending}").write_bytes(make())
        (forms / f"expense-{ending}.yml").write_text(LINES.format(id=f"expense-{ending}"), encoding="utf-8")
    return tmp_path


def test_they_stand_beside_ours_and_are_offered_byte_for_byte(project: Path, monkeypatch: pytest.MonkeyPatch):
    loaded = loading.load(project)
    assert [str(fault) for fault in loaded.faults] == []
    handbook = loading.handbook_of(loaded)
    assert handbook.origins["templates/expense-docx"] == "company"
    named = handbook.scenario["data-request"].templates
    assert [template.id for template in handbook.templates if template.id in named][-3:] == list(named[-3:])
    monkeypatch.setattr(
        "macros.downloads.WRITERS", dict.fromkeys(("docx", "xlsx", "pdf", "md", "eml"), lambda *_: b"-")
    )
    files = Downloads(handbook).files()
    for ending in FILES:
        given = (project / f"docs/company/forms/expense-{ending}.{ending}").read_bytes()
        offered = {address: each for address, each in files.items() if f"/expense-{ending}." in address}
        assert offered == {f"downloads/expense-{ending}.{language}.{ending}": given for language in ("zh", "en")}
        (part,) = (each for each in handbook.templates if each.id == f"expense-{ending}")
        described = contract.template_part(handbook, part, files)
        assert [file.format for file in described.files] == [ending, ending] and [
            field.id for field in described.fields
        ][:1] == FIRST[ending]
    found = [entry for entry in of_things(handbook, files, "en") if "expenses form" in entry.names]
    assert [entry.answer["files"] for entry in found] == [["en.docx", "zh.docx"], ["en.pdf"], ["en.xlsx"]]


@pytest.mark.sweep
def test_their_pages_are_sound_and_lead_to_what_is_filled_in(project: Path):
    shutil.copytree(ROOT / "overrides", project / "overrides", copy_function=os.link)
    (project / "docs/company/forms/expense-none.docx").write_bytes(bare())
    (project / "docs/company/forms/expense-none.yml").write_text(LINES.format(id="expense-none"), encoding="utf-8")
    forms = project / "docs/company/forms/expense-docx.yml"
    forms.write_text(f"{LINES.format(id='expense-docx')}{PLACES}", encoding="utf-8")
    sound, faults = checked.check(project, date(2026, 11, 26), with_downloads=False)
    assert [str(fault) for fault in faults] == [] and sound
    view = sound.views["en"]

    def page(name: str, template: str) -> str:
        return str(view.render(name, "..", template=sound.handbook.template[template])).replace("&#39;", "'")

    assert "form-opener" in page("template-page", "expense-xlsx") and "own=" in page("template-page", "expense-xlsx")
    assert "form-opener" not in page("template-page", "expense-none")
    assert "the company's own form, offered as it is" in page("template-page", "expense-none")
    form = view.render_file("forms/form.html", template=sound.handbook.template["expense-docx"])
    labels = re.findall(r'<label class="ask__label" for="(fill-[^"]*)">([^<]*)', form)
    assert [text.strip() for _, text in labels] == ["Amount", "Applicant", "reason", "Date", "Text1"] and labels[0][
        0
    ] == "fill-amount"
    assert re.findall(r'data-do="take" value="(\w+)"', form) == ["docx"] and 'data-mine="name"' in form
    said = list(own_forms.notices(project, sound.handbook))
    assert said == [
        "docs/company/forms/expense-docx.yml:1: file: expense-docx.docx names 5 places: 申请人, reason, Date, amount, Text1; "
        "`places` gives no label to reason, Date, Text1; 1 places bear no name, so give each a tag; it is filled in on its page; "
        "a filled file is read back but for what stands in marks such as {{name}}",
        "docs/company/forms/expense-none.yml:1: file: expense-none.docx has no place that bears a name; it is offered as it is",
        "docs/company/forms/expense-pdf.yml:1: file: expense-pdf.pdf names 2 places: claim.date, 名; "
        "`places` gives no label to claim.date, 名; it is filled in on its page, and read back from a filled file",
        "docs/company/forms/expense-xlsx.yml:1: file: expense-xlsx.xlsx names 2 places: total, dept; "
        "`places` gives no label to total, dept; left as they are, since each names several cells that are not merged: area; "
        "it is filled in on its page; "
        "a filled file is read back but for what stands in marks such as {{name}}",
    ]


@pytest.mark.every_other(3)
@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("rm expense-docx.docx", "expense-docx.yml:1: file: 'expense-docx.docx' does not stand beside this file"),
        (
            "mv expense-docx.docx expense-docx.doc",
            "file: 'expense-docx.doc' cannot be taken; save it as 'expense-docx.docx'",
        ),
        (
            "cp expense-docx.docx expense-docx.pdf",
            "file: 'expense-docx.pdf' stands beside 'expense-docx.docx', and one form",
        ),
        (
            "rm expense-pdf.yml",
            "expense-pdf.pdf:1: file: nothing says what it is; `python -m macros new form expense-pdf`",
        ),
        ("file: signed/old.docx", "'signed/old.docx' names a folder; put the file beside these lines"),
        ("file: old.doc", "'old.doc' is none of .docx, .xlsx, .pdf"),
        (
            "places: [{place: amuont}]",
            "places[0].place: expense-docx.docx has no place 'amuont'; did you mean 'amount'?",
        ),
        ("places: [{place: amount}, {place: amount}]", "places[1].place: 'amount' stands here twice; delete one"),
        (
            "places: [{place: amount, type: mony}]",
            "places[0].type: 'mony': no kind of field is called so; did you mean 'money'?",
        ),
        ("places: [{place: amount, type: choice}]", "places[0].type: a choice needs at least two `options`"),
        ("places: [{place: amount, lable: x}]", "places[0].lable: unknown key 'lable'; did you mean 'label'?"),
        ("belongs_to: [data-requests]", "unknown scenario 'data-requests'; did you mean 'data-request'?"),
    ],
)
def test_what_is_wrong_with_one_is_said(project: Path, change: str, said: str):
    forms = project / "docs/company/forms"
    doing, *names = change.split()
    if doing == "rm":
        (forms / names[0]).unlink()
    elif doing in ("mv", "cp"):
        (shutil.move if doing == "mv" else shutil.copy)(forms / names[0], forms / names[1])
    else:
        text = LINES.format(id="expense-docx").replace("belongs_to: [data-request]\n", "")
        (forms / "expense-docx.yml").write_text(f"{text}{change}\n", encoding="utf-8")
    assert any(said in str(fault) for fault in checked.load(project)[1]), [str(f) for f in checked.load(project)[1]]


LOCKED = bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le")
"""What tells an Office file under a password."""


def under_a_password() -> bytes:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(printed())) as pdf:
        pdf.save(buffer, encryption=pikepdf.Encryption(owner="a", user="b"))
    return buffer.getvalue()


@pytest.mark.parametrize("ending", FILES)
def test_a_file_that_is_none_is_unfit_and_one_under_a_password_is_not(ending: str):
    called = {"docx": "Word file", "xlsx": "Excel file", "pdf": "PDF"}[ending]
    other = excel() if ending == "docx" else word()
    for content in (b"nothing", other):
        found = own.find(content, ending)
        assert (found.closed, found.unfit) == (f"is no {called} inside", True)
    assert own.find(b"", ending) == Found(closed="is empty", unfit=True)
    old = "is a file of Office 97 to 2003 inside; open it in its program and save it as ."
    for content, said in (
        (LOCKED[:8], old),
        (word()[:-400], "is cut off or damaged"),
        (b"{\\rtf1", "is an RTF file inside"),
    ):
        found = own.find(content, ending)
        assert found.unfit and found.closed.startswith("is no PDF inside" if ending == "pdf" else said)
    locked = own.find(under_a_password() if ending == "pdf" else LOCKED, ending)
    assert "locked by a password" in locked.closed and not locked.unfit


def test_no_damage_ends_in_a_traceback():
    """Bytes changed in the parts themselves, since a changed archive is refused at once."""
    chance = random.Random(15)
    for ending, make in FILES.items():
        for _ in range(60):
            content = bytearray(make()) if ending == "pdf" else make()
            if isinstance(content, bytearray):
                for _ in range(3):
                    content[chance.randrange(len(content))] = chance.randrange(256)
            else:
                content = with_damage(content, chance)
            assert isinstance(own.find(bytes(content), ending), Found)


def with_damage(content: bytes, chance: random.Random) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(buffer, "w") as after:
        for name in before.namelist():
            part = bytearray(before.read(name))
            for _ in range(chance.randrange(3)):
                begin = chance.randrange(len(part))
                part[begin : begin + chance.randrange(20)] = part[chance.randrange(len(part)) :][:10]
            after.writestr(name, bytes(part))
    return buffer.getvalue()


@pytest.mark.parametrize(("content", "said"), [(b"", "is empty"), (b"nothing", "is no PDF inside")])
def test_what_nobody_could_open_is_no_form_to_offer(content: bytes, said: str, project: Path):
    (project / "docs/company/forms/expense-pdf.pdf").write_bytes(content)
    assert [str(fault) for fault in loading.load(project).faults] == [
        f"docs/company/forms/expense-pdf.yml:1: file: 'expense-pdf.pdf' {said}; put the form itself in its place"
    ]
