"""A fault in what editors write, with its place; and the collector that reports all faults of a run at once."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong in a file that an editor can mend.

    Printed as `path:line: field: message`; `line` counts from 1, and a fault of a whole file stands at line 1. Where no
    field can be named, its place is taken by what is at fault: `file`, `encoding`, `yaml`, `macro`, `heading`, `text`.
    """

    path: str
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.field}: {self.message}"


class Misregistered(Exception):
    """A fault in what the code says of a kind. It is met while the registry is read, before anything can be checked, and so by itself."""

    def __init__(self, module: Path, entry: str, field: str, message: str):
        """
        Args:
            module: the file of the code.
            entry: a pattern of how what is at fault begins there.
            field: what it is called.
            message: what is wrong.
        """
        text = module.read_text(encoding="utf-8") if module.exists() else ""
        found = re.search(entry, text, re.MULTILINE)
        path = module.resolve().relative_to(Path(__file__).resolve().parents[1]).as_posix()
        super().__init__(str(Fault(path, text.count("\n", 0, found.start()) + 1 if found else 1, field, message)))


@dataclass
class Faults:
    """Collects faults, so that a run reports every one of them and not only the first."""

    _found: set[Fault] = field(default_factory=set)

    def add(self, path: str, line: int, where: str, message: str) -> None:
        """Record one fault; the same fault found twice is kept once."""
        self._found.add(Fault(path, line, where, message))

    def __bool__(self) -> bool:
        return bool(self._found)

    def __iter__(self) -> Iterator[Fault]:
        return iter(sorted(self._found))

    def __len__(self) -> int:
        return len(self._found)

    def report(self, in_words: Callable[[str], str] = str) -> str:
        """All faults, one a line, sorted by file and line, with a closing count.

        Args:
            in_words: puts a message into the language of whoever reads it.
        """
        count = len(self._found)
        lines = [f"{fault.path}:{fault.line}: {fault.field}: {in_words(fault.message)}" for fault in self]
        closing = (
            f"{count} fault{'s' if count != 1 else ''} found. Mend {'them' if count != 1 else 'it'}"
            " and run the command again; the last good site has not been touched."
        )
        return "\n".join([*lines, in_words(closing)])


NEAR = 0.65
"""How much of two words has to agree, 1 being all, so that one can have been meant by the other."""


def closest(wrong: str, known: Iterable[str]) -> str | None:
    """The known word most like `wrong`, whatever its capitals; None where none is like it."""
    by_lower = {name.lower(): name for name in sorted(known)}
    given = str(wrong).lower()
    found = difflib.get_close_matches(given, by_lower, n=3, cutoff=NEAR)
    return next((by_lower[each] for each in found if _is_near(_end(given), _end(each))), None)


def _is_near(one: str, other: str) -> bool:
    return difflib.SequenceMatcher(None, other, one).ratio() >= NEAR


def _end(path: str) -> str:
    """What a path says at its end: two files of one folder and of one kind have much in common, and may be far apart."""
    return path.rstrip("/").rpartition("/")[2].removesuffix(".yml").removesuffix(".md")


def nearest(wrong: str, known: Iterable[str]) -> str:
    """A hint that names the known word most like `wrong`, or else lists the known words.

    >>> nearest("instant-mesage", ["instant-message", "email"])
    "did you mean 'instant-message'?"
    """
    names = sorted(known)
    if close := closest(wrong, names):
        return f"did you mean '{close}'?"
    shown = ", ".join(names[:16]) + (", …" if len(names) > 16 else "")
    return f"use one of: {shown}" if names else "none is defined yet"


def shortened(text: str) -> str:
    """A text on one line, cut where it is long, to be shown in a message."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"
