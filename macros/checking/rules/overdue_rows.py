"""What says which rows of a list are overdue, or do not go together, names columns that can say so."""

from __future__ import annotations

from ...errors import nearest
from ...model.durations import whole_days
from ...model.fields.families import ChoiceColumn, DateColumn, DateTimeColumn
from ...model.template import Clash, Overdue, TableField
from ...reading.loaded import Loaded
from ...reading.source import Location


def check(loaded: Loaded) -> None:
    """Report every `overdue` and `clash` that names an unknown column or option, or stands at a table that is no list."""
    for path, template in loaded.folder("templates").items():
        for s, section in enumerate(template.sections):
            for f, field in enumerate(section.fields):
                if not isinstance(field, TableField):
                    continue
                for key, marked in (("overdue", field.overdue), ("clash", field.clash)):
                    location = ("sections", s, "fields", f, key)
                    if marked is not None and template.as_list is None:
                        loaded.fault(
                            path,
                            location,
                            "only the rows of a list are marked, which is a template of one table "
                            f"with 8 columns or more; take `{key}` away",
                        )
                    elif isinstance(marked, Overdue):
                        _check_columns(loaded, path, location, field, marked)
                    elif isinstance(marked, Clash):
                        _check_clash(loaded, path, location, field, marked)


def _check_clash(loaded: Loaded, path: str, location: Location, table: TableField, clash: Clash) -> None:
    days = [column.id for column in table.columns if isinstance(column, DateColumn)]
    if clash.day not in days:
        loaded.fault(path, (*location, "day"), f"no column of dates '{clash.day}'; {nearest(clash.day, days)}")
    words = [column.id for column in table.columns if column.kind.is_words]
    if clash.who not in words:
        loaded.fault(path, (*location, "who"), f"no column of words '{clash.who}'; {nearest(clash.who, words)}")


def _check_columns(loaded: Loaded, path: str, location: Location, table: TableField, overdue: Overdue) -> None:
    days = [column.id for column in table.columns if isinstance(column, DateColumn | DateTimeColumn)]
    if overdue.day not in days:
        loaded.fault(path, (*location, "day"), f"no column of dates '{overdue.day}'; {nearest(overdue.day, days)}")
    if overdue.after and not whole_days(overdue.after):
        loaded.fault(
            path,
            (*location, "after"),
            f"'{overdue.after}': a day has no hours; write whole days or more, such as P14D or P6M",
        )
    if overdue.until is None:
        return
    choices = {column.id: column for column in table.columns if isinstance(column, ChoiceColumn)}
    given = overdue.until
    if given.column not in choices:
        loaded.fault(
            path,
            (*location, "until", "column"),
            f"no column of choices '{given.column}'; {nearest(given.column, choices)}",
        )
        return
    options = [option.id for option in choices[given.column].options]
    if given.option not in options:
        loaded.fault(
            path, (*location, "until", "option"), f"unknown option '{given.option}'; {nearest(given.option, options)}"
        )
