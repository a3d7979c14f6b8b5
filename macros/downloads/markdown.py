"""The form as Markdown, for pasting into a wiki or a messenger."""

from __future__ import annotations

from ..model.handbook import Handbook
from ..model.template import Template
from .form import FileLanguage, Form
from .outline import outline
from .plain import PlainWords
from .rendering import render


def write(template: Template, language: FileLanguage, handbook: Handbook) -> bytes:
    """An empty form, each answer a blank in brackets that says what belongs there; UTF-8."""
    words = PlainWords(Form(template, language, handbook))
    text = render(
        "form.markdown",
        "markdown",
        title=words.spoken(template.title),
        summary=words.each(template.summary),
        recipients=words.own("form_given_to", n=template.recipients),
        parts=outline(words, template.sections),
        required=words.own("form_required"),
        filing=words.own("form_filed_as", n=template.filing),
        version=words.own("handbook_version", n=handbook.version),
    )
    return text.encode()
