"""What a build made is taken from the disk by the next one, and only while it would come out the same."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from macros.downloads import store
from macros.downloads.store import Store
from macros.shared import made_by

ONE, OTHER = ("0a", "zh", "pdf"), ("0a", "en", "pdf")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Store(tmp_path / "kept").put({ONE: b"one", OTHER: b"other"})
    return tmp_path / "kept"


def file_of(folder: Path, content: bytes) -> Path:
    return next(file for file in folder.iterdir() if file.read_bytes().endswith(content))


def test_what_was_kept_is_there_for_who_asks_next(folder: Path):
    assert Store(folder).get([ONE, OTHER, ("0b", "zh", "pdf")]) == {ONE: b"one", OTHER: b"other"}
    assert len(list(folder.iterdir())) == 2, "nothing half written is left"


@pytest.mark.parametrize("damage", [b"", b"\0" * 20, b"\0" * 60])
def test_a_damaged_file_counts_as_not_there_and_is_written_anew(folder: Path, damage: bytes):
    file_of(folder, b"one").write_bytes(damage)
    assert Store(folder).get([ONE, OTHER]) == {OTHER: b"other"}
    Store(folder).put({ONE: b"one"})
    assert Store(folder).get([ONE]) == {ONE: b"one"}


def test_a_content_that_is_another_counts_as_not_there(folder: Path):
    file = file_of(folder, b"one")
    file.write_bytes(file.read_bytes().replace(b"one", b"two"))
    assert Store(folder).get([ONE]) == {}


def test_other_code_asks_for_other_files(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(made_by, "digest", lambda: "other code")
    assert Store(folder).get([ONE, OTHER]) == {}


def test_nothing_is_kept_once_the_code_was_edited_under_a_running_process(folder, monkeypatch):
    monkeypatch.setattr(made_by, "code_now", lambda: "edited since")
    Store(folder).put({ONE: b"of the old code"})
    assert Store(folder).get([ONE]) == {ONE: b"one"}


def test_what_was_asked_for_longest_ago_goes_when_there_is_too_much(folder: Path, monkeypatch: pytest.MonkeyPatch):
    for number, file in enumerate((file_of(folder, b"one"), file_of(folder, b"other"))):
        os.utime(file, (number, number))
    Store(folder).get([ONE])
    size = file_of(folder, b"one").stat().st_size
    monkeypatch.setattr(store, "MOST", 2 * size + 5)
    third = ("0c", "zh", "pdf")
    Store(folder).put({third: b"new"})
    assert Store(folder).get([ONE, OTHER, third]) == {ONE: b"one", third: b"new"}


def test_where_nothing_can_be_kept_nothing_fails(tmp_path: Path):
    (tmp_path / "kept").write_text("in the way")
    Store(tmp_path / "kept").put({ONE: b"one"})
    assert Store(tmp_path / "kept").get([ONE]) == {}


def test_a_file_that_cannot_be_put_in_its_place_leaves_nothing_behind(folder: Path, monkeypatch: pytest.MonkeyPatch):
    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "replace", refused)  # as on Windows, where somebody has it open
    Store(folder).put({ONE: b"another"})
    assert Store(folder).get([ONE]) == {ONE: b"one"} and len(list(folder.iterdir())) == 2
