"""Files that a second process makes while this one makes others: typesetting takes more than half of the time of all downloads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Lock
from typing import Any, TypeVar

from ..shared.helper import Helper, is_of_use

T = TypeVar("T")
_MANY = 12
"""From how many files on a second process, which takes half a second to begin, is worth it."""


class Beside:
    """The second process, which begins with the first file."""

    helper: Helper | None = None
    wanted = False
    lock = Lock()


@contextmanager
def beside(files: int) -> Iterator[int]:
    """Have files made by `done_beside` in a second process, where they are many; says how many to ask for at once."""
    Beside.wanted = files >= _MANY and is_of_use()
    try:
        yield 2 if Beside.wanted else 1  # the second waits while the first is made
    finally:
        Beside.wanted = False
        if Beside.helper:
            Beside.helper.end()
            Beside.helper = None


def done_beside(work: Callable[..., T], *given: Any) -> T:
    """What a function of a module makes, in the second process where there is one; a fault is met here."""
    with Beside.lock:
        if Beside.wanted and not Beside.helper:
            with suppress(OSError):
                Beside.helper = Helper()
        helper = Beside.helper
    done = helper.ask(work, *given).result() if helper else None
    return work(*given) if done is None else done
