"""Files written on every core: what one process of Python does alone takes twice as long on two."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from typing import Protocol

from ..model.handbook import Handbook

_MANY = 60
"""For fewer files further processes are not worth their start."""
_AT_A_TIME = 6


class Writable(Protocol):
    """A file about to be made."""

    def write(self, handbook: Handbook) -> bytes:
        """Its content."""


class _Work:
    """What a process takes over from the one that it was forked from."""

    files: Sequence[Writable]
    handbook: Handbook


@contextmanager
def written(files: Sequence[Writable], handbook: Handbook) -> Iterator[Iterator[bytes]]:
    """The contents of files, in their order, made by as many processes as there are cores.

    Only Linux hands over the handbook by forking, without a copy of it; elsewhere, for few files, and on a single core, they
    are made one after the other, as they are asked for.

    Args:
        files: what to write.
        handbook: the model that each is written from.
    """
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
    if cores == 1 or len(files) < _MANY:
        yield (file.write(handbook) for file in files)
        return
    fork = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(cores, fork, initializer=_begin, initargs=(files, handbook)) as pool:
        yield pool.map(_write, range(len(files)), chunksize=_AT_A_TIME)


def _begin(files: Sequence[Writable], handbook: Handbook) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who breaks off a build is told so once
    _Work.files, _Work.handbook = files, handbook


def _write(number: int) -> bytes:
    return _Work.files[number].write(_Work.handbook)
