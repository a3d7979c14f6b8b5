"""The form as Markdown, for pasting into a wiki or a messenger."""

from __future__ import annotations

from ..model.handbook import Handbook
from ..model.template import Template
from .form import FileLanguage, Form
from .letter import Letter
from .outline import outline
from .plain import PlainWords
from .rendering import render


def write(template: Template, language: FileLanguage, handbook: Handbook) -> bytes:
    """An empty form, each answer a blank in brackets that says what belongs there; UTF-8."""
    form = Form(template, language, handbook)
    if template.body:
        letters = [Letter(template, each, handbook, filled=False).paragraphs() for each in form.languages]
        return (render("letter.markdown", "markdown", letters=letters).strip() + "\n").encode()
    words = PlainWords(form)
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
