"""One digest of everything that the model and the pages are made from."""

from __future__ import annotations

import hashlib
from pathlib import Path


def digest(root: Path) -> str:
    """A digest of `docs/`, the components and the change log; it differs as soon as any of these files does."""
    found = hashlib.sha256()
    files = [root / "CHANGELOG.md", *sorted((root / "docs").rglob("*")),
             *sorted((root / "overrides").rglob("*.html"))]
    for file in files:
        if file.is_file():
            found.update(file.relative_to(root).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return found.hexdigest()
