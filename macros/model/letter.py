"""A letter: how it looks, and its text, in which answers stand in sentences.

In a data file `body` holds the text in both languages, a paragraph a line. `{field}` is an answer, `{capitals:field}` behind it what an
amount is in Chinese capitals, `{table:field}` alone on a line a table, `{list:field|pattern}` a numbered line for each row, with columns
named in the pattern, or for each answer of several; what stands in `[[…]]` falls away where an answer in it is missing, and so does a
whole paragraph. A line begins with:

- `##` the title, `#` a heading, `**` the subject, which ends in `**` too
- `|` a line of its own, such as the addressee; `||` the same with room above it; `>>` the same at the right
- `^^` what stands at the top left, above the name of the company, such as how urgent an official paper is
- `<>` what stands with the number of the paper, above the title; a `<>` in it parts what stands left from what stands right
- `++` what is enclosed, with room above it
- `__` who gets a copy of an official paper, between two rules at the foot of its last page
- `==` below that, who issued it and, behind a `<>`, on which day
- `~~` room to sign and to put a seal, with nothing else
- `--` a rule: what follows is for the other side to confirm
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, ValidationInfo, model_validator

from .base import TOKEN, Id, Record
from .languages import InBoth, Language, whole

Face = Literal["business", "official", "notice", "statement", "declaration", "mail"]
"""How a letter looks: to another company, an official document, to all staff, to the media, signed by someone outside on a
text of ours, or only ever a mail."""
LineKind = Literal[
    "top",
    "head",
    "reference",
    "title",
    "heading",
    "subject",
    "line",
    "apart",
    "annexes",
    "copies",
    "issued",
    "right",
    "room",
    "confirm",
    "text",
]
"""`top`, `head` and `reference` stand above the text: how urgent it is, the company, and what of number and date the text does not say. A tab
parts the ends of a `reference` and of an `issued`."""
APART = "\u3000\u3000"
"""What stands in the place of that tab where lines have no ends."""

_MARKS: tuple[tuple[str, LineKind], ...] = (
    ("##", "title"),
    ("#", "heading"),
    ("**", "subject"),
    (">>", "right"),
    ("||", "apart"),
    ("|", "line"),
    ("^^", "top"),
    ("<>", "reference"),
    ("++", "annexes"),
    ("__", "copies"),
    ("==", "issued"),
    ("~~", "room"),
    ("--", "confirm"),
)
_PIECE = re.compile(
    r"\{(?P<rows>table|list):(?P<of>[a-z0-9-]+)(?:\|(?P<pattern>(?:[^{}]|\{[a-z0-9-]+\})*))?\}"
    r"|\[\[(?P<part>.*?)\]\]|\{capitals:(?P<amount>[a-z0-9-]+)\}|\{(?P<field>[^{}]*)\}"
)
_TOKEN = re.compile(rf"\{{({TOKEN})\}}")


@dataclass(frozen=True)
class Gap:
    """Where an answer stands."""

    field: str


@dataclass(frozen=True)
class Capitals:
    """Where an amount that was said is said again in Chinese capitals; nothing in an empty letter, which cannot know them."""

    field: str


@dataclass(frozen=True)
class Part:
    """What falls away where an answer in it is missing."""

    pieces: tuple[str | Gap | Capitals, ...]


@dataclass(frozen=True)
class Rows:
    """Where a table stands, or a numbered line for each of its rows."""

    field: str
    pattern: tuple[str | Gap | Capitals | Part, ...] | None
    """Of a line; blank where each of several answers has one; None for a table."""


Piece = str | Gap | Capitals | Part | Rows


@dataclass(frozen=True)
class Line:
    """A paragraph of a letter."""

    kind: LineKind
    pieces: tuple[Piece, ...]

    def gaps(self) -> Iterator[Gap]:
        """The answers in it, those in parts too; not those in rows."""
        for piece in self.pieces:
            if isinstance(piece, Gap):
                yield piece
            elif isinstance(piece, Part):
                yield from (inner for inner in piece.pieces if isinstance(inner, Gap))

    @property
    def rows(self) -> Rows | None:
        """What stands in it instead of a sentence."""
        return next((piece for piece in self.pieces if isinstance(piece, Rows)), None)


@cache
def lines_of(body: str) -> tuple[Line, ...]:
    """The paragraphs of a letter's text."""
    return tuple(_line(line.strip()) for line in body.split("\n") if line.strip())


def theirs(lines: Iterable[Line]) -> frozenset[str]:
    """The answers that the other side gives on paper: what is said below the rule only."""
    ours: set[str] = set()
    below: set[str] = set()
    said = ours
    for line in lines:
        said = below if line.kind == "confirm" else said
        if line.kind != "issued":
            said.update(gap.field for gap in line.gaps())
    return frozenset(below - ours)


def _line(text: str) -> Line:
    for sign, kind in _MARKS:
        if text.startswith(sign):
            rest = text.removeprefix(sign)
            if kind in ("reference", "issued"):
                rest = re.sub(r"\s*<>\s*", "\t", rest)
            return Line(kind, _pieces((rest.removesuffix("**") if kind == "subject" else rest).strip(" ")))
    return Line("text", _pieces(text))


def _pieces(text: str) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    end = 0
    for found in _PIECE.finditer(text):
        if found.start() > end:
            pieces.append(text[end : found.start()])
        end = found.end()
        if found["part"] is not None:
            pieces.append(
                Part(tuple(piece for piece in _pieces(found["part"]) if isinstance(piece, str | Gap | Capitals)))
            )
        elif found["amount"]:
            pieces.append(Capitals(found["amount"]))
        elif found["rows"]:
            pattern = tuple(piece for piece in _pieces(found["pattern"] or "") if not isinstance(piece, Rows))
            pieces.append(Rows(found["of"], pattern if found["rows"] == "list" else None))
        else:
            pieces.append(Gap(found["field"]))
    return (*pieces, text[end:]) if text[end:] else tuple(pieces)


def _named(value: str, info: ValidationInfo, language: Language) -> str:
    """The text with the names of the company profile in it; other names are those of fields."""
    tokens = (info.context or {}).get("tokens") or {}
    if not value.strip():
        raise ValueError("is blank; write the text of the letter")
    return _TOKEN.sub(lambda found: tokens[found[1]][language] if found[1] in tokens else found[0], value).strip()


class Body(Record, InBoth[str]):
    """The text of a letter in both languages, as it is written in the data file."""

    zh: Annotated[str, AfterValidator(lambda value, info: _named(value, info, "zh"))]
    en: Annotated[str, AfterValidator(lambda value, info: _named(value, info, "en"))]

    @model_validator(mode="before")
    @classmethod
    def _whole(cls, value: Any) -> Any:
        return whole(value)

    def lines(self, language: Language) -> tuple[Line, ...]:
        """Its paragraphs."""
        return lines_of(self[language])


class Signature(Record):
    """Who signs."""

    field: Id
    """The person whose name stands under the line."""
    seal: Literal["company", "contract", "department", "finance"] | None = None
    """Whether a seal is put beside it, and which."""
    after: bool = False
    """Whether the line is signed later, by the next person."""
