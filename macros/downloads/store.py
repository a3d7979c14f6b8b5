"""Files that earlier builds made, on the disk, so that a build makes only what came out otherwise."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from ..shared import kept_files, made_by

Key = tuple[str, str, str]
"""A digest of what a file is made from, its language and its ending."""
FOLDER = ".cache/downloads"
MOST = 200 << 20
"""Bytes that are kept: some eight states of the handbook."""


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
        if not made or not made_by.is_as_made():
            return
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            for key, content in made.items():
                kept_files.write(self._file(key), content)
            self._make_room()

    def _file(self, key: Key) -> Path:
        return self._folder / hashlib.sha256(repr((made_by.digest(), *key)).encode()).hexdigest()

    def _make_room(self) -> None:
        found = sorted(((each.stat(), each) for each in self._folder.iterdir()), key=lambda one: one[0].st_mtime_ns)
        size = sum(each.st_size for each, _ in found)
        for each, file in found:
            if size <= MOST:
                return
            file.unlink(missing_ok=True)
            size -= each.st_size
