"""A company changes twelve things in its layer and takes three releases by `git pull`: no conflict, no edit, and all of ours arrives
that it has not changed itself; what was overtaken is named with file and line."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from macros.checking import checked
from macros.commands import update
from macros.model.handbook import Handbook
from tests.conftest import ROOT
from tests.layered import add, adopt, edit

OUR_TERM = """\
  - id: day-train
    term: {zh: 日车, en: Day train}
    definition: {zh: 上班时间里发出的一批货。, en: Goods that leave in working hours.}
    aliases: {zh: [白班车], en: [early lorry]}
"""
OUR_ROLE = """\
  convoy: {name: {zh: 车队长, en: head of the convoy}, department: logistics, phone: "+86 10 5555 0699"}
"""
OURS = "<!-- of release {n} -->"


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "-c", "user.name=a", "-c", "user.email=a@b.test", "-c", "commit.gpgsign=false", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def release(root: Path, number: int) -> None:
    """What each release changes of texts, data, code and requirements."""
    edit(
        root / "CHANGELOG.md",
        "\n## ",
        f"\n## 9.{number}.0 — 2026-11-26\n\n### 中文\n\n- 第{number}次。\n\n### English\n\n- Release {number}.\n\n## ",
    )
    for language in ("zh", "en"):
        add(root / f"docs/{language}/channels/email.md", f"\n{OURS.format(n=number)}\n")
    add(root / "macros/console/__init__.py", f"\n# of release {number}\n")
    add(root / "requirements.in", f"\n# of release {number}\n")
    if number == 1:
        edit(root / "docs/data/response-times.yml", "answer_within: P3D", "answer_within: P4D")
        edit(root / "docs/data/scenarios/media-public-relations.yml", "\norder: ", "\norder: 1")
    if number == 2:
        edit(root / "docs/data/scenarios/absence.yml", "\norder: 10\n", "\norder: 12\n")
        edit(root / "docs/data/scenarios/data-request.yml", "\norder: 10\n", "\norder: 13\n")
        edit(root / "docs/sample/company.yml", "P30D", "P60D")
    if number == 3:
        add(root / "docs/zh/channels/phone.md", f"\n{OURS.format(n=3)}\n")
        edit(root / "docs/data/glossary.yml", "terms:\n", f"terms:\n{OUR_TERM}")
        edit(root / "docs/sample/company.yml", "\nroles:\n", f"\nroles:\n{OUR_ROLE}")
        add(root / "docs/en/channels/email.md", "\nAsk the {{ company.role.convoy }}.\n")


def sound(root: Path) -> Handbook:
    handbook, faults = checked.load(root)
    assert handbook, faults.report()
    return handbook


@pytest.mark.sweep
@pytest.mark.whole
def test_three_releases_come_without_a_conflict_and_without_an_edit(tmp_path: Path):
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    for folder in ("docs", "macros"):
        shutil.copytree(ROOT / folder, ours / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("CHANGELOG.md", "requirements.in"):
        shutil.copy(ROOT / name, ours)
    git(ours, "init", "-q", "-b", "main")
    git(ours, "add", "-A")
    git(ours, "commit", "-qm", "1")
    git(tmp_path, "clone", "-q", str(ours), str(theirs))
    adopt(theirs)
    sound(theirs)
    assert git(theirs, "status", "--porcelain").split() == ["??", "docs/company/"]
    overtaken: list[list[str]] = []
    for number in (1, 2, 3):
        git(theirs, "add", "-A")
        git(theirs, "commit", "-qm", "what is our own")
        kept = git(theirs, "rev-parse", "HEAD:docs/company")
        release(ours, number)
        git(ours, "commit", "-qam", f"release {number}")
        git(theirs, "pull", "-q", "--no-rebase", "--no-edit")
        assert git(theirs, "rev-parse", "HEAD:docs/company") == kept
        assert git(theirs, "diff", "--stat", "origin/main", "--", ".", ":!docs/company") == ""
        handbook = sound(theirs)
        _is_still_theirs(handbook, theirs)
        assert handbook.version == f"9.{number}.0"
        news = update.look(theirs)
        assert not news.arrived and not news.gone and "docs/zh/channels/email.md" in news.changed
        overtaken.append([each.partition(": ")[0] for each in news.overtaken])
    changes = (theirs / "docs/company/changes.yml").read_text(encoding="utf-8").splitlines()
    line = next(n for n, text in enumerate(changes, 1) if "response-times/times" in text and not text.startswith("#"))
    assert overtaken[0] == [f"docs/company/changes.yml:{line}"]
    assert overtaken[1] == ["docs/company/data/scenarios/absence.yml:1"]
    page = (theirs / "docs/company/zh/channels/phone.md").read_text(encoding="utf-8").splitlines()
    marked = next(n for n, text in enumerate(page, 1) if "based_on" in text)
    assert overtaken[2] == [*overtaken[1], f"docs/company/zh/channels/phone.md:{marked}"]
    _has_arrived(handbook, theirs)


def _is_still_theirs(handbook: Handbook, root: Path) -> None:
    assert handbook.company.name.zh == "云帆制造有限公司" and handbook.company.tools.messenger.en == "Feishu"
    assert handbook.company.working_hours.start == "08:15" and handbook.company.colour == "#0b6b3a"
    assert handbook.brand.logo and handbook.company.drafts_end_after == "P30D"
    assert "media-public-relations" not in handbook.scenario
    found = handbook.response_times.find("email", "normal")
    assert found and found.answer_within == "PT8H"
    assert handbook.scenario["absence"].order == 77
    assert "site-visit" in handbook.checklist
    assert "night-train" in {term.id for term in handbook.glossary.terms}
    assert "<!-- ours -->" in (root / "docs/company/en/channels/phone.md").read_text(encoding="utf-8")


def _has_arrived(handbook: Handbook, root: Path) -> None:
    low = handbook.response_times.find("email", "low")
    assert low and low.answer_within == "P4D"
    assert handbook.scenario["data-request"].order == 13
    role = handbook.company.roles["convoy"]
    assert (role.name.en, role.phone) == ("head of the convoy", None)
    assert "day-train" in {term.id for term in handbook.glossary.terms}
    for name in ("docs/zh/channels/email.md", "macros/console/__init__.py", "requirements.in"):
        text = (root / name).read_text(encoding="utf-8")
        assert len(re.findall(r"of release [123]", text)) == 3, name
