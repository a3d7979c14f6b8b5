"""The style of the Chinese, in pages and data, checked: full-width punctuation by AutoCorrect, and no typed gap between scripts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import autocorrect_py

from ..errors import Faults
from ..model.han import HAN
from ..model.languages import LANGUAGES
from ..reading import source
from ..reading.layer import places
from ..reading.markdown import NOT_PROSE
from ..reading.strays import is_stray

# The gap between Chinese and Latin comes from the style sheet, so AutoCorrect must not ask for typed spaces.
_RULES = {
    "space-word": 0,
    "space-punctuation": 0,
    "space-bracket": 0,
    "space-backticks": 0,
    "space-dash": 0,
    "space-dollar": 0,
    "halfwidth-word": 0,
    "halfwidth-punctuation": 0,
    "no-space-fullwidth": 1,
    "no-space-fullwidth-quote": 0,
    "fullwidth": 1,
    "spellcheck": 0,
}
_GAP = re.compile(f"[{HAN}] +[A-Za-z0-9]|[A-Za-z0-9%] +[{HAN}]")


_AS_IT_IS = ("bad", "never")
"""Keys in the data whose texts show what not to write."""
_IN_BOTH_LANGUAGES = ("CHANGELOG.md", "SECURITY.md", "deploy/README.md")
"""What is written for readers and adopters outside `docs/`."""


def faults(root: Path) -> Iterator[str]:
    """Every place in `docs/zh`, in what stands beside `docs/` in both languages, and in the Chinese of the data where the style is not kept, as `path:line: …`."""
    autocorrect_py.load_config(  # type: ignore[attr-defined]  # its stub leaves the function out
        json.dumps({"rules": _RULES})
    )
    if "zh" not in LANGUAGES:
        return
    beside = filter(Path.is_file, (root / name for name in _IN_BOTH_LANGUAGES))
    for file in (*_sources(root / "docs" / "zh", "*.md"), *beside):
        path = file.relative_to(root).as_posix()
        for line, fault in _faults_in(source.decode(file, root, Faults()) or ""):
            yield f"{path}:{line}: {fault}"
    for file in places.data_files(root).values():
        read = None if is_stray(file.relative_to(root)) else source.read(file, root, Faults())
        if read is None:
            continue
        for location, text in _chinese(read.data, ()):
            for _, fault in _faults_in(text):
                yield f"{read.path}:{read.line(location)}: {source.dotted(location)}: {fault}"


def _sources(folder: Path, pattern: str) -> list[Path]:
    return [file for file in sorted(folder.rglob(pattern)) if not is_stray(file.relative_to(folder))]


def _faults_in(text: str) -> Iterator[tuple[int, str]]:
    """Each fault of a text with its line, from 1."""
    for found in autocorrect_py.lint_for(text, "page.md").lines:
        yield found.line, f"{found.old.strip()!r} would be {found.new.strip()!r}"
    for number, line in enumerate(text.split("\n"), 1):
        gap = _GAP.search(NOT_PROSE.sub("§", line))
        if gap:
            yield number, f"a typed space in {gap[0]!r}; the style sheet makes the gap, so delete it"


def _chinese(data: Any, location: source.Location) -> Iterator[tuple[source.Location, str]]:
    """The Chinese texts of a data file, each with its place."""
    if isinstance(data, str) and "zh" in location[-2:]:
        yield location, data
    elif isinstance(data, dict):
        for key, value in data.items():
            if key not in _AS_IT_IS:
                yield from _chinese(value, (*location, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _chinese(value, (*location, number))
