"""The form as PDF: typeset by typst, tagged, with fields that can be typed into."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime, time
from pathlib import Path

import pikepdf

from ..model.handbook import Handbook
from ..model.template import Template
from . import pdf_fields, pdf_tables
from .fonts import typeset_for_all
from .form import FileLanguage, Form
from .pdf_packing import packed
from .pdf_page import Page

_FORM, _LETTER = (Path(__file__).with_name(name) for name in ("form.typ", "letter.typ"))


def write(template: Template, language: FileLanguage, handbook: Handbook) -> bytes:
    """The empty form on A4 paper, to print or to type into.

    Args:
        template: the form.
        language: `zh`, `en`, or `zh-en` for both side by side.
        handbook: says version, date of release, company and the words of the interface.

    Returns:
        The file; the same bytes for the same arguments.
    """
    form = Form(template, language, handbook)
    page = Page(form)
    released = datetime.combine(handbook.releases[0].released, time(), UTC)
    content = typeset_for_all(
        _LETTER if template.is_letter else _FORM, sys_inputs={"form": json.dumps(page.data)}, timestamp=released
    )
    with pikepdf.open(io.BytesIO(content)) as pdf:

        def fits(most: int) -> str:
            return form.interface("form_fits", glue=" / ", n=most)

        pdf_fields.add(pdf, page.inputs, template.is_letter, fits)
        pdf_tables.label_rows(pdf)
        return packed(pdf)
