"""The last page of an empty letter: what is kept with our copy, and what goes into the blanks. It is never sent."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.base import Text
from ...model.fields.families import ChoiceColumn, ChoicesColumn
from ...model.template import FormField, Section, TableField
from ..form import Form
from ..measures import letters
from .body import Body
from .controls import Controls
from .markup import Element, cell, paragraph, row, run, table
from .words import Words

_LABEL_SHARE = 0.27
_LETTER, _SIDES = 4.1, 11.0
"""What a half-width letter of the help takes, and what a cell leaves empty at its two sides; in points."""
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
    for key in ("letter_inside_note", "letter_unneeded"):
        for _, note in words.runs(words.own(key)):
            yield paragraph("FormSummary", note)
    aside = tuple(field for field in template.fields if field.id in template.aside)
    if aside:
        yield from body.section(Section(id="aside", title=words.own("letter_aside"), fields=aside))
    yield paragraph("Heading1", *words.beside(words.own("letter_guide")))
    label = round(width * _LABEL_SHARE)
    rows = [
        row(
            0,
            cell(label, paragraph("FormLabel", *words.labels([(field.label, label)])[0]), middle=False),
            cell(
                width - label, *_helps(field, words, (width - label) / 20 - _SIDES, boxed=field in aside), middle=False
            ),
        )
        for field in template.fields
    ]
    yield table("FormTable", [label, width - label], *rows, name=words.plain(words.own("letter_guide")))


def _helps(field: FormField, words: Words, room: float, *, boxed: bool) -> Iterator[Element]:
    """What is said of a field, in lines as few as its width in points allows: the page is one, in two languages too; `boxed`: whether
    boxes for it stand above."""

    def fits(*texts: Text) -> bool:
        return sum(letters(f"{words.plain(text)}{_APART}") for text in texts) * _LETTER <= room

    def said(text: Text) -> list[Element]:
        return (words.beside if fits(text) else words.below)(text)

    yield paragraph("FormHelp", *said(field.help))
    if isinstance(field, ChoiceColumn) or (isinstance(field, ChoicesColumn) and not boxed):
        labels = [words.beside(option.label) for option in field.options]
        if all(fits(option.label) for option in field.options):
            labels = [[part for label in labels for part in (run(" / "), *label)][1:]]
        for label in labels:
            yield paragraph("FormHelp", *label)
    if isinstance(field, TableField):
        for column in field.columns:
            name = words.beside(column.label, "Strong")
            if fits(column.label, column.help):
                yield paragraph("FormHelp", *name, run(_APART), *words.beside(column.help))
            else:
                yield paragraph("FormHelp", *name)
                yield paragraph("FormHelp", *said(column.help))
