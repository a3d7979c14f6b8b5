"""A form and a checklist of the company's own are laid down whole: every blank is told by its line, and nothing else is missing."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from macros.checking import checked
from macros.commands import company
from macros.commands.new import lay_down
from macros.model.control import OWN_FROM
from tests.conftest import ROOT
from tests.layered import fill_in

THEIR_OWN = [file.read_text(encoding="utf-8") for file in (ROOT / "docs/data/templates").glob("*.yml")]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The handbook's sources with a layer of the company's own."""
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    shutil.copy(ROOT / "CHANGELOG.md", tmp_path)
    company.lay_down(tmp_path)
    return tmp_path


def said(project: Path) -> list[str]:
    return [str(fault) for fault in checked.load(project)[1]]


@pytest.mark.every_other
@pytest.mark.parametrize("kind", ["template", "checklist"])
def test_it_is_whole_but_for_blanks_that_are_told_by_line(kind: str, project: Path):
    (file,) = lay_down(project, kind, "site-visit")
    place = f"docs/company/data/{kind}s/site-visit.yml"
    assert file == project / place
    lines = file.read_text(encoding="utf-8").splitlines()
    blank = {
        n for n, line in enumerate(lines, 1) if re.search(r'\{zh: "", en: ""\}|^ *(zh|en|owner|reviewed): *(#|$)', line)
    }
    found = said(project)
    assert all("is blank; write it" in each for each in found), found
    told = {int(each.removeprefix(f"{place}:").partition(":")[0]) for each in found}
    # What stands in a row of a table's example is told once the table's columns are sound.
    assert told == blank - {n for n, line in enumerate(lines, 1) if "- what:" in line}
    fill_in(file)
    assert said(project) == []


def test_a_file_of_the_companys_own_is_asked_for_what_its_lines_hold_and_no_more(project: Path):
    (file,) = lay_down(project, "form", "locker")
    keys = {each.split(": ")[1].partition(".")[0] for each in said(project)}
    assert keys == {"title", "summary", "use_when", "recipients", "filing", "owner", "reviewed"}
    assert file.name == "locker.yml"


def numbers(project: Path, new_id: str) -> list[int]:
    (file,) = lay_down(project, "template", new_id)
    return [int(found) for found in re.findall(r"(?m)^control: \{number: (\d+)", file.read_text(encoding="utf-8"))]


def test_a_template_bears_the_next_number_which_no_later_release_can_bring(project: Path):
    ours = [int(found) for each in THEIR_OWN for found in re.findall(r"(?m)^control: \{number: (\d+)", each)]
    assert ours and max(ours) < OWN_FROM
    assert (numbers(project, "first"), numbers(project, "second")) == ([OWN_FROM], [OWN_FROM + 1])
    profile = project / "docs/company/company.yml"
    text = profile.read_text(encoding="utf-8")
    profile.write_text(re.sub(r"(?m)^document_control:\n(  .*\n)+", "", text), encoding="utf-8")
    assert numbers(project, "third") == []


def test_a_template_of_the_handbooks_own_bears_the_next_of_its_own(project: Path):
    shutil.rmtree(project / "docs/company")
    ours = [int(found) for each in THEIR_OWN for found in re.findall(r"(?m)^control: \{number: (\d+)", each)]
    assert numbers(project, "first") == [max(ours) + 1]
