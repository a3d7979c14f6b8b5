"""Where a form is signed, at its foot: who, a place to sign in and for a seal, and the date."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ...model.letterhead import MM
from ...model.template import Template
from .markup import Element, cell, paragraph, row, table
from .words import Words

_ABREAST = 4
_HIGH, _HIGH_WITH_SEAL = round(11 * MM), round(30 * MM)


def signatures(words: Words, template: Template, width: int) -> Iterator[Element]:
    """The heading and a table of all who sign, up to four side by side; nothing where nobody does.

    Args:
        words: says the texts.
        template: the form.
        width: of the text area, in twentieths of a point.
    """
    if not template.signed:
        return
    name = words.own("form_signatures")
    yield paragraph("Heading1", *words.beside(name))
    for begin in range(0, len(template.signed), _ABREAST):
        signed = template.signed[begin : begin + _ABREAST]
        if begin:
            yield paragraph("FormGap")
        edges = [round(width * number / len(signed)) for number in range(len(signed) + 1)]
        widths = [right - left for left, right in pairwise(edges)]
        with_seal = any(sign.seal for sign, _ in signed)
        seal, day = words.own("form_sign_seal"), words.own("form_sign_date")
        labels = words.labels([(field.label, each) for each, (_, field) in zip(widths, signed, strict=True)])
        seals = [words.beside(seal, "FormHint") if sign.seal else [] for sign, _ in signed]
        # Without a seal the day stands at the foot of the place to sign in.
        dates = [cell(each, paragraph("FormHelp", *words.beside(day)), bottom=not with_seal) for each in widths]
        yield table(
            "FormTable",
            widths,
            _across(0, widths, labels),
            *([_across(_HIGH_WITH_SEAL, widths, seals)] if with_seal else []),
            row(0 if with_seal else _HIGH, *dates),
            name=words.plain(name),
        )


def _across(height: int, widths: list[int], contents: list[list[Element]]) -> Element:
    # All but the last line stay with the next, so that nobody signs on a page of its own.
    return row(
        height, *(cell(each, paragraph("FormCaption", *runs)) for each, runs in zip(widths, contents, strict=True))
    )
