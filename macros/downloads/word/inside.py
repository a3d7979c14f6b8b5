"""The last page of an empty letter: when it is used, what is kept with our copy, and what goes into the blanks. It is never sent."""

from __future__ import annotations

from collections.abc import Iterator

from docx.oxml.ns import qn

from ...model.base import Text
from ...model.fields import AnyColumn
from ...model.fields.families import ChoiceColumn
from ...model.template import FormField, Section, TableField
from ..form import Form
from ..measures import letters
from ..outline import about
from .body import Body
from .controls import Controls
from .markup import Element, cell, element, paragraph, row, run, table
from .words import Words

_LABEL_SHARE, _ABOUT_SHARE = 0.24, 0.14
_REQUIRED = "\u00a0*"
_LETTER, _SMALL_LETTER, _SIDES = 4.1, 3.8, 11.0
"""What a half-width letter of the help takes, in one language and in two, and what a cell leaves empty at its two sides; in points."""
_CLOSE, _SMALL = 170, 15
"""How high a line is in two languages, which share the page, in twentieths of a point, and its type, in halves of one."""
_APART = "\u2003"
"""Between what shares a line."""


def inside(form: Form, words: Words, controls: Controls, body: Body, width: int) -> Element:
    """The page as one block with the tag `inside`, by which scripts take it away.

    Args:
        form: the letter.
        words: says its texts.
        controls: makes the block.
        body: makes the fields that are kept aside.
        width: of the text area, in twentieths of a point.
    """
    return controls.wrapped("inside", list(_blocks(form, words, body, width)))


def _blocks(form: Form, words: Words, body: Body, width: int) -> Iterator[Element]:
    template = form.template
    yield paragraph("Title", *words.beside(words.own("letter_inside"), second="FormTitleTranslation"))
    notes = (words.runs(words.own(key)) for key in ("letter_inside_note", "letter_unneeded"))
    for (language, note), (_, unneeded) in zip(*notes, strict=True):
        yield paragraph("FormSummary", note, *([] if language == "zh" else [run(" ")]), unneeded)
    close = len(words.each(words.own("letter_inside"))) > 1
    yield _set(_about(form, words, width), close=close)
    aside = tuple(field for field in template.fields if field.id in template.aside)
    if aside:
        yield from body.section(Section(id="aside", title=words.own("letter_aside"), fields=aside))
    yield paragraph("Heading1", *words.beside(words.own("letter_guide")))
    label = round(width * _LABEL_SHARE)
    rows = [
        row(
            0,
            cell(
                label,
                paragraph("FormLabel", *words.labels([(field.label, label)])[0], *_required(field)),
                middle=False,
            ),
            cell(width - label, *_helps(field, words, (width - label) / 20 - _SIDES), middle=False),
        )
        for field in template.fields
    ]
    guide = table("FormTable", [label, width - label], *rows, name=words.plain(words.own("letter_guide")))
    yield _set(guide, close=close)


def _about(form: Form, words: Words, width: int) -> Element:
    """What the letter is for, when it is used, who gets it and how it is filed."""
    label = round(width * _ABOUT_SHARE)
    rows = [
        row(
            0,
            cell(label, paragraph("FormLabel", *words.labels([(words.own(key), label)])[0]), middle=False),
            cell(width - label, paragraph("FormHelp", *words.below(text)), middle=False),
        )
        for key, text in about(form.template)
    ]
    return table("FormTable", [label, width - label], *rows, name=words.plain(words.own("form_for")))


def _set(made: Element, *, close: bool) -> Element:
    """A table, its lines set small and close or as they are."""
    for each in made.iter(qn("w:pPr")) if close else ():
        each.append(element("w:spacing", line=_CLOSE, lineRule="exact"))
    for each in made.iter(qn("w:r")) if close else ():
        if each.find(qn("w:rPr")) is None:
            each.insert(0, element("w:rPr"))
        each.find(qn("w:rPr")).extend((element("w:sz", val=_SMALL), element("w:szCs", val=_SMALL)))  # type: ignore[union-attr]  # it is there
    return made


def _helps(field: FormField, words: Words, room: float) -> Iterator[Element]:
    """What is said of a field, in lines as few as its width in points allows: the page is one, in two languages too. What can be ticked has
    boxes where it is asked."""
    letter = _SMALL_LETTER if len(words.each(words.own("letter_inside"))) > 1 else _LETTER

    def fits(*texts: Text) -> bool:
        return sum(letters(f"{words.plain(text)}{_APART}") for text in texts) * letter <= room

    def said(text: Text) -> list[Element]:
        return (words.beside if fits(text) else words.below)(text)

    yield paragraph("FormHelp", *said(field.help))
    if isinstance(field, ChoiceColumn):
        labels = [words.beside(option.label) for option in field.options]
        if all(fits(option.label) for option in field.options):
            labels = [[part for label in labels for part in (run(" / "), *label)][1:]]
        for label in labels:
            yield paragraph("FormHelp", *label)
    if isinstance(field, TableField):
        for column in field.columns:
            name = [*words.beside(column.label, "Strong"), *_required(column), run(_APART)]
            helped = (words.beside if fits(column.label, column.help) else words.below)(column.help)
            yield paragraph("FormHelp", *name, *helped)


def _required(field: FormField | AnyColumn) -> list[Element]:
    """The sign that a note above explains, where a field must be filled in."""
    return [run(_REQUIRED)] if field.required else []
