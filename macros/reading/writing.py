"""A source file is written whole or not at all: a full disk, or a program that is ended, leaves the one from before."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

_DIGITS = re.compile("[0-9]+")


class _Dumper(yaml.SafeDumper):
    """Puts a text that is all digits between quotation marks: bare, `089123456789` is a text to PyYAML and a number to our reader."""


_Dumper.add_representer(
    str,
    lambda dumper, said: dumper.represent_scalar(
        "tag:yaml.org,2002:str", said, style="'" if _DIGITS.fullmatch(said) else None
    ),
)


def dumped(data: Any, *, sort_keys: bool = False) -> str:
    """Data as a text from which `source` reads the same; keys in their order, or sorted."""
    text: str = yaml.dump(data, Dumper=_Dumper, sort_keys=sort_keys, allow_unicode=True)
    return text


def write(file: Path, text: str) -> None:
    """Put a text in place of what a file holds, its folders made where they are missing; a link goes on leading to its file.

    Raises:
        OSError: the system refuses; what was there is untouched.
    """
    place = file.resolve()
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_name(f".{place.name[:40]}.tmp")  # short, since a name may be as long as a system allows
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        if place.exists():
            shutil.copymode(place, beside)
        beside.replace(place)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def write_new(texts: Mapping[Path, str]) -> None:
    """Write files that are not there yet, all of them or none.

    Raises:
        OSError: the system refuses; none of the files is left.
    """
    written: list[Path] = []
    try:
        for file, text in texts.items():
            write(file, text)
            written.append(file)
    except BaseException:
        for file in written:
            file.unlink(missing_ok=True)
        raise
