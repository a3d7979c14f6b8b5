"""The form as an Excel file: a sheet to fill in and print, or, for a list that goes on, a table that grows."""

from __future__ import annotations

from ..model.handbook import Handbook
from ..model.template import Template
from .excel.book import Book
from .excel.form_sheet import FormSheet
from .excel.guide_sheet import write_guide
from .excel.heights import CLOSE, ROOMY, TIGHT, Heights
from .excel.list_sheet import ListSheet
from .form import FileLanguage, Form


def write(template: Template, language: FileLanguage, handbook: Handbook) -> bytes:
    """An empty form; its cells are named by the ids of the fields (see `excel.limits.cell_name`)."""
    form = Form(template, language, handbook)
    if template.as_list:
        book = Book(form)
        ListSheet(book, template.as_list).write()
    else:
        book = _on_least_paper(form)
    write_guide(book)
    return book.close()


def _on_least_paper(form: Form) -> Book:
    """A book with the form as roomy as one page allows; where none does, its rows are close."""
    for high in (ROOMY, CLOSE, TIGHT):
        book, pages = _with_form(form, high)
        if pages == 1:
            return book
    return _with_form(form, CLOSE)[0]


def _with_form(form: Form, high: Heights) -> tuple[Book, int]:
    """A book with the form, and how many pages this takes."""
    book = Book(form)
    sheet = FormSheet(book, high)
    sheet.write()
    return book, sheet.pages
