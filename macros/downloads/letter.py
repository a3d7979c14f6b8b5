"""A letter: its lines with the letterhead, and its paragraphs with the answers of the example or with blanks in their places.

`overrides/forms/letter.js` says a letter that was filled in, in the same words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain, repeat
from typing import Any

from ..model.base import Text
from ..model.capitals import in_capitals
from ..model.fields import AnyColumn
from ..model.fields.families import ChoiceColumn, ChoicesColumn, ChoicesField
from ..model.han import HAN
from ..model.handbook import Handbook
from ..model.languages import ALL, Language
from ..model.letter import APART, Capitals, Gap, Line, Part, Piece, Rows, theirs
from ..model.signs import SIGNS
from ..model.template import FormField, Row, TableField, Template
from ..wording import MONTHS, Wording
from .enclosed import in_lines, listed

TO_SIGN: dict[Language, str] = {"zh": "＿" * 8, "en": "_" * 16}
"""Where somebody signs by hand."""
EMPTY_BOX, TICKED_BOX = "☐", "☑"
"""What is ticked in a letter, of which each choice is a line."""
_ENDS = {"heading", "right", "room", "confirm", "title"}
"""Below these a heading has nothing to say."""
_FURTHER = {"confirm": "line", "apart": "line", "annexes": "text"}
"""What the further lines of an answer are where the first has a rule or room above it, which stands once."""
_BROUGHT = {"。.": "。.！!？?…", "：:": "：:", "；;": "；;", "，,": "，,", "、": "、"}
"""Signs that go on a sentence, and those at the end of an answer with which they are there already."""
_STOPPED = re.compile(
    rf"(?:。|[{HAN}\d)%]\."
    r"|(?:^|[^a-z.])(?!(?:approx|ave|bldg|co|corp|dept|dr|etc|excl|ext|inc|incl|jr|ltd|max|min|no|nos|plc|pp|pte|pty|rd|sr|st|tel|vs)\.$)"
    r"[a-z][a-z-]+\.)$",
    re.IGNORECASE,
)
"""The end of a sentence, and not that of a word cut short."""
_GOES_ON = "，；：）、,;:)"
"""Signs before which no sentence ends."""
_QUOTED = "”’"
"""May stand behind the end of a sentence."""
_NOTHING = {"无", "没有", "不适用", "none", "n/a"}


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a letter; `item` is a line of a list, `table` has rows; else as `model/letter.py` has the kinds of lines.

    `families`: how the answers of each column behave.
    """

    kind: str
    text: str
    heads: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def ends(self) -> list[str]:
        """What stands at each end of a line that has two."""
        return self.text.split(APART)


def lines(template: Template, language: Language, handbook: Handbook) -> tuple[Line, ...]:
    """The lines of a letter, those of the letterhead first: what stands above it, the company, and what of number and date the text does not say."""
    assert template.body is not None
    body = template.body.lines(language)
    said = {gap.field for line in body for gap in line.gaps()} | set(template.aside)
    head = [Line("head", (handbook.company.name[language],))] if template.face != "mail" else []
    for key, field in (("letter_reference", template.number), ("letter_date", template.own_date)):
        if field and field not in said:
            before, _, behind = handbook.interface.texts[key][language].partition("[n]")
            head.append(Line("reference", tuple(piece for piece in (before, Gap(field), behind) if piece)))
    return (*(line for line in body if line.kind == "top"), *head, *(line for line in body if line.kind != "top"))


def closings(words: str, template: Template, language: Language, handbook: Handbook) -> tuple[str, ...]:
    """Between which closings one chooses by the salutation, where words of a letter are one of them; else none."""
    both = tuple(handbook.interface.texts[key][language] for key in ("letter_sincerely", "letter_faithfully"))
    return both if template.salutation and words in both and language == "en" else ()


def around_capitals(handbook: Handbook) -> dict[str, str]:
    """What stands around an amount in capitals, by the language of the letter: blank where it is said in figures alone."""
    in_yuan = handbook.company.currency["zh"] == "元"
    return {"zh": handbook.interface.texts["letter_capitals"]["zh"] if in_yuan else "", "en": ""}


def as_data(template: Template, handbook: Handbook) -> dict[str, list[dict[str, Any]]] | None:
    """The lines in both languages, as scripts read them; None for what is no letter."""
    if template.body is None:
        return None
    return {
        language: [
            {"kind": line.kind, "pieces": [_piece(piece) for piece in line.pieces]}
            for line in lines(template, language, handbook)
        ]
        for language in ALL
    }


def _piece(piece: Piece) -> Any:
    match piece:
        case Gap():
            return {"field": piece.field}
        case Capitals():
            return {"capitals": piece.field}
        case Part():
            return {"part": [_piece(inner) for inner in piece.pieces]}
        case Rows():
            return {
                "rows": piece.field,
                "pattern": None if piece.pattern is None else [_piece(inner) for inner in piece.pattern],
            }
    return piece


class Letter:
    """Says one letter in one language."""

    def __init__(self, template: Template, language: Language, handbook: Handbook, *, filled: bool):
        """
        Args:
            template: the letter.
            language: in which it is said.
            handbook: says the company and the words around answers.
            filled: with the answers of its example, else with a blank in the place of each.
        """
        self._template, self._language, self._filled = template, language, filled
        self._handbook, self._wording = handbook, Wording(handbook, language)
        self._lines = lines(template, language, handbook)
        self._fields = {field.id: field for field in template.fields}
        self.theirs = theirs(self._lines)
        self._signers = {signature.field for signature in template.signs}
        self._answers = {field.id: field.example for field in template.fields}
        self._listed = listed(template)

    def paragraphs(self) -> list[Paragraph]:
        """The whole of it, in order."""
        confirming = False
        said: list[list[Paragraph]] = []
        for line in self._lines:
            confirming = confirming or line.kind == "confirm"
            said.append(self._line(line, confirming=confirming))
        following = [*said[1:], []]
        return [
            paragraph
            for own, after in zip(said, following, strict=True)
            for paragraph in own
            if paragraph.kind != "heading" or (after and after[0].kind not in _ENDS)
        ]

    def _line(self, line: Line, *, confirming: bool) -> list[Paragraph]:
        if line.rows is not None:
            return self._rows(line.rows)
        if line.kind == "room":
            return [Paragraph("room", "")]
        text = self._sentence(line.pieces, self._fields, self._answers, whole=confirming)
        said = text.strip().replace("\t", APART) if text else ""
        kinds = chain((line.kind,), repeat(_FURTHER.get(line.kind, line.kind)))
        return (
            [Paragraph(kind, words.rstrip()) for kind, words in zip(kinds, said.split("\n"), strict=False)]
            if said
            else []
        )

    def _sentence(
        self,
        pieces: tuple[Piece, ...],
        fields: Mapping[str, FormField | AnyColumn],
        answers: Mapping[str, Any],
        *,
        whole: bool,
    ) -> str | None:
        """A sentence; None where an answer is missing that need not be there."""
        text = ""
        for piece in pieces:
            words: str | None = ""
            if isinstance(piece, str):
                words = piece
            elif isinstance(piece, Part):
                there = all(
                    self._is_said(fields[gap.field], answers[gap.field]) for gap in Line("text", piece.pieces).gaps()
                )
                words = (self._sentence(piece.pieces, fields, answers, whole=False) or "") if there else ""
            elif isinstance(piece, Gap):
                words = self._answer(fields[piece.field], answers[piece.field], whole=whole, first=not text)
            elif isinstance(piece, Capitals):
                words = self._capitals(fields[piece.field], answers[piece.field])
            if words is None:
                return None
            text = unstopped(text, words)
            text += continued(text, words)
        return text

    def _answer(self, field: FormField | AnyColumn, given: Any, *, whole: bool, first: bool) -> str | None:
        if not self._filled:
            return self.blank(field)
        if self._is_said(field, given) or (given is not None and (field.required or whole)):
            return self._in_words(field, given, first=first)
        if given is None and field.id in self._signers:
            return TO_SIGN[self._language]
        return None

    def blank(self, field: FormField | AnyColumn) -> str:
        """What stands in the place of an answer that is still to be given; where the other side writes it by hand, what it writes on."""
        if field.id in self.theirs:
            return self._by_hand(field)
        return field.label[self._language].join(SIGNS[self._language].blank)

    def _by_hand(self, field: FormField | AnyColumn) -> str:
        if isinstance(field, ChoicesColumn):
            return " ".join(f"{EMPTY_BOX}\u00a0{option.label[self._language]}" for option in field.options)
        return TO_SIGN[self._language]

    def _is_said(self, field: FormField | AnyColumn, given: Any) -> bool:
        """Whether an answer has anything to say; a blank always has."""
        if not self._filled:
            return True
        if given is None or given == () or given is False or given == "none":
            return False
        if field.kind.family == "number":
            return bool(given != 0)
        return not (isinstance(given, Text) and given[self._language].strip().rstrip("。.").lower() in _NOTHING)

    def _in_words(self, field: FormField | AnyColumn, given: Any, *, first: bool, unit: bool = True) -> str:
        if isinstance(field, ChoiceColumn | ChoicesColumn):
            chosen = given if isinstance(given, tuple) else (given,)
            labels = [option.label[self._language] for option in field.options if option.id in chosen]
            comma = SIGNS[self._language].comma
            if self._language == "zh":
                return comma.join(labels)
            labels = labels if first else [_going_on(label) for label in labels]
            last = ", and " if any(" and " in label for label in labels) else " and "
            return last.join(part for part in (comma.join(labels[:-1]), labels[-1]) if part)
        match field.kind.family:
            case "tick":
                return field.label[self._language]
            case "date":
                return self._day(given)
            case "datetime":
                day, clock = str(given).split(" ")
                said = self._day(date.fromisoformat(day))
                return f"{said}{clock}" if self._language == "zh" else f"{clock} on {said}"
            case "number":
                return self._number(field, given, unit=unit)
        text = str(given[self._language]).strip()
        return in_lines(text, self._language) if field.id in self._listed else text

    def _day(self, day: date) -> str:
        if self._language == "zh":
            return f"{day.year}年{day.month}月{day.day}日"
        return f"{day.day} {MONTHS[day.month - 1]} {day.year}"

    def _number(self, field: FormField | AnyColumn, given: float, *, unit: bool) -> str:
        if not field.kind.decimals:
            return f"{given:,}"
        number = f"{given:,.{field.kind.decimals}f}"
        return self._wording.text("letter_sum", n=number) if unit else number

    def _capitals(self, field: FormField | AnyColumn, given: Any) -> str:
        said = in_capitals(self._number(field, given, unit=False)) if self._filled and given is not None else ""
        return around_capitals(self._handbook)[self._language].replace("[n]", said) if said else ""

    def _rows(self, rows: Rows) -> list[Paragraph]:
        field = self._fields[rows.field]
        if not isinstance(field, TableField):
            assert isinstance(field, ChoicesField)
            chosen = [option for option in field.options if not self._filled or option.id in field.example]
            box = TICKED_BOX if self._filled else EMPTY_BOX  # As in Word and PDF, where they are ticked.
            return [Paragraph("item", f"{box}\u00a0{option.label[self._language]}") for option in chosen]
        columns = {column.id: column for column in field.columns}
        given = field.example if self._filled else (Row.model_construct(cells=()),)
        if rows.pattern is not None:
            in_a_line = {key: column.model_copy(update={"required": True}) for key, column in columns.items()}
            return _numbered(
                [
                    self._sentence(rows.pattern, in_a_line, {key: row[key] for key in columns}, whole=False) or ""
                    for row in given
                ]
            )
        shown = [
            column for column in field.columns if not self._filled or any(row[column.id] is not None for row in given)
        ]
        cells = tuple(tuple(self._cell(column, row[column.id]) for column in shown) for row in given)
        heads = tuple(column.label[self._language] for column in shown)
        return [Paragraph("table", "", heads, tuple(column.kind.family for column in shown), cells)]

    def _cell(self, column: AnyColumn, given: Any) -> str:
        if not self._filled:
            return self.blank(column)
        return "" if given is None else self._in_words(column, given, first=True, unit=False)


def _numbered(texts: list[str]) -> list[Paragraph]:
    return [Paragraph("item", f"{number}. {text}") for number, text in enumerate(texts, 1)]


def unstopped(text: str, more: str) -> str:
    """What was said, without the full stop of an answer where the sentence goes on."""
    return text[:-1] if more[:1] and more[0] in _GOES_ON and _STOPPED.search(text) else text


def continued(text: str, more: str) -> str:
    """What goes on a sentence, without the sign that an answer brought along already."""
    ends = next((ends for signs, ends in _BROUGHT.items() if more[:1] and more[0] in signs), "")
    said = text.rstrip(_QUOTED) if ends and more[0] in "。." else text
    return more[1:] if said and said[-1] in ends else more


def _going_on(label: str) -> str:
    """A label within a sentence: without its capital, but for one of several, as in PDF, and for whole sentences."""
    goes_on = len(label) > 1 and label[0].isupper() and label[1].islower() and not label.endswith(".")
    return label[0].lower() + label[1:] if goes_on else label
