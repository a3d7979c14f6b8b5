"""Nothing of ours in a finished file: each form filled in with its example, in every format, holds no help and no rule of filing."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from email import message_from_string, policy
from typing import Any

import pytest
from openpyxl import load_workbook

from macros.model.languages import LANGUAGES
from macros.model.template import Template
from tests.conftest import in_a_sweep
from tests.filled_forms import TEMPLATES, Filling
from tests.filled_pages import begin, sheet
from tests.test_letters import answers, handbook

FEW = ("resource-request", "change-confirmation", "follow-up-tracker")
"""A form, a letter and a list."""
TELLING = 8
"""From how many characters on a help says something that no answer does by chance."""


def ours(template: Template) -> Iterator[str]:
    """What helps to fill a form in, and what becomes of it later."""
    fields = [part for field in template.fields for part in (field, *getattr(field, "columns", ()))]
    texts = [template.summary, template.use_when, template.recipients, template.filing, *(each.help for each in fields)]
    interface = handbook().interface.texts
    texts += [
        interface[key]
        for key in ("form_required_mark", "form_guide_note", "letter_inside_note", "letter_sheet", "letter_unneeded")
    ]
    names = [each.label for each in fields] + [each.label for field in fields for each in getattr(field, "options", ())]
    given = json.dumps(
        [field.model_dump(include={"example"}) for field in template.fields], default=str, ensure_ascii=False
    )
    own = "\n".join([given, *(each[language] for each in names for language in LANGUAGES)])
    for text in texts:
        for language in LANGUAGES:
            if len(text[language]) >= TELLING and text[language] not in own:
                yield text[language]
    if template.body:
        yield from (f"〔{field.label.zh}〕" for field in template.fields)
        yield from (f"[{field.label.en}]" for field in template.fields)


def in_package(content: bytes) -> str:
    """Every text of a Word file, properties and running lines among them; prompts come back only where an answer is cleared."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        shown = [name for name in archive.namelist() if name.endswith(".xml") and "glossary" not in name]
        parts = [archive.read(name).decode() for name in shown]
    return "\n".join(re.sub(r"<[^>]*>", "", part) for part in parts)


def in_cells(content: bytes) -> str:
    """Every text of an Excel file that is shown or printed, and what the file says of itself."""
    book = load_workbook(io.BytesIO(content))
    cells = [str(cell.value) for sheet in book for row in sheet for cell in row if cell.value is not None]
    lines = [
        part.text or ""
        for sheet in book
        for part in (sheet.oddHeader.left, sheet.oddHeader.right, sheet.oddFooter.left)
    ]
    return "\n".join([*cells, *lines, *(str(value) for value in vars(book.properties).values())])


def in_mail(content: str) -> str:
    message = message_from_string(content, policy=policy.default)
    return "\n".join([message["Subject"], *(part.get_content() for part in message.iter_parts())])


def finished(fill: Filling, form: dict, values: dict[str, Any], language: str) -> Iterator[tuple[str, str]]:
    """Each format with what stands in it."""
    yield "docx", in_package(fill("fillWord", form, values, given=fill.download(form, language, "docx")))
    if form["kind"] == "form":
        yield "xlsx", in_cells(fill("fillExcel", form, values, language, given=fill.download(form, language, "xlsx")))
    yield "md", fill("fillMarkdown", form, values, language).replace("\\", "")
    yield "eml", in_mail(fill("fillMail", form, values, language))
    yield "text", fill("textOf", form, values, language)
    yield "rich text", fill("htmlOf", form, values, language)


@pytest.mark.parametrize("every", [False, in_a_sweep(True)])
def test_a_finished_file_says_nothing_of_how_it_was_filled_in(fill: Filling, every: bool) -> None:
    found = {}
    for name in TEMPLATES if every else FEW:
        template, form = handbook().template[name], fill.form(name)
        for language in ("zh", "en", "zh-en"):
            values = answers(template, "en" if language == "en" else "zh")
            for ending, text in finished(fill, form, values, language):
                if told := [each for each in ours(template) if each in text]:
                    found[f"{name}.{language}.{ending}"] = told
    assert found == {}, found


def test_nor_does_what_is_printed_from_the_page(open_page) -> None:
    for name in FEW:
        template = handbook().template[name]
        page = open_page(f"templates/{name}/")
        begin(page)
        page.evaluate("(values) => document.querySelector('form-filler').state.write(values)", answers(template, "zh"))
        text = sheet(page)
        assert [each for each in ours(template) if each in text] == []
