"""What an earlier build worked out from the same source, on the disk: code of templates, scripts joined, pages as text.

It only spares time. What is there was worked out by the same code with the same libraries; what cannot be read or is damaged
counts as not there, and what cannot be written is left.
"""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import CodeType

from . import kept_files, made_by

FOLDER = ".cache/build"
MOST = 24 << 20
"""Bytes that are kept: some four states of the handbook."""
_STATES = 3
"""Of how many states of code and libraries, so that who goes back to one finds its file."""


class Memory:
    """What is known, by digests of what it was made from. Until that of a project is taken up, all is worked out, and none is kept."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._known: dict[bytes, bytes] = {}
        self._asked: set[bytes] = set()
        self._is_new = False

    def take_up(self, root: Path) -> None:
        """Go on with what a project keeps; once that was taken up, it is not read again."""
        folder = root / FOLDER
        if folder != self._folder:
            self._folder, self._is_new = folder, False
            kept = kept_files.read(folder / made_by.digest())
            self._known, self._asked = {} if kept is None else marshal.loads(kept), set()

    def put_down(self) -> None:
        """Keep what is known, if something came to it; where it is too much, only what was asked for."""
        if self._folder is None or not self._is_new or not made_by.is_as_made():
            return
        if sum(map(len, self._known.values())) > MOST:
            self._known = {key: value for key, value in self._known.items() if key in self._asked}
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            kept_files.write(self._folder / made_by.digest(), marshal.dumps(self._known))
            self._is_new = False
            _leave_states(self._folder)

    def known(self, what: str, *source: str) -> bytes | None:
        """What was made from a source, if that is known.

        Args:
            what: what is made; each has sources of its own.
            source: everything that decides it, besides code and libraries.
        """
        if self._folder is None:
            return None
        key = _digest(what, source)
        self._asked.add(key)
        return self._known.get(key)

    def keep(self, made: bytes, what: str, *source: str) -> None:
        """Keep what was made from a source."""
        if self._folder:
            self._known[_digest(what, source)], self._is_new = made, True

    def written(self, what: str, *source: str, make: Callable[[], str]) -> str:
        """The text that is made from a source: what is known of it, or, for the first time, what is made."""
        kept = self.known(what, *source)
        if kept is not None:
            return kept.decode("utf-8", "surrogatepass")
        made = make()
        self.keep(made.encode("utf-8", "surrogatepass"), what, *source)
        return made

    def compiled(self, what: str, *source: str, make: Callable[[], CodeType]) -> CodeType:
        """The same for compiled code."""
        kept = self.known(what, *source)
        if kept is not None:
            code: CodeType = marshal.loads(kept)
            return code
        made = make()
        self.keep(marshal.dumps(made), what, *source)
        return made


MEMORY = Memory()
"""That of this process, which builds one project."""


def _digest(what: str, source: tuple[str, ...]) -> bytes:
    found = hashlib.sha256()
    for part in (what, *source):
        content = part.encode("utf-8", "surrogatepass")
        found.update(b"%d\0" % len(content) + content)
    return found.digest()


def _leave_states(folder: Path) -> None:
    """Let the files of other code and libraries go, but for those that were asked for last."""
    for file in sorted(folder.iterdir(), key=lambda each: each.stat().st_mtime_ns)[:-_STATES]:
        file.unlink(missing_ok=True)
