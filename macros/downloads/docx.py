"""Word files: a form to fill in on screen, with a content control for every answer.

The tag of a control is the id of its field; in a table that of table and column, `to-dos.what`; the boxes of several
choices add the option, `needs.budget`. Programs that fill the form in or read it back go by these tags.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime, time

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Pt, Twips

from ..model.handbook import Handbook
from ..model.letterhead import MM
from ..model.signs import SIGNS
from ..model.template import Template
from .form import FileLanguage, Form
from .measures import is_wide
from .plain import PlainWords
from .word import logo
from .word.answers import Answers
from .word.apart import begin_page, set_apart
from .word.archive import pack, unpack
from .word.blank import blank_document, tinted
from .word.body import Body
from .word.controls import Controls
from .word.frame import footer, header, opening, set_official_numbers
from .word.guide import guide
from .word.inside import inside
from .word.letter import letter
from .word.letterhead import call_by, document_on
from .word.mark import mark
from .word.markup import Element, clipped, paragraph
from .word.room import fit
from .word.signatures import signatures
from .word.words import Words

_LABEL_MM = {"zh": 29, "en": 34, "zh-en": 36}
_PROPERTY_LIMIT = 255


def write(template: Template, language: FileLanguage, handbook: Handbook) -> bytes:
    """The empty form as a .docx file.

    Args:
        template: the form.
        language: `zh`, `en`, or `zh-en` for both side by side.
        handbook: says version, company and the words of the interface.

    Returns:
        The file; the same bytes for the same arguments.

    Raises:
        ValueError: where the ids of a field make a tag that is longer than Word keeps.
    """
    form = Form(template, language, handbook)
    is_letter = template.body is not None
    words, controls = Words(form), Controls(form.main_language, "LetterTyped" if is_letter else "FormTyped")
    paper = handbook.brand.letterhead if is_letter else None
    document, called = (
        document_on(paper, handbook.company.colour) if paper else (blank_document(handbook.company.colour), {})
    )
    width = _set_page(document, wide=is_wide(template) and not is_letter)
    answers = Answers(words, controls, locked=not is_letter)
    body = Body(words, answers, controls, width, round(_LABEL_MM[language] * MM))
    if is_letter:
        blocks = [*letter(form, controls, width, paper)]
        last = inside(form, words, controls, body, width)
    else:
        blocks = [
            *opening(words, answers, template, width),
            *_sections(body, template),
            *signatures(words, template, width),
        ]
        if not template.as_list:
            fit(blocks, _page_height(document))
        last = guide(words, PlainWords(form), controls, template, width)
    if paper:
        begin_page(last)
    else:
        _set_frame(document, form, words, width)
    for block in (*blocks, *([last] if paper else set_apart(document, last)), paragraph("FormEnd")):
        tinted(block, handbook.company.colour)
        document.element.body.insert_element_before(block, "w:sectPr")
    call_by(called, document.element)
    controls.keep_prompts_in(document, called)
    _set_properties(document, form)
    mark(document, template.id)
    return _saved(document)


def _sections(body: Body, template: Template) -> Iterator[Element]:
    """What is asked below the box; the last section stays with the signatures."""
    sections = template.below_box
    for section in sections:
        titled = not template.as_list and section.title != template.title
        yield from body.section(section, headed=titled, with_next=bool(template.signed) and section is sections[-1])


def _set_frame(document: Document, form: Form, words: Words, width: int) -> None:
    """Set what stands above and below each page on paper of our own."""
    page = document.sections[0]
    head = _head(form, is_letter=form.template.is_letter, width=width)
    page.header.part.element.append(head)
    logo.place(form, page.header.part, head)
    if form.numbered_as_official:
        set_official_numbers(document)
    else:
        page.footer.part.element.append(footer(words, len(form.languages) if form.template.is_letter else 1))


def _head(form: Form, *, is_letter: bool, width: int) -> Element:
    """What stands above each page on paper of our own."""
    if not is_letter:
        return header(form, width)
    return paragraph("Normal" if form.handbook.brand.logo else "FormEnd")


def _set_page(document: Document, *, wide: bool) -> int:
    """Turn the page where the form is wide; the width of the text area, in twentieths of a point."""
    page = document.sections[0]
    if wide:
        page.orientation = WD_ORIENT.LANDSCAPE
        page.page_width, page.page_height = page.page_height, page.page_width
    width, left, right = (length or 0 for length in (page.page_width, page.left_margin, page.right_margin))
    return (width - left - right) // Twips(1)


def _page_height(document: Document) -> float:
    """The height of the text area, in points."""
    page = document.sections[0]
    height, top, bottom = (length or 0 for length in (page.page_height, page.top_margin, page.bottom_margin))
    return (height - top - bottom) / Pt(1)


def _set_properties(document: Document, form: Form) -> None:
    properties, handbook = document.core_properties, form.handbook
    released = datetime.combine(handbook.releases[0].released, time())
    properties.title = clipped(form.say(form.template.title), _PROPERTY_LIMIT)
    properties.author = properties.last_modified_by = clipped(form.say(handbook.company.name), _PROPERTY_LIMIT)
    properties.language = SIGNS[form.main_language].locale
    properties.version = handbook.version
    properties.created = properties.modified = released
    properties.revision = 1


def _saved(document: Document) -> bytes:
    # python-docx writes the time of day into its archive.
    buffer = io.BytesIO()
    document.save(buffer)
    return pack(unpack(buffer.getvalue()))
