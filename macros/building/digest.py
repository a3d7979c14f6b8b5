"""One digest of everything that the model and the pages are made from."""

from __future__ import annotations

import hashlib
import os
from datetime import date
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def digest(root: Path, today: date) -> str:
    """A digest of `docs/`, the components, the templates of files, the change log, the last facts and the day; it differs as soon as
    any of these does.

    Args:
        root: the project's root.
        today: the day against which reviews are held.
    """
    found = hashlib.sha256(today.isoformat().encode())
    files = [
        root / "CHANGELOG.md",
        *sorted((root / "docs").rglob("*")),
        *sorted((root / "overrides").rglob("*.html")),
        *templates(),
    ]
    for file in files:
        if file.is_file():
            found.update(os.fsencode(file.as_posix()) + b"\0" + file.read_bytes() + b"\0")
    return found.hexdigest()


def templates() -> list[Path]:
    """What the package makes files from and is no code: an edit of it shows without a restart."""
    return [file for file in sorted(_PACKAGE.rglob("*")) if file.is_file() and file.suffix not in (".py", ".pyc")]
