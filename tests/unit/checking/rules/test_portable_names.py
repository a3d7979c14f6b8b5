"""Names that Windows and macOS cannot hold."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from macros.building import digest
from macros.checking.rules import portable_names
from macros.errors import Faults
from macros.published import named
from macros.reading.loaded import Loaded
from tests.conftest import ROOT


@pytest.mark.parametrize(
    "paths, said",
    [
        (
            ["docs/en/a.md", "docs/en/A.md"],
            "docs/en/A.md: differs from docs/en/a.md only in capital letters; Windows and macOS hold one of them, so rename it",
        ),
        (["docs/a?.md"], "docs/a?.md: has '?' in its name, which Windows does not take; rename it"),
        (["docs/Aux.md"], "docs/Aux.md: 'Aux.md' is a name that Windows does not take; rename it"),
        (["docs/com1"], "docs/com1: 'com1' is a name that Windows does not take; rename it"),
        (["docs/a."], "docs/a.: 'a.' is a name that Windows does not take; rename it"),
        (
            ["docs/" + "a" * 146],
            f"docs/{'a' * 146}: has a path of 151 characters; Windows may not take more than 150, so shorten it",
        ),
        (["docs/auxiliary.md", "docs/company.yml", "docs/com10", "docs/计划.docx", "docs/.a"], ""),
    ],
)
def test_a_name_that_not_every_system_takes_is_told(paths: list[str], said: str):
    assert "\n".join(f"{path}: {message}" for path, message in portable_names.faults_of(iter(paths))) == said


@pytest.mark.whole
def test_every_system_can_hold_what_is_published_here():
    listed = subprocess.run(["git", "ls-files", "-s"], cwd=ROOT, capture_output=True, text=True).stdout.splitlines()
    if not listed:
        pytest.skip("this is no clone")
    assert not [line for line in listed if line.startswith("120000")], "a link, which Windows makes a text of"
    assert list(portable_names.faults_of(line.partition("\t")[2] for line in listed)) == []


@pytest.mark.skipif(os.name == "nt", reason="its names are no bytes")
@pytest.mark.parametrize(
    "folder", ["docs/company/en", "docs/company/data/scenarios", "docs/company/brand", "docs/zh/notes"]
)
def test_a_name_in_the_code_page_of_an_old_share_is_told_once_and_stops_nothing_else(folder: str, tmp_path: Path):
    (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "CHANGELOG.md").touch()
    before = named.build_id(tmp_path, ["docs"])
    try:
        (tmp_path / folder / (os.fsdecode("请假".encode("gbk")) + ".md")).write_text("id: a\n", encoding="utf-8")
        (tmp_path / folder / os.fsdecode(b"\xff")).mkdir()
    except OSError:
        pytest.skip("this system takes no such name")
    loaded = Loaded(tmp_path)
    loaded.faults = Faults()
    portable_names.check(loaded)
    why = "has a name that is not in UTF-8, so nothing can read or publish it; rename it"
    assert [str(fault) for fault in loaded.faults] == [
        rf"{folder}/\xc7\xeb\xbc\xd9.md:1: file: {why}, such as to '请假.md'",
        rf"{folder}/\xff:1: file: {why}",
    ]
    assert named.build_id(tmp_path, ["docs"]) == before
    assert digest.digest(tmp_path, date(2026, 12, 1))
