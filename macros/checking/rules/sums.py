"""What is reckoned is of numbers and times that there are, and stands in a field of numbers."""

from __future__ import annotations

from ...errors import nearest
from ...model.fields import AnyColumn
from ...model.fields.families import ChoiceColumn
from ...model.template import TableField, Template
from ...reading.loaded import Loaded


def check(loaded: Loaded) -> None:
    """Report every `sums`, `lasts` and `repriced` of a template that names no table, or what is no number or time."""
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
            columns = _of(tables[each.table].columns, "number")
            for name in (each.adds, each.times, each.takes):
                if name and name not in columns:
                    loaded.fault(path, where, f"no column of numbers '{name}'; {nearest(name, columns)}")
        _check_lasting(loaded, path, template, tables)
        _check_price(loaded, path, template, tables, numbers)


def _check_lasting(loaded: Loaded, path: str, template: Template, tables: dict[str, TableField]) -> None:
    lasts = template.lasts
    if lasts is None:
        return
    times = [field.id for field in template.fields if field.kind.family == "datetime"]
    for key, name in (("begins", lasts.begins), ("ends", lasts.ends)):
        if name not in times:
            loaded.fault(path, ("lasts", key), f"no field with a time of day '{name}'; {nearest(name, times)}")
    if lasts.table not in tables:
        loaded.fault(path, ("lasts", "table"), f"no table '{lasts.table}'; {nearest(lasts.table, tables)}")
        return
    columns = _of(tables[lasts.table].columns, "number")
    if lasts.adds not in columns:
        loaded.fault(path, ("lasts", "adds"), f"no column of numbers '{lasts.adds}'; {nearest(lasts.adds, columns)}")


def _check_price(
    loaded: Loaded, path: str, template: Template, tables: dict[str, TableField], numbers: list[str]
) -> None:
    price = template.repriced
    if price is None:
        return
    for key, name in (("field", price.field), ("changed_by", price.changed_by)):
        if name not in numbers:
            loaded.fault(path, ("repriced", key), f"no field of numbers '{name}'; {nearest(name, numbers)}")
    if price.table not in tables:
        loaded.fault(path, ("repriced", "table"), f"no table '{price.table}'; {nearest(price.table, tables)}")
        return
    columns = tables[price.table].columns
    words = _of(columns, "words", "block")
    if price.before not in words:
        loaded.fault(
            path, ("repriced", "before"), f"no column of words '{price.before}'; {nearest(price.before, words)}"
        )
    choices = {column.id: column.options for column in columns if isinstance(column, ChoiceColumn)}
    if price.kind not in choices:
        loaded.fault(path, ("repriced", "kind"), f"no column of choices '{price.kind}'; {nearest(price.kind, choices)}")
        return
    options = [option.id for option in choices[price.kind]]
    if price.option not in options:
        loaded.fault(path, ("repriced", "option"), f"no such answer '{price.option}'; {nearest(price.option, options)}")


def _of(columns: tuple[AnyColumn, ...], *families: str) -> list[str]:
    return [column.id for column in columns if column.kind.family in families]
