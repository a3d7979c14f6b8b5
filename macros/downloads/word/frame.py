"""What stands around the fields: the opening of a form, its header and its footer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.base import Language
from ..form import Form
from .markup import Element, cell, field, paragraph, row, run, tab, table
from .words import Words

_PAGE_FIELDS = {"[n]": "PAGE", "[all]": "NUMPAGES"}
_PAGE_SHARE = 0.3
"""What part of the width the page number takes in the footer."""


def opening(form: Form, words: Words) -> Iterator[Element]:
    """The title, what the form is for, when to use it, who gets it, and what the asterisk means."""
    template = form.template
    yield paragraph("Title", *words.beside(template.title, second="FormTitleTranslation"))
    for language, text in words.each(template.summary):
        yield paragraph("FormSummary", run(text, language))
    for key, said in (("form_use_when", template.use_when), ("form_recipients", template.recipients)):
        for language, text in words.each(said):
            yield paragraph("FormNote", run(words.own(key)[language], language, "Strong"), tab(), run(text, language))
    if any(each.required for each in template.fields):
        yield paragraph("FormLegend", words.asterisk(), run(" "), *words.beside(words.own("form_required")))


def header(form: Form, width: int) -> Element:
    """The title on the left, the version of the handbook on the right; `width` in twentieths of a point."""
    version = form.interface("handbook_version", n=form.handbook.version)
    return paragraph("Header", run(form.say(form.template.title), form.main_language), tab(),
                     run(version, form.main_language), right_tab=width)


def footer(form: Form, words: Words, width: int) -> Iterator[Element]:
    """Where the form is filed on the left, the number of the page on the right."""
    right = round(width * _PAGE_SHARE)
    filing = [paragraph("Footer", run(words.own("form_filed_as")[language].replace("[n]", text), language))
              for language, text in words.each(form.template.filing)]
    pages = [paragraph("FooterRight", *_page(text, language)) for language, text in words.each(words.own("form_page"))]
    yield table("TableNormal", [width - right, right],
                row(0, cell(width - right, *filing, middle=False), cell(right, *pages, middle=False)))
    yield paragraph("FormGap")


def _page(text: str, language: Language) -> Iterator[Element]:
    for part in re.split(r"(\[n\]|\[all\])", text):
        if part:
            yield field(_PAGE_FIELDS[part]) if part in _PAGE_FIELDS else run(part, language)
