"""The gates of `check --all`: one that cannot run is passed over on a desk, and fails on a server that checks."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from macros.commands import gates

NOT_RUN, SOUND = gates.Outcome(missing="not run: nobody is there"), gates.Outcome()


@pytest.mark.parametrize("value, passes", [(None, True), ("", True), ("false", True), ("true", False), ("1", False)])
def test_a_gate_that_cannot_run_fails_only_where_all_have_to(
    value: str | None, passes: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.delenv("CI", raising=False)
    if value is not None:
        monkeypatch.setenv("CI", value)
    both = (gates.Gate("types", lambda _: NOT_RUN), gates.Gate("layout", lambda _: SOUND))
    assert gates.pass_all(tmp_path, both) is passes
    told = capsys.readouterr().out.splitlines()
    assert len(told) == 2 and "not run: nobody is there" in told[0]
    assert ("every gate has to run" in told[0]) is not passes and "every gate" not in told[1]


def test_gates_that_run_pass_on_a_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("CI", "true")
    assert gates.pass_all(tmp_path, (gates.Gate("layout", lambda _: SOUND),))


def test_a_companys_server_needs_nothing_that_only_looks_at_the_handbooks_code(tmp_path: Path, monkeypatch):
    monkeypatch.setenv("CI", "true")
    (tmp_path / "docs" / "company").mkdir(parents=True)
    assert gates.pass_all(tmp_path, (gates.Gate("types", lambda _: NOT_RUN),))


def test_a_build_that_dies_without_a_word_is_at_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(gates.subprocess, "run", lambda *given, **more: subprocess.CompletedProcess(given, -9, "", ""))
    assert gates.build(tmp_path).faults == ["mkdocs ended with code -9 and said nothing"]


@pytest.mark.whole
@pytest.mark.parametrize(
    "settings, page, told",
    [
        ("site_name: x\n", "[there](missing.md)\n", "WARNING"),
        ("site_name: x\nplugins: [no-such-plugin]\n", "text\n", "no-such-plugin"),
        ("site_name: [\n", "text\n", "mkdocs.yml"),
    ],
)
def test_a_build_that_warns_or_does_not_begin_is_at_fault(settings: str, page: str, told: str, tmp_path: Path):
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text(page, encoding="utf-8")
    faults = gates.build(tmp_path).faults
    assert any(told in fault for fault in faults)
    assert told != "WARNING" or len(faults) == 1, "what warns alone, without the rest that a build says"
