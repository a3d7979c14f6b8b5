"""Broken sources, each with every message that it must bring: none passes, none is said twice or at the wrong place."""

from __future__ import annotations

import dataclasses
import functools
import hashlib
import logging
import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.commands import build as mkdocs_build
from mkdocs.utils import DuplicateFilter

from macros import downloads
from macros.building.serving import keep_last_good
from macros.building.staging import Staging
from macros.checking import checked as checking
from macros.checking import prose, prose_macros
from macros.model.languages import LANGUAGES
from macros.reading import source
from tests.broken_sources import CASES, break_together, by_place, change, together
from tests.conftest import ROOT, in_a_sweep, mkdocs
from tests.served import serving

TODAY = date(2026, 11, 23)

_read_once = functools.cache(source.load_text)


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sources that no case changes."""
    folder = tmp_path_factory.mktemp("sound")
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "CHANGELOG.md", folder)
    return folder


class Remembered:
    """What the sound sources gave, so that a case reads and tries only what it changes; the answers are the same."""

    def __init__(self, sound: Path):
        self.whole, faults = checking.check(sound, TODAY)
        assert self.whole, list(faults)
        self.pages = {page.source: page for page in prose.read(sound, faults)}
        self.tried = prose_macros.check(list(self.pages.values()), self.whole.macros, faults)
        made = [page for language in LANGUAGES for page in checking.made_pages(self.whole.handbook, language)]
        self.made = prose_macros.rendered_alone(made, self.whole.macros, faults, str)
        self._prepared, self._check_macros = checking.prepared, prose_macros.check
        self._rendered_alone = prose_macros.rendered_alone

    def prepared(self, root, handbook, pages, today, downloads):
        """As prepared for the sound sources, where a case changes no data and no page comes or goes."""
        same = {page.source for page in pages} == self.pages.keys() and handbook == self.whole.handbook
        found = self._prepared(root, handbook, pages, today, downloads)
        return dataclasses.replace(found, macros=self.whole.macros) if same else found

    def check_macros(self, pages, macros, faults, *given):
        """The pages that a case changes, where it changes no data."""
        if macros is not self.whole.macros:
            return self._check_macros(pages, macros, faults, *given)
        changed = [page for page in pages if page.text != self.pages[page.source].text]
        same = {page.source for page in pages if page not in changed}
        tried = {source: text for source, text in self.tried.items() if source in same}
        return tried | self._check_macros(changed, macros, faults, *given)

    def rendered_alone(self, pages, macros, *given):
        """What is made from data alone, where a case changes none."""
        return self.made if macros is self.whole.macros else self._rendered_alone(pages, macros, *given)


@pytest.fixture(scope="session")
def remembered(sound: Path) -> Remembered:
    """What the sound sources gave in this process."""
    with pytest.MonkeyPatch.context() as patch:
        without_downloads(patch)
        return Remembered(sound)


def without_downloads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the downloads, and the same YAML read again: they cost time and play no part here."""
    monkeypatch.setattr(source, "load_text", _read_once)
    for ending in downloads.WRITERS:
        monkeypatch.setitem(downloads.WRITERS, ending, lambda *_: b"-")


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch, remembered: Remembered) -> None:
    """Read and try only what a case changes."""
    without_downloads(monkeypatch)
    monkeypatch.setattr(checking, "prepared", remembered.prepared)
    monkeypatch.setattr(prose_macros, "check", remembered.check_macros)
    monkeypatch.setattr(prose_macros, "rendered_alone", remembered.rendered_alone)


@pytest.fixture
def project(small_project: Path) -> Path:
    """A project of its own, for MkDocs to run in."""
    return small_project


def faults_of(root: Path) -> list[str]:
    return [str(fault) for fault in checking.check(root, TODAY)[1]]


@pytest.mark.sweep
def test_the_sources_are_sound_before_a_case_changes_them(sound: Path, monkeypatch: pytest.MonkeyPatch):
    without_downloads(monkeypatch)
    assert faults_of(sound) == []


def test_the_sources_read_the_same_where_yaml_has_no_fast_reader():
    for file in sorted((ROOT / "docs" / "data").glob("*.yml")):  # the folders hold more, but nothing of another kind
        text = file.read_text(encoding="utf-8")
        assert source.load_with(source.Loader, text)[1] == source.load_with(source.FastLoader, text)[1], file.name


def test_the_corpus_is_large_and_every_case_has_its_own_name():
    names = [case["name"] for case in CASES]
    assert len(names) == len(set(names)) >= 40


def test_every_message_names_path_line_and_field():
    messages = [message for case in CASES for message in case["expected"].splitlines()]
    odd = [message for message in messages if not re.match(r"[\w./~#()（） -]+:(\d+|\{[^}]+\}): [^:']+: .", message)]
    assert odd == []


TRIED = together(CASES)


@pytest.mark.every_other(4)
@pytest.mark.xdist_group("faults")  # what the sound sources give is made in one process
@pytest.mark.parametrize(
    "cases",
    [cases if len(cases) > 3 or not number % 32 else in_a_sweep(cases) for number, cases in enumerate(TRIED)],
    ids=lambda cases: f"{cases[0]['name']} … {len(cases)}",
)
@pytest.mark.usefixtures("quick")
def test_fault(cases: list[dict[str, Any]], sound: Path, tmp_path: Path):
    root = tmp_path / "project"
    shutil.copytree(sound, root, copy_function=os.link)  # links: `change` replaces a file and never writes into it
    expected = break_together(root, cases)
    assert faults_of(root) == sorted(expected, key=by_place)


def test_a_build_of_broken_sources_names_every_fault_and_leaves_the_last_site_alone(project: Path):
    before = last_site(project)
    messages = [break_hue(project), break_review(project)]
    run = mkdocs("build", root=project)
    assert_stopped(run, messages)
    assert "2 faults found" in run.stdout + run.stderr
    assert digests(project / "site") == before
    assert not list(project.glob("site.*"))


@pytest.mark.sweep
def test_the_check_names_the_same_faults(project: Path):
    messages = [break_hue(project), break_review(project)]
    run = subprocess.run(
        [sys.executable, "-m", "macros", "check"], cwd=project, capture_output=True, text=True, timeout=60
    )
    assert_stopped(run, messages)


@pytest.mark.sweep
@pytest.mark.parametrize(
    ("component", "appended", "said"),
    [
        ("template-page.html", "{{ nope }}", "'nope' is undefined"),
        ("checklist-page.html", "{{ 1 / 0 }}", "ZeroDivisionError: division by zero"),
        ("template-page.html", "{% if %}", "Expected an expression, got 'end of statement block'"),
    ],
)
def test_a_component_that_fails_on_pages_made_from_data_is_named_with_its_line(
    small_project: Path, component: str, appended: str, said: str
):
    file = next((small_project / "overrides").glob(f"*/{component}")).relative_to(small_project).as_posix()
    line = change(small_project, file, append=f"{appended}\n")
    assert faults_of(small_project) == [f"{file}:{line}: macro: {said}; mend it: pages that are made from data need it"]


@pytest.mark.sweep
def test_a_word_that_only_pages_made_from_data_show_is_missed(small_project: Path):
    change(small_project, "overrides/components/template-page.html", append="{{ t('no_' ~ 'such_word') }}\n")
    found = "'no_such_word' is missing, which pages show; add `no_such_word: {zh: …, en: …}`"
    assert faults_of(small_project) == [f"docs/data/interface.yml:1: texts: {found}"]


def test_a_strict_build_that_finds_a_broken_link_leaves_the_last_site_alone(project: Path):
    before = last_site(project)
    change(project, "docs/en/about/privacy.md", append="[Somewhere](no-such-page.md)\n")
    run = mkdocs("build", "--strict", root=project)
    assert run.returncode != 0
    assert "no-such-page.md" in run.stdout + run.stderr
    assert "Traceback" not in run.stdout + run.stderr
    assert digests(project / "site") == before
    assert not list(project.glob("site.*"))


@pytest.mark.sweep
def test_a_sound_build_takes_the_place_of_the_last_site(project: Path):
    before = last_site(project)
    run = mkdocs("build", root=project)
    assert run.returncode == 0, run.stdout + run.stderr
    after = digests(project / "site")
    assert "old-page/index.html" in before and "old-page/index.html" not in after
    assert "scenarios/absence/index.html" in after and "en/scenarios/absence/index.html" in after
    assert not list(project.glob("site.*"))


def test_a_run_stopped_while_it_put_the_site_in_place_loses_none(tmp_path: Path):
    last_site(tmp_path)
    (tmp_path / "site").rename(tmp_path / "site.replaced")
    Staging().begin(tmp_path / "site")
    assert (tmp_path / "site" / "index.html").is_file()


@pytest.mark.parametrize("failure", [SystemExit("faults"), ValueError("a fault of code")])
def test_serving_survives_every_failure_of_a_build(failure: BaseException, caplog: pytest.LogCaptureFixture):
    def builder() -> None:
        raise failure

    keep_last_good(builder)()
    assert "Still showing the last good site" in caplog.text


def test_a_fault_that_is_made_again_while_serving_is_said_again(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(mkdocs_build.log, "filters", [DuplicateFilter()])
    said: list[bool] = []
    build = keep_last_good(lambda: said.append(mkdocs_build.log.filter(logging.makeLogRecord({"msg": "a fault"}))))
    build()
    build()
    assert said == [True, True]


@pytest.mark.sweep
def test_a_broken_edit_leaves_the_last_page_up_and_mending_it_needs_no_restart(project: Path, tmp_path: Path):
    data, page = "docs/data/scenarios/absence.yml", "docs/zh/about/privacy.md"
    sound = {file: (project / file).read_text(encoding="utf-8") for file in (data, page)}
    with serving(project, tmp_path) as server:
        title = yaml.safe_load(sound[data])["title"]["zh"]
        server.wait_for_page("scenarios/absence/", title)

        line = change(project, data, entry="title:", by="title: {zh: , en: On leave}")
        server.wait_for_output(f"{data}:{line}: title.zh: the Chinese text is blank; write it")
        assert title in server.page("scenarios/absence/")
        change(project, data, write=sound[data].replace(title, "明天不在岗"))
        server.wait_for_page("scenarios/absence/", "明天不在岗")

        line = change(project, page, append="{{ scenario_tabel() }}\n")
        server.wait_for_output(f"{page}:{line}: macro: unknown macro 'scenario_tabel'; did you mean 'scenario_table'?")
        assert "{{ scenario_tabel" not in server.page("about/privacy/")
        change(project, page, write=sound[page] + "\n浏览器之外什么也不留。\n")
        server.wait_for_page("about/privacy/", "浏览器之外什么也不留。")
        assert "Traceback" not in server.output()


def break_hue(project: Path) -> str:
    """Break one file; the message that it must bring."""
    file = "docs/data/channels/email.yml"
    line = change(project, file, line="hue:", by="hue: blue")
    return f"{file}:{line}: hue: 'blue' stands where a whole number belongs; write digits without quotes"


def break_review(project: Path) -> str:
    """Break another file; the message that it must bring."""
    file = "docs/data/scenarios/absence.yml"
    line = change(project, file, line="reviewed:", by="reviewed: 2026-02-30")
    return f"{file}:{line}: reviewed: '2026-02-30': this date does not exist in the calendar; write a real one"


def assert_stopped(run: subprocess.CompletedProcess[str], messages: list[str]) -> None:
    """A command has ended with these messages, each on a line of its own, and without a traceback."""
    output = run.stdout + run.stderr
    assert run.returncode != 0
    assert [line for line in output.splitlines() if line.startswith("docs/")] == messages, output
    assert "Traceback" not in output


def last_site(project: Path) -> dict[str, str]:
    """Lay down what an earlier build may have left, and return its digests."""
    for name in ("index.html", "old-page/index.html", "assets/handbook.css"):
        file = project / "site" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"the last good {name}\n", encoding="utf-8")
    return digests(project / "site")


def digests(folder: Path) -> dict[str, str]:
    """The digest of each file of a folder by its path."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
