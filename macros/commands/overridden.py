"""Single values and entries of the handbook that a company has otherwise, and which of them have changed under it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import Faults
from ..reading import source
from ..reading.fingerprints import of_value
from ..reading.layer import changes, paths, places
from ..reading.source import Source

_SHORT = 60
"""How long a value may be to be shown as it is."""


@dataclass(frozen=True)
class _Overridden:
    """One of them."""

    path: str
    """The path of its ids."""
    where: str
    """File, line and field in which the company has it."""
    file: str
    """The handbook's file, below the project's root."""
    value: Any
    """What the handbook has there."""
    is_entry: bool
    """Whether it is an entry in a file of the company's own, not a value under `set`."""

    @property
    def state(self) -> str:
        """What tells one state of it from another."""
        return of_value(self.value)


def fingerprints(root: Path) -> dict[str, str]:
    """What of the handbook the company has otherwise, by the path of its ids, each with what tells one state of it from another."""
    return {each.path: each.state for each in _all(root)}


def look(root: Path, known: Any, changed: list[str]) -> Iterator[str]:
    """A line for each of them that has changed.

    Args:
        root: the project's root, with a company's layer.
        known: what the last update recorded; nothing where an earlier version did, which looked at whole files alone.
        changed: files of the handbook that have changed, below the project's root.
    """
    recorded = known if isinstance(known, dict) else {}
    for each in _all(root):
        before = recorded.get(each.path)
        if before is None and each.is_entry and isinstance(known, dict):
            yield f"{each.where}: the handbook has one of this name too; yours stands instead of it, see that this is meant"
        elif before is None and not each.is_entry and each.file in changed:
            yield f"{each.where}: {each.file} has changed; see that your value still fits"
        elif before not in (None, each.state):
            shown = json.dumps(each.value, ensure_ascii=False)
            if isinstance(each.value, dict | list) or len(shown) > _SHORT:
                yield f"{each.where}: what the handbook has there has changed; see that yours still fits"
            else:
                yield f"{each.where}: the handbook has '{shown.strip(chr(34))}' there now; see that yours still fits"


def _all(root: Path) -> Iterator[_Overridden]:
    ours: dict[str, Source | None] = {}

    def read(name: str) -> Source | None:
        file = root / places.DATA / name
        if name not in ours:
            ours[name] = source.read(file, root, Faults()) if file.is_file() else None
        return ours[name]

    yield from _values(root, read)
    yield from _entries(root, read)


def _values(root: Path, read: Callable[[str], Source | None]) -> Iterator[_Overridden]:
    own, renames = changes.read(root, Faults()), places.renames(root)
    for path in own.set:
        now = renames.named(path)[1] or path
        first, *rest = now.split("/")
        for name, steps in ((f"{first}.yml", rest), ("/".join((first, *rest[:1])) + ".yml", rest[1:])):
            ours = read(name)
            at = paths.find(ours.data, tuple(steps)) if ours and steps else None
            if ours and at and paths.stands(ours.data, at):
                file, line = own.place("set", path)
                value = paths.value_at(ours.data, at)
                yield _Overridden(
                    path,
                    f"{file}:{line}: {source.dotted(('set', path))}",
                    f"{places.DATA}/{name}",
                    value,
                    is_entry=False,
                )


def _entries(root: Path, read: Callable[[str], Source | None]) -> Iterator[_Overridden]:
    for name, file in places.own_parts(root).items():
        ours, theirs = read(name), source.read(file, root, Faults())
        if ours is None or theirs is None:
            continue
        for key, value in theirs.data.items():
            there = ours.data.get(key)
            if not isinstance(there, list) or not isinstance(value, list):
                continue
            named = {names: entry for entry in there if (names := paths.names_of(entry))}
            for number, entry in enumerate(value):
                if (names := paths.names_of(entry)) in named:
                    place = f"{theirs.path}:{theirs.line((key, number))}: {source.dotted((key, number))}"
                    path = "/".join((name.removesuffix(".yml"), key, *names))
                    yield _Overridden(
                        path, f"{place}: {'/'.join(names)}", f"{places.DATA}/{name}", named[names], is_entry=True
                    )
