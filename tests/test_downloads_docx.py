"""Word files: what stands in them, that they can be filled in, and that they are the same everywhere."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from datetime import datetime
from functools import cache

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from lxml import etree

from macros.downloads.docx import write
from macros.model.base import Text
from macros.model.fields.families import ChoicesColumn
from macros.model.template import TableField, Template
from tests.conftest import in_a_sweep
from tests.elsewhere import digests
from tests.forms import (
    EVERY_FILE,
    HOSTILE_TEXTS,
    LANGUAGES,
    TEMPLATES,
    full_template,
    small_template,
    stand_in_handbook,
)
from tests.printing import print_all, text_of
from tests.test_letters import handbook

W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
KINDS = {
    "text": qn("w:text"),
    "person": qn("w:text"),
    "department": qn("w:text"),
    "phone": qn("w:text"),
    "email": qn("w:text"),
    "number": qn("w:text"),
    "money": qn("w:text"),
    "long_text": qn("w:richText"),
    "date": qn("w:date"),
    "datetime": qn("w:date"),
    "choice": qn("w:dropDownList"),
    "choices": qn("w14:checkbox"),
    "tick": qn("w14:checkbox"),
    "table": W15 + "repeatingSection",
}
ORDER = [qn(f"w:{name}") for name in ("rPr", "alias", "tag", "id", "lock", "placeholder", "showingPlcHdr")]


@cache
def made(name: str, language: str) -> bytes:
    return write(TEMPLATES[name](), language, stand_in_handbook())


def part(content: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return etree.fromstring(archive.read(name))


def controls(content: bytes) -> list[etree._Element]:
    return list(part(content, "word/document.xml").iter(qn("w:sdt")))


def value(control: etree._Element, name: str) -> str | None:
    found = control.find(f"{qn('w:sdtPr')}/{qn(name)}")
    return None if found is None else found.get(qn("w:val"))


def kind(control: etree._Element) -> str:
    return control.find(qn("w:sdtPr"))[-1].tag


def shown(element: etree._Element) -> str:
    parts = element.iter(qn("w:t"), qn("w:noBreakHyphen"))
    return "".join("-" if each.tag == qn("w:noBreakHyphen") else each.text or "" for each in parts)


def by_tag(content: bytes) -> dict[str, list[etree._Element]]:
    tagged: dict[str, list[etree._Element]] = {}
    for control in controls(content):
        if value(control, "w:tag"):
            tagged.setdefault(value(control, "w:tag"), []).append(control)
    return tagged


def expected_tags(template: Template) -> dict[str, tuple[str, int]]:
    """Type and number of the controls, by tag."""
    expected = {}
    for field in template.fields:
        cells = [(field.id, field, 1)]
        if isinstance(field, TableField):
            expected[field.id] = ("table", 1)
            cells = [(f"{field.id}.{column.id}", column, field.rows) for column in field.columns]
        for tag, column, number in cells:
            tags = [f"{tag}.{option.id}" for option in column.options] if isinstance(column, ChoicesColumn) else [tag]
            expected.update(dict.fromkeys(tags, (column.type, number)))
    return expected


def without_control_characters(text: str) -> str:
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", text)


def said(text: Text, language: str) -> list[str]:
    return [without_control_characters(text[each]) for each in language.split("-")]


@EVERY_FILE
def test_every_field_has_controls_of_its_kind_and_tag(name: str, language: str) -> None:
    expected = expected_tags(TEMPLATES[name]())
    tagged = by_tag(made(name, language))
    numbers = {tag: number for tag, (_, number) in expected.items()} | {"handbook-guide": 1}
    assert set(tagged) == set(numbers)
    # Where a page is full, a table has up to two rows less, of which “+” brings more.
    assert {
        tag: len(found)
        for tag, found in tagged.items()
        if not max(1, min(3, numbers[tag]), numbers[tag] - 2) <= len(found) <= numbers[tag]
    } == {}
    for tag, (field_type, _) in expected.items():
        assert {kind(control) for control in tagged[tag]} == {KINDS[field_type]}, tag


@EVERY_FILE
def test_controls_keep_the_order_of_the_schema_and_have_numbers_of_their_own(name: str, language: str) -> None:
    found = controls(made(name, language))
    assert max(Counter(value(control, "w:id") for control in found).values()) == 1
    for control in found:
        names = [child.tag for child in control.find(qn("w:sdtPr"))]
        assert names[:-1] == [each for each in ORDER if each in names]
        assert names[-1] not in ORDER


@EVERY_FILE
def test_every_word_of_the_form_is_shown(name: str, language: str) -> None:
    template = TEMPLATES[name]()
    content = made(name, language)
    text = shown(part(content, "word/document.xml"))
    fields = [
        column
        for field in template.fields
        for column in (field, *(field.columns if isinstance(field, TableField) else ()))
    ]
    options = [option.label for field in fields if isinstance(field, ChoicesColumn) for option in field.options]
    texts = [
        template.title,
        template.summary,
        template.recipients,
        template.use_when,
        template.filing,
        *(section.title for section in template.sections if not template.as_list),
        *options,
        *(field.label for field in fields),
        *(field.help for field in fields),
    ]
    missing = [each for text_of in texts for each in said(text_of, language) if each not in text]
    assert missing == []


@EVERY_FILE
def test_nothing_but_the_answers_is_printed(name: str, language: str) -> None:
    content = made(name, language)
    document = part(content, "word/document.xml")
    (guide,) = (each for each in document.iter(qn("w:sdt")) if value(each, "w:tag") == "handbook-guide")
    # The section of the form ends in it, and one of its own, so that both go with it and what is left is one section.
    sections = [each.find(qn("w:footerReference")).get(qn("r:id")) for each in document.iter(qn("w:sectPr"))]
    assert len(set(sections)) == 2 and sections[0] == sections[2]
    assert len(list(guide.iter(qn("w:sectPr")))) == 2
    guide.getparent().remove(guide)
    text = shown(document)
    asked = [column for field in TEMPLATES[name]().fields for column in (field, *getattr(field, "columns", ()))]
    helps = {each for field in asked for each in said(field.help, language) if len(each) > 3}
    labels = {each for field in asked for each in said(field.label, language)}
    assert name == "hostile" or [each for each in helps - labels if each in text] == []
    assert "*" not in text or name == "hostile"
    for control in document.iter(qn("w:sdt")):
        if control.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}") is not None:
            assert shown(control).strip("\u00a0") == "", "a prompt that nobody wrote over would be printed"


def test_help_shows_above_a_control_while_one_types() -> None:
    tagged = by_tag(made("full", "zh-en"))
    assert value(tagged["reported-by"][0], "w:alias") == "反馈人 Reported by：写一个人，不写部门"
    assert value(by_tag(made("full", "en"))["to-dos.who"][0], "w:alias") == "Who: One person"


def test_tables_have_names_for_those_who_hear_them() -> None:
    document = part(made("full", "en"), "word/document.xml")
    names = [
        caption.get(qn("w:val")) if (caption := each.find(f"{qn('w:tblPr')}/{qn('w:tblCaption')}")) is not None else ""
        for each in document.iter(qn("w:tbl"))
    ]
    assert "" not in names and "To-dos" in names


def test_titles_of_controls_are_labels_and_choices_have_their_options() -> None:
    tagged = by_tag(made("full", "zh-en"))
    assert value(tagged["needed-by"][0], "w:alias").startswith("希望解决日期 Needed by：")
    assert value(tagged["to-dos.who"][3], "w:alias").startswith("谁 Who：")
    items = tagged["source"][0].iter(qn("w:listItem"))
    assert [(item.get(qn("w:value")), item.get(qn("w:displayText"))) for item in items] == [
        ("call", "电话 Call"),
        ("mail", "邮件 Mail"),
        ("visit", "来访 Visit"),
    ]
    formats = {
        tag: tagged[tag][0].find(f".//{qn('w:dateFormat')}").get(qn("w:val")) for tag in ("needed-by", "noticed-at")
    }
    assert formats == {"needed-by": "yyyy-MM-dd", "noticed-at": "yyyy-MM-dd HH:mm"}


def test_long_text_holds_paragraphs_and_its_cell_ends_in_one() -> None:
    control = by_tag(made("full", "zh"))["what-happened"][0]
    assert control.getparent().tag == qn("w:tc")
    assert [child.tag for child in control.find(qn("w:sdtContent"))] == [qn("w:p")]
    assert control.getnext().tag == qn("w:p")


def test_rows_repeat_below_a_heading_that_every_page_shows() -> None:
    section = by_tag(made("full", "en"))["to-dos"][0]
    items = section.findall(f"{qn('w:sdtContent')}/{qn('w:sdt')}")
    assert {kind(item) for item in items} == {W15 + "repeatingSectionItem"}
    assert [len(item.findall(f"{qn('w:sdtContent')}/{qn('w:tr')}")) for item in items] == [1, 1, 1, 1]
    heading = section.getprevious()
    assert heading.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    assert [shown(cell).split("\u00a0")[0] for cell in heading.iter(qn("w:tc"))][:4] == ["What", "Who", "By", "State"]


def test_extensions_are_declared_so_that_older_readers_skip_them() -> None:
    root = part(made("full", "zh"), "word/document.xml")
    ignorable = root.get("{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable")
    assert ignorable.split() == ["w14", "w15"]
    assert {"w14", "w15"} <= set(root.nsmap)


@pytest.mark.parametrize(("language", "page"), [("zh", "第1页，共1页"), ("en", "Page 1 of 1")])
def test_header_and_footer(language: str, page: str) -> None:
    content = made("full", language)
    section = Document(io.BytesIO(content)).sections[0]
    assert full_template().title[language] in section.header.paragraphs[0].text
    assert stand_in_handbook().company.name[language] in section.header.paragraphs[0].text
    footer = part(content, "word/footer.xml")
    assert [field.get(qn("w:instr")) for field in footer.iter(qn("w:fldSimple"))] == ["PAGE", "PAGEREF form-end"]
    assert shown(footer) == page


def test_properties_and_fonts() -> None:
    content = made("full", "zh-en")
    properties = Document(io.BytesIO(content)).core_properties
    assert properties.title == "问题反馈表 Problem report"
    assert (properties.language, properties.version) == ("zh-CN", "1.4.0")
    assert properties.created.replace(tzinfo=None) == properties.modified.replace(tzinfo=None) == datetime(2026, 11, 2)
    defaults = part(content, "word/styles.xml").find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    fonts, languages = defaults.find(qn("w:rFonts")), defaults.find(qn("w:lang"))
    assert (fonts.get(qn("w:ascii")), fonts.get(qn("w:eastAsia"))) == ("Arial", "Microsoft YaHei")
    assert (languages.get(qn("w:val")), languages.get(qn("w:eastAsia"))) == ("en-GB", "zh-CN")


def test_says_which_form_it_is() -> None:
    properties = part(made("full", "zh-en"), "docProps/custom.xml")
    assert [(each.get("name"), "".join(each.itertext())) for each in properties] == [
        ("handbook-template", "problem-report")
    ]


@pytest.mark.parametrize(
    ("name", "orientation"),
    [("small", WD_ORIENT.PORTRAIT), ("full", WD_ORIENT.PORTRAIT), ("wide", WD_ORIENT.LANDSCAPE)],
)
def test_lists_of_many_columns_lie_on_their_side(name: str, orientation: WD_ORIENT) -> None:
    page = Document(io.BytesIO(made(name, "zh"))).sections[0]
    assert page.orientation == orientation
    assert (page.page_width > page.page_height) == (orientation == WD_ORIENT.LANDSCAPE)
    width = (page.page_width - page.left_margin - page.right_margin) // 635
    tables = part(made(name, "zh"), "word/document.xml").iter(qn("w:tblGrid"))
    assert {sum(int(column.get(qn("w:w"))) for column in table) for table in tables} == {width}


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_texts_stay_text(language: str) -> None:
    content = made("hostile", language)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            etree.fromstring(archive.read(name))
    text = shown(part(content, "word/document.xml"))
    assert [each for each in map(without_control_characters, HOSTILE_TEXTS) if each not in text] == []
    assert all(
        len(value(control, "w:alias").encode("utf-16-le")) <= 2 * 64
        for control in controls(content)
        if value(control, "w:alias")
    )
    assert len(Document(io.BytesIO(content)).core_properties.title) <= 255


def test_a_tag_that_word_would_cut_is_refused() -> None:
    template = small_template()
    section = template.sections[0]
    field = section.fields[0].model_copy(update={"id": "a" * 65})
    template = template.model_copy(update={"sections": (section.model_copy(update={"fields": (field,)}),)})
    with pytest.raises(ValueError, match=f"^'{'a' * 65}' is longer than the 64 characters that Word keeps of a tag$"):
        write(template, "zh", stand_in_handbook())


@EVERY_FILE
def test_files_are_small_and_hold_nothing_old(name: str, language: str) -> None:
    content = made(name, language)
    assert len(content) < 40_000
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = archive.infolist()
    assert (
        [entry.filename for entry in entries]
        == sorted(entry.filename for entry in entries)
        == [
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/core.xml",
            "docProps/custom.xml",
            "word/_rels/document.xml.rels",
            "word/document.xml",
            "word/footer-guide.xml",
            "word/footer.xml",
            "word/glossary/_rels/document.xml.rels",
            "word/glossary/document.xml",
            "word/glossary/styles.xml",
            "word/header.xml",
            "word/settings.xml",
            "word/styles.xml",
        ]
    )
    assert {(entry.date_time, entry.create_system, entry.external_attr) for entry in entries} == {
        ((1980, 1, 1, 0, 0, 0), 0, entries[0].external_attr)
    }


@pytest.mark.parametrize("name", TEMPLATES)
def test_styles_and_prompts_that_are_named_exist(name: str) -> None:
    content = made(name, "zh-en")
    styles = {style.get(qn("w:styleId")) for style in part(content, "word/styles.xml").iter(qn("w:style"))}
    prompts = {entry.get(qn("w:val")) for entry in part(content, "word/glossary/document.xml").iter(qn("w:name"))}
    for file in ("word/document.xml", "word/header.xml", "word/footer.xml", "word/glossary/document.xml"):
        root = part(content, file)
        assert {
            each.get(qn("w:val")) for tag in ("w:pStyle", "w:rStyle", "w:tblStyle") for each in root.iter(qn(tag))
        } <= styles
        assert {
            each.get(qn("w:val")) for placeholder in root.iter(qn("w:placeholder")) for each in placeholder
        } <= prompts


@pytest.mark.whole
@pytest.mark.parametrize("language", [in_a_sweep("zh"), in_a_sweep("en"), "zh-en"])
@pytest.mark.parametrize("template", [in_a_sweep("full_template"), "hostile_template"])
def test_is_the_same_in_every_time_zone_and_process(template, language):
    assert len(digests("docx", template, language)) == 1


@pytest.mark.whole
@pytest.mark.sweep
def test_libreoffice_shows_every_label(tmp_path) -> None:
    (tmp_path / "form.docx").write_bytes(made("full", "zh-en"))
    print_all([tmp_path / "form.docx"], tmp_path)
    text = re.sub(r"\s+", "", text_of(tmp_path / "form.pdf", "-raw"))
    labels = [field.label for field in full_template().fields]
    assert [each for label in labels for each in (label.zh, label.en) if each.replace(" ", "") not in text] == []


def test_the_title_begins_where_headings_do_and_a_name_stands_once() -> None:
    own = handbook()
    document = Document(io.BytesIO(write(own.template["incident-review"], "en", own)))
    margin = document.tables[0].rows[0].cells[0]._tc.find(f"{qn('w:tcPr')}/{qn('w:tcMar')}/{qn('w:left')}")
    assert margin is not None and margin.get(qn("w:w")) == "0"
    assert [each.text for each in document.paragraphs].count("Measures") == 1


def test_the_words_of_a_box_stay_on_one_line():
    own = handbook()
    content = part(write(own.template["complaint-record"], "zh-en", own), "word/document.xml")
    texts = [each.text or "" for each in content.iter(qn("w:t"))]
    assert "Written\u00a0explanation" in texts and "Repair\u00a0or\u00a0replacement" in texts


def test_no_line_ends_within_a_day_in_chinese():
    """By what Word keeps for that: a sign in the text would be copied and searched with it."""
    settings = etree.tostring(part(made("full", "zh"), "word/settings.xml"), encoding=str)
    ends, begins = (
        re.search(rf'noLineBreaks{each} w:lang="zh-CN" w:val="([^"]*)"', settings) for each in ("After", "Before")
    )
    assert ends and begins
    assert ends[1].endswith("年月") and begins[1].endswith("年月日") and "。" in begins[1] and "（" in ends[1]


def test_the_closing_of_an_english_letter_may_be_taken_for_the_other_one():
    content = write(handbook().template["quotation-request"], "zh-en", handbook())
    (closing,) = (control for control in controls(content) if value(control, "w:tag") == "_closing")
    assert [each.get(qn("w:value")) for each in closing.iter(qn("w:listItem"))] == [
        "Yours sincerely,",
        "Yours faithfully,",
    ]
    assert "".join(closing.itertext()) == "Yours sincerely," and closing.find(f".//{qn('w:showingPlcHdr')}") is None
