"""Which sources have changed since they were last looked at, and what has to be made again for that."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ..reading import people
from ..reading.layer import places
from ..reading.strays import is_leftover

Change = Literal["changed", "new", "gone"]

WATCHED = "docs", "overrides", "macros", "mkdocs.yml", "CHANGELOG.md"
"""What a site is made from, below the project's root; of `macros`, the templates of files."""
_DATA = (f"{places.DATA}/", *places.LAYERS)
_NOT_DATA = f"/{places.TRANSLATED}", f"/{places.RELEASED}"


class Sources:
    """The sources of a project as they were when last looked at."""

    def __init__(self, root: Path):
        self._root = root
        self._stamps = dict(self._look())
        self._digests = {path: self._digest(path) for path in self._stamps}

    def changes(self) -> dict[str, Change]:
        """What has changed since the last call, by path below the root; a file saved as it was has not."""
        stamps = dict(self._look())
        found: dict[str, Change] = dict.fromkeys(self._stamps.keys() - stamps.keys(), "gone")
        for path, stamp in stamps.items():
            if self._stamps.get(path) != stamp:
                digest = self._digest(path)
                if digest != self._digests.get(path):
                    found[path] = "changed" if path in self._digests else "new"
                self._digests[path] = digest
        for path in self._digests.keys() - stamps.keys():
            del self._digests[path]
        self._stamps = stamps
        return found

    def _look(self) -> Iterator[tuple[str, tuple[int, int]]]:
        for name in WATCHED:
            top = self._root / name
            for file in top.rglob("*") if top.is_dir() else (top,):
                try:
                    stat = file.stat()
                except OSError:
                    continue  # gone while we looked
                if file.is_file() and file.suffix not in (".py", ".pyc") and not is_leftover(file.relative_to(top)):
                    yield file.relative_to(self._root).as_posix(), (stat.st_mtime_ns, stat.st_size)

    def _digest(self, path: str) -> bytes:
        try:
            return hashlib.sha256((self._root / path).read_bytes()).digest()
        except OSError:
            return b""


@dataclass(frozen=True)
class Plan:
    """What can be shown at once. A whole build follows in any case."""

    pages: tuple[str, ...] = ()
    """Sources of pages below `docs/`, the text of which has changed."""
    styles: bool = False
    scripts: bool = False
    data: bool = False
    """Data or components: any page may show them."""


def plan(changes: Mapping[str, Change]) -> Plan | None:
    """What to make again first; None where only a whole build can tell: of settings, and of files new or gone."""
    if any(change != "changed" for change in changes.values()):
        return None
    kinds = {path: _kind(path) for path in changes}
    if "" in kinds.values():
        return None
    return Plan(
        tuple(sorted({_source(path) for path in _of("page", kinds)})),
        *(bool(list(_of(kind, kinds))) for kind in ("style", "script", "data")),
    )


def _of(kind: str, kinds: Mapping[str, str]) -> Iterable[str]:
    return (path for path, found in kinds.items() if found == kind)


def _source(path: str) -> str:
    """A page's place below `docs/`, where the company's own stands in for ours."""
    return path.removeprefix(f"{places.COMPANY}/").removeprefix("docs/")


def _kind(path: str) -> str:
    """What a file is to the site; blank where that cannot be told from its name."""
    if _source(path).startswith(("zh/", "en/")) and path.endswith(".md"):
        return "page"
    if path == people.FILE or (path.startswith(_DATA) and path.endswith(".yml") and not path.endswith(_NOT_DATA)):
        return "data"
    if path.startswith("overrides/") and not path.startswith("overrides/editing/"):
        return {".css": "style", ".js": "script", ".html": "data"}.get(path[path.rfind(".") :], "")
    return ""
