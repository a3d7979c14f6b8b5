"""The form as a draft of a mail, which opens ready to be completed and sent."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP

from ..model.brand import mixed
from ..model.handbook import Handbook
from ..model.signs import SIGNS
from ..model.template import Template
from .form import FileLanguage, Form
from .letter import Letter, Paragraph
from .outline import Entry, Part, outline
from .plain import PlainWords, Spoken
from .rendering import render

_HEAD_LINE = 76
"""How long a line of a mail's head may be."""


@dataclass(frozen=True)
class Block:
    """A paragraph of a mail; one with `heads` is a table."""

    label: str
    """Blank where the text stands alone."""
    lines: tuple[str, ...]
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def write(template: Template, language: FileLanguage, handbook: Handbook) -> bytes:
    """A mail without sender, recipient and date, as plain text and as HTML; answers are blanks to write over.

    Raises:
        ValueError: for a template without `mail_subject`, which is no mail.
    """
    if template.mail_subject is None:
        raise ValueError(f"the template {template.id} has no mail_subject")
    form = Form(template, language, handbook)
    words = PlainWords(form)
    sections = (
        [("", _letter(Letter(template, each, handbook, filled=False).paragraphs())) for each in form.languages]
        if template.is_letter
        else _Notice(words).sections(outline(words, template.sections))
    )
    subject = " ".join(words.one(template.mail_subject, " / ").split())
    values = {
        "sections": sections,
        "colon": SIGNS[form.main_language].colon,
        "subject": subject,
        "language": form.main_language,
        "colour": handbook.company.colour,
        "tint": mixed(handbook.company.colour, "#ffffff", 0.9),
    }
    return _message(subject, render("mail.txt", "text", **values).strip() + "\n", render("mail.html", "html", **values))


def _message(subject: str, text: str, html: str) -> bytes:
    message = EmailMessage(policy=SMTP)
    # Outlook and others open a mail with this header as a draft.
    message["X-Unsent"] = "1"
    message.set_content(text, cte="base64")
    message.add_alternative(html, subtype="html", cte="base64")
    # Else the boundary would be another one each time.
    message.set_boundary(f"={hashlib.sha256((subject + text + html).encode()).hexdigest()[:32]}")
    # The message's own folding leaves the first line of a long subject blank, which some programs refuse.
    head = Header(subject, None if subject.isascii() else "utf-8", maxlinelen=_HEAD_LINE, header_name="Subject")
    return b"Subject: " + head.encode(linesep="\r\n").encode() + b"\r\n" + message.as_bytes()


class _Notice:
    """A notice to colleagues: every field in its section, behind its label."""

    def __init__(self, words: PlainWords):
        self._optional = words.own_spoken("mail_optional")

    def sections(self, parts: tuple[Part, ...]) -> list[tuple[str, list[Block]]]:
        """Titles, blank where there is none, with what stands below them."""
        return [(" / ".join(part.title.values()), [self._block(entry) for entry in part.entries]) for part in parts]

    def _block(self, entry: Entry) -> Block:
        label = " / ".join(entry.label.values())
        if entry.kind == "table":
            first = tuple(_answer(column, " ".join(_blanks(column))) for column in entry.columns)
            more = tuple(_answer(column, "") for column in entry.columns)
            heads = tuple(" / ".join(column.label.values()) for column in entry.columns)
            return Block(label, (self._hint(entry),), heads, (first, *[more] * (entry.rows - 1)))
        return Block(label, (_answer(entry, self._hint(entry)),))

    def _hint(self, entry: Entry) -> str:
        return " ".join(_blanks(entry, {} if entry.required else self._optional))


_TIGHT = {"line", "right", "item", "reference"}
"""Lines of a letter that belong together."""


def _letter(paragraphs: list[Paragraph]) -> list[Block]:
    """A letter without its letterhead, which a mail does not have."""
    blocks: list[Block] = []
    before = ""
    for paragraph in paragraphs:
        if paragraph.kind in ("head", "room"):
            continue
        if paragraph.kind == before and before in _TIGHT:
            blocks[-1] = replace(blocks[-1], lines=(*blocks[-1].lines, paragraph.text))
        else:
            blocks.append(Block("", (paragraph.text,) if paragraph.text else (), paragraph.heads, paragraph.rows))
        before = paragraph.kind
    return blocks


def _answer(entry: Entry, blank: str) -> str:
    """A blank with the boxes to tick before it."""
    options = entry.options if entry.kind == "choices" else ()
    boxes = ["☐"] if entry.kind == "tick" else [f"☐ {option}" for option in options]
    return " ".join([*boxes, blank]).strip()


def _blanks(entry: Entry, remark: Spoken | None = None) -> list[str]:
    """What to write in place of the blank, in brackets, in each language.

    Args:
        entry: the field.
        remark: stands behind the help.
    """
    blanks = []
    for language, text in entry.help.items():
        signs = SIGNS[language]
        if entry.kind == "choice":
            text = f"{text}{signs.colon}{' / '.join(entry.options)}"
        if remark:
            text = text + remark[language].join(signs.remark)
        blanks.append(text.join(signs.blank))
    return blanks
