"""One build at a time for one place: a lock of the system's on a file beside it, which ends with its process, however that ends."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from pathlib import Path
from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt

    _OPEN_FILES_STAY = True

    def take(file: BinaryIO) -> None:
        """Get a lock on a file at once, or fail."""
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    _OPEN_FILES_STAY = False

    def take(file: BinaryIO) -> None:
        """Get a lock on a file at once, or fail."""
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


_HELD = (errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK)
"""What systems say of a lock that another has; a drive that knows no locks says something else, and there is none then."""


class Held(Exception):
    """Another has the lock."""


class Lock:
    """Held from its making until `release`."""

    def __init__(self, path: Path):
        """
        Raises:
            Held: another process, or another build of this one, has it.
            OSError: the file cannot be written.
        """
        self._path = path
        while True:
            self.file = path.open("ab")
            try:
                take(self.file)
            except OSError as error:
                if error.errno in _HELD:
                    self.file.close()
                    raise Held from None
            if self._is_there():
                return
            self.file.close()  # whoever had it took the file away in between

    def release(self) -> None:
        """Let the next one have it."""
        # While it is held, so that nobody waits at a file that goes; Windows lets no file go that is open.
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)
        self.file.close()
        if _OPEN_FILES_STAY:
            with contextlib.suppress(OSError):
                self._path.unlink(missing_ok=True)

    def _is_there(self) -> bool:
        try:
            return os.path.samestat(os.fstat(self.file.fileno()), self._path.stat())
        except OSError:
            return False
