"""How to fill a form in, on a sheet of its own, which is not printed with it."""

from __future__ import annotations

from typing import Any

from ..outline import Entry, about, outline
from .book import Book
from .grid import UPRIGHT, Grid
from .look import LINE, TINT, title, translated

_COLUMNS = (6, UPRIGHT - 6)
"""How wide labels and texts are, in units of the grid."""
_LEAST = 24.0
"""How high a row is at least, in points."""
_BOX: dict[str, Any] = {"border": 1, "border_color": LINE, "indent": 1}


def write_guide(book: Book) -> None:
    """Add the sheet."""
    words, template = book.words, book.form.template
    heading = words.own("form_how")
    grid = Grid(book.sheet(heading[0], landscape=False), book.look, UPRIGHT, _COLUMNS)
    grid.line(title(heading))
    grid.space(8)

    def pair(label: list[str], texts: list[str], *, own: bool = True) -> None:
        named = translated(label, 10 if own else 9, 8.5, bold=own)
        grid.end_row(
            max(
                _LEAST,
                grid.put(0, 1, named, **_BOX, bg_color=TINT),
                grid.put(1, 2, translated(texts, 9.5, 9), **_BOX),
            )
        )

    for key, text in about(template):
        pair(words.own(key), words.each(text))
    grid.space(10)
    required = words.own_spoken("form_required")

    def asked(entry: Entry, *, own: bool) -> None:
        options = [" / ".join(entry.options)] if entry.options else []
        helped = [
            words.with_detail(language, text, required.get(language, "") if entry.required else "")
            for language, text in entry.help.items()
        ]
        pair([*entry.label.values()], [*helped, *options], own=own)

    for entry in (entry for part in outline(words, template.sections) for entry in part.entries):
        # A list that goes on is all of its form: its columns are what is asked.
        if not template.as_list:
            asked(entry, own=True)
        for column in entry.columns:
            asked(column, own=template.as_list is not None)
    grid.finish()
    grid.sheet.protect()
