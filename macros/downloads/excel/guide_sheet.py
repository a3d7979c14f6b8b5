"""How to fill in a list, on a sheet of its own: the list itself has room for its rows only."""

from __future__ import annotations

from typing import Any

from ..outline import outline
from .book import Book
from .grid import UPRIGHT, Grid
from .look import LINE, TINT, title, translated

_LABEL, _LEAST = 6, 24.0
"""How many columns of the grid a label has, and how high a row is at least, in points."""
_BOX: dict[str, Any] = {"border": 1, "border_color": LINE, "indent": 1}


def write_guide(book: Book) -> None:
    """Add the sheet."""
    words, template = book.words, book.form.template
    heading = words.own("form_how")
    grid = Grid(book.sheet(heading[0], landscape=False), book.look, UPRIGHT)
    grid.line(title(heading))
    grid.line(translated(words.each(template.summary), 9.5, 9.5))
    grid.space(8)

    def pair(label: list[str], texts: list[str], mark: str = "") -> None:
        named = translated(label, 10, 8.5, bold=True, mark=mark)
        grid.end_row(
            max(
                _LEAST,
                grid.put(0, _LABEL, named, **_BOX, bg_color=TINT),
                grid.put(_LABEL, grid.width, translated(texts, 9.5, 9), **_BOX),
            )
        )

    for key, text in (
        ("form_use_when", template.use_when),
        ("form_recipients", template.recipients),
        ("form_filing", template.filing),
    ):
        pair(words.own(key), words.each(text))
    grid.space(10)
    for column in outline(words, template.sections)[0].entries[0].columns:
        options = [" / ".join(column.options)] if column.options else []
        pair([*column.label.values()], [*column.help.values(), *options], "*" if column.required else "")
    grid.finish()
    grid.sheet.protect()
