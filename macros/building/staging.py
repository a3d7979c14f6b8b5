"""The site is built beside its place and put there only when it is whole, so that the last good one stays."""

from __future__ import annotations

import contextlib
import errno
import json
import logging
import os
import shutil
from pathlib import Path

from .lock import Held, Lock

_BY_CONTENTS = ".by-contents"
"""Lies in the folder of what is being replaced while that happens entry by entry: the names of what stood there, by
which a later run can undo it."""


_FULL = (errno.ENOSPC, errno.EDQUOT)
"""What a system calls a disk on which nothing more may be written."""


class NotReplaced(Exception):
    """The finished site could not be put in its place. The text says what stands there now, and what to do."""


class Busy(NotReplaced):
    """Another build is writing the same place."""


class Staging:
    """Where a build writes until it has succeeded. One at a time; `begin`, then `publish` or `discard`."""

    def __init__(self) -> None:
        self._site: Path | None = None
        self._lock: Lock | None = None

    def begin(self, site: Path) -> Path:
        """Start a build for `site` and say where to write it; called again within a build, it changes nothing.

        Raises:
            Busy: where another build is at it; nothing was changed then.
            NotReplaced: where an earlier run was stopped while it put its site in place, and this can't be undone.
        """
        if self._site is None:
            self._lock = _lock(site)
            self._site = site
            _clear(self._folder)
            try:
                self._undo_what_was_broken_off(site)
            except OSError as error:
                raise NotReplaced(
                    f"the last good site could not be brought back from {self._replaced}: {error}. Close "
                    f"the windows and programs that have it or {site} open, and build again"
                ) from None
        return self._folder

    @property
    def _folder(self) -> Path:
        assert self._site is not None
        return self._site.with_name(self._site.name + ".building")

    @property
    def _replaced(self) -> Path:
        assert self._site is not None
        return self._site.with_name(self._site.name + ".replaced")

    def publish(self) -> Path:
        """Put the finished build in its place, and return that.

        Raises:
            NotReplaced: where that is not possible; the last good site then stands there as before.
        """
        try:
            return self._publish()
        except KeyboardInterrupt:
            self._let_go()
            raise

    def _publish(self) -> Path:
        assert self._site is not None
        site, old = self._site, self._replaced
        _clear(old)
        try:
            if site.exists() and not site.is_dir():
                raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(site))
            if _stays_itself(site) or not self._swap(site, old):
                self._replace_contents(site.resolve(), old)
        except OSError as error:
            why, stands = _why(error), _what_stands(site, old)
            if any(os.strerror(full) in why for full in _FULL):
                raise NotReplaced(
                    f"the new site could not be put into {site}: {why}. {stands} Make room on that disk, and build again"
                ) from None
            raise NotReplaced(
                f"the new site could not be put into {site}: {why}. {stands} Close "
                "the windows and programs that have the folder or a file of it open, see that you may "
                "write there, and build again"
            ) from None
        (old / _BY_CONTENTS).unlink(missing_ok=True)  # first, for a run that is stopped now is done
        _keep_hidden(old, site)
        for emptied in (old, self._folder):
            _clear(emptied)
        self._let_go()
        return site

    def discard(self) -> Path | None:
        """Throw an unfinished build away, and return the place of the last good one, which stays."""
        if self._site is None:
            return None
        _clear(self._folder)
        site = self._site
        self._let_go()
        return site

    def _let_go(self) -> None:
        self._site = None
        if self._lock:
            self._lock.release()
            self._lock = None

    def _swap(self, site: Path, old: Path) -> bool:
        """Exchange the folders by renaming; False, and nothing changed, where the system keeps the old one."""
        had = site.exists()
        if had:
            try:
                site.rename(old)
            except OSError:
                return False
        try:
            self._folder.rename(site)
        except OSError:
            if had:
                old.rename(site)
            raise
        return True

    def _replace_contents(self, place: Path, old: Path) -> None:
        """Exchange what the folders hold, where the folder itself has to stay: a link's target, a mount."""
        place.mkdir(parents=True, exist_ok=True)
        old.mkdir()
        (old / _BY_CONTENTS).write_text(json.dumps([entry.name for entry in place.iterdir()]), encoding="utf-8")
        try:
            for entry in place.iterdir():
                if not _is_hidden(entry):
                    shutil.move(entry, old / entry.name)
            for entry in self._folder.iterdir():
                shutil.move(entry, place / entry.name)
        except OSError:
            _move_back(old, place)
            raise

    def _undo_what_was_broken_off(self, site: Path) -> None:
        """An earlier run may have been stopped while it put its site in place: bring the last good one back."""
        old = self._replaced
        if (old / _BY_CONTENTS).exists():
            _move_back(old, site.resolve())
        elif old.exists():
            if site.exists():
                _keep_hidden(old, site)
            else:
                old.rename(site)


def _lock(site: Path) -> Lock | None:
    """The lock of a place; None where none can be had, because nobody may write beside it: that is said when it is written."""
    try:
        site.parent.mkdir(parents=True, exist_ok=True)
        return Lock(site.with_name(site.name + ".lock"))
    except Held:
        raise Busy(
            f"another build is writing {site} at this moment; wait until it has ended, then build again"
        ) from None
    except OSError:
        return None


def _stays_itself(site: Path) -> bool:
    """Whether a folder must not be renamed because it is a link, or because something is mounted there."""
    return os.path.ismount(site) or site.resolve() != site.parent.resolve() / site.name


def _is_hidden(entry: Path) -> bool:
    """Whether an entry is none of the site: MkDocs never removes such, a `.git` for example."""
    return entry.name.startswith(".")


def _keep_hidden(old: Path, site: Path) -> None:
    for entry in old.iterdir() if old.is_dir() else ():
        if _is_hidden(entry) and entry.name != _BY_CONTENTS and not (site / entry.name).exists():
            shutil.move(entry, site / entry.name)


def _move_back(old: Path, place: Path) -> None:
    """Put back all that was moved away, and take away what came instead."""
    names = _names_before(old)
    moved = {entry.name for entry in old.iterdir()} - {_BY_CONTENTS}
    for entry in list(place.iterdir()):
        if entry.name in moved or (names is not None and entry.name not in names):
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            else:
                entry.unlink()
    for name in moved:
        shutil.move(old / name, place / name)
    shutil.rmtree(old, ignore_errors=True)


def _names_before(old: Path) -> set[str] | None:
    """The names of what stood there; None where a run was stopped while it wrote them down, or the disk was full."""
    try:
        return set(json.loads((old / _BY_CONTENTS).read_text(encoding="utf-8")))
    except (ValueError, TypeError):
        return None


def _clear(place: Path) -> None:
    """Take away what stands in a place of our own, also what is no folder."""
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place, ignore_errors=True)
    else:
        with contextlib.suppress(OSError):
            place.unlink()


def _why(error: OSError) -> str:
    """What the system said; where a whole folder could not be moved, of the first of its files."""
    several = error.args[0] if isinstance(error, shutil.Error) and error.args else None
    return str(several[0][-1]) if isinstance(several, list) and several else str(error)


def _what_stands(site: Path, old: Path) -> str:
    """What a reader finds after a failure."""
    if (old / _BY_CONTENTS).exists():
        return f"A part of the last good site stands in {old}; the next build brings it back."
    if site.is_dir():
        return "The last good site stands there as before."
    return f"The last good site is {old}; rename it to {site.name}." if old.exists() else "There was none before."


class WarningCounter(logging.Handler):
    """Counts warnings during a build: MkDocs' strict mode looks at its own count only after everything is written."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Count one warning."""
        self.count += 1
