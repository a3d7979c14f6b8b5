"""What one form hands over to another has a place there that can hold it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...errors import nearest
from ...model.fields.families import Column
from ...model.template import HandOver, TableField, Template
from ...reading.loaded import Loaded
from ...reading.source import Location


def check(loaded: Loaded) -> None:
    """Report hand-overs to templates, tables, columns and fields that are not there, and answers of another kind."""
    templates: dict[str, Template] = {template.id: template for template in loaded.folder("templates").values()}
    for path, template in loaded.folder("templates").items():
        for location, table, hand_over in _hand_overs(template):
            if hand_over.template not in loaded.ids("templates"):
                loaded.fault(
                    path,
                    (*location, "template"),
                    f"unknown template '{hand_over.template}'; {nearest(hand_over.template, loaded.ids('templates'))}",
                )
            elif hand_over.template in templates:
                _check_places(loaded, path, location, template, table, hand_over, templates[hand_over.template])


def _hand_overs(template: Template) -> Iterator[tuple[Location, TableField, HandOver]]:
    for s, section in enumerate(template.sections):
        for f, field in enumerate(section.fields):
            if not isinstance(field, TableField):
                continue
            for h, hand_over in enumerate(field.hands_to):
                yield ("sections", s, "fields", f, "hands_to", h), field, hand_over


def _check_places(
    loaded: Loaded,
    path: str,
    location: Location,
    template: Template,
    table: TableField,
    hand_over: HandOver,
    other: Template,
) -> None:
    within = f"templates/{other.id}.yml"
    tables = {field.id: field for field in other.fields if isinstance(field, TableField)}
    if hand_over.table not in tables:
        loaded.fault(
            path,
            (*location, "table"),
            f"'{other.id}' has no table '{hand_over.table}'; {nearest(hand_over.table, tables)}",
            within,
        )
        return
    given = _by_id(field for field in template.fields if not isinstance(field, TableField))
    taken = _by_id(field for field in other.fields if not isinstance(field, TableField))
    sides = {
        "columns": (_by_id(tables[hand_over.table].columns), given | _by_id(table.columns)),
        "fields": (taken, given),
    }
    for name, (places, sources) in sides.items():
        for number, pair in enumerate(getattr(hand_over, name)):
            here = (*location, name, number)
            if pair.to not in places:
                loaded.fault(
                    path, (*here, "to"), f"unknown {name[:-1]} '{pair.to}'; {nearest(pair.to, places)}", within
                )
            elif pair.takes not in sources:
                loaded.fault(
                    path, (*here, "takes"), f"unknown {name[:-1]} '{pair.takes}'; {nearest(pair.takes, sources)}"
                )
            elif not _can_hold(places[pair.to], sources[pair.takes]):
                loaded.fault(
                    path,
                    (*here, "takes"),
                    f"'{pair.takes}' is {sources[pair.takes].type}, "
                    f"'{pair.to}' takes {places[pair.to].type}; hand over one of its kind",
                    within,
                )


def _by_id(columns: Iterable[Column]) -> dict[str, Column]:
    return {column.id: column for column in columns}


def _can_hold(place: Column, source: Column) -> bool:
    if place.kind.is_words:
        return source.kind.is_words
    if place.kind.family == "date":
        return source.kind.family in ("date", "datetime")
    return place.kind.family == source.kind.family and getattr(place, "options", None) == getattr(
        source, "options", None
    )
