"""What says that one day or moment is not before another names one that there is, in an order that can be kept, as the examples do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ...errors import nearest
from ...model.fields.families import Column, DayColumn
from ...model.template import TableField, Template
from ...reading.loaded import Loaded
from ...reading.source import Location


def check(loaded: Loaded) -> None:
    """Report every `not_before` that names no day, the field itself, or one that is not before it either; and examples against it."""
    for path, template in loaded.folder("templates").items():
        fields = {field.id: field for field in template.fields}
        examples = {field.id: getattr(field, "example", None) for field in template.fields}
        for location, days, known, rows in _kept(template):
            for place, day in days:
                _check_one(
                    loaded, path, (*location, *place), day, {**fields, **known}, [{**examples, **row} for row in rows]
                )


_Days = list[tuple[Location, DayColumn]]


def _kept(template: Template) -> Iterator[tuple[Location, _Days, Mapping[str, Column], list[dict[str, Any]]]]:
    """The days in an order, those of the form and those of each table: where they stand, what stands beside them, with the examples."""
    for s, section in enumerate(template.sections):
        lone: _Days = [
            (("fields", f), field)
            for f, field in enumerate(section.fields)
            if isinstance(field, DayColumn) and field.not_before
        ]
        yield ("sections", s), lone, {}, [{}]
        for f, field in enumerate(section.fields):
            if isinstance(field, TableField):
                days: _Days = [
                    (("columns", c), column)
                    for c, column in enumerate(field.columns)
                    if isinstance(column, DayColumn) and column.not_before
                ]
                columns = {column.id: column for column in field.columns}
                yield ("sections", s, "fields", f), days, columns, [dict(row.cells) for row in field.example]


def _check_one(
    loaded: Loaded,
    path: str,
    location: Location,
    day: DayColumn,
    known: Mapping[str, Column],
    examples: list[dict[str, Any]],
) -> None:
    where, name = (*location, "not_before"), day.not_before or ""
    others = [key for key, field in known.items() if isinstance(field, DayColumn) and key != day.id]
    if name == day.id:
        loaded.fault(path, where, f"'{name}' is this very field; name the one that comes first, or take it out")
        return
    if name not in known:
        loaded.fault(path, where, f"unknown field '{name}'; {nearest(name, others)}")
        return
    earlier = known[name]
    if not isinstance(earlier, DayColumn):
        loaded.fault(path, where, f"'{name}' is no date, but {earlier.type}; {nearest(name, others)}")
        return
    if day.id in _before(earlier, known):
        loaded.fault(path, where, f"'{name}' is not to be before '{day.id}' either; keep one of the two")
        return
    for example in examples:
        first, then = str(example.get(name) or ""), str(example.get(day.id) or "")
        length = min(len(first), len(then))  # A day has no time of day.
        if length and then[:length] < first[:length]:
            loaded.fault(
                path, location, f"in its example '{day.id}', {then}, is before '{name}', {first}; change one of the two"
            )


def _before(day: DayColumn, known: Mapping[str, Column]) -> list[str]:
    """The ids of what a day is not before, and of what those are not before."""
    found: list[str] = []
    at: Column | None = day
    while isinstance(at, DayColumn) and at.not_before and at.not_before not in found:
        found.append(at.not_before)
        at = known.get(at.not_before)
    return found
