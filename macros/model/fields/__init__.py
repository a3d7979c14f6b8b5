"""The registry of kinds of field: every file here that defines `KIND` is one.

A new kind that behaves like a known one is such a file, and its words in `docs/data/interface.yml` (see `Kind`).
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from functools import reduce
from operator import or_
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias, get_args

from pydantic import Field, create_model

from ...errors import Misregistered, nearest
from .families import (
    CELLS,
    FAMILIES,
    ChoiceColumn,
    ChoiceField,
    ChoicesColumn,
    ChoicesField,
    Column,
    DateColumn,
    DateField,
    DateTimeColumn,
    DateTimeField,
    NumberColumn,
    NumberField,
    TickColumn,
    TickField,
    WordsColumn,
    WordsField,
)
from .kind import Family, Kind

_NO_KINDS = {"families", "kind"}


def sound_kind(module: str, kind: object) -> Kind:
    """What a module defines as its kind.

    Raises:
        Misregistered: where it is no kind, bears another name, or says what no form could hold to.
    """

    def wrong(message: str) -> Misregistered:
        return Misregistered(Path(__file__).with_name(f"{module}.py"), "^KIND", "KIND", message)

    if not isinstance(kind, Kind) or kind.name != module:
        raise wrong(f"must be Kind('{module}', …), by the name of the file")
    if kind.family not in get_args(Family):
        raise wrong(f"unknown family '{kind.family}'; {nearest(kind.family, get_args(Family))}")
    try:
        re.compile(kind.check)
    except re.error as error:
        raise wrong(f"check is no regular expression: {error}") from None
    if kind.check and not (kind.check.startswith("^") and kind.check.endswith("$")):
        raise wrong(f"check must hold the whole answer: ^{kind.check.strip('^$')}$")
    return kind


def _found() -> dict[str, Kind]:
    modules = sorted(each.name for each in pkgutil.iter_modules(__path__) if each.name not in _NO_KINDS)
    return {
        name: sound_kind(name, getattr(importlib.import_module(f".{name}", __name__), "KIND", None)) for name in modules
    }


KINDS = _found()
"""Every kind of field by its name, tables among them."""


def _with_kind(kind: Kind, record: type[Column]) -> type[Column]:
    record.kind = kind
    return record


def _records(place: Literal[0, 1]) -> tuple[type[Column], ...]:
    """The records of all kinds but tables: as columns (0) or as fields that stand alone (1)."""
    records: list[type[Column]] = []
    for kind in KINDS.values():
        if kind.family in FAMILIES:
            base = FAMILIES[kind.family][place]
            name = kind.name.title().replace("_", "") + ("Column", "Field")[place]
            fields: dict[str, Any] = {"type": (Literal[kind.name], ...)}
            records.append(_with_kind(kind, create_model(name, __base__=base, __module__=__name__, **fields)))
    return tuple(records)


if TYPE_CHECKING:
    AnyColumn: TypeAlias = (
        WordsColumn | DateColumn | DateTimeColumn | ChoiceColumn | ChoicesColumn | NumberColumn | TickColumn
    )
    LoneField: TypeAlias = WordsField | DateField | DateTimeField | ChoiceField | ChoicesField | NumberField | TickField
else:
    AnyColumn = Annotated[reduce(or_, _records(0)), Field(discriminator="type")]
    LoneField = reduce(or_, _records(1))

__all__ = ["CELLS", "KINDS", "AnyColumn", "Kind", "LoneField"]
