"""The processes that run the tests share what is made once, and none waits for one that is gone."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests import conftest


@pytest.fixture
def factory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("PYTEST_XDIST_WORKER", raising=False)

    class Factory:
        @staticmethod
        def getbasetemp() -> Path:
            return tmp_path

    return Factory


def test_a_folder_is_made_once_and_a_failure_is_told_to_all(factory):
    assert conftest.once_for_all_workers(factory, "a", Path.mkdir).is_dir()
    assert conftest.once_for_all_workers(factory, "a", lambda _: pytest.fail("made twice")).is_dir()

    def failing(_: Path) -> None:
        raise ValueError("the build broke off")

    with pytest.raises(ValueError, match="the build broke off"):
        conftest.once_for_all_workers(factory, "b", failing)
    with pytest.raises(AssertionError, match="the build broke off"):
        conftest.once_for_all_workers(factory, "b", failing)


def test_nobody_waits_for_a_process_that_was_killed(factory, tmp_path: Path):
    (tmp_path / "c.being-made").touch()
    os.utime(tmp_path / "c.being-made", (time.time() - 120,) * 2)
    with pytest.raises(AssertionError, match="the process that was making 'c' has been gone for 120 seconds"):
        conftest.once_for_all_workers(factory, "c", Path.mkdir)


def test_a_process_at_work_shows_that_it_is_alive(factory, tmp_path: Path):
    def slow(folder: Path) -> None:
        lock = tmp_path / "d.being-made"
        os.utime(lock, (1, 1))
        end = time.monotonic() + 30
        while lock.stat().st_mtime == 1:
            assert time.monotonic() < end
            time.sleep(0.1)
        folder.mkdir()

    assert conftest.once_for_all_workers(factory, "d", slow).is_dir()


def test_a_quick_test_that_starts_a_process_is_stopped():
    with pytest.raises(pytest.fail.Exception, match=r"mark it `@pytest\.mark\.whole`"):
        subprocess.run([sys.executable, "-c", ""])


@pytest.mark.whole
def test_a_test_that_is_marked_may_start_one(request: pytest.FixtureRequest):
    assert subprocess.run([sys.executable, "-c", ""]).returncode == 0
    assert request.node.get_closest_marker("browser"), "so that the quick layer leaves it out"


def test_what_a_build_has_beside_its_place_is_not_what_the_workers_wait_by(factory, tmp_path: Path):
    def make(folder: Path) -> None:
        (tmp_path / "e.lock").touch(exist_ok=False)
        (tmp_path / "e.lock").unlink()
        assert list(tmp_path.glob("e.*"))
        folder.mkdir()

    assert conftest.once_for_all_workers(factory, "e", make).is_dir()
