"""How to fill in a list, on a sheet of its own: the list itself has room for its rows only."""

from __future__ import annotations

from .book import Book
from .grid import UPRIGHT, Grid
from .look import LINE, TINT, title, translated
from .questions import ask

_LABEL = 6
_BOX = {"border": 1, "border_color": LINE, "indent": 1}


def write_guide(book: Book) -> None:
    """Add the sheet."""
    words, template = book.words, book.form.template
    heading = words.own("form_how")
    grid = Grid(book.sheet(heading[0], landscape=False), book.look, UPRIGHT)
    grid.line(title(heading))
    grid.line(translated(words.each(template.summary), 9.5, 9.5))
    grid.end_row(8)

    def pair(label: list[str], texts: list[str], mark: str = "") -> None:
        grid.end_row(max(24, grid.put(0, _LABEL, translated(label, 10, 8.5, bold=True, mark=mark), **_BOX, bg_color=TINT),
                         grid.put(_LABEL, grid.width, translated(texts, 9.5, 9), **_BOX)))

    for key, text in (("form_use_when", template.use_when), ("form_recipients", template.recipients),
                      ("form_filing", template.filing)):
        pair(words.own(key), words.each(text))
    grid.end_row(10)
    for column in template.fields[0].columns:
        question = ask(words, column)[0]
        pair(words.each(column.label), [*question.help, *([" / ".join(question.options)] if question.options else [])],
             "*" if column.required else "")
    grid.finish()
    grid.sheet.protect()
