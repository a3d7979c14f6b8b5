"""A sum is over numbers that there are, and stands in a field of numbers."""

from __future__ import annotations

from ...errors import nearest
from ...model.template import TableField
from ...reading.loaded import Loaded


def check(loaded: Loaded) -> None:
    """Report every `sums` of a template that names no table, or what is no number."""
    for path, template in loaded.folder("templates").items():
        tables = {field.id: field for field in template.fields if isinstance(field, TableField)}
        numbers = [field.id for field in template.fields if field.kind.family == "number"]
        for place, each in enumerate(template.sums):
            where = ("sums", place)
            for name in (each.field, each.begins):
                if name and name not in numbers:
                    loaded.fault(path, where, f"no field of numbers '{name}'; {nearest(name, numbers)}")
            if each.table not in tables:
                loaded.fault(path, where, f"no table '{each.table}'; {nearest(each.table, tables)}")
                continue
            columns = [column.id for column in tables[each.table].columns if column.kind.family == "number"]
            for name in (each.adds, each.times, each.takes):
                if name and name not in columns:
                    loaded.fault(path, where, f"no column of numbers '{name}'; {nearest(name, columns)}")
