"""How the sheets look: fonts, colours, and texts of several sizes within one cell."""

from __future__ import annotations

import functools
import unicodedata
from dataclasses import dataclass, replace
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from ...model.brand import OWN, mixed
from ...model.languages import Language
from . import limits

ACCENT, TINT, PALE = OWN, mixed(OWN, "#ffffff", 0.9), mixed(OWN, "#ffffff", 0.95)
"""The colour of names and lines, behind labels, and behind what is reckoned; each stands for that of the company."""
LINE, INK, QUIET = "#B9C4CF", "#1C2733", "#5F6B77"
OVERDUE, OVERDUE_INK = "#FBE3E0", "#8C1D13"
SOON, SOON_INK = "#FFF3D6", "#7A4B00"
_FONTS = {"zh": ("Microsoft YaHei", 1.42), "en": ("Arial", 1.22)}
"""The font by the language that leads, and how high its lines are, by its size."""
_SECOND_FONT = "Arial"
"""Of translations: the curly quotes of Chinese fonts are as wide as a character, which tears English apart."""
PADDING, _SIDES = 6.0, 11.0
"""What a cell leaves empty above and below, and at its two sides, in points."""


@dataclass(frozen=True)
class Words:
    """A stretch of text in one look; sizes are in points."""

    text: str
    size: float = 10
    color: str = INK
    bold: bool = False
    second: bool = False
    """Whether it is a translation, which follows the leading language."""


Paragraph = list[Words]


class Look:
    """Makes the formats of one workbook, each once."""

    def __init__(self, workbook: Workbook, language: Language, colour: str):
        """
        Args:
            workbook: where the formats belong.
            language: the language that leads in the file.
            colour: the company's.
        """
        self._workbook = workbook
        self._own = {ACCENT: colour, TINT: mixed(colour, "#ffffff", 0.9), PALE: mixed(colour, "#ffffff", 0.95)}
        self.font, self._line_height = _FONTS[language]
        self._formats: dict[tuple[Any, ...], Format] = {}

    def format(self, **properties: Any) -> Format:
        """A format; properties are those of XlsxWriter."""
        key = ("cell", frozenset(properties.items()))
        if key not in self._formats:
            chosen = {
                "font_name": self.font,
                "font_size": 10,
                "font_color": INK,
                "valign": "vcenter",
                "text_wrap": True,
                **{name: self._own.get(value, value) for name, value in properties.items()},
            }
            self._formats[key] = self._workbook.add_format(chosen)
        return self._formats[key]

    def write(self, sheet: Worksheet, row: int, column: int, paragraphs: list[Paragraph], **cell: Any) -> None:
        """Put texts into a cell, never as a formula, a link or a number; `cell` is as for `format`."""
        runs = _runs(paragraphs)
        if not runs:
            sheet.write_blank(row, column, None, self.format(**cell))
        elif len(runs) == 1:
            words = runs[0]
            sheet.write_string(
                row,
                column,
                limits.shortened(words.text, limits.CELL),
                self.format(**{**cell, "font_size": words.size, "font_color": words.color, "bold": words.bold}),
            )
        else:
            parts: list[Any] = []
            for words in runs:
                parts += [self._run(words), words.text]
            sheet.write_rich_string(row, column, *parts, self.format(**cell))

    def height(self, paragraphs: list[Paragraph], width: float, padding: float = PADDING) -> float:
        """How high a cell of a width must be for its texts, both in points: an estimate, on the safe side."""
        lines = sum(
            _lines(paragraph, width - _SIDES) * max(words.size for words in paragraph) for paragraph in paragraphs
        )
        return min(lines * self._line_height + padding, limits.ROW_HEIGHT)

    def fits(self, paragraphs: list[Paragraph], width: float) -> bool:
        """Whether each paragraph fits on a line of a cell of this width, in points."""
        return all(_lines(paragraph, width - _SIDES) == 1 for paragraph in paragraphs)

    def _run(self, words: Words) -> Format:
        key = ("run", words.size, words.color, words.bold, words.second)
        if key not in self._formats:
            font = _SECOND_FONT if words.second else self.font
            self._formats[key] = self._workbook.add_format(
                {
                    "font_name": font,
                    "font_size": words.size,
                    "font_color": self._own.get(words.color, words.color),
                    "bold": words.bold,
                }
            )
        return self._formats[key]


def translated(texts: list[str], size: float, second: float, *, bold: bool = False) -> list[Paragraph]:
    """A text with its translation below it, smaller and greyer.

    Args:
        texts: the text in each language.
        size: of the first language.
        second: size of the others.
        bold: whether the first language is bold.
    """
    first, *others = texts
    return [[Words(first, size, bold=bold)], *([Words(other, second, QUIET, second=True)] for other in others)]


def title(texts: list[str]) -> list[Paragraph]:
    """The name of a form, over everything else."""
    return [
        [replace(words, size=20, color=ACCENT) if not place else words for words in paragraph]
        for place, paragraph in enumerate(translated(texts, 20, 11, bold=True))
    ]


def beside(texts: list[str], first: Words, second: float) -> Paragraph:
    """A text with its translation behind it, smaller and greyer; `first` gives the look of the first language."""
    _, *others = texts
    return [first, *(Words(f"   {other}", second, QUIET, second=True) for other in others)]


def quiet(texts: list[str], size: float) -> list[Paragraph]:
    """Small grey text, each language in a paragraph of its own."""
    return [[Words(text, size, QUIET, second=place > 0)] for place, text in enumerate(texts)]


def _lines(paragraph: Paragraph, width: float) -> int:
    """How many lines a paragraph takes in a width in points."""
    lines, used = 1, 0.0
    for words in paragraph:
        for piece, full, bare in _measured(words.text):
            wide = full * words.size
            if piece == "\n" or (used and used + bare * words.size > width):
                lines, used = lines + 1, 0.0
            broken = int(wide // width) if wide > width else 0
            lines, used = lines + broken, used + wide - broken * width
    return lines


@functools.lru_cache(maxsize=4096)
def _measured(text: str) -> tuple[tuple[str, float, float], ...]:
    """The pieces of a text between which a line may end, each with its width in em, and that without the space behind it.
    Forms share most of their texts, and each language's files say them again."""
    return tuple((piece, sum(map(_em, piece)), sum(map(_em, piece.rstrip()))) for piece in _breakable(text))


def _breakable(text: str) -> list[str]:
    """The text in pieces between which a line may end: Latin words with the space behind them, Chinese characters."""
    pieces: list[str] = []
    for character in text:
        latin = _em(character) < 1 and character != "\n"
        if latin and pieces and not pieces[-1].endswith((" ", "\n")) and _em(pieces[-1][-1]) < 1:
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


@functools.cache
def _em(character: str) -> float:
    if unicodedata.combining(character):
        return 0
    if unicodedata.east_asian_width(character) in "WFA":
        return 1
    return 0.7 if character.isupper() or character in "mw%@" else 0.32 if character in " .,:;'|()-/ijltfr" else 0.54


def _runs(paragraphs: list[Paragraph]) -> list[Words]:
    """The texts with line breaks between the paragraphs; neighbours of one look together."""
    runs: list[Words] = []
    for number, paragraph in enumerate(paragraphs):
        for place, words in enumerate(paragraph):
            text = f"\n{words.text}" if number and not place else words.text
            if runs and replace(runs[-1], text=words.text) == words:
                runs[-1] = replace(words, text=runs[-1].text + text)
            else:
                runs.append(replace(words, text=text))
    return runs
