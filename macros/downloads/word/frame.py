"""What stands around the fields: the title of a form, its header and its footer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy

from docx.document import Document
from docx.oxml.ns import qn

from ...model.fields.families import DateTimeColumn
from ...model.languages import Language
from ...model.letterhead import MM
from ...model.template import Template
from ..form import Form
from ..measures import in_pairs, letters
from .answers import Answers
from .apart import END
from .markup import TINT, Element, cell, element, paragraph, row, run, running, tab, table
from .words import Words

_BOX, _LABEL = 0.68, 0.15
"""How much of the width the box beside the title takes, and each label in it."""
_MOMENT = round(38 * MM)
"""What an answer in the box takes at least that is a day and a time of day, which stand on one line."""
_HIGH = round(6.6 * MM)
_RUNNING_LETTER = 4.2
"""What a half-width letter takes in the head of a page, in points; where both languages of a title are too long, one says it."""
_TITLE_SIZE, _LEAST_TITLE, _TITLE_SIDES = 18, 14, 11
"""How large a title is at most, and at least so that it keeps to a line; what its cell leaves empty; in points."""


def opening(words: Words, answers: Answers, template: Template, width: int) -> Iterator[Element]:
    """The title and, at its right, the box; a form that is printed or sent says nothing about how it is filled in.

    Args:
        words: says its texts.
        answers: makes the cells of the box that are filled in.
        template: the form.
        width: of the text area, in twentieths of a point.
    """
    rows = in_pairs(template.box)
    # Beside the box there is room for one language.
    named = words.below if rows else words.beside
    title = paragraph("Title", *named(template.title, second="FormTitleTranslation"))
    if not rows:
        yield title
        return
    label, half = round(_LABEL * width), round(_BOX * width / 2)
    least = [half - label] * 2
    for fields in (fields for fields in rows if len(fields) > 1):
        least = [
            max(room, _MOMENT) if isinstance(field, DateTimeColumn) else room
            for room, field in zip(least, fields, strict=True)
        ]
    left, right = least
    beside = width - 2 * label - left - right
    _narrowed(title, template.title[words.main_language], beside)
    lines = []
    for number, fields in enumerate(rows):
        cells = [cell(beside, title if number == 0 else paragraph("FormEnd"), lines=False, merged=number > 0)]
        labels = words.labels([(field.label, label) for field in fields])
        rooms = [left + label + right] if len(fields) == 1 else [left, right]
        for field, said, room in zip(fields, labels, rooms, strict=True):
            cells.append(cell(label, paragraph("FormLabel", *said), fill=TINT))
            cells.append(cell(room, *answers.single(field, room), span=3 if len(fields) == 1 else 1))
        lines.append(row(_HIGH, *cells))
    widths = [beside, label, left, label, right]
    yield table("FormTable", widths, *lines, name=words.plain(words.own("form_box")))


def _narrowed(title: Element, said: str, width: int) -> None:
    """Set a Chinese title that is a little too long for a line smaller, so that no sign of it stands alone on the next."""
    size = min(_TITLE_SIZE, 2 * (width / 20 - _TITLE_SIDES) // letters(said))
    if said.isascii() or not _LEAST_TITLE <= size < _TITLE_SIZE:
        return
    properties = next(title.iter(qn("w:rPr")))
    properties.extend(element(tag, val=2 * int(size)) for tag in ("w:sz", "w:szCs"))


def header(form: Form, width: int) -> Element:
    """The company and the title on the left, number and level on the right; `width`: of the text area, in twentieths of a point."""
    company, title = form.say(form.handbook.company.name), form.say(form.template.title)
    if letters(f"{company}\u2003{title}\u2003{form.mark}") * _RUNNING_LETTER > width / 20:
        title = form.template.title[form.main_language]
    return paragraph(
        "Header",
        run(company, form.main_language),
        run("\u2003"),
        run(title, form.main_language),
        tab(),
        run(form.mark, form.main_language),
        right_tab=width,
    )


def set_official_numbers(document: Document) -> None:
    """Number the pages as those of an official paper in Chinese: between dashes, at the outer edge, which is the left of an even page."""
    document.settings.odd_and_even_pages_header_footer = True
    page = document.sections[0]
    section = page.footer.part.element, page.even_page_footer.part.element
    for foot, is_right in zip(section, (True, False), strict=True):
        foot[:] = [paragraph("LetterPageNumber", *_page("— [n] —", "zh", 1), at_end=is_right)]
    first = next(document.element.body.iter(qn("w:headerReference")))
    even = deepcopy(first)
    even.set(qn("w:type"), "even")
    first.addnext(even)


def footer(words: Words, taken: int) -> Element:
    """The number of the page, and of how many: `taken` until a program has counted them, which some do only when they print."""
    pages = [list(_page(text, language, taken)) for language, text in words.each(words.own("form_page"))]
    return paragraph("FormPageNumber", *pages[0], *(part for page in pages[1:] for part in (run("   "), *page)))


def _page(text: str, language: Language, taken: int) -> Iterator[Element]:
    for part in re.split(r"(\[n\]|\[all\])", text):
        if part == "[n]":
            yield running("PAGE", 1)
        elif part == "[all]":
            yield running(f"PAGEREF {END}", taken)
        elif part:
            yield run(part, language)
