"""Names that Windows and macOS cannot hold."""

from __future__ import annotations

import subprocess

import pytest

from macros.checking.rules import portable_names
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
