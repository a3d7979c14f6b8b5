"""How to fill a form in, on a page of its own behind it, which can be deleted at one go."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.base import Text
from ...model.template import Template
from ..measures import letters
from ..outline import Entry, about, outline
from ..plain import PlainWords
from .controls import Controls
from .markup import TINT, Element, cell, paragraph, row, run, table
from .words import Words

TAG = "handbook-guide"
"""What programs that hand the form out filled in find it by, to leave it out."""
_LABEL = 0.27
"""The share of the label in the width."""
_LETTER, _SIDES = 4.1, 11
"""What a half-width letter of the help takes, and what a cell leaves empty at its two sides; in points."""


def guide(words: Words, plain: PlainWords, controls: Controls, template: Template, width: int) -> Element:
    """The page.

    Args:
        words: says the texts of the form.
        plain: says what each field wants, with the way to write it.
        controls: makes the control around the page.
        template: the form.
        width: of the text area, in twentieths of a point.
    """
    sides = [round(width * _LABEL), width - round(width * _LABEL)]

    def pair(label: list[Element], lines: list[Element], fill: str | None = TINT, *, heading: bool = False) -> Element:
        return row(0, cell(sides[0], *label, fill=fill), cell(sides[1], *lines), heading=heading)

    def said(text: Text, style: str | None = None) -> list[Element]:
        return [paragraph("FormHelp", *words.below(text, style))]

    title = paragraph("Heading1", *words.beside(words.own("form_how")))
    whole = [pair(said(words.own(key), "Strong"), said(text)) for key, text in about(template)]
    asked = [
        pair([paragraph("FormHelp", *label)], [paragraph("FormHelp", *lines)], fill)
        for entry in (entry for part in outline(plain, template.sections) for entry in part.entries)
        for label, lines, fill in _told(entry, plain, sides[1] / 20 - _SIDES)
    ]
    note = paragraph("FormHelp", *words.below(words.own("form_guide_note")))
    name = words.plain(words.own("form_how"))
    return controls.removable(
        TAG, name, [title, note, paragraph("FormGap"), table("FormTable", sides, *whole, *asked, name=name)]
    )


def _told(
    entry: Entry, plain: PlainWords, room: float, level: int = 0
) -> Iterator[tuple[list[Element], list[Element], str | None]]:
    """What is said of a field and, below it, of its columns: its label, what it wants, and the colour behind the label. Two languages
    share a line where it has room for both, in points."""
    required = plain.own_spoken("form_required")
    lines = [
        plain.with_detail(language, text, required[language] if entry.required and language in required else "")
        for language, text in entry.help.items()
    ]
    beside = "\u2003".join(lines)
    if "\n" not in beside and letters(beside) * _LETTER <= room:
        lines = [beside]
    lines += [" / ".join(entry.options)] if entry.options else []
    label = "\u2003" * level + " ".join(entry.label.values())
    yield [run(label, style=None if level else "Strong")], [run("\n".join(lines))], TINT if level == 0 else None
    for column in entry.columns:
        yield from _told(column, plain, room, level + 1)
