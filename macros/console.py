"""What the commands say to the person at the console: in Chinese where the system is, else in English.

The sentences stand in `console.json`. Nothing but Python itself is imported here: these are also the words in which a
command says that something is still to be installed.
"""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path

_CHINESE = 0x04
"""The number of the language, whatever its region, among those of Windows."""

_sentences: dict[str, dict[str, str]] = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))


def language(environment: Mapping[str, str] = os.environ) -> str:
    """The language of the person at the console: zh or en."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "zh" if environment[name].lower().startswith("zh") else "en"
    if sys.platform == "win32":  # it has no such variables
        import ctypes

        return "zh" if ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF == _CHINESE else "en"
    return "en"


def said(key: str, **values: object) -> str:
    """A sentence in the language of the console, with its blanks filled in."""
    return _sentences[key][language()].format(**values)


def say(key: str, **values: object) -> None:
    """Print a sentence at once, also where the output is a file."""
    print(said(key, **values), flush=True)


def complain(key: str, **values: object) -> None:
    """Print a sentence where faults are printed."""
    print(said(key, **values), file=sys.stderr, flush=True)


def never_break() -> None:
    """A console's code page may lack a sign of a message; a code in its place is better than a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
