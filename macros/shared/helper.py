"""A second process that works beside this one, so that both cores are at it.

It only spares time: what it could not do, for a fault in what it was given or because it was ended, is done by whoever asked,
who also meets the fault. It ends with the process that began it, however that ends, since nobody writes to it any more.
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
from typing import BinaryIO, TypeVar

T = TypeVar("T")
_ROOT = Path(__file__).resolve().parents[2]


def is_of_use() -> bool:
    """Whether there is a second core for it."""
    return (os.cpu_count() or 1) > 1 and bool(sys.executable)


class Helper:
    """One such process. It does one thing after the other, in the order in which it was asked."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", __name__],
            cwd=_ROOT,  # where the package is found
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._asking = ThreadPoolExecutor(max_workers=1)

    def ask(self, work: Callable[..., T], *given: object) -> Future[T | None]:
        """Have something done; the answer is None where it could not be.

        Args:
            work: a function of a module; what it returns is plain: texts, bytes, or a mapping of such.
            given: what it is called with.
        """
        return self._asking.submit(self._done, work, *given)

    def _done(self, work: Callable[..., T], *given: object) -> T | None:
        assert self.process.stdin and self.process.stdout
        with suppress(OSError, EOFError, ValueError, TypeError):  # it has ended
            pickle.dump((work, given), self.process.stdin)
            self.process.stdin.flush()
            done: T | None = marshal.load(self.process.stdout)
            return done
        return None

    def end(self) -> None:
        """Send it home, whatever it is at."""
        self.process.kill()
        self._asking.shutdown(cancel_futures=True)
        with suppress(OSError):  # what was not written yet, to a process that has gone
            self.process.communicate()


def _help(asked: BinaryIO, answered: BinaryIO) -> None:
    while True:
        try:
            work, given = pickle.load(asked)
        except EOFError:
            return
        done = None
        with suppress(Exception):  # whoever asked meets the same fault, and says so
            done = work(*given)
        marshal.dump(done, answered)
        answered.flush()


if __name__ == "__main__":
    answers = sys.stdout.buffer
    sys.stdout = sys.stderr  # for what a library may print
    with suppress(KeyboardInterrupt, OSError):  # whoever asked is told by whoever ends it, or has gone
        _help(sys.stdin.buffer, answers)
