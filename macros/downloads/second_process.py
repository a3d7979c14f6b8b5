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


class _Beside:
    """The second process, which begins with the first file."""

    helper: Helper | None = None
    wanted = False
    lock = Lock()


@contextmanager
def beside(files: int) -> Iterator[int]:
    """Have files made by `done_beside` in a second process, where they are many; says how many to ask for at once."""
    _Beside.wanted = files >= _MANY and is_of_use()
    try:
        yield 2 if _Beside.wanted else 1  # the second waits while the first is made
    finally:
        _Beside.wanted = False
        if _Beside.helper:
            _Beside.helper.end()
            _Beside.helper = None


def done_beside(work: Callable[..., T], *given: Any) -> T:
    """What a function of a module makes, in the second process where there is one; a fault is met here."""
    with _Beside.lock:
        if _Beside.wanted and not _Beside.helper:
            with suppress(OSError):
                _Beside.helper = Helper()
        helper = _Beside.helper
    done = helper.ask(work, *given).result() if helper else None
    return work(*given) if done is None else done
