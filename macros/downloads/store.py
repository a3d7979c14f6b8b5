"""Files that earlier builds made, on the disk, so that a build makes only what came out otherwise."""

from __future__ import annotations

import functools
import hashlib
import importlib.metadata
import sys
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from . import kept_files

Key = tuple[str, str, str]
"""A digest of what a file is made from, its language and its ending."""
FOLDER = ".cache/downloads"
_MOST = 200 << 20
"""Bytes that are kept: some eight states of the handbook."""
_PACKAGE = Path(__file__).resolve().parents[1]


class Store:
    """A folder with a file for each that was made: its sum, and what it holds.

    It only spares time. What cannot be read or is damaged counts as not there, and what cannot be written is left; several
    builds may use it at once.
    """

    def __init__(self, folder: Path):
        self._folder = folder

    def get(self, keys: Iterable[Key]) -> dict[Key, bytes]:
        """Those of some files that are there.

        Args:
            keys: each says what a file is made from, as far as that are data; code and libraries are looked after here.
        """
        return {key: content for key in keys if (content := kept_files.read(self._file(key))) is not None}

    def put(self, made: Mapping[Key, bytes]) -> None:
        """Keep files, and let those go that nobody asked for longest."""
        if not made or not is_as_made():
            return
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            for key, content in made.items():
                kept_files.write(self._file(key), content)
            self._make_room()

    def _file(self, key: Key) -> Path:
        return self._folder / hashlib.sha256(repr((made_by(), *key)).encode()).hexdigest()

    def _make_room(self) -> None:
        found = sorted(((each.stat(), each) for each in self._folder.iterdir()), key=lambda one: one[0].st_mtime_ns)
        size = sum(each.st_size for each, _ in found)
        for each, file in found:
            if size <= _MOST:
                return
            file.unlink(missing_ok=True)
            size -= each.st_size


@functools.cache
def made_by() -> str:
    """The code that this process runs: what stood on the disk when it began."""
    return _code()


def is_as_made() -> bool:
    """Whether that code stands there still; once it was edited, who knows which of both made something."""
    return _code() == made_by()


def _code() -> str:
    """A digest of what makes files besides data: our own code and templates, and everything that is installed."""
    found = hashlib.sha256(repr((sys.version, sys.platform, zlib.ZLIB_RUNTIME_VERSION, _installed())).encode())
    for file in sorted(_PACKAGE.rglob("*")):
        if file.is_file() and file.suffix != ".pyc":
            with suppress(FileNotFoundError):  # an editor's, gone meanwhile
                found.update(hashlib.sha256(file.read_bytes()).digest())
                found.update(file.relative_to(_PACKAGE).as_posix().encode() + b"\0")
    return found.hexdigest()


@functools.cache
def _installed() -> list[tuple[str, str]]:
    return sorted(_named(each) for each in importlib.metadata.distributions())


def _named(installed: importlib.metadata.Distribution) -> tuple[str, str]:
    try:
        return str(installed.name), str(installed.version)
    except Exception:  # an installation that was broken off; what the error is differs with Python
        return "", ""
