"""Number, version and level of a form, as they stand at the top right of its files."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

import openpyxl
import pytest
from docx import Document

from macros.downloads import docx, xlsx
from macros.downloads.form import FileLanguage, Form
from macros.model.handbook import Handbook
from macros.reading import loading
from tests.unit.sound import sound


@cache
def handbook() -> Handbook:
    return loading.handbook_of(sound())


def mark(name: str, language: FileLanguage, **changed: Any) -> str:
    return Form(handbook().template[name].model_copy(update=changed), language, handbook()).mark


def test_a_form_bears_its_number_version_and_level():
    assert mark("internal-collaboration", "zh") == "HB-I-001 V1.0 · 内部"
    assert mark("internal-collaboration", "en") == "HB-I-001 V1.0 · Internal"
    assert mark("internal-collaboration", "zh-en") == "HB-I-001 V1.0 · 内部 Internal"


def test_what_is_not_settled_is_not_said():
    assert mark("internal-collaboration", "zh", control=None) == "内部"
    assert mark("internal-collaboration", "zh", level="public") == "HB-I-001 V1.0"
    assert mark("internal-collaboration", "zh", level=None, control=None) == ""


def test_a_letter_that_goes_outside_bears_neither_and_one_to_colleagues_does():
    assert mark("quotation-request", "zh") == ""
    assert mark("official-notice", "zh").endswith(" · 内部")


@pytest.mark.parametrize("name", ["internal-collaboration", "follow-up-tracker"])
def test_it_stands_at_the_top_of_every_file(name: str):
    template, said = handbook().template[name], mark(name, "en")
    header = Document(io.BytesIO(docx.write(template, "en", handbook()))).sections[0].header
    assert header.paragraphs[0].text.endswith(f"\t{said}")
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx.write(template, "en", handbook()))).worksheets[0]
    assert said in [cell.value for cell in sheet[1]]
    assert sheet.oddHeader.right.text.endswith(said)
