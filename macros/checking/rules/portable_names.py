"""Every file can be had on every system: Windows and macOS take two names that differ only in case for the same file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePath

from ...reading import strays
from ...reading.layer.places import LAYERS
from ...reading.loaded import Loaded

_FORBIDDEN = re.compile(r'[<>:"\\|?*\x00-\x1f]')
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_LONGEST = 150
"""Characters of a path below the project's root: Windows takes 260 in all, with the folder it was cloned into."""


def check(loaded: Loaded) -> None:
    """Report files below `docs/` that Windows could not hold beside the others, or not under their name."""
    files = sorted(file.relative_to(loaded.root).as_posix() for file in (loaded.root / "docs").rglob("*"))
    for path in files:
        name = path.rpartition("/")[2]
        if not strays.is_readable(name):
            meant = strays.as_meant(name)
            hint = f"rename it, such as to '{meant}'" if meant else "rename it"
            message = f"has a name that is not in UTF-8, so nothing can read or publish it; {hint}"
            loaded.faults.add(strays.as_shown(path), 1, "file", message)
    for path, message in faults_of(path for path in files if not strays.is_leftover(PurePath(path))):
        loaded.faults.add(path, 1, "file", message)
    for path, message in _beside_the_handbooks(loaded):
        loaded.faults.add(path, 1, "file", message)


def _beside_the_handbooks(loaded: Loaded) -> Iterator[tuple[str, str]]:
    """Files of the layer that Windows would publish as, or take for, the handbook's own of another name."""
    laid = loaded.laid
    met: dict[str, Path] = {}
    for name, file in sorted({**laid.files, **laid.pages}.items(), key=lambda each: _rank(each[1], loaded.root)):
        other = met.setdefault(name.casefold(), file)
        if other != file:
            was = other.relative_to(loaded.root).as_posix()
            yield (
                file.relative_to(loaded.root).as_posix(),
                (
                    f"differs from {was} only in capital letters, and neither takes the place of the other; write its name like that one's"
                ),
            )


def _rank(file: Path, root: Path) -> tuple[bool, str]:
    """The handbook's own files first."""
    path = file.relative_to(root).as_posix()
    return path.startswith(LAYERS), path


def faults_of(paths: Iterator[str]) -> Iterator[tuple[str, str]]:
    """What is wrong with names: each path with what to do.

    Args:
        paths: of files and folders, below the project's root.
    """
    met: dict[str, str] = {}
    for path in paths:
        name = path.rpartition("/")[2]
        if (other := met.setdefault(path.casefold(), path)) != path:
            yield (
                path,
                f"differs from {other} only in capital letters; Windows and macOS hold one of them, so rename it",
            )
        elif sign := _FORBIDDEN.search(name):
            yield path, f"has {sign[0]!r} in its name, which Windows does not take; rename it"
        elif _DEVICE.fullmatch(name) or name.endswith((" ", ".")):
            yield path, f"'{name}' is a name that Windows does not take; rename it"
        elif len(path) > _LONGEST:
            yield (
                path,
                f"has a path of {len(path)} characters; Windows may not take more than {_LONGEST}, so shorten it",
            )
