"""Files among the sources that no editor put there: what other programs leave beside a file, and copies they make."""

from __future__ import annotations

import os
import re
from pathlib import PurePath

from ..model.base import is_kebab

_LEFTOVER = re.compile(
    r"\..*|.*~|~\$.*|\#.*\#|.*\.(?:orig|rej|bak|old|tmp|temp|swp|swo|part|crdownload)"
    r"|(?:eh)?thumbs\.db|desktop\.ini|\$recycle\.bin|__macosx|@eadir|icon\r",
    re.IGNORECASE,
)
"""Hidden files, and those of editors, office programs, merge tools, downloads, Windows, macOS and network drives."""
_MARK = r"(?:副本|拷贝|复制|复件|copy|kopie|copie|copia|conflict(?:ed)?(?: copy)?|case conflict)"
_COPY = re.compile(
    rf"(?P<own>.+?)(?:[ ]?[-–—_][ ]?{_MARK}.*|[ ]{_MARK}.*|的{_MARK}.*|{_MARK}"
    rf"|[ ]?[(（]\d+[)）]|[ ]?[(（].*{_MARK}.*[)）]|[ ]\d+)"
    rf"|{_MARK}(?: of| de)?[ ]?[-–—_]?[ ]?(?P<after>.+)",
    re.IGNORECASE,
)
"""How systems name a copy: `absence (1)`, `absence - 副本`, `absence copy 2`, `Copy of absence`."""
_WRITTEN = (".yml", ".yaml", ".md")
"""Endings of what editors write; a picture or a form may well be called `plan (2)`."""


_NO_SIGN = re.compile("[\ud800-\udfff]")
"""Stands for a byte of a name that is not UTF-8, as an old share or archive has it."""


def is_leftover(file: PurePath) -> bool:
    """Whether a file, by its path below `docs/`, is what another program left, or is called what no address can hold, which is a
    fault of its own; it is neither read nor published."""
    return any(_LEFTOVER.fullmatch(part) or not is_readable(part) for part in file.parts)


def is_readable(name: str) -> bool:
    """Whether a name is written in UTF-8, as all others are."""
    return not _NO_SIGN.search(name)


def as_shown(path: str) -> str:
    """A path of which a name is not, for people: its bytes as numbers."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def as_meant(name: str) -> str:
    """What such a name says where a Chinese Windows wrote it; blank where none did."""
    try:
        return os.fsencode(name).decode("gb18030")
    except UnicodeDecodeError:
        return ""


def copied_from(file: PurePath) -> str | None:
    """The name of the file that a page or a data file is a copy of, by its own name; None for one that is none.

    >>> copied_from(PurePath("scenarios/absence - 副本.yml"))
    'absence.yml'
    """
    match = _COPY.fullmatch(file.stem) if file.suffix in _WRITTEN and not is_kebab(file.stem) else None
    return f"{(match['own'] or match['after']).strip()}{file.suffix}" if match else None


def is_stray(file: PurePath) -> bool:
    """Whether a file is none of the handbook's sources: a leftover, or a copy, which is a fault of its own."""
    return is_leftover(file) or copied_from(file) is not None
