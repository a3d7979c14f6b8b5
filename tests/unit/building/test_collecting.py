"""A build and a check collect less often than Python does by itself, and still do."""

from __future__ import annotations

import argparse
import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.building import hooks
from macros.commands import running


@pytest.fixture(autouse=True)
def as_python_does() -> Iterator[None]:
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    yield
    gc.set_threshold(*before)


def test_a_command_looks_seldom(tmp_path: Path):
    assert running.run(tmp_path, argparse.Namespace(command="setup")) == 0
    assert gc.get_threshold()[0] > 10_000 and all(gc.get_threshold())


def test_a_bare_build_looks_seldom():
    hooks.on_startup("build", dirty=False)
    assert gc.get_threshold()[0] > 10_000 and all(gc.get_threshold())
