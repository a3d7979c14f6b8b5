"""What the commands say to the person at the console: in Chinese where the system is, else in English.

The sentences stand in `sentences.json`. Faults and notices are written in English where they are found; `messages.json` has
the Chinese of each, by the English with `{}` for what differs from one to the next. Nothing but Python itself is imported here: these are also the words in which a
command says that something is still to be installed.
"""

from __future__ import annotations

import functools
import io
import json
import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

_CHINESE = 0x04
"""The number of the language, whatever its region, among those of Windows."""

_ENTRY = "python -m macros"
"""How texts call the one entry."""
ENTRY = "py -m macros" if os.name == "nt" else "python3 -m macros"
"""How it is typed here: Windows has the one name, all other systems the other."""

_sentences: dict[str, dict[str, str]] = json.loads(
    Path(__file__).with_name("sentences.json").read_text(encoding="utf-8")
)


def language(environment: Mapping[str, str] = os.environ) -> Literal["zh", "en"]:
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
    return as_typed(_sentences[key][language()].format(**values))


def as_typed(text: str) -> str:
    """A text whose commands can be typed as they stand."""
    return text.replace(_ENTRY, ENTRY)


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


_PLACE = re.compile(r"[^\n]+?:\d+: (?:[^:;,'`\n]+: )?")
"""A file and a line, then the field where there is one."""
_VERBATIM = ("'", "`", "“", '"', "=", "{", "use one of: ")
"""Before these a message shows what somebody wrote."""


def in_words(message: str, spoken: str = "") -> str:
    """A fault or a notice in the language of the console, or another one; in English where nobody translated it.

    Args:
        message: in English, with the place before it or without.
        spoken: zh or en; that of the console where nothing is said.
    """
    if (spoken or language()) != "zh":
        return as_typed(message)
    given = _PLACE.match(message)
    place, said = (given[0], message[given.end() :]) if given else ("", message)
    shown, _, reason = said.partition(": ")
    told = _in_chinese(said) or (_in_chinese(reason) and f"{_in_chinese(shown) or shown}：{_in_chinese(reason)}")
    return place + as_typed(told or said)


def _in_chinese(message: str) -> str:
    """The Chinese of a message; blank where there is none. What it holds is a message too, unless somebody wrote it."""
    for template, parts, chinese in _translations():
        if found := template.fullmatch(message):
            held = [
                value.replace("', '", "”、“")
                if parts[number].endswith(_VERBATIM) or parts[number + 1].startswith("()")
                else _in_chinese(value) or value
                for number, value in enumerate(found.groups())
            ]
            return _filled(chinese, held)
    return ""


def _filled(chinese: str, held: list[str]) -> str:
    """A translation with what differs: in the order in which it stands, or by number."""
    rest = iter(held)
    return re.sub(r"\{(\d*)\}", lambda mark: held[int(mark[1]) - 1] if mark[1] else next(rest), chinese)


@functools.cache
def _translations() -> list[tuple[re.Pattern[str], list[str], str]]:
    """For each message what it looks like, its fixed parts, its Chinese; what says most of itself comes first."""
    read: dict[str, str] = json.loads(Path(__file__).with_name("messages.json").read_text(encoding="utf-8"))
    split = sorted(((english.split("{}"), chinese) for english, chinese in read.items()), key=_length, reverse=True)
    return [(re.compile("(.+?)".join(map(re.escape, parts)), re.DOTALL), parts, chinese) for parts, chinese in split]


def _length(entry: tuple[list[str], str]) -> int:
    return sum(map(len, entry[0]))
