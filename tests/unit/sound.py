"""The handbook's own data, which are sound, and what a rule says once some part of them is another one."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from macros.errors import Faults
from macros.reading import loading
from macros.reading.loaded import Loaded
from macros.reading.source import Location
from tests.conftest import ROOT

EACH = ...
"""In a place: every entry of a list, one after the other."""


@functools.cache
def sound() -> Loaded:
    """All data as they were read; whatever takes them leaves them as they are."""
    loaded = loading.load(ROOT)
    assert not loaded.faults, loaded.faults.report()
    return loaded


def place(files: str, *steps: Any) -> tuple[str, Location, Any]:
    """The first place of this form at which something stands: the file, the place, the value.

    Args:
        files: a file below `docs/data/`, or a folder there.
        steps: keys and numbers; `EACH` for whichever entry has what follows.
    """
    records = {
        path: record for path, record in sound().records.items() if path == files or path.startswith(f"{files}/")
    }
    return next((path, location, value) for path, record in records.items() for location, value in _at(record, steps))


def changed(record: Any, location: Location, value: Any) -> Any:
    """A copy of a record with another value at a place."""
    if not location:
        return value
    step, *rest = location
    if isinstance(record, BaseModel):
        return record.model_copy(update={str(step): changed(getattr(record, str(step)), tuple(rest), value)})
    if isinstance(record, dict):
        return {**record, step: changed(record[step], tuple(rest), value)}
    number = int(step)
    return (*record[:number], changed(record[number], tuple(rest), value), *record[number + 1 :])


def found(rule: Any, *changes: tuple[str, Location, Any], without: tuple[str, ...] = ()) -> list[str]:
    """What a rule finds in the data after some changes, as `file: field: message`, files below `docs/data/`.

    Args:
        rule: a module of `macros/checking/rules/`.
        changes: a file, a place in it, and what stands there instead.
        without: files whose records are not there, as after a fault of their own.
    """
    records = {path: record for path, record in sound().records.items() if path not in without}
    for path, location, value in changes:
        records[path] = changed(records[path], location, value)
    loaded = dataclasses.replace(sound(), faults=Faults(), records=records)
    rule.check(loaded)
    return [f"{_name(fault.path)}: {fault.field}: {fault.message}" for fault in loaded.faults]


def _name(path: str) -> str:
    """A data file's name, in whichever folder it stands."""
    return path.removeprefix("docs/data/").removeprefix("docs/sample/")


def _at(value: Any, steps: tuple[Any, ...]) -> Iterator[tuple[Location, Any]]:
    if not steps:
        if value:
            yield (), value
        return
    step, *rest = steps
    if step is EACH or isinstance(step, int):
        entries = enumerate(value) if isinstance(value, tuple) else ()
        below = [entry for entry in entries if step is EACH or entry[0] == step]
    else:
        part = value.get(step) if isinstance(value, dict) else getattr(value, step, None)
        below = [] if part is None else [(step, part)]
    for key, part in below:
        yield from (((key, *location), each) for location, each in _at(part, tuple(rest)))
