"""The form as an Excel file: a sheet to fill in and print, or, for a list that goes on, a table that grows."""

from __future__ import annotations

from ..model.handbook import Handbook
from ..model.template import Template
from .excel.book import Book
from .excel.form_sheet import FormSheet
from .excel.guide_sheet import write_guide
from .excel.list_sheet import ListSheet
from .form import FileLanguage, Form


def write(template: Template, language: FileLanguage, handbook: Handbook) -> bytes:
    """An empty form; its cells are named by the ids of the fields (see `excel.limits.cell_name`)."""
    form = Form(template, language, handbook)
    book = Book(form)
    if template.as_list:
        ListSheet(book, template.as_list).write()
    elif _form_sheet(book) > 1:
        book = Book(form)
        _form_sheet(book, close=True)
    write_guide(book)
    return book.close()


def _form_sheet(book: Book, close: bool = False) -> int:
    """Write the form; how many pages it takes."""
    sheet = FormSheet(book, close)
    sheet.write()
    return sheet.pages
