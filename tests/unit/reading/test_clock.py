"""What day it is, for a build as for every command."""

from __future__ import annotations

import ast
from datetime import date
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from macros.building import hooks
from macros.commands import line, running
from macros.reading import clock
from tests.conftest import ROOT


def test_today_can_be_given_so_that_a_build_can_be_repeated(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795564800")
    assert clock.today() == date(2026, 11, 25)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert clock.today() == date.today()


@pytest.mark.parametrize("epoch", ["yesterday", "2026-11-25", "1e9", "99999999999999999999", "253402300800"])
def test_what_is_no_day_is_one_sentence(
    epoch: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    why = f"SOURCE_DATE_EPOCH is '{epoch}', which is no day; set it to seconds since 1970, such as 1795564800, or to nothing"
    with pytest.raises(clock.NoDay) as raised:
        clock.today()
    assert str(raised.value) == why
    monkeypatch.setenv("LC_ALL", "C")
    assert running.run(tmp_path, line.read(["check"])) == 1
    assert capsys.readouterr().err == f"{why}\n"


def test_a_build_that_knows_no_day_stops_with_that_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(PluginError, match="SOURCE_DATE_EPOCH is 'yesterday', which is no day") as raised:
        hooks.on_config(load_config(str(ROOT / "mkdocs.yml"), site_dir=str(tmp_path / "site")))
    hooks.on_build_error(raised.value)
    assert not list(tmp_path.iterdir())


def test_nothing_else_asks_what_day_it_is():
    """Else a build, its check and what a command writes could each have a day of its own."""
    asking = {
        file.relative_to(ROOT / "macros").as_posix()
        for file in (ROOT / "macros").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "today" and getattr(node.value, "id", "") == "date"
    }
    assert asking == {"reading/clock.py"}
