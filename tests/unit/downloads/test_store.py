"""What a build made is taken from the disk by the next one, and only while it would come out the same."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from macros.downloads import store
from macros.downloads.store import Store

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
    monkeypatch.setattr(store, "made_by", lambda: "other code")
    assert Store(folder).get([ONE, OTHER]) == {}


def test_nothing_is_kept_once_the_code_was_edited_under_a_running_process(folder, monkeypatch):
    monkeypatch.setattr(store, "_code", lambda: "edited since")
    Store(folder).put({ONE: b"of the old code"})
    assert Store(folder).get([ONE]) == {ONE: b"one"}


def test_any_file_of_the_package_and_anything_installed_is_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "word").mkdir()
    writer, template = tmp_path / "word" / "body.py", tmp_path / "form.typ"
    writer.write_text("a")
    template.write_text("a")
    monkeypatch.setattr(store, "_PACKAGE", tmp_path)
    seen = [store._code()]
    (tmp_path / "body.pyc").write_bytes(b"compiled")
    assert store._code() == seen[0]
    for change in (
        lambda: writer.write_text("b"),
        lambda: template.write_text("b"),
        lambda: writer.rename(tmp_path / "body.py"),
        lambda: monkeypatch.setattr(store, "_installed", lambda: [("typst", "99")]),
        lambda: monkeypatch.setattr("zlib.ZLIB_RUNTIME_VERSION", "99"),
    ):
        change()
        assert store._code() not in seen
        seen.append(store._code())


def test_what_was_left_of_an_installation_that_was_broken_off_stops_no_build(tmp_path: Path, monkeypatch):
    for name, said in {"bare": None, "empty": b"", "torn": b"Name: \xff\xfe\n"}.items():
        (tmp_path / f"{name}-1.dist-info").mkdir()
        if said is not None:
            (tmp_path / f"{name}-1.dist-info" / "METADATA").write_bytes(said)
    monkeypatch.syspath_prepend(tmp_path)
    found = store._installed.__wrapped__()
    assert len(found) == len(store._installed()) + 3


def test_a_file_that_an_editor_takes_away_meanwhile_is_no_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "body.py").write_text("a")
    monkeypatch.setattr(store, "_PACKAGE", tmp_path)
    before = store._code()
    (tmp_path / "draft.py").write_text("a")
    read = Path.read_bytes

    def gone(file: Path) -> bytes:
        if file.name == "draft.py":
            raise FileNotFoundError
        return read(file)

    monkeypatch.setattr(Path, "read_bytes", gone)
    assert store._code() == before


def test_what_was_asked_for_longest_ago_goes_when_there_is_too_much(folder: Path, monkeypatch: pytest.MonkeyPatch):
    for number, file in enumerate((file_of(folder, b"one"), file_of(folder, b"other"))):
        os.utime(file, (number, number))
    Store(folder).get([ONE])
    size = file_of(folder, b"one").stat().st_size
    monkeypatch.setattr(store, "_MOST", 2 * size + 5)
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
