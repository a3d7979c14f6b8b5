"""Where a value of the data stands, for a notice about it."""

from __future__ import annotations

from pathlib import Path

from ..errors import Faults
from . import source
from .layer import places


def place_of(root: Path, name: str, location: source.Location) -> tuple[str, int]:
    """The file, below the project's root, and the line of a value; the first line, where the file cannot be read.

    Args:
        root: the project's root.
        name: the data file, below `docs/data/`.
        location: the value within it.
    """
    path = places.path_of(root, name)
    read = source.read(root / path, root, Faults())
    return path, read.line(location) if read else 1
