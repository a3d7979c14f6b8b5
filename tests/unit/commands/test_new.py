"""Where new things are laid down: in the handbook, or in the company's layer where there is one."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.commands.new import lay_down
from macros.errors import Faults
from macros.reading import source


def laid(root: Path, kind: str, new_id: str = "site-visit") -> list[str]:
    return [file.relative_to(root).as_posix() for file in lay_down(root, kind, new_id)]


def test_new_things_of_the_handbook_stand_in_it_and_contacts_with_the_sample_company(tmp_path: Path):
    assert laid(tmp_path, "scenario") == [
        "docs/data/scenarios/site-visit.yml",
        "docs/zh/scenarios/site-visit.md",
        "docs/en/scenarios/site-visit.md",
    ]
    assert laid(tmp_path, "contact") == ["docs/sample/contacts/site-visit.yml"]


def test_new_things_of_a_company_stand_in_its_layer(tmp_path: Path):
    (tmp_path / "docs/company").mkdir(parents=True)
    assert laid(tmp_path, "scenario") == [
        "docs/company/data/scenarios/site-visit.yml",
        "docs/company/zh/scenarios/site-visit.md",
        "docs/company/en/scenarios/site-visit.md",
    ]
    assert laid(tmp_path, "contact") == ["docs/company/contacts/site-visit.yml"]


def test_the_lines_beside_a_form_of_the_companys_own_stand_with_it(tmp_path: Path):
    (tmp_path / "docs/company").mkdir(parents=True)
    assert laid(tmp_path, "form", "locker") == ["docs/company/forms/locker.yml"]


def test_an_id_of_the_handbook_is_refused_in_a_layer(tmp_path: Path):
    (tmp_path / "docs/data/scenarios").mkdir(parents=True)
    (tmp_path / "docs/data/scenarios/site-visit.yml").touch()
    (tmp_path / "docs/company").mkdir()
    with pytest.raises(FileExistsError, match=r"scenarios/site-visit\.yml is there already"):
        lay_down(tmp_path, "scenario", "site-visit")
    assert list((tmp_path / "docs/company").iterdir()) == []


def test_the_id_of_an_overview_is_refused(tmp_path: Path):
    with pytest.raises(ValueError, match="'index' is the overview of its folder"):
        lay_down(tmp_path, "scenario", "index")
    assert list(tmp_path.iterdir()) == []


def test_a_case_of_the_practice_goes_behind_those_that_there_are(tmp_path: Path):
    (tmp_path / "docs/company").mkdir(parents=True)
    assert laid(tmp_path, "case") == ["docs/company/data/practice.yml"]
    assert laid(tmp_path, "case", "absence") == ["docs/company/data/practice.yml"]
    file = tmp_path / "docs/company/data/practice.yml"
    written = source.read(file, tmp_path, Faults())
    assert written
    assert [(each["id"], each["scenario"]) for each in written.data["questions"]] == [
        ("site-visit", "site-visit"),
        ("absence", "absence"),
    ]
    with pytest.raises(FileExistsError, match=r"data/practice\.yml: 'absence' is there already"):
        lay_down(tmp_path, "case", "absence")
    # Entries may stand as far in as they like; behind anything else none can be put, and the file stays as it is.
    file.write_text("questions:\r\n- {id: a, scenario: a}", encoding="utf-8", newline="")
    lay_down(tmp_path, "case", "absence")
    again = source.read(file, tmp_path, Faults())
    assert again and [each["id"] for each in again.data["questions"]] == ["a", "absence"]
    for text in ("questions:\n  - {id: a, scenario: a}\npass_at: 90\n", "questions: [\n", "questions: []\n"):
        file.write_text(text, encoding="utf-8")
        with pytest.raises(ValueError, match="nothing can be put at its end"):
            lay_down(tmp_path, "case", "absence")
        assert file.read_text(encoding="utf-8") == text
