"""What an earlier build worked out from the same source, on the disk: code of templates, scripts joined, pages as text.

It only spares time. What is there was worked out by the same code with the same libraries; what cannot be read or is damaged
counts as not there, and what cannot be written is left. Where nothing is there yet, a second process helps (`helper.py`).
"""

from __future__ import annotations

import functools
import hashlib
import marshal
from collections import defaultdict, deque
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from types import CodeType

from . import kept_files, made_by
from .helper import Helper, is_of_use

FOLDER = ".cache/build"
MOST = 24 << 20
"""Bytes that are kept: some four states of the handbook."""
_STATES = 3
"""Of how many states of code and libraries, so that who goes back to one finds its file."""
_AT_ONCE = 12
"""How many texts the helper is given at a time: it idles a little before each turn."""


class Memory:
    """What is known, by digests of what it was made from. Until that of a project is taken up, all is worked out, and none is kept."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._known: dict[bytes, bytes] = {}
        self._asked: set[bytes] = set()
        self._is_new = False
        self.helper: Helper | None = None
        self._coming: defaultdict[str, deque[Future[dict[bytes, bytes] | None]]] = defaultdict(deque)
        self._waiting: defaultdict[tuple[str, Callable[..., str]], list[tuple[str, ...]]] = defaultdict(list)

    def take_up(self, root: Path) -> None:
        """Go on with what a project keeps; once that was taken up, it is not read again."""
        folder = root / FOLDER
        if folder != self._folder:
            self._folder, self._is_new = folder, False
            kept = kept_files.read(folder / made_by.digest())
            self._known, self._asked = {} if kept is None else marshal.loads(kept), set()

    def get_help(self) -> bool:
        """Have a second process help until `dismiss`, where nothing is known yet; says whether it does."""
        if self._folder and not self._known and not self.helper and is_of_use():
            with suppress(OSError):
                self.helper = Helper()
        return self.helper is not None

    def dismiss(self) -> None:
        """End the help."""
        if self.helper:
            self.helper.end()
            self.helper = None
            self._coming.clear()
            self._waiting.clear()

    def begin(self, what: str, work: Callable[..., object], *given: object) -> None:
        """Have the helper, if there is one, work out what will be asked for soon.

        Args:
            what: what it makes; who asks for one of these waits until it is there.
            work: a function of a module, which puts what it works out into the `MEMORY` of its process.
            given: what it is called with.
        """
        if self.helper:
            self._coming[what].append(self.helper.ask(_worked_out, work, *given))

    def hand_over(self, work: Callable[[], object]) -> dict[bytes, bytes]:
        """What some work, up to a fault in it, makes known here, where nothing else is."""
        self._folder, self._known = Path(FOLDER), {}
        with suppress(Exception):  # whoever asks for the rest meets it
            work()
        return self._known

    def put_down(self) -> None:
        """Keep what is known, if something came to it; where it is too much, only what was asked for. Nobody helps any more."""
        self.dismiss()
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
        if key not in self._known and self.helper:
            self._wait_for(what, key)
        return self._known.get(key)

    def _wait_for(self, what: str, key: bytes) -> None:
        """Take over what the helper was asked for, until it is there."""
        for asked in [asked for asked in self._waiting if asked[0] == what]:
            self._hand_out(*asked)
        coming = self._coming[what]
        while coming and key not in self._known:
            self._known |= coming.popleft().result() or {}
            self._is_new = True

    def _hand_out(self, what: str, make: Callable[..., str]) -> None:
        self.begin(what, learn, what, make, self._waiting.pop((what, make)))

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

    def later(self, what: str, *source: str, make: Callable[..., str]) -> Later:
        """The same for a text that is needed only later, so that the helper has time to make it.

        Args:
            what: as above.
            source: as above.
            make: a function of a module that makes the text of its source.
        """
        text = Later(functools.partial(self.written, what, *source, make=functools.partial(make, *source)))
        if self.helper is None:
            text()
        else:
            waiting = self._waiting[what, make]
            waiting.append(source)
            if len(waiting) == _AT_ONCE:
                self._hand_out(what, make)
        return text

    def compiled(self, what: str, *source: str, make: Callable[[], CodeType]) -> CodeType:
        """The same for compiled code."""
        kept = self.known(what, *source)
        if kept is not None:
            code: CodeType = marshal.loads(kept)
            return code
        made = make()
        self.keep(marshal.dumps(made), what, *source)
        return made


class Later:
    """A text that may still be in the making."""

    def __init__(self, make: Callable[[], str]) -> None:
        self._make: Callable[[], str] | None = make
        self._text = ""

    def __call__(self) -> str:
        if self._make:
            self._text, self._make = self._make(), None  # with which its source goes
        return self._text


def _worked_out(work: Callable[..., object], *given: object) -> dict[bytes, bytes]:
    """What the helper does."""
    return MEMORY.hand_over(functools.partial(work, *given))


def learn(what: str, make: Callable[..., str], sources: list[tuple[str, ...]]) -> None:
    """Make many texts: what the helper is asked for."""
    for source in sources:
        MEMORY.written(what, *source, make=functools.partial(make, *source))


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
