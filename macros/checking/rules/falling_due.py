"""What goes into a calendar is a day or a moment, and rows are settled by a tick or by an option that there is."""

from __future__ import annotations

from ...errors import nearest
from ...model.fields.families import ChoiceColumn, DateColumn, DateTimeColumn, TickColumn
from ...model.template import TableField
from ...reading.loaded import Loaded
from ...reading.source import Location


def check(loaded: Loaded) -> None:
    """Report every `falls_due` that names what is no day, or is settled by what does not exist."""
    for path, template in loaded.folder("templates").items():
        fields = {field.id: field for field in template.fields}
        days = [key for key, field in fields.items() if field.kind.family in ("date", "datetime")]
        for number, due in enumerate(template.falls_due):
            if due.at in fields and due.at not in days:
                fault = f"'{due.at}' is no date; {nearest(due.at, days)}"
                loaded.fault(path, ("falls_due", number), fault)
        for s, section in enumerate(template.sections):
            for f, field in enumerate(section.fields):
                if isinstance(field, TableField) and field.falls_due:
                    _check_rows(loaded, path, ("sections", s, "fields", f, "falls_due"), field)


def _check_rows(loaded: Loaded, path: str, location: Location, table: TableField) -> None:
    due = table.falls_due
    assert due is not None
    columns = {column.id: column for column in table.columns}
    days = [key for key, column in columns.items() if isinstance(column, DateColumn | DateTimeColumn)]
    for name in (due.at, due.remind_on):
        if name and name not in days:
            loaded.fault(path, location, f"no column of dates '{name}'; {nearest(name, days)}")
    if due.says and due.says not in columns:
        loaded.fault(path, (*location, "says"), f"no column '{due.says}'; {nearest(due.says, columns)}")
    if due.done is None:
        return
    settling = [key for key, column in columns.items() if isinstance(column, ChoiceColumn | TickColumn)]
    if due.done.column not in settling:
        fault = f"no tick or choice '{due.done.column}'; {nearest(due.done.column, settling)}"
        loaded.fault(path, (*location, "done", "column"), fault)
        return
    column = columns[due.done.column]
    options = [option.id for option in column.options] if isinstance(column, ChoiceColumn) else []
    if options and due.done.option not in options:
        given = due.done.option
        fault = f"unknown option '{given}'; {nearest(given, options)}" if given else "say which option settles a row"
        loaded.fault(path, (*location, "done", "option"), fault)
