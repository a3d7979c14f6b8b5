"""Broken sources, each with every message that it must bring: no fault passes, none is said twice, none of them wrongly.

The corpus stands in `tests/faults/*.yml`. A case is a `name`, a list of `changes` to sound sources, and what is expected:

    file: docs/data/company.yml     the file that is changed; the place in it is one of
    entry: "short_name:"            the first line that begins so, with the lines below it that are indented further
    line: "short_name:"             that line alone
    by: "short_nam: {same: X}"      what stands there instead, indented like the first line of what was there
    append: "x: y"                  or: what is added at the end
    write: "x: y"                   or: the whole file
    encoding: gb18030               how it is saved; UTF-8 where nothing is said
    delete: true                    or: the file goes
    rename: docs/data/firm.yml      or: it is renamed

In `expected`, `{line}` is the line of the (first) change, `{line+2}` two below it, `{line.2}` that of the second change.
"""

from __future__ import annotations

import functools
import hashlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros import checking, downloads, source
from tests.conftest import ROOT, copy_sources, mkdocs

CORPUS = Path(__file__).parent / "faults"
CASES = [case for file in sorted(CORPUS.glob("*.yml")) for case in yaml.safe_load(file.read_text(encoding="utf-8"))]
TODAY = date(2026, 11, 23)

_read_once = functools.cache(source._load)


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sources that no case changes."""
    folder = tmp_path_factory.mktemp("sound")
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "CHANGELOG.md", folder)
    return folder


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out what costs time and plays no part here: downloads, and the same YAML read again for every case."""
    monkeypatch.setattr(source, "_load", _read_once)
    for ending in downloads.WRITERS:
        monkeypatch.setitem(downloads.WRITERS, ending, lambda *_: b"-")


def faults_of(root: Path) -> list[str]:
    return [str(fault) for fault in checking.check(root, TODAY)[1]]


def test_the_sources_are_sound_before_a_case_changes_them(sound: Path):
    assert faults_of(sound) == []


def test_the_corpus_is_large_and_every_case_has_its_own_name():
    names = [case["name"] for case in CASES]
    assert len(names) == len(set(names)) >= 40


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_fault(case: dict[str, Any], sound: Path, tmp_path: Path):
    root = tmp_path / "project"
    shutil.copytree(sound, root, copy_function=os.link)  # links: `change` replaces a file and never writes into it
    lines = [change(root, **each) for each in case["changes"]]
    assert faults_of(root) == sorted((with_lines(message, lines) for message in case["expected"]), key=by_place)


def by_place(message: str) -> tuple[str, int, str]:
    path, line, rest = message.split(":", 2)
    return path, int(line), rest


def with_lines(message: str, lines: list[int]) -> str:
    """A message with its `{line}` marks replaced."""
    return re.sub(r"\{line(?:\.(\d))?([+-]\d+)?\}",
                  lambda mark: str(lines[int(mark[1] or 1) - 1] + int(mark[2] or 0)), message)


def change(root: Path, file: str, *, entry: str = "", line: str = "", by: str = "", append: str = "",
           write: str | None = None, encoding: str = "utf-8", delete: bool = False, rename: str = "") -> int:
    """Change a file as a case says (see the head of this file), and return the line of the change."""
    path = root / file
    if rename:
        path.rename(root / rename)
        return 1
    lines = path.read_text(encoding="utf-8").split("\n") if path.is_file() else []
    path.unlink(missing_ok=True)
    number = 0
    if delete:
        return 1
    if entry or line:
        number, end = place(lines, entry or line, whole=bool(entry))
        indent = lines[number][: len(lines[number]) - len(lines[number].lstrip())]
        lines[number:end] = [indent + each if each else each for each in by.rstrip("\n").split("\n")] if by else []
    elif append:
        number = len(lines) - 1
        lines[number:] = append.split("\n")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(("\n".join(lines) if write is None else write).encode(encoding))
    return number + 1


def place(lines: list[str], beginning: str, whole: bool) -> tuple[int, int]:
    """Where the line that begins so stands, and where it, or the whole entry, ends."""
    number = next(n for n, text in enumerate(lines) if text.lstrip().startswith(beginning))
    end, indent = number + 1, len(lines[number]) - len(lines[number].lstrip())
    while whole and end < len(lines) and (not lines[end].strip() or lines[end].startswith(" " * (indent + 1))):
        end += 1
    while not lines[end - 1].strip():
        end -= 1
    return number, end
