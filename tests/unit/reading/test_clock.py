"""What day it is, for a build as for every command."""

from __future__ import annotations

import ast
from datetime import date

import pytest

from macros.reading import clock
from tests.conftest import ROOT


def test_today_can_be_given_so_that_a_build_can_be_repeated(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795564800")
    assert clock.today() == date(2026, 11, 25)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert clock.today() == date.today()


def test_nothing_else_asks_what_day_it_is():
    """Else a build, its check and what a command writes could each have a day of its own."""
    asking = {
        file.relative_to(ROOT / "macros").as_posix()
        for file in (ROOT / "macros").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "today" and getattr(node.value, "id", "") == "date"
    }
    assert asking == {"reading/clock.py"}
