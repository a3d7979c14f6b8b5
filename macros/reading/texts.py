"""Every text among the sources, for rules that look at all of them alike."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Set

from ..model.languages import ALL, LANGUAGES, Language
from . import source, strays
from .loaded import Loaded
from .source import Location

_FOLDERS = {
    "docs": (".md",),
    "overrides": (".html", ".css", ".js", ".xml", ".svg"),
    "macros": (".html", ".xml", ".txt", ".typ", ".markdown"),
}
"""Folders of a project, and the endings of what is text there and no data."""
_FILES = ("CHANGELOG.md", "mkdocs.yml")

SEARCHED = frozenset(("aliases", "section_aliases"))
"""Keys below which stands what people type into the search, in their own words."""


def of_data(
    loaded: Loaded, free_files: Collection[str] = (), free_keys: Set[str] = frozenset()
) -> Iterator[tuple[str, Location, str]]:
    """The texts of the data files that could be read: the path below `docs/data/`, the place, the text.

    Those in a language that is not published are passed over.

    Args:
        loaded: what was read so far.
        free_files: files to pass over.
        free_keys: keys below which to pass over everything.
    """
    free_keys = free_keys | (set(ALL) - set(LANGUAGES))
    for path, read in loaded.sources.items():
        if path in free_files:
            continue
        for location, text in read.texts:
            if not free_keys or free_keys.isdisjoint(location):
                yield path, location, text


def language_of(location: Location) -> Language | None:
    """The language of a text by its place; None where the place has none."""
    published = LANGUAGES[:]
    return next((step for step in reversed(location) if step in published), None)


def in_data(loaded: Loaded, pattern: re.Pattern[str]) -> Iterator[tuple[str, Location, str]]:
    """What a pattern finds in the data files that could be read: the path below `docs/data/`, the place, what was found.

    What stands twice in a text is found once there.
    """
    for path, location, text in of_data(loaded):
        if pattern.search(text):
            yield from ((path, location, found) for found in dict.fromkeys(pattern.findall(text)))


def elsewhere(loaded: Loaded, pattern: re.Pattern[str], *folders: str) -> Iterator[tuple[str, int, str]]:
    """What a pattern finds in the other sources: the path below the project's root, the line from 1, what was found.

    What stands twice on a line is found once there. A source that cannot be read is among the faults.

    Args:
        loaded: what was read so far.
        pattern: matches within a line.
        folders: those to look at, of `docs`, `overrides`, `macros`; the files at the root are always among the sources.
    """
    files = [loaded.root / name for name in _FILES]
    for folder in folders:
        files += [
            file
            for file in sorted((loaded.root / folder).rglob("*"))
            if file.suffix in _FOLDERS[folder] and not strays.is_stray(file.relative_to(loaded.root / folder))
        ]
    for file in files:
        text = source.decode(file, loaded.root, loaded.faults) if file.is_file() else None
        if text and pattern.search(text):
            path = file.relative_to(loaded.root).as_posix()
            for number, line in enumerate(text.split("\n"), 1):
                yield from ((path, number, found) for found in dict.fromkeys(pattern.findall(line)))
