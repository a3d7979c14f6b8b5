"""A form and a checklist of the company's own are laid down whole: every blank is told by its line, and nothing else is missing."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from macros.checking import checked
from macros.commands import company
from macros.commands.new import lay_down
from tests.conftest import ROOT
from tests.layered import fill_in


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The handbook's sources with a layer of the company's own."""
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    shutil.copy(ROOT / "CHANGELOG.md", tmp_path)
    company.lay_down(tmp_path)
    return tmp_path


def said(project: Path) -> list[str]:
    return [str(fault) for fault in checked.load(project)[1]]


@pytest.mark.parametrize("kind", ["template", "checklist"])
def test_it_is_whole_but_for_blanks_that_are_told_by_line(kind: str, project: Path):
    (file,) = lay_down(project, kind, "site-visit")
    place = f"docs/company/data/{kind}s/site-visit.yml"
    assert file == project / place
    lines = file.read_text(encoding="utf-8").splitlines()
    blank = {
        n for n, line in enumerate(lines, 1) if re.search(r"\{zh: , en: \}|^ *(zh|en|owner|reviewed): *(#|$)", line)
    }
    found = said(project)
    assert all("is blank; write it" in each for each in found), found
    told = {int(each.removeprefix(f"{place}:").partition(":")[0]) for each in found}
    # What stands in a row of a table's example is told once the table's columns are sound.
    assert told == blank - {n for n, line in enumerate(lines, 1) if "- what:" in line}
    fill_in(file)
    found = said(project)
    if kind == "template":
        advice = re.search(r"write `(control: \{number: \d+, .*?\})`", found[0])
        assert len(found) == 1 and advice, found
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"(?m)^# control:.*$", advice[1], text), encoding="utf-8")
        found = said(project)
    assert found == []
