"""PDF files: what is printed on them, the fields that can be typed into, and how a screen reader finds its way."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path

import pikepdf
import pytest
from pikepdf.form import Form

from macros.downloads.pdf import write
from macros.model.fields.families import ChoiceColumn, ChoicesColumn
from macros.model.template import TableField, Template
from tests.conftest import in_a_sweep, program, serve
from tests.elsewhere import digests
from tests.forms import (
    EVERY_FILE,
    LANGUAGES,
    TEMPLATES,
    stand_in_handbook,
)
from tests.printing import text_of

GUIDE = {"zh": "怎么填", "en": "Howtofillitin"}
SENSIBLE_FILE = pytest.mark.parametrize(
    ("name", "language"), [(name, each) for name in ("small", "full", "wide") for each in LANGUAGES]
)
MM = 72 / 25.4
REQUIRED, MULTILINE, RADIO, COMBO = 1 << 1, 1 << 12, 1 << 15, 1 << 17


@cache
def made(name: str, language: str) -> bytes:
    return write(TEMPLATES[name](), language, stand_in_handbook())


@cache
def opened(name: str, language: str) -> pikepdf.Pdf:
    """The file, to look at only; kept, as its parts live no longer than it does."""
    return pikepdf.open(io.BytesIO(made(name, language)))


def expected_fields(template: Template) -> Iterator[tuple[str, object]]:
    """The full names of the fields that a template asks for, with the part of the model that each stands for."""
    for field in template.fields:
        rows = range(1, field.rows + 1) if isinstance(field, TableField) else (None,)
        for row in rows:
            for asked in field.columns if row else (field,):
                name = f"{field.id}.{row}.{asked.id}" if row else field.id
                if isinstance(asked, ChoicesColumn):
                    yield from ((f"{name}.{option.id}", asked) for option in asked.options)
                elif isinstance(asked, ChoiceColumn) and not row:
                    yield from ((f"{name}#{option.id}", asked) for option in asked.options)
                else:
                    yield name, asked


def widgets(pdf: pikepdf.Pdf) -> dict[str, pikepdf.Dictionary]:
    """The fields by their full names, in the order of the pages; of a choice each box, its answer behind `#`."""

    def full_name(field: pikepdf.Dictionary) -> str:
        above = field.get("/Parent")
        if "/T" not in field:
            (answer,) = (key.removeprefix("/") for key in set(field.AP.N) - {"/Off"})
            return f"{full_name(above)}#{answer}"
        return (f"{full_name(above)}." if above is not None else "") + str(field.T)

    return {full_name(annotation): annotation for page in pdf.pages for annotation in page.obj.get("/Annots", ())}


def structure(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """Every element of the structure tree, in reading order."""

    def walk(element: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
        if isinstance(element, pikepdf.Array):
            for child in element:
                yield from walk(child)
        elif isinstance(element, pikepdf.Dictionary) and "/S" in element:
            yield element
            yield from walk(element.get("/K", pikepdf.Array()))

    return walk(pdf.Root.StructTreeRoot.K)


def printed(content: bytes) -> str:
    """The text of a file without spaces."""
    return re.sub(r"[\s\u200b]+", "", text_of(content, "-raw"))


@EVERY_FILE
def test_every_answer_has_one_field(name: str, language: str) -> None:
    """But for those of rows that are left out to save a page: two at most, and only where more than three stay."""
    asked, there = [each for each, _ in expected_fields(TEMPLATES[name]())], list(widgets(opened(name, language)))
    assert there == [each for each in asked if each in there]
    lost = {tuple(each.split(".")[:2]) for each in set(asked) - set(there)}
    assert all(int(row) > 3 for _, row in lost)
    assert all(sum(table == other for other, _ in lost) <= 2 for table, _ in lost)


@EVERY_FILE
def test_fields_are_of_the_kind_of_their_data(name: str, language: str) -> None:
    found = widgets(opened(name, language))
    # Rows that are left out to save a page have none.
    for field_name, asked in (each for each in expected_fields(TEMPLATES[name]()) if each[0] in found):
        widget = found[field_name]
        field = widget if "/T" in widget else widget.Parent
        flags = int(field.get("/Ff", 0))
        in_table = re.search(r"\.\d+\.", field_name)
        if "#" in field_name:
            assert field.FT == "/Btn" and flags & RADIO and field.V == widget.AS == "/Off"
            assert len(field.Kids) == len(asked.options) and str(widget.TU).endswith(str(field.TU))
        elif isinstance(asked, ChoiceColumn):
            assert widget.FT == "/Ch" and flags & COMBO
            assert [str(option[0]) for option in widget.Opt] == ["", *(option.id for option in asked.options)]
        elif asked.type in ("tick", "choices"):
            assert widget.FT == "/Btn" and widget.AS == "/Off" and set(widget.AP.N.keys()) == {"/Yes", "/Off"}
        else:
            assert widget.FT == "/Tx"
            assert flags & MULTILINE, "one line that is too long would be cut"
        assert bool(flags & REQUIRED) == bool(asked.required and not in_table and asked.type != "choices")


def test_tooltips_hold_label_and_help() -> None:
    tooltips = {name: str(field.TU) for name, field in widgets(opened("full", "zh-en")).items()}
    assert tooltips["reported-by"].startswith(
        "反馈人：写一个人，不写部门（必填） / Reported by: One person, not a department (required) · 最多"
    )
    assert tooltips["to-dos.2.who"].startswith(
        "待办，第2行，谁：一个人（必填） / To-dos, row 2, Who: One person (required) · 最多"
    )
    assert tooltips["needs.budget"] == "需要的支持（预算）：可多选 / Support needed (Budget): Choose all that apply"
    assert (
        str(widgets(opened("small", "en"))["first-day"].TU)
        == "First day: The first working day away (YYYY-MM-DD, required)"
    )


@EVERY_FILE
def test_fields_lie_on_the_page_and_apart(name: str, language: str) -> None:
    for page in opened(name, language).pages:
        _, _, width, height = map(float, page.MediaBox)
        laid = page.obj.get("/Annots", ())
        boxes = [tuple(map(float, each.Rect)) for each in laid]
        chosen = [tuple(map(float, each.Rect)) for each in laid if each.get("/FT") == "/Ch"]
        assert all(0 < left < right < width and 0 < low < high < height for left, low, right, high in boxes)
        # A hand needs 8 mm, of which the lines around take some; a box to tick is 3.2 mm, and the answers of a list stand in the head.
        assert all(
            high - low >= 7 * MM
            for left, low, right, high in boxes
            if right - left > 4 * MM and (left, low, right, high) not in chosen
        ), "no room to write in"
        assert all(high - low >= 4.5 * MM for _, low, _, high in chosen), "no room to show what was chosen"
        assert [
            (a, b) for a, b in combinations(boxes, 2) if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
        ] == []


@EVERY_FILE
def test_screen_readers_find_every_field_in_the_structure(name: str, language: str) -> None:
    pdf = opened(name, language)
    assert pdf.Root.MarkInfo.Marked
    forms = [element for element in structure(pdf) if element.S == "/Form"]
    fields = list(widgets(pdf).values())
    assert [element.K[0].Obj.objgen for element in forms] == [field.objgen for field in fields]
    parents = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    assert [parents[int(field.StructParent)].objgen for field in fields] == [element.objgen for element in forms]
    assert all(page.obj.Tabs == "/S" for page in pdf.pages if "/Annots" in page)
    assert not any(element.S == "/Link" for element in structure(pdf))


@SENSIBLE_FILE
def test_headings_and_tables_are_tagged(name: str, language: str) -> None:
    template = TEMPLATES[name]()
    pdf = opened(name, language)
    kinds = [str(element.S) for element in structure(pdf)]
    tables = [field for field in template.fields if isinstance(field, TableField)]
    assert kinds.count("/Title") == 1
    headed = 0 if template.as_list else len(template.sections)
    assert kinds.count("/H1") == headed + 1, "the guide has a heading too; a list has none but its title"
    assert kinds.count("/Table") == len(tables) + 1
    columns = sum(len(table.columns) for table in tables)
    rows = [
        head
        for head in structure(pdf)
        if head.S == "/TH" and any(told.get("/Scope") == "/Row" for told in head.get("/A", []))
    ]
    assert kinds.count("/TH") == columns + len(rows)
    assert len(rows) >= len(template.fields), "each row of the guide says what it is about"


@SENSIBLE_FILE
def test_declares_to_be_accessible(name: str, language: str) -> None:
    assert opened(name, language).open_metadata()["pdfuaid:part"] == "1"


@EVERY_FILE
def test_what_is_empty_has_a_picture_of_nothing(name: str, language: str) -> None:
    for widget in widgets(opened(name, language)).values():
        empty = widget.AP.N.Off if "/AS" in widget else widget.AP.N
        assert empty.read_bytes(), "readers complain of a stream without content"


@EVERY_FILE
def test_answers_are_set_smaller_before_they_are_cut(name: str, language: str) -> None:
    for widget in widgets(opened(name, language)).values():
        if widget.get("/FT") == "/Tx":
            assert " 0 Tf" in str(widget.DA)


@EVERY_FILE
def test_a_file_names_itself_and_its_language(name: str, language: str) -> None:
    pdf = opened(name, language)
    title = re.sub("[\x00-\x1f\ufffe]", "", " / ".join(TEMPLATES[name]().title[part] for part in language.split("-")))
    assert str(pdf.docinfo.Title) == title
    assert pdf.open_metadata()["dc:title"] == title
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert pdf.Root.Lang == ("en-GB" if language == "en" else "zh-CN")
    assert str(pdf.docinfo.CreationDate).startswith("D:20261102000000")


@SENSIBLE_FILE
def test_files_are_small(name: str, language: str) -> None:
    assert len(made(name, language)) < 75_000


@EVERY_FILE
def test_fonts_of_what_is_printed_are_embedded(name: str, language: str) -> None:
    for page in opened(name, language).pages:
        for font in page.Resources.Font.values():
            described = font.DescendantFonts[0].FontDescriptor if "/DescendantFonts" in font else font.FontDescriptor
            assert {"/FontFile2", "/FontFile3"} & set(described.keys())
            assert re.match(r"/[A-Z]{6}\+", str(described.FontName)), "the font is not a subset"


def test_typing_takes_the_chinese_font_of_the_viewer() -> None:
    form = opened("full", "zh").Root.AcroForm
    font = form.DR.Font.Song
    assert (font.BaseFont, font.Encoding) == ("/STSong-Light", "/UniGB-UCS2-H")
    assert "/FontFile3" not in font.DescendantFonts[0].FontDescriptor
    assert form.NeedAppearances is False


@pytest.mark.parametrize(("name", "size"), [("small", (595, 842)), ("full", (595, 842)), ("wide", (842, 595))])
def test_paper_is_a4_and_turned_for_wide_lists(name: str, size: tuple[int, int]) -> None:
    for page in opened(name, "zh-en").pages:
        assert tuple(round(float(edge)) for edge in page.MediaBox[2:]) == size


def test_a_form_of_few_fields_takes_one_page_and_its_guide_another() -> None:
    assert [
        [len(page.get("/Annots", ())) > 0 for page in opened("small", language).pages] for language in LANGUAGES
    ] == [[True, False]] * 3


@pytest.mark.whole
@SENSIBLE_FILE
def test_help_stands_in_the_guide_and_nowhere_in_the_form(name: str, language: str) -> None:
    template = TEMPLATES[name]()
    form, guide = printed(made(name, language)).split(GUIDE[language[:2]])
    asked = [part for field in template.fields for part in (field, *getattr(field, "columns", ()))]
    told = [template.summary, template.use_when, template.recipients, template.filing, *(each.help for each in asked)]
    for part in language.split("-"):
        texts = [re.sub(r"\s+", "", each[part]) for each in told]
        assert [text for text in texts if text not in guide] == []
        assert [text for text in texts if len(text) > 3 and text in form] == []
    assert "*" not in form


@pytest.mark.whole
@SENSIBLE_FILE
def test_print_shows_names_and_page(name: str, language: str) -> None:
    template, text = TEMPLATES[name](), printed(made(name, language))
    asked = [part for field in template.fields for part in (field, *getattr(field, "columns", ()))]
    texts = [
        template.title,
        *(section.title for section in template.sections if not template.as_list),
        *(each.label for each in asked if each is not template.as_list),
        *(option.label for each in asked for option in getattr(each, "options", ())),
    ]
    for part in language.split("-"):
        assert [each[part] for each in texts if re.sub(r"\s+", "", each[part]) not in text] == []
        assert {"zh": "第1页，共", "en": "Page1of"}[part] in text


@pytest.mark.whole
@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_labels_are_printed_as_they_stand(language: str) -> None:
    text = printed(made("hostile", language))
    for hostile in ("=1+1", "</w:t>", "<b>&\"'", "𠮷", "W" * 300, '#import"c"', "{{a}}{%b%}", "]]>--></script>"):
        assert hostile in text


def test_fields_hold_chinese() -> None:
    pdf = pikepdf.open(io.BytesIO(made("full", "zh")))
    form = Form(pdf)
    form["subject"].value = "接口清单退款栏待补"
    form["to-dos.1.what"].value = "补齐退款栏"
    form["source"].value = "mail"
    form["needs.budget"].checked = True
    saved = io.BytesIO()
    pdf.save(saved)
    reopened = pikepdf.open(saved)
    again = Form(reopened)
    assert (again["subject"].value, again["to-dos.1.what"].value) == ("接口清单退款栏待补", "补齐退款栏")
    assert again["source"].value == "mail"
    assert (again["needs.budget"].checked, again["needs.people"].checked) == (True, False)


@pytest.mark.whole
@pytest.mark.parametrize("template", [in_a_sweep("full_template"), "hostile_template"])
def test_is_the_same_in_every_time_zone_and_process(template):
    assert len(digests("pdf", template, "zh-en")) == 1


@pytest.mark.sweep
def test_chinese_can_be_typed_in_a_browser(tmp_path: Path, browser_driver) -> None:
    """Types into the place where a filled-in file shows its text, and looks whether the same appears there."""
    from PIL import Image, ImageChops

    pdf = pikepdf.open(io.BytesIO(made("small", "zh")))
    Form(pdf)["absent-person"].value = "李明（研发部）"
    pdf.save(tmp_path / "filled.pdf")
    (tmp_path / "empty.pdf").write_bytes(made("small", "zh"))
    server, url = serve(tmp_path)
    # Only the full browser has a viewer, so not the `browser` of the other tests.
    chromium = browser_driver.chromium.launch(
        executable_path=program("chromium", "google-chrome"), headless=False, args=["--headless=new", "--no-sandbox"]
    )
    page = chromium.new_page(viewport={"width": 900, "height": 1200})

    def picture() -> Image.Image:
        return Image.open(io.BytesIO(page.screenshot())).convert("L")

    def show(name: str) -> Image.Image:
        page.goto(f"{url}{name}#toolbar=0&navpanes=0&zoom=100")
        page.wait_for_timeout(1500)
        before, now = None, picture()
        # The viewer may still be drawing, or have nothing to show yet: no letter is dark.
        while before is None or ImageChops.difference(before, now).getbbox() or now.getextrema()[0] > 100:
            page.wait_for_timeout(500)
            before, now = now, picture()
        return now

    def differs() -> bool:
        """Whether what was typed looks otherwise than in the filled-in file; not on a slow machine's first try only."""
        filled, empty = show("filled.pdf"), show("empty.pdf")
        place = ImageChops.difference(filled, empty).getbbox()
        if not place:
            return True
        page.mouse.click((place[0] + place[2]) / 2, (place[1] + place[3]) / 2)
        page.wait_for_timeout(300)
        page.keyboard.insert_text("李明（研发部）")
        page.keyboard.press("Tab")
        page.wait_for_timeout(600)
        return ImageChops.difference(picture().crop(place), filled.crop(place)).getbbox() is not None

    failed = all(differs() for _ in range(3))
    chromium.close()
    server.shutdown()
    assert not failed, "no text in the filled-in file, or another one than what was typed"
