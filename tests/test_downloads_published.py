"""Every file that the handbook publishes, opened with the library that reads its format, and the archives of them."""

from __future__ import annotations

import email
import email.policy
import functools
import io
import re
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

import docx
import openpyxl
import pikepdf
import pytest
import yaml
from pikepdf.form import Form, TextField

from macros.downloads.excel.limits import cell_name
from macros.downloads.measures import letters
from tests.conftest import ROOT, in_a_sweep, program
from tests.printing import print_all, text_of
from tests.test_downloads_docx import shown
from tests.test_one_page import TWO_IN_PDF
from tests.unit.sound import sound

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LANGUAGES = ("zh", "en", "zh-en")
OF_NO_TEMPLATE = ("handbook-", "card.")
FORMATS = {"docx": 46, "xlsx": 46, "pdf": 46, "md": 46, "eml": 6}
SMALLEST = 7
"""To what size an example may have to be set in a field of a PDF, in points."""
SAMPLE = ("internal-collaboration", "meeting-minutes", "complaint-record", "follow-up-tracker")
"""Forms that are printed by LibreOffice in every run; a sweep takes all."""


def content(site: Path, template_id: str, language: str, ending: str) -> bytes:
    return (site / "downloads" / f"{template_id}.{language}.{ending}").read_bytes()


def labels(template: dict, language: str) -> list[str]:
    asked = [part for field in template["fields"] for part in (field, *(field.get("columns") or ()))]
    return [part["label"][each] for part in asked for each in language.split("-")]


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u200b\\]+", "", text)


def missing(template: dict, language: str, text: str) -> list[str]:
    return [label for label in labels(template, language) if squeezed(label) not in squeezed(text)]


def first_text(pdf: pikepdf.Pdf) -> tuple[str, TextField]:
    """The first field for words, with its name."""
    return next((name, field) for name, field in Form(pdf).items() if isinstance(field, TextField))


def test_every_format_of_every_template_is_there_and_small(site, templates):
    for ending, count in FORMATS.items():
        for language in LANGUAGES:
            files = list((site / "downloads").glob(f"*.{language}.{ending}"))
            files = [
                file
                for file in files
                if not file.name.startswith(OF_NO_TEMPLATE) and file.name.split(".")[1] == language
            ]
            assert len(files) == count <= len(templates), (ending, language)
            most = 100_000 if ending == "pdf" else 40_000
            assert [file.name for file in files if file.stat().st_size >= most] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_file_has_its_labels_and_a_control_for_every_field(site, templates, language):
    for template in templates.values():
        document = docx.Document(io.BytesIO(content(site, template["id"], language, "docx")))
        body = document.element.body
        assert missing(template, language, shown(body)) == []
        tags = {tag.get(f"{W}val") for tag in body.iter(f"{W}tag")}
        for field in template["fields"] if template["kind"] != "letter" else ():
            for column in field.get("columns") or [None]:
                tag = f"{field['id']}.{column['id']}" if column else field["id"]
                assert any(each == tag or each.startswith(f"{tag}.") for each in tags), (template["id"], tag)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_excel_file_has_its_labels_and_names_a_cell_for_every_field(site, templates, language, sweep):
    turn = 0 if sweep else LANGUAGES.index(language)
    for template in list(templates.values())[turn :: 1 if sweep else len(LANGUAGES) * 4]:
        book = openpyxl.load_workbook(io.BytesIO(content(site, template["id"], language, "xlsx")))
        written = " ".join(str(cell.value) for sheet in book for row in sheet for cell in row if cell.value is not None)
        assert missing(template, language, written) == []
        for field in template["fields"]:
            for column in field.get("columns") or [None]:
                name = cell_name(field["id"], column["id"]) if column else cell_name(field["id"])
                assert any(each == name or each.startswith(f"{name}.") for each in book.defined_names), name


@pytest.mark.parametrize("language", [in_a_sweep("zh"), in_a_sweep("en"), "zh-en"])
def test_every_pdf_shows_its_labels_and_holds_chinese_in_its_fields(site, templates, language):
    for template in templates.values():
        template_id = template["id"]
        made = content(site, template_id, language, "pdf")
        shown = text_of(made, "-raw")
        assert missing(template, language, shown) == [], template_id
        assert template["kind"] == "letter" or template["control"]["number"] in shown, template_id
        with pikepdf.open(io.BytesIO(made)) as pdf:
            name, first = first_text(pdf)
            first.value = "李明（研发部）"
            saved = io.BytesIO()
            pdf.save(saved)
            two = language in TWO_IN_PDF.get(template_id, ())
            filled_in = [page for page in pdf.pages if "/Annots" in page]
            if template["kind"] == "letter":
                # At most two pages in each language, and the one that is not sent.
                assert len(filled_in) <= 2 * len(language.split("-")) + 1 <= len(pdf.pages) + 2, template_id
            else:
                assert len(filled_in) == (2 if two else 1), template_id
                assert len(pdf.pages) - len(filled_in) == 1, "the guide"
        with pikepdf.open(saved) as pdf:
            assert Form(pdf)[name].value == "李明（研发部）", template_id


def lines_of(text: str, room: float) -> int:
    """How many lines a text takes at the smallest size: a Chinese character is as wide as that, any other half as wide."""
    lines = 0
    for line in text.split("\n"):
        lines, used = lines + 1, 0.0
        for piece in re.findall(r"[!-~]+ ?|.", line):
            wide = letters(piece) * SMALLEST / 2
            if used and used + letters(piece.rstrip()) * SMALLEST / 2 > room:
                lines, used = lines + 1, 0.0
            lines, used = lines + int(wide // room), used + wide % room
    return lines


@pytest.mark.parametrize("language", ["en", in_a_sweep("zh"), in_a_sweep("zh-en")])
def test_the_example_of_every_form_fits_into_its_fields(site, language):
    cut = []
    for file in (ROOT / "docs" / "data" / "templates").glob("*.yml"):
        with pikepdf.open(site / "downloads" / f"{file.stem}.{language}.pdf") as pdf:
            boxes = {name: field.obj for name, field in Form(pdf).items() if isinstance(field, TextField)}
            for name, text in examples(yaml.safe_load(file.read_bytes()), language):
                for place in boxes[name].get("/Kids", [boxes[name]]) if name in boxes else ():
                    left, low, right, high = map(float, place.Rect)
                    if lines_of(text, right - left - 6) * SMALLEST * 1.15 + 4 > high - low:
                        cut.append((file.stem, name, text))
    assert cut == []


def examples(template: dict, language: str) -> Iterator[tuple[str, str]]:
    """The answers in a template's example, in each language of a file, by the names of their fields."""
    for field in (field for section in template["sections"] for field in section["fields"]):
        rows = field["example"] if field["type"] == "table" else [{"": field["example"]}]
        for number, row in enumerate(rows, 1):
            for column, answer in row.items():
                name = f"{field['id']}.{number}.{column}" if column else field["id"]
                spoken = answer if isinstance(answer, dict) else {"same": str(answer)}
                for each in language.split("-"):
                    text = _TOKEN.sub(functools.partial(named, each), spoken.get(each, spoken.get("same")))
                    # In a letter in two languages those of each have names of their own.
                    yield from ((name, text), (f"{each}.{name}", text))


_TOKEN = re.compile(r"\{([a-z_]+)(?:\.([a-z_-]+))?\}")


def named(language: str, token: re.Match[str]) -> str:
    """What stands for a name from the profile: that of a department or role, or as many letters as most others have."""
    kind, ident = token.groups()
    company = sound().records["company.yml"]
    known = company.departments if kind == "dept" else company.roles if kind == "role" else {}
    return getattr(known[ident], "name", known[ident])[language] if ident in known else "某某某某部门"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_has_its_labels(site, templates, language):
    for template in templates.values():
        if template["kind"] != "letter":  # What a letter says stands in tests/test_letters.py.
            assert missing(template, language, content(site, template["id"], language, "md").decode()) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mail_opens_unsent_with_a_subject_to_complete(site, language):
    files = sorted((site / "downloads").glob(f"*.{language}.eml"))
    assert [file.name.partition(".")[0] for file in files] == [
        "absence-notice",
        "complaint-reply",
        "first-contact-mail",
        "payment-reminder",
        "quotation-request",
        "result-confirmation",
    ]
    for file in files:
        mail = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
        assert mail["X-Unsent"] == "1" and not mail["To"] and not mail["From"] and not mail.defects
        assert mail["Subject"].count("+") >= (4 if language == "zh-en" else 2), "matter + department + name"
        for kind in ("plain", "html"):
            assert len(mail.get_body((kind,)).get_content()) > 50


@pytest.mark.parametrize(
    ("language", "index", "internal"),
    [("zh", "目录", "内部"), ("en", "Index", "Internal"), ("zh-en", "目录 Index", "内部 Internal")],
)
def test_archives_hold_every_file_of_their_language_under_names_that_unpack_anywhere(site, language, index, internal):
    with zipfile.ZipFile(site / "downloads" / f"handbook-templates.{language}.zip") as archive:
        assert archive.testzip() is None
        entries = archive.infolist()
        names = [entry.filename for entry in entries]
        packed = {archive.read(name) for name in names}
        (contents,) = [name for name in names if "/" not in name]
        page = archive.read(contents).decode()
    published = [
        file
        for file in (site / "downloads").iterdir()
        if file.name.split(".")[1] == language and not file.name.startswith(OF_NO_TEMPLATE)
    ]
    assert {file.read_bytes() for file in published} < packed and len(entries) == len(published) + 1
    assert contents == f"{index}.html" and any(name.startswith(f"{internal}") for name in names)
    for entry in entries:
        assert entry.filename.isascii() or entry.flag_bits & 0x800, (
            "Windows reads a name that is not ASCII only as UTF-8"
        )
        for part in PurePosixPath(entry.filename).parts:
            assert not re.search(r'[<>:"\\|?*\x00-\x1f]|[. ]$', part) and len(part) <= 80, "no name for Windows"
    assert len({name.lower() for name in names}) == len(names), "Windows takes two of these names for one"
    assert sorted(unquote(link) for link in re.findall(r'href="([^"#:]+)"', page)) == sorted(set(names) - {contents})


MOST_PAGES = {"docx": 2, "xlsx": 3}


@pytest.mark.parametrize("ending", ["docx", in_a_sweep("xlsx")])
def test_libreoffice_prints_forms_with_every_label_on_few_pages_none_of_them_empty(
    site, templates, sweep, tmp_path, ending
):
    from PIL import Image

    chosen = [template for template in templates.values() if sweep or template["id"] in SAMPLE]
    files = [site / "downloads" / f"{template['id']}.zh-en.{ending}" for template in chosen]
    print_all(files, tmp_path)
    for template in chosen:
        printed = tmp_path / f"{template['id']}.zh-en.pdf"
        text = text_of(printed, "-raw")
        assert missing(template, "zh-en", text) == [], template["id"]
        pages = text.split("\f")[:-1]
        # The page that says how to fill a Word form in stands behind it.
        form = next((number for number, page in enumerate(pages) if "怎么填" in page), len(pages))
        assert form <= MOST_PAGES[ending] and len(pages) - form <= 2, template["id"]
        subprocess.run(
            [program("pdftoppm"), "-r", "40", "-png", str(printed), str(tmp_path / template["id"])], check=True
        )
        for picture in tmp_path.glob(f"{template['id']}-*.png"):
            with Image.open(picture) as image:
                assert len(image.convert("L").getcolors(256)) > 20, "an empty page"
