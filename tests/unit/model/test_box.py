"""What stands in the box at the top right of a form, and what is left of the sections below it."""

from __future__ import annotations

import io

import pikepdf
import pytest
from docx import Document
from openpyxl import load_workbook

from macros.downloads import WRITERS
from macros.model.template import Happening, Template
from tests.forms import full_template, letter_template, stand_in_handbook


def boxed(**keys: object) -> Template:
    return full_template().model_copy(update={"number": "subject", "own_date": "noticed-at", **keys})


def test_number_date_department_and_place_leave_their_sections():
    template = boxed(department="reported-by")
    assert [field.id for field in template.box] == ["subject", "noticed-at", "reported-by"]
    left = [field.id for section in template.below_box for field in section.fields]
    assert left == [field.id for field in template.fields if field not in template.box]
    only = template.sections[0].model_copy(update={"id": "only", "fields": template.box[:1]})
    more = template.model_copy(update={"sections": (only, *template.sections)})
    assert "only" not in [section.id for section in more.below_box]


def test_a_beginning_stays_beside_its_end():
    template = boxed(happens=Happening(begins="noticed-at", ends="needed-by"))
    assert [field.id for field in template.box] == ["subject"]


def test_a_letter_has_no_box():
    first = letter_template().fields[0].id
    assert letter_template().model_copy(update={"number": first}).box == ()


@pytest.mark.parametrize("language", ["zh", "en", "zh-en"])
def test_the_box_stands_above_everything_else_in_word_excel_and_pdf(language):
    template, handbook = boxed(), stand_in_handbook()
    word, excel, printed = (WRITERS[ending](template, language, handbook) for ending in ("docx", "xlsx", "pdf"))
    first = Document(io.BytesIO(word)).tables[0]._tbl.xml
    assert 'w:val="subject"' in first and 'w:val="noticed-at"' in first and 'w:val="source"' not in first
    book = load_workbook(io.BytesIO(excel))
    at = {name: book.defined_names[name].attr_text.rpartition("!")[2] for name in ("subject", "noticed_at", "source")}
    row = {name: int(cell.rpartition("$")[2]) for name, cell in at.items()}
    assert row["noticed_at"] <= row["subject"] + 1 < row["source"]
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        places = {str(each.get("/T", "")): list(map(float, each.Rect)) for each in pdf.pages[0].Annots}
    middle = 595 / 2
    assert places["subject"][2] > middle and places["noticed-at"][0] > middle
    others = [place for name, place in places.items() if name not in ("subject", "noticed-at")]
    assert min(places["subject"][1], places["noticed-at"][1]) > max(place[3] for place in others)
