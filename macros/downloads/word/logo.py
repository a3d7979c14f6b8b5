"""The company's logo at the head of each page of a Word file."""

from __future__ import annotations

import io
from typing import Any

from docx.parts.story import StoryPart
from docx.shared import Mm

from .. import logo
from ..form import Form
from .markup import Element, element, run


def place(form: Form, part: StoryPart, head: Element) -> None:
    """Put the logo, where the company has one, before the words of a paragraph.

    Args:
        form: whose handbook has it.
        part: what the paragraph belongs to, which keeps the picture.
        head: the paragraph.
    """
    picture = form.handbook.brand.logo
    if picture is None:
        return
    width, height = (Mm(each) for each in logo.size(picture))
    inline: Any = part.new_pic_inline(io.BytesIO(logo.of_pixels(picture)), width, height)
    inline.docPr.set("descr", form.say(form.handbook.company.short_name))
    words = [each for each in head if not each.tag.endswith("}pPr")]
    for each in (element("w:r", element("w:drawing", inline)), *([run("\u2002")] if words else []), *words):
        head.append(each)
