"""Files that are kept from one build to the next, each behind the sum of what it holds."""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path

_SUM = hashlib.sha256().digest_size


def read(file: Path) -> bytes | None:
    """What a kept file holds, which counts as asked for just now; None where it is not there, or damaged."""
    try:
        kept = file.read_bytes()
    except OSError:
        return None
    content = kept[_SUM:]
    if hashlib.sha256(content).digest() != kept[:_SUM]:
        return None
    with suppress(OSError):
        os.utime(file)
    return content


def write(file: Path, content: bytes) -> None:
    """Keep a file, beside its place first, so that nobody reads a half of it.

    Raises:
        OSError: it cannot be written; nothing of it is left.
    """
    handle, name = tempfile.mkstemp(dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as unfinished:
            unfinished.write(hashlib.sha256(content).digest() + content)
        Path(name).replace(file)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
