"""CHANGELOG.md → releases. Its form: `## 1.2.0 — 2026-03-31`, below it `### 中文` and `### English`, each a list.

A change may begin with the mark of its kind, `Rule:`, and then with what it is about, as a link or in bold: `[Seals](docs/en/reference/seals.md):`.
A rule may end with what held before: `Before: …`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import zip_longest
from typing import Any

from ..errors import Faults
from ..model.changes import Change, Kind, Release
from ..model.languages import Language
from ..model.signs import SIGNS

_RELEASE = re.compile(r"## (?P<version>\d+\.\d+\.\d+) — (?P<date>\d{4}-\d{2}-\d{2})")
_MARKS: dict[Language, dict[str, Kind]] = {
    "zh": {"规矩：": "rule", "新增：": "new", "给采用者：": "adopters"},
    "en": {"Rule: ": "rule", "New: ": "new", "For adopters: ": "adopters"},
}
"""How a change begins that is none of the others."""
_ABOUT: dict[Language, re.Pattern[str]] = {
    "zh": re.compile(r"(?:\[([^\]]+)\]\(docs/zh/([\w/-]+)\.md\)|\*\*([^*]+)\*\*)："),
    "en": re.compile(r"(?:\[([^\]]+)\]\(docs/en/([\w/-]+)\.md\)|\*\*([^*]+)\*\*): "),
}
_BEFORE: dict[Language, str] = {"zh": "原来：", "en": " Before: "}
_LANGUAGES: dict[str, Language] = {"### 中文": "zh", "### English": "en"}


def read(text: str, path: str, faults: Faults) -> tuple[Release, ...]:
    """Read the change log, newest release first.

    Args:
        text: what it says.
        path: where it stands, for messages.
        faults: collects headings that are not of the form above, and releases that miss a language.
    """
    releases: list[dict[str, Any]] = []
    language = None
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("## "):
            language = None
            if release := _begun(line, number):
                releases.append(release)
            else:
                faults.add(path, number, "release", f"'{line}' is no release; write `## 1.2.0 — 2026-03-31`")
        elif line.startswith("### "):
            language = _LANGUAGES.get(line)
            if language is None:
                faults.add(path, number, "language", f"'{line}' is no language; write `### 中文` or `### English`")
        elif releases and language:
            _add(releases[-1][language], line, language)
    for release in releases:
        line = release.pop("line")
        for code in _MARKS:
            release[code] = tuple(_change(said, code) for said in release[code])
        for heading, code in _LANGUAGES.items():
            if not release[code]:
                faults.add(path, line, release["version"], f"has no changes under `{heading}`; write them")
        if release["zh"] and release["en"] and (number := _unlike(release["zh"], release["en"])):
            message = f"is not the same in both languages from its change {number} on; write the same, with the same marks and links"
            faults.add(path, line, release["version"], message)
    if not releases:
        faults.add(path, 1, "file", "holds no release; write one as `## 1.2.0 — 2026-03-31`")
    return tuple(Release(**release) for release in releases)


def for_readers(releases: Iterable[Release]) -> tuple[Release, ...]:
    """The releases without what only whoever runs a handbook must know, which a company's readers do not."""
    return tuple(
        release.model_copy(
            update={
                language: tuple(each for each in release[language] if each.kind != "adopters") for language in _MARKS
            }
        )
        for release in releases
    )


def _begun(heading: str, number: int) -> dict[str, Any] | None:
    """The release that begins with a heading on this line, without its changes; None where it is none."""
    match = _RELEASE.fullmatch(heading)
    try:
        released = date.fromisoformat(match["date"]) if match else None
    except ValueError:
        released = None
    if not match or released is None:
        return None
    return {"version": match["version"], "released": released, "line": number, "zh": [], "en": []}


def _add(changes: list[str], line: str, language: Language) -> None:
    """A line of a list: a change, or more of the last one."""
    if line.startswith("- "):
        changes.append(line[2:].strip())
    elif line.startswith("  ") and changes:
        changes[-1] += SIGNS[language].glue + line.strip()


def _change(said: str, language: Language) -> Change:
    """A change as it is written in a language, taken apart."""
    mark = next((mark for mark in _MARKS[language] if said.startswith(mark)), "")
    rest = said[len(mark) :]
    about = _ABOUT[language].match(rest)
    kind = _MARKS[language].get(mark, "other")
    said = rest[about.end() :] if about else rest
    text, before_mark, before = said.partition(_BEFORE[language]) if kind == "rule" else (said, "", "")
    return Change(
        kind=kind,
        mark=mark,
        about=about[1] or about[3] if about else "",
        page=about[2] or "" if about else "",
        text=text,
        before=before,
        before_mark=before_mark,
    )


def _unlike(zh: Sequence[Change], en: Sequence[Change]) -> int:
    """Which change, counted from 1, is the first to be another one in the other language; 0 where none is."""
    both = enumerate(
        zip_longest(
            *([(each.kind, bool(each.about), each.page, bool(each.before)) for each in these] for these in (zh, en))
        ),
        1,
    )
    return next((number for number, (one, other) in both if one != other), 0)
