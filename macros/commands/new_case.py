"""Lays down a case of the practice: an entry at the end of its one file, which is made where a company has none yet."""

from __future__ import annotations

from pathlib import Path

import yaml

from ..errors import Faults
from ..reading import source
from ..reading.layer import places
from ..reading.writing import write
from .line import PATTERNS

CASE = "case"
"""How `python -m macros new` calls one; it bears the id of its scenario."""
_ENTRIES = "questions"
_USUAL = 2


def lay_down(root: Path, scenario: str) -> Path:
    """Write an entry for a scenario.

    Args:
        root: the project's root.
        scenario: its id, which the entry takes for its own too.

    Returns:
        The file.

    Raises:
        ValueError: where the file is not such that an entry can be put at its end; it is left as it was.
        FileExistsError: where there is one of this id, here or in the handbook.
    """
    file = root / places.practice(root)
    place, faults = file.relative_to(root).as_posix(), Faults()
    for each in {file, root / places.DATA / file.name}:
        if scenario in _ids(source.read(each, root, Faults()) if each.is_file() else None):
            raise FileExistsError(f"{each.relative_to(root).as_posix()}: '{scenario}' is there already")
    before = file.read_text(encoding="utf-8-sig") if file.is_file() else f"{_ENTRIES}:\n"
    read = source.parse(before, place, faults) if file.is_file() else None
    text = f"{before.rstrip()}\n\n{_entry(scenario, _column(read))}" if read else before + _entry(scenario, _USUAL)
    whole = source.parse(text, place, faults)
    if faults or not whole or _ids(whole)[-1:] != [scenario]:
        raise ValueError(f"{place}: nothing can be put at its end; see that `{_ENTRIES}` is the last that stands there")
    write(file, text)
    return file


def _entry(scenario: str, column: int) -> str:
    text = (PATTERNS / f"{CASE}.yml").read_text(encoding="utf-8").replace("NEW-ID", scenario)
    return "".join(f"{' ' * column}{line}" for line in text.splitlines(keepends=True))


def _column(read: source.Source) -> int:
    """How far the entries stand in."""
    entries = next((value for key, value in read.tree.value if key.value == _ENTRIES), None)
    return entries.start_mark.column if isinstance(entries, yaml.SequenceNode) else _USUAL


def _ids(read: source.Source | None) -> list[str]:
    entries = read.data.get(_ENTRIES) if read else None
    return [str(each.get("id")) for each in entries if isinstance(each, dict)] if isinstance(entries, list) else []
