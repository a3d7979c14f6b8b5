"""An id names one thing only within its list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from ...reading.loaded import Loaded


def check(loaded: Loaded) -> None:
    """Report ids that stand twice in a list, fields of one template that share an id, answer times given twice, and
    channels that a scenario names twice."""
    for path, record in loaded.records.items():
        for location, items in _lists_of_records(record, ()):
            seen: dict[str, int] = {}
            for number, item in enumerate(items):
                if item.id in seen:
                    loaded.fault(
                        path,
                        (*location, number, "id"),
                        f"duplicate id '{item.id}', already used in {location[-1]}[{seen[item.id]}]; "
                        "give this one an id of its own",
                    )
                seen.setdefault(item.id, number)
    for path, template in loaded.folder("templates").items():
        _check_across(loaded, path, template, ("sections", "fields"), "a field's id is its own in the whole template")
    for path, checklist in loaded.folder("checklists").items():
        _check_across(loaded, path, checklist, ("groups", "items"), "an item's id is its own in the whole list")
    for path, scenario in loaded.folder("scenarios").items():
        channels = [each.channel for each in scenario.channels]
        for number, channel in enumerate(channels):
            if (first := channels.index(channel)) != number:
                reason = f"'{channel}' stands in channels[{first}] already; name another channel, or take this one out"
                loaded.fault(path, ("channels", number, "channel"), reason)
    times = loaded.records.get("response-times.yml")
    rows: dict[tuple[str, str], int] = {}
    for number, time in enumerate(times.times if times else ()):
        key = (time.channel, time.urgency)
        if key in rows:
            loaded.fault(
                "response-times.yml",
                ("times", number),
                f"duplicate row for channel '{key[0]}' and urgency '{key[1]}', already given in "
                f"times[{rows[key]}]; keep one of them",
            )
        rows.setdefault(key, number)


def _check_across(loaded: Loaded, path: str, record: Any, names: tuple[str, str], whole: str) -> None:
    """Report an id that stands in two parts of a record, such as two sections of a template."""
    outer, inner = names
    seen: dict[str, str] = {}
    retired = getattr(record, "retired", ())
    for p, part in enumerate(getattr(record, outer)):
        for i, item in enumerate(getattr(part, inner)):
            if item.id in retired:
                loaded.fault(
                    path,
                    (outer, p, inner, i, "id"),
                    f"'{item.id}' is the id of something that was taken off; give this one an id of its own",
                )
            if seen.get(item.id, part.id) != part.id:
                loaded.fault(
                    path,
                    (outer, p, inner, i, "id"),
                    f"duplicate id '{item.id}', already used in {outer[:-1]} '{seen[item.id]}'; {whole}",
                )
            seen.setdefault(item.id, part.id)


def _lists_of_records(
    value: Any, location: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], tuple[Any, ...]]]:
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _lists_of_records(getattr(value, name), (*location, name))
    elif isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
        if "id" in type(value[0]).model_fields:
            yield location, value
        for number, item in enumerate(value):
            yield from _lists_of_records(item, (*location, number))
