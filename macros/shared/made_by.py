"""By which code and which libraries something was made: what an earlier build made by the same is made so again."""

from __future__ import annotations

import functools
import hashlib
import importlib.metadata
import sys
import zlib
from contextlib import suppress
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]


@functools.cache
def digest() -> str:
    """The code that this process runs: what stood on the disk when it began."""
    return code_now()


def is_as_made() -> bool:
    """Whether that code stands there still; once it was edited, who knows which of both made something."""
    return code_now() == digest()


def code_now() -> str:
    """A digest of what makes files besides data: our own code and templates, and everything that is installed."""
    found = hashlib.sha256(repr((sys.version, sys.platform, zlib.ZLIB_RUNTIME_VERSION, installed())).encode())
    for file in sorted(PACKAGE.rglob("*")):
        if file.is_file() and file.suffix != ".pyc":
            with suppress(FileNotFoundError):  # an editor's, gone meanwhile
                found.update(hashlib.sha256(file.read_bytes()).digest())
                found.update(file.relative_to(PACKAGE).as_posix().encode() + b"\0")
    return found.hexdigest()


@functools.cache
def installed() -> list[tuple[str, str]]:
    """The name and version of everything that is installed."""
    return sorted(_named(each) for each in importlib.metadata.distributions())


def _named(found: importlib.metadata.Distribution) -> tuple[str, str]:
    try:
        return str(found.name), str(found.version)
    except Exception:  # an installation that was broken off; what the error is differs with Python
        return "", ""
