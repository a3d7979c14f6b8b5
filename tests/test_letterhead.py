"""Letters on the company's own paper: blank, and filled in online."""

from __future__ import annotations

import dataclasses
import io
from functools import cache

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from macros.downloads import docx, pdf
from macros.downloads.form import FileLanguage
from macros.model.handbook import Handbook
from macros.reading.letterhead import letterhead
from tests import letterheads
from tests.filled_forms import Filling
from tests.own_files import zipped
from tests.test_letters import LETTERS, answers, handbook
from tests.test_validators import faults_of
from tests.word_files import parts_of


@cache
def on_paper(content: bytes) -> Handbook:
    brand = dataclasses.replace(handbook().brand, letterhead=letterhead(content))
    return dataclasses.replace(handbook(), brand=brand)


MAKERS = [
    letterheads.python_docx(),
    letterheads.python_docx(first=False, left=True),
    letterheads.LIBREOFFICE.read_bytes(),
]


def written(name: str, language: FileLanguage, content: bytes) -> bytes:
    company = on_paper(content)
    return docx.write(company.template[name], language, company)


@pytest.mark.every_other
@pytest.mark.whole
@pytest.mark.parametrize("paper", MAKERS, ids=["python-docx", "left-and-right", "libreoffice"])
def test_a_letter_stands_on_the_paper_of_the_company(paper: bytes, tmp_path):
    made = parts_of(written("change-confirmation", "zh-en", paper))
    theirs = parts_of(paper)
    for name, content in letterhead(paper).parts.items():
        if name != "word/styles.xml":
            assert made[name] == content.content == theirs[name] or (
                name.endswith(".xml") and same(made[name], theirs[name])
            )
    letter, own = (Document(io.BytesIO(content)) for content in (written("change-confirmation", "zh-en", paper), paper))
    assert len(letter.sections) == 2
    for page in letter.sections:
        for edge in ("page_width", "left_margin", "right_margin", "top_margin", "bottom_margin"):
            assert getattr(page, edge) == getattr(own.sections[0], edge)
        assert page.different_first_page_header_footer == own.sections[0].different_first_page_header_footer
    assert letter.settings.odd_and_even_pages_header_footer == own.settings.odd_and_even_pages_header_footer
    assert letter.styles["Normal"].font.name == own.styles["Normal"].font.name
    assert letter.styles["Letter Text"].font.size is None
    assert faults_of(written("change-confirmation", "zh-en", paper), tmp_path / "letter.docx") == []


def same(one: bytes, other: bytes) -> bool:
    return etree.tostring(etree.fromstring(one), method="c14n") == etree.tostring(
        etree.fromstring(other), method="c14n"
    )


def test_every_style_that_a_letter_names_is_there():
    for name in LETTERS:
        made = parts_of(written(name, "zh", MAKERS[0]))
        for text, styles in (
            ("word/document.xml", "word/styles.xml"),
            ("word/glossary/document.xml", "word/glossary/styles.xml"),
        ):
            there = [each.get(qn("w:styleId")) for each in etree.fromstring(made[styles]).iter(qn("w:style"))]
            used = {
                each.get(qn("w:val"))
                for each in etree.fromstring(made[text]).iter(*map(qn, ("w:pStyle", "w:rStyle", "w:tblStyle")))
            }
            assert used <= set(there) and len(there) == len(set(there)), name


def test_the_company_is_named_once_and_forms_keep_their_own_head():
    text = Document(io.BytesIO(written("quotation-request", "en", MAKERS[0]))).element.xpath("//w:body//w:t/text()")
    usual = Document(io.BytesIO(docx.write(handbook().template["quotation-request"], "en", handbook())))
    company = handbook().company.name.en
    assert usual.element.xpath("//w:body//w:t/text()").count(company) == text.count(company) + 1
    form = written("resource-request", "zh", MAKERS[0])
    assert parts_of(form) == parts_of(docx.write(handbook().template["resource-request"], "zh", handbook()))
    letter = handbook().template["quotation-request"]
    assert pdf.write(letter, "en", on_paper(MAKERS[0])) == pdf.write(letter, "en", handbook())


def test_links_of_a_letterhead_that_are_called_as_ours_lead_where_they_did():
    theirs = parts_of(MAKERS[0])
    for name in ("word/document.xml", "word/_rels/document.xml.rels"):
        for number, each in enumerate(sorted(Document(io.BytesIO(MAKERS[0])).part.rels), 1):
            theirs[name] = theirs[name].replace(f'"{each}"'.encode(), f'"handbook{number}"'.encode())
    letter = Document(io.BytesIO(written("official-letter", "zh", zipped(theirs))))
    assert letterheads.FOOT in letter.sections[0].footer.paragraphs[0].text
    assert letterheads.COMPANY in letter.sections[0].first_page_header.paragraphs[0].text


def test_the_same_letterhead_gives_the_same_bytes():
    assert written("official-letter", "zh", MAKERS[2]) == written("official-letter", "zh", MAKERS[2])


@pytest.mark.every_other
@pytest.mark.parametrize("name", ["change-confirmation", "official-letter"])
def test_a_letter_filled_in_online_keeps_the_paper(fill: Filling, name: str, tmp_path):
    form = fill.form(name)
    empty = written(name, "zh", MAKERS[0])
    values = answers(handbook().template[name], "zh")
    made = fill("fillWord", form, values, given=empty)
    usual = fill("fillWord", form, values, given=docx.write(handbook().template[name], "zh", handbook()))
    before, after = parts_of(empty), parts_of(made)
    assert [part for part in before if before[part] != after[part]] == ["word/document.xml"]
    said, elsewhere = (
        ["".join(each.itertext()) for each in etree.fromstring(parts_of(content)["word/document.xml"]).iter(qn("w:p"))]
        for content in (made, usual)
    )
    assert said[0] == "" and elsewhere[0] == handbook().company.name.zh and said[1:] == elsewhere[1:]
    assert faults_of(made, tmp_path / "letter.docx") == []
