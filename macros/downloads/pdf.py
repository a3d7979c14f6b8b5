"""The form as PDF: typeset by typst, tagged, with fields that can be typed into."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

import pikepdf
import typst

from ..model.handbook import Handbook
from ..model.template import Template
from . import pdf_fields
from .fonts import typeset
from .form import FileLanguage, Form
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
    page = Page(Form(template, language, handbook))
    released = datetime.combine(handbook.releases[0].released, time(), UTC)
    content = _typeset(_LETTER if template.is_letter else _FORM, json.dumps(page.data), released)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pdf_fields.add(pdf, page.inputs, covering=template.is_letter)
        pdf.Root.ViewerPreferences.DisplayDocTitle = True
        # It says what nothing says as well, and poppler takes it for an error.
        if "/Suspects" in pdf.Root.MarkInfo:
            del pdf.Root.MarkInfo.Suspects
        written = io.BytesIO()
        pdf.save(written, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return written.getvalue()


def _typeset(source: Path, form: str, released: datetime) -> bytes:
    """The pages; they declare PDF/UA-1 where they keep to it, which those with a sign that the fonts lack do not."""
    given: dict[str, Any] = {"format": "pdf", "sys_inputs": {"form": form}, "timestamp": released}
    try:
        return typeset(source, pdf_standards="ua-1", **given)
    except typst.TypstError as error:
        if "PDF/UA-1" not in str(error):
            raise
        return typeset(source, **given)
