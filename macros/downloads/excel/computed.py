"""What a list reckons by itself: columns behind the answers, and a line above the table that counts.

A formula names the cell beside it as `INDEX($F:$F,ROW())`: the same words in each row, so that a row may be added, sorted or
copied in any program, and a table knows one formula a column. An empty row shows nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ...model.base import Text
from ...model.fields.families import ChoiceColumn
from ...model.template import Clash, Overdue, TableField
from ..plain import PlainWords
from .overdue import last_day, passed

_SOON = 7
"""For how many days before it is due a row is said to be due soon, as `list_soon` says it."""
_HERE = "\ue000"
"""Stands in a sentence where its number goes; no text has it."""
_GOES_ON = "…"
"""What a row begins with in which a text goes on that is higher than a row can be (`overrides/forms/excel.js`)."""
_DEEPEST = 5000
"""How far down the line above the table counts."""
Letter = Callable[[str], str]
"""The letter of a column by its id."""


@dataclass(frozen=True)
class Computed:
    """A column that nobody fills in."""

    label: tuple[str, ...]
    formula: str
    """The same in every row."""
    number_format: str
    weight: int
    warns: tuple[str, ...] = ()
    """The texts of the interface that it says where something is wrong, worst first."""


def columns(table: TableField, words: PlainWords, letter: Letter) -> list[Computed]:
    """The columns that are reckoned for a table."""
    found: list[Computed] = []
    if table.overdue:
        found += _deadline(table, table.overdue, words, letter)
    if table.clash:
        found += _turns(table.clash, words, letter)
    return found


def summary(
    table: TableField, words: PlainWords, letter: Letter, reckoned: list[tuple[Computed, str]], first: int
) -> tuple[str, str]:
    """The formula of the line that counts, and what it says of an empty list: not every program reckons when it opens a file.

    Args:
        table: the list.
        words: says the texts.
        letter: names the columns of answers.
        reckoned: the columns of `columns` with their letters.
        first: the number of the first row, from 1.
    """

    lines: dict[str, list[str]] = {}
    empty: dict[str, list[str]] = {}
    for key, formula, label in _counts(table, words, letter, reckoned, first):
        values = {"label": label} if label else {}
        for language, text in words.own_spoken(key, n=_HERE, **values).items():
            before, after = text.split(_HERE)
            empty.setdefault(language, []).append(f"{before}{'0.00' if key == 'list_sum' else '0'}{after}")
            pieces = [_quoted(before), formula, *([_quoted(after)] if after else [])]
            lines.setdefault(language, []).append("&".join(pieces))
    return (
        "=" + "&CHAR(10)&".join('&" · "&'.join(parts) for parts in lines.values()),
        "\n".join(" · ".join(parts) for parts in empty.values()),
    )


def _counts(
    table: TableField, words: PlainWords, letter: Letter, reckoned: list[tuple[Computed, str]], first: int
) -> Iterator[tuple[str, str, Text | None]]:
    """What the line says in a row: the text of the interface for it, the formula of its number, and what is counted."""

    def reach(column: str) -> str:
        return f"${column}${first}:${column}${_DEEPEST}"

    def counted(column: str, answer: str) -> str:
        return f"COUNTIF({reach(column)},{_quoted(answer)})"

    named = reach(letter(table.columns[0].id))
    yield "list_rows", f'COUNTA({named})-COUNTIF({named},"{_GOES_ON}*")', None
    for column, place in reckoned:
        for key in column.warns:
            yield "list_count", counted(place, said(words, key)), words.interface_text(key)
    if table.overdue and table.overdue.until:
        state = _choice(table, table.overdue.until.column)
        for option in state.options:
            yield "list_count", counted(letter(state.id), words.one(option.label)), option.label
    for number in table.columns:
        if number.kind.family == "number":
            yield "list_sum", f'TEXT(SUBTOTAL(109,{reach(letter(number.id))}),"#,##0.00")', number.label


def _deadline(table: TableField, overdue: Overdue, words: PlainWords, letter: Letter) -> list[Computed]:
    """When a row is due, by how many days it is overdue, and how it stands."""
    day = _beside(letter(overdue.day))
    due, is_day, timed = last_day(day, overdue), f"ISNUMBER({day})", _is_timed(table, overdue)
    state, settled = "", ""
    if overdue.until:
        state = _beside(letter(overdue.until.column))
        settled = words.one(_option(table, overdue.until.column, overdue.until.option))
    is_settled = f"{state}={_quoted(settled)}" if state else "FALSE"
    past, today, soon, later, no_day = (
        _quoted(said(words, key)) for key in ("list_past", "list_today", "list_soon", "list_later", "list_no_day")
    )
    standing = (
        f'=IF({day}="","",IF(NOT({is_day}),{no_day},IF({is_settled},{_quoted(settled)},'
        f"IF({passed(due, timed=timed)},{past},IF(INT({due})=TODAY(),{today},"
        f"IF({due}-TODAY()<={_SOON},{soon},{later}))))))"
    )
    late = f'=IF({is_day},IF({is_settled},"",MAX(0,TODAY()-INT({due}))),"")'
    until = [_column(words, "list_due", f'=IF({is_day},{due},"")', "yyyy-mm-dd", 15)] if overdue.after else []
    return [
        *until,
        _column(words, "list_late", late, "0", 12),
        _column(words, "list_standing", standing, "@", 17, ("list_past", "list_soon")),
    ]


def _turns(clash: Clash, words: PlainWords, letter: Letter) -> list[Computed]:
    """How often someone stands in the list, and whether twice on a day."""
    days, everyone = letter(clash.day), letter(clash.who)
    day, who = _beside(days), _beside(everyone)
    # Without the sign, a name that begins with "=" or "<" would be taken for a comparison.
    same = f'"="&{who}'
    twice = _quoted(said(words, "list_twice"))
    return [
        _column(words, "list_turns", f'=IF({who}="","",COUNTIF(${everyone}:${everyone},{same}))', "0", 12),
        _column(
            words,
            "list_clash",
            f'=IF(OR({who}="",{day}=""),"",IF(COUNTIFS(${days}:${days},{day},${everyone}:${everyone},{same})>1,{twice},""))',
            "@",
            17,
            ("list_twice",),
        ),
    ]


def _column(
    words: PlainWords, key: str, formula: str, number_format: str, weight: int, warns: tuple[str, ...] = ()
) -> Computed:
    # A cell shown as text would keep its formula as text once it is edited.
    shown = "General" if number_format == "@" else number_format
    return Computed(tuple(words.own(key)), formula, shown, weight, warns)


def said(words: PlainWords, key: str) -> str:
    """A text of the interface as a formula has it: both languages beside each other."""
    return " ".join(words.own(key))


def _beside(column: str) -> str:
    return f"INDEX(${column}:${column},ROW())"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _choice(table: TableField, column_id: str) -> ChoiceColumn:
    column = next(column for column in table.columns if column.id == column_id)
    assert isinstance(column, ChoiceColumn)
    return column


def _option(table: TableField, column_id: str, option_id: str) -> Text:
    return next(option.label for option in _choice(table, column_id).options if option.id == option_id)


def _is_timed(table: TableField, overdue: Overdue) -> bool:
    return next(column for column in table.columns if column.id == overdue.day).kind.family == "datetime"
