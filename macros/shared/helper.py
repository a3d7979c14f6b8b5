"""A second process that works beside the build: what follows from sources that are known early is worked out there, meanwhile.

It only spares time: it hands over what its memory then knows. What it could not work out, for a fault in a source or because it
was ended, is worked out by whoever asks, who also meets the fault. It ends with the process that began it, however that ends,
since nobody writes to it any more.
"""

from __future__ import annotations

import marshal
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

_ROOT = Path(__file__).resolve().parents[2]


def is_of_use() -> bool:
    """Whether there is a second core for it."""
    return (os.cpu_count() or 1) > 1 and bool(sys.executable)


class Helper:
    """One such process. It does one thing after the other, in the order in which it was asked."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", __name__],
            cwd=_ROOT,  # where the package is found
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._asking = ThreadPoolExecutor(max_workers=1)

    def ask(self, work: Callable[..., object], *given: object) -> Future[dict[bytes, bytes]]:
        """Have something done; what the memory there knows by that comes as soon as it is done.

        Args:
            work: a function of a module, which puts what it works out into `MEMORY`.
            given: what it is called with.
        """
        return self._asking.submit(self._done, work, *given)

    def _done(self, work: Callable[..., object], *given: object) -> dict[bytes, bytes]:
        assert self._process.stdin and self._process.stdout
        with suppress(OSError, EOFError, ValueError, TypeError):  # it has ended
            pickle.dump((work, given), self._process.stdin)
            self._process.stdin.flush()
            known: dict[bytes, bytes] = marshal.load(self._process.stdout)
            return known
        return {}

    def end(self) -> None:
        """Send it home, whatever it is at."""
        self._process.kill()
        self._asking.shutdown(cancel_futures=True)
        with suppress(OSError):  # what was not written yet, to a process that has gone
            self._process.communicate()


def _help(asked: BinaryIO, answered: BinaryIO) -> None:
    from .remembered import MEMORY

    MEMORY.hold()
    while True:
        try:
            work, given = pickle.load(asked)
        except EOFError:
            return
        with suppress(Exception):  # whoever asks for it meets the same fault, and says so
            work(*given)
        marshal.dump(MEMORY.hand_over(), answered)
        answered.flush()


if __name__ == "__main__":
    answers = sys.stdout.buffer
    sys.stdout = sys.stderr  # for what a library may print
    with suppress(KeyboardInterrupt, OSError):  # whoever asked is told by whoever ends it, or has gone
        _help(sys.stdin.buffer, answers)
