"""When a row of a list is overdue, as Excel asks it."""

from __future__ import annotations

from collections.abc import Callable

from ...model.base import Text
from ...model.durations import duration_parts
from ...model.fields.families import ChoiceColumn
from ...model.template import Overdue, TableField


def condition(table: TableField, overdue: Overdue, cell: Callable[[str], str], say: Callable[[Text], str]) -> str:
    """The formula that is true for the rows that are overdue.

    Args:
        table: the list.
        overdue: what the data say of it.
        cell: the reference to the first cell of a column, by its id.
        say: a text in the languages of the file.
    """
    day = cell(overdue.day)
    timed = next(column for column in table.columns if column.id == overdue.day).kind.family == "datetime"
    conditions = [f"ISNUMBER({day})", passed(last_day(day, overdue), timed=timed)]
    if overdue.until:
        column = next(column for column in table.columns if column.id == overdue.until.column)
        assert isinstance(column, ChoiceColumn)
        label = next(option.label for option in column.options if option.id == overdue.until.option)
        settled = say(label).replace('"', '""')
        conditions.append(f'{cell(column.id)}<>"{settled}"')
    return f"=AND({','.join(conditions)})"


def last_day(day: str, overdue: Overdue) -> str:
    """The last day, or moment, that is not overdue."""
    parts = duration_parts(overdue.after) if overdue.after else {}
    months, days = 12 * parts.get("years", 0) + parts.get("months", 0), 7 * parts.get("weeks", 0) + parts.get("days", 0)
    counted = f"EDATE({day},{months})" if months else day
    return f"{counted}+{days}" if days else counted


def passed(due: str, *, timed: bool) -> str:
    """Whether it has passed: a day when it is over, a moment at once; a moment without a time of day is the whole day."""
    return f"{due}+IF(INT({due})={due},1,0)<NOW()" if timed else f"{due}<TODAY()"
