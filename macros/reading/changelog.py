"""CHANGELOG.md → releases. Its form: `## 1.2.0 — 2026-03-31`, below it `### 中文` and `### English`, each a list."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from ..errors import Faults
from ..model.changes import Release
from ..model.languages import Language
from ..model.signs import SIGNS

_RELEASE = re.compile(r"## (?P<version>\d+\.\d+\.\d+) — (?P<date>\d{4}-\d{2}-\d{2})")
_FOR_ADOPTERS: dict[Language, str] = {"zh": "给采用者：", "en": "For adopters:"}
"""How a change begins that readers need not know of."""
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
        for heading, code in _LANGUAGES.items():
            if not release[code]:
                faults.add(path, line, release["version"], f"has no changes under `{heading}`; write them")
    if not releases:
        faults.add(path, 1, "file", "holds no release; write one as `## 1.2.0 — 2026-03-31`")
    return tuple(Release(**{**release, "zh": tuple(release["zh"]), "en": tuple(release["en"])}) for release in releases)


def for_readers(releases: Iterable[Release]) -> tuple[Release, ...]:
    """The releases without what only whoever runs a handbook must know, which a company's readers do not."""
    return tuple(
        release.model_copy(
            update={
                language: tuple(each for each in release[language] if not each.startswith(mark))
                for language, mark in _FOR_ADOPTERS.items()
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
