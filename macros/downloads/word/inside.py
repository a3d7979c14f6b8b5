"""The last page of an empty letter: what is kept with our copy, and what goes into the blanks. It is never sent."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.fields.families import ChoiceColumn, ChoicesColumn
from ...model.template import FormField, Section, TableField
from ..form import Form
from .body import Body
from .controls import Controls
from .markup import Element, cell, paragraph, row, table
from .words import Words

_LABEL_SHARE = 0.27


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
    for _, note in words.runs(words.own("letter_inside_note")):
        yield paragraph("FormSummary", note)
    aside = tuple(field for field in template.fields if field.id in template.aside)
    if aside:
        yield from body.section(Section(id="aside", title=words.own("letter_aside"), fields=aside))
    yield paragraph("Heading1", *words.beside(words.own("letter_guide")))
    label = round(width * _LABEL_SHARE)
    rows = [
        row(
            0,
            cell(label, paragraph("FormLabel", *words.below(field.label)), middle=False),
            cell(width - label, *_helps(field, words), middle=False),
        )
        for field in template.fields
    ]
    yield table("FormTable", [label, width - label], *rows, name=words.plain(words.own("letter_guide")))


def _helps(field: FormField, words: Words) -> Iterator[Element]:
    yield paragraph("FormHelp", *words.below(field.help))
    if isinstance(field, ChoiceColumn | ChoicesColumn):
        for option in field.options:
            yield paragraph("FormHelp", *words.beside(option.label))
    if isinstance(field, TableField):
        for column in field.columns:
            yield paragraph("FormHelp", *words.beside(column.label, "Strong"))
            yield paragraph("FormHelp", *words.beside(column.help))
