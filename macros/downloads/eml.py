"""The form as a draft of a mail, which opens ready to be completed and sent."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP

from ..model.handbook import Handbook
from ..model.signs import SIGNS
from ..model.template import Template
from .form import FileLanguage, Form
from .outline import Entry, Part, outline
from .plain import PlainWords, Spoken
from .rendering import render


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
    parts = outline(words, template.sections)
    drafter = _Letter(words, template) if template.is_letter else _Notice(words)
    subject = " ".join(words.one(template.mail_subject, " / ").split())
    values = {
        "sections": drafter.sections(parts),
        "colon": SIGNS[form.main_language].colon,
        "subject": subject,
        "language": form.main_language,
    }
    return _message(subject, render("mail.txt", "text", **values).strip() + "\n", render("mail.html", "html", **values))


def _message(subject: str, text: str, html: str) -> bytes:
    message = EmailMessage(policy=SMTP)
    message["Subject"] = subject
    # Outlook and others open a mail with this header as a draft.
    message["X-Unsent"] = "1"
    message.set_content(text, cte="base64")
    message.add_alternative(html, subtype="html", cte="base64")
    # Else the boundary would be another one each time.
    message.set_boundary(f"={hashlib.sha256((subject + text + html).encode()).hexdigest()[:32]}")
    return message.as_bytes()


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


class _Letter(_Notice):
    """A letter to people outside: running text, without titles, and without what stands in the head of the mail."""

    def __init__(self, words: PlainWords, template: Template):
        super().__init__(words)
        self._head = {field.id for field in template.fields if template.has_in_head(field)}

    def sections(self, parts: tuple[Part, ...]) -> list[tuple[str, list[Block]]]:
        """One section without a title."""
        return [
            (
                "",
                [self._block(entry) for part in parts for entry in part.entries if entry.id not in self._head],
            )
        ]

    def _block(self, entry: Entry) -> Block:
        if entry.kind != "words":
            return super()._block(entry)
        # The label stands in the blank: whoever writes over it writes a sentence, not an answer in a form.
        return Block("", tuple(_blanks(entry, {} if entry.required else self._optional, labelled=True)))


def _answer(entry: Entry, blank: str) -> str:
    """A blank with the boxes to tick before it."""
    options = entry.options if entry.kind == "choices" else ()
    boxes = ["☐"] if entry.kind == "tick" else [f"☐ {option}" for option in options]
    return " ".join([*boxes, blank]).strip()


def _blanks(entry: Entry, remark: Spoken | None = None, labelled: bool = False) -> list[str]:
    """What to write in place of the blank, in brackets, in each language.

    Args:
        entry: the field.
        remark: stands behind the help.
        labelled: whether the label stands before the help.
    """
    blanks = []
    for language, text in entry.help.items():
        signs = SIGNS[language]
        if labelled and language in entry.label:
            text = f"{entry.label[language]}{signs.colon}{text}"
        if entry.kind == "choice":
            text = f"{text}{signs.colon}{' / '.join(entry.options)}"
        if remark:
            text = text + remark[language].join(signs.remark)
        blanks.append(text.join(signs.blank))
    return blanks
