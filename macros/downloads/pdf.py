"""The form as PDF: typeset by typst, tagged, with fields that can be typed into."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path

import pikepdf

from ..model.handbook import Handbook
from ..model.template import Template
from . import pdf_fields, pdf_tables
from .fonts import typeset_for_all
from .form import FileLanguage, Form
from .pdf_inputs import Input
from .pdf_packing import packed
from .pdf_page import Page
from .second_process import done_beside

_FORM, _LETTER = (Path(__file__).with_name(name) for name in ("form.typ", "letter.typ"))
_MOST = "{}"
"""Stands in what a field says for how many characters fit, which is known once it is typeset."""


@dataclass(frozen=True)
class _Draft:
    """What is typeset: all that a file is made from, so that another process can make it."""

    source: Path
    said: str
    released: datetime
    inputs: dict[str, Input]
    fits: str


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
    draft = _Draft(
        _LETTER if template.is_letter else _FORM,
        json.dumps(page.data),
        datetime.combine(handbook.releases[0].released, time(), UTC),
        page.inputs,
        form.interface("form_fits", glue=" / ", n=_MOST),
    )
    return done_beside(_made, draft)


def _made(draft: _Draft) -> bytes:
    content = typeset_for_all(draft.source, sys_inputs={"form": draft.said}, timestamp=draft.released)
    with pikepdf.open(io.BytesIO(content)) as pdf:

        def fits(most: int) -> str:
            return draft.fits.replace(_MOST, str(most))

        pdf_fields.add(pdf, draft.inputs, covering=draft.source == _LETTER, fits=fits)
        pdf_tables.label_rows(pdf)
        return packed(pdf)
