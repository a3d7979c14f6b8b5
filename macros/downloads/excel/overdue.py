"""Which rows of a list are overdue."""

from __future__ import annotations

from dataclasses import dataclass

from ...model.template import ChoiceColumn, DateColumn, Option, TableField


@dataclass(frozen=True)
class Deadline:
    """A row is overdue once the day in `due` has passed, until `state` says `closed`."""

    due: DateColumn
    state: ChoiceColumn
    closed: Option


def deadline(table: TableField) -> Deadline | None:
    """The deadline of a list of matters to follow; None for lists of other things.

    Such a list has a state that every row must have, whose last option ends the matter, and a date that only some rows
    have, the day on which it ended. What was promised is the last date that every row must have.
    """
    dates = [column for column in table.columns if isinstance(column, DateColumn)]
    promised = [column for column in dates if column.required]
    states = [column for column in table.columns if isinstance(column, ChoiceColumn) and column.required]
    if not promised or not states or len(dates) == len(promised):
        return None
    return Deadline(promised[-1], states[0], states[0].options[-1])
