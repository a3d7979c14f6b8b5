"""How much room things need, from what is known of them: their type, their options and their examples."""

from __future__ import annotations

import itertools
import math
import re
import unicodedata
from collections.abc import Iterable

from ..model.base import Text
from ..model.fields import AnyColumn, LoneField
from ..model.fields.families import BlockColumn, ChoiceColumn, ChoicesColumn, WordsColumn
from ..model.languages import LANGUAGES, Language
from ..model.template import FormField, TableField, Template

_HALF_A_ROW = 30
"""How many half-width letters an answer may have to stand beside another."""

_PORTRAIT_MM = 190
"""The sum of its columns' widths up to which a table is set across an upright page."""
_UPRIGHT_MM, _ACROSS_MM = 172, 261
"""How wide tables are on either page."""
_DAY_MM, _DAY_IN_WORDS_MM = 24, 34
"""What a day needs in figures, and with its month in words, as in a letter."""
_WORD = re.compile(r"[!-~]+")
_LETTER_MM, _SIDES_MM, _WIDEST_MM = 1.87, 4.6, 46
"""How wide a usual letter is, and what a cell leaves empty; the most that is left to a single word."""
_SHARES = (("@%MWm", 1.6), ("w", 1.3), ("ABCDEFGHKLNOPQRSTUVXYZ", 1.25), ("frt()-/", 0.57), ("Iijl.,:;'|!", 0.45))
"""How much wider or narrower other letters are in Arial, as in most faces without serifs."""
_NARROWEST = 0.6
"""To how much of their width the other columns give way."""


def letters(text: str) -> int:
    """The width of a text in half-width letters; a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def fits_half(field: FormField) -> bool:
    """Whether a field needs no more than half the width of the page."""
    if isinstance(field, WordsColumn):
        return not isinstance(field, BlockColumn) and _widest(field.example) <= _HALF_A_ROW
    if isinstance(field, ChoiceColumn):
        return max(_widest(option.label) for option in field.options) <= _HALF_A_ROW
    return not isinstance(field, (ChoicesColumn, TableField))


def in_pairs(fields: tuple[LoneField, ...]) -> list[tuple[LoneField, ...]]:
    """Fields in rows of two, where both need no more than half the width, and of one."""
    rows: list[tuple[LoneField, ...]] = []
    for field in fields:
        if rows and len(rows[-1]) == 1 and all(map(fits_half, (*rows[-1], field))):
            rows[-1] += (field,)
        else:
            rows.append((field,))
    return rows


def lines_of(example: str, letters_a_line: int) -> int:
    """How many lines to keep free for a long text: what the example takes, and one more."""
    return sum(math.ceil(letters(line) / letters_a_line) or 1 for line in example.split("\n")) + 1


def column_widths(field: TableField, total: int, *, in_words: bool = False) -> list[int]:
    """Widths of the columns of a table, in the unit of `total`, which they add up to; `in_words`: whether its days are said as in a letter."""
    wanted = _unbroken(field, wanted_mm(field), _DAY_IN_WORDS_MM if in_words else _DAY_MM)
    edges = [round(total * sum(wanted[:number]) / sum(wanted)) for number in range(len(wanted) + 1)]
    return [right - left for left, right in itertools.pairwise(edges)]


def _unbroken(field: TableField, wanted: list[float], day: float) -> list[float]:
    """The widths that columns have on paper, none so narrow that a day, an address or a number to call is broken; the others give way.
    Where there is no room for all of that, words at least are whole, and else days."""
    room = _ACROSS_MM if sum(wanted) > _PORTRAIT_MM else _UPRIGHT_MM
    widths = [room * each / sum(wanted) for each in wanted]
    days = [day if column.kind.family in ("date", "datetime") else 0.0 for column in field.columns]
    words, called = (
        [max(each, longest_word(column, field, whole=whole)) for each, column in zip(days, field.columns, strict=True)]
        for whole in (False, True)
    )
    for least in (called, words, days):
        given = _given(widths, least)
        if all(new >= old * _NARROWEST for new, old in zip(given, widths, strict=True)):
            return given
    return wanted


def _given(widths: list[float], least: list[float]) -> list[float]:
    """Widths of the same sum, none below its least, the others in proportion."""
    short: set[int] = set()
    given = widths
    while more := {number for number, each in enumerate(given) if each < least[number]}:
        short |= more
        left = sum(widths) - sum(least[number] for number in short)
        others = sum(each for number, each in enumerate(widths) if number not in short)
        share = left / others if others else 0
        given = [least[number] if number in short else each * share for number, each in enumerate(widths)]
    return given


def longest_word(
    column: AnyColumn, field: TableField, *, whole: bool = True, languages: Iterable[Language] = LANGUAGES
) -> float:
    """What a column of a table needs for its longest word, in its head, below it or among its answers, in millimetres; `whole`:
    whether a number to call is one word."""
    options = [option.label for option in column.options] if isinstance(column, ChoiceColumn) else []
    examples = [each for row in field.example if isinstance(each := row[column.id], Text)]
    words = [
        word for each in (column.label, *options, *examples) for text in languages for word in _WORD.findall(each[text])
    ]
    if whole and column.kind.detail == "phone":
        words += [each[text] for each in examples for text in languages]
    return min(max((_wide(word) + _SIDES_MM for word in words), default=0), _WIDEST_MM)


def _wide(word: str) -> float:
    """How wide a word of Latin letters is, in millimetres."""
    return _LETTER_MM * sum(next((share for letters, share in _SHARES if each in letters), 1) for each in word)


def is_wide(template: Template) -> bool:
    """Whether a form has a table that needs the page turned on its side."""
    return any(sum(wanted_mm(field)) > _PORTRAIT_MM for field in template.fields if isinstance(field, TableField))


def wanted_mm(field: TableField) -> list[float]:
    """What the columns of a table would take, in millimetres: text as its examples need, within limits."""
    found = []
    for column in field.columns:
        usual: float = column.kind.width_mm
        if column.kind.stretches:
            examples = [row[column.id] for row in field.example if row[column.id] is not None]
            usual = min(max([0.7 * usual, *map(_widest, examples)]), 1.6 * usual)
        found.append(usual)
    return found


def _widest(text: Text) -> int:
    return max(letters(text[language]) for language in LANGUAGES)
