"""What stands around the fields: the opening of a form, its header and its footer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.base import Language
from ...wording import Wording
from ..form import Form
from .markup import Element, cell, field, paragraph, row, run, tab, table
from .words import Words

_PAGE_FIELDS = {"[n]": "PAGE", "[all]": "NUMPAGES"}
_PAGE_SHARE = 0.25
"""What part of the width the page number takes in the footer."""


def opening(form: Form, words: Words, width: int) -> Iterator[Element]:
    """The title, what the asterisk means, what the form is for, when to use it and who gets it.

    Args:
        form: the form.
        words: says its texts.
        width: of the text area, in twentieths of a point.
    """
    template = form.template
    title = words.beside(template.title, second="FormTitleTranslation")
    if any(each.required for each in template.fields):
        legend = words.beside(words.own("form_required"), "FormLegend", "FormLegend")
        title += [tab(), run("*", style="FormLegendMark"), run("\u00a0", style="FormLegend"), *legend]
    yield paragraph("Title", *title, right_tab=width)
    for _, summary in words.runs(template.summary):
        yield paragraph("FormSummary", summary)
    notes = [("form_use_when", template.use_when), ("form_recipients", template.recipients)]
    # In two languages, when to use it would take the room of a field; it stands on the template's page.
    for key, text in notes[len(form.languages) - 1 :]:
        for language, note in words.runs(text):
            yield paragraph("FormNote", run(words.own(key)[language], language, "Strong"), tab(), note)


def header(form: Form, width: int) -> Element:
    """The title on the left, the version of the handbook on the right; `width` as in `opening`."""
    version = form.interface("handbook_version", n=form.handbook.version)
    return paragraph(
        "Header",
        run(form.say(form.template.title), form.main_language),
        tab(),
        run(version, form.main_language),
        right_tab=width,
    )


def footer(form: Form, words: Words, width: int) -> Iterator[Element]:
    """Where the form is filed on the left, the number of the page on the right; `width` as in `opening`."""
    right = round(width * _PAGE_SHARE)
    filing = [
        paragraph("Footer", run(Wording(form.handbook, language).text("form_filed_as", n=text), language))
        for language, text in words.each(form.template.filing)
    ]
    pages = [_numbered(language, text) for language, text in words.each(words.own("form_page"))]
    yield table(
        "FormFrame",
        [width - right, right],
        row(0, cell(width - right, *filing, middle=False), cell(right, *pages, middle=False)),
    )
    yield paragraph("FormEnd")


def page_number(words: Words) -> Element:
    """All that stands below a letter."""
    return _numbered(*words.each(words.own("form_page"))[0])


def _numbered(language: Language, text: str) -> Element:
    return paragraph("FormPageNumber", *_page(text, language))


def _page(text: str, language: Language) -> Iterator[Element]:
    for part in re.split(r"(\[n\]|\[all\])", text):
        if part:
            yield field(_PAGE_FIELDS[part]) if part in _PAGE_FIELDS else run(part, language)
