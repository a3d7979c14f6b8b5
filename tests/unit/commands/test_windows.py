"""What Windows has otherwise: code pages, names, backslashes, marks before a text."""

from __future__ import annotations

import io
import os
import re
import shutil
import sys
from pathlib import Path, PureWindowsPath

import pytest

import macros.__main__ as entry
from macros.building import running as building
from macros.checking import checked
from macros.checking.rules import portable_names
from macros.commands import company, gates, line, new, replace, review, setting_up
from macros.errors import Faults
from macros.reading import loading
from macros.reading.layer import own
from macros.reading.loaded import Loaded
from tests.conftest import ROOT
from tests.unit.sound import sound

COMMANDS = (
    (0, "company"),
    (1, "company"),
    (0, "new", "scenario", "site-visit"),
    (1, "new", "scenario", "site-visit"),
    (0, "replace", "docs\\zh\\guide\\scope.md"),
    (1, "replace", "docs/zh/没有🙂.md"),
    (0, "review", "scenarios/absence"),
    (1, "review", "没有🙂"),
    (0, "update"),
    (0, "notify", "--for", "wecom"),
    (1, "check"),
    (1, "build"),
)
"""Each with what it ends with."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The sources, as links: what is written is new."""
    shutil.copytree(ROOT / "docs", tmp_path / "docs", copy_function=os.link)
    shutil.copy(ROOT / "CHANGELOG.md", tmp_path)
    return tmp_path


@pytest.mark.every_other
@pytest.mark.parametrize("spoken", ["zh_CN.UTF-8", "C"])
@pytest.mark.parametrize("code_page", ["cp936", "cp1252"])
def test_every_command_speaks_on_every_code_page(code_page: str, spoken: str, project: Path, monkeypatch):
    """A sign that a code page lacks is a code there, and never the end of the command."""
    fault = gates.Outcome(["docs/zh/参观🙂.md:1: file: has '🙂' in its name"])
    monkeypatch.setenv("LC_ALL", spoken)
    monkeypatch.setattr(entry, "ROOT", project)
    monkeypatch.setattr(setting_up, "run_where_ready", lambda *_: None)
    monkeypatch.setattr(checked, "load", lambda _: (loading.handbook_of(sound()), Faults()))
    monkeypatch.setattr(gates, "content", lambda _: fault)
    monkeypatch.setattr(building, "build", lambda _: False)
    streams = {name: io.TextIOWrapper(io.BytesIO(), encoding=code_page) for name in ("stdout", "stderr")}
    for name, stream in streams.items():
        monkeypatch.setattr(sys, name, stream)
    for code, *arguments in COMMANDS:
        monkeypatch.setattr(sys, "argv", ["macros", *arguments])
        assert entry.main() == code, arguments
    told = ""
    for stream in streams.values():
        stream.flush()
        told += stream.buffer.getvalue().decode(code_page)
    assert "docs/company/zh/guide/scope.md" in told
    assert ("参观\\U0001f642" if code_page == "cp936" else "\\u53c2\\u89c2\\U0001f642") in told


@pytest.mark.parametrize(
    "arguments, meant",
    [
        (("replace", ".\\docs\\zh\\guide\\scope.md"), "docs/zh/guide/scope.md"),
        (("translated", "channels\\email.md"), "channels/email.md"),
        (("review", "scenarios\\absence"), "scenarios/absence"),
        (("remove", "page", str(PureWindowsPath("reference/seals"))), "reference/seals"),
    ],
)
def test_a_place_is_understood_as_windows_writes_it(arguments: tuple[str, ...], meant: str):
    given = vars(line.read(list(arguments)))
    assert meant in (given.get("path"), given.get("id"), *given.get("ids", ()), *given.get("pages", ()))


@pytest.mark.parametrize(
    "new_id, said",
    [
        ("con", "'con.yml' is a name that Windows does not take; rename it"),
        ("lpt1", "'lpt1.yml' is a name that Windows does not take; rename it"),
        ("a" * 140, "has a path of 172 characters; Windows may not take more than 150, so shorten it"),
        ("a" * 300, "has a path of 332 characters; Windows may not take more than 150, so shorten it"),
        ("visit", "differs from docs/company/data/scenarios/Visit.yml only in capital letters"),
    ],
)
def test_nothing_is_laid_down_that_windows_cannot_hold(new_id: str, said: str, tmp_path: Path):
    there = tmp_path / "docs/company/data/scenarios"
    there.mkdir(parents=True)
    (there / "Visit.yml").touch()
    # Where Windows holds the name already, or takes it for a device, that is told.
    with pytest.raises((ValueError, FileExistsError), match=rf"{re.escape(said)}|is there already"):
        new.lay_down(tmp_path, "scenario", new_id)
    assert [file.name for file in there.iterdir()] == ["Visit.yml"]


def test_a_page_or_file_that_differs_from_the_handbooks_in_capitals_is_refused(tmp_path: Path):
    for name in (
        *("docs/zh/guide/scope.md", "docs/company/zh/guide/Scope.md", "docs/company/zh/guide/other.md"),
        *("docs/data/scenarios/absence.yml", "docs/company/data/scenarios/Absence.yml"),
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("# x\n", encoding="utf-8")
    loaded = Loaded(tmp_path)
    loaded.faults = Faults()
    portable_names.check(loaded)
    why = "only in capital letters, and neither takes the place of the other; write its name like that one's"
    assert [str(fault) for fault in loaded.faults] == [
        f"docs/company/data/scenarios/Absence.yml:1: file: differs from docs/data/scenarios/absence.yml {why}",
        f"docs/company/zh/guide/Scope.md:1: file: differs from docs/zh/guide/scope.md {why}",
    ]


def test_a_mark_before_a_text_hides_nothing_of_its_first_line(project: Path):
    """Notepad and Excel write one."""
    company.lay_down(project)
    for path in ("data/scenarios/absence.yml", "zh/guide/scope.md"):
        for file in replace.replace(project, path):
            file.write_bytes("\ufeff".encode() + file.read_bytes().replace(b"\n", b"\r\n"))
    assert list(own.notices(project)) == []
    absence = project / "docs/company/data/scenarios/absence.yml"
    text = absence.read_text(encoding="utf-8-sig")
    reviewed = next(each for each in text.split("\n") if each.startswith("reviewed:"))
    absence.write_text(f"\ufeff{reviewed}\n{text.replace(reviewed, '# x')}", encoding="utf-8", newline="\r\n")
    today = loading.handbook_of(sound()).scenario["absence"].due
    lines = review.record(project, loading.handbook_of(sound()), ["scenarios/absence"], "", today)
    assert lines == [f"docs/company/data/scenarios/absence.yml:1: reviewed: {today}"]
