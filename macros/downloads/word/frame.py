"""What stands around the fields: the title of a form, its header and its footer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.base import Language
from ...model.template import Template
from ..form import Form
from .markup import Element, field, paragraph, run, tab
from .words import Words

_PAGE_FIELDS = {"[n]": "PAGE", "[all]": "NUMPAGES"}


def opening(words: Words, template: Template) -> Element:
    """The title: a form that is printed or sent says nothing about how it is filled in."""
    return paragraph("Title", *words.beside(template.title, second="FormTitleTranslation"))


def header(form: Form, width: int) -> Element:
    """The company and the title on the left, number and level on the right; `width`: of the text area, in twentieths of a point."""
    return paragraph(
        "Header",
        run(form.say(form.handbook.company.name), form.main_language),
        run("\u2003"),
        run(form.say(form.template.title), form.main_language),
        tab(),
        run(form.mark, form.main_language),
        right_tab=width,
    )


def footer(words: Words) -> Element:
    """The number of the page."""
    pages = [list(_page(text, language)) for language, text in words.each(words.own("form_page"))]
    return paragraph("FormPageNumber", *pages[0], *(part for page in pages[1:] for part in (run("   "), *page)))


def _page(text: str, language: Language) -> Iterator[Element]:
    for part in re.split(r"(\[n\]|\[all\])", text):
        if part:
            yield field(_PAGE_FIELDS[part]) if part in _PAGE_FIELDS else run(part, language)
