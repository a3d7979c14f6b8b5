"""What makes files besides data: all code of ours, and all that is installed."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.shared import made_by


def test_any_file_of_the_package_and_anything_installed_is_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "word").mkdir()
    writer, template = tmp_path / "word" / "body.py", tmp_path / "form.typ"
    writer.write_text("a")
    template.write_text("a")
    monkeypatch.setattr(made_by, "PACKAGE", tmp_path)
    seen = [made_by.code_now()]
    (tmp_path / "body.pyc").write_bytes(b"compiled")
    assert made_by.code_now() == seen[0]
    for change in (
        lambda: writer.write_text("b"),
        lambda: template.write_text("b"),
        lambda: writer.rename(tmp_path / "body.py"),
        lambda: monkeypatch.setattr(made_by, "installed", lambda: [("typst", "99")]),
        lambda: monkeypatch.setattr("zlib.ZLIB_RUNTIME_VERSION", "99"),
    ):
        change()
        assert made_by.code_now() not in seen
        seen.append(made_by.code_now())


def test_what_was_left_of_an_installation_that_was_broken_off_stops_no_build(tmp_path: Path, monkeypatch):
    before = made_by.installed.__wrapped__()
    for name, said in {"bare": None, "empty": b"", "torn": b"Name: \xff\xfe\n"}.items():
        (tmp_path / f"{name}-1.dist-info").mkdir()
        if said is not None:
            (tmp_path / f"{name}-1.dist-info" / "METADATA").write_bytes(said)
    monkeypatch.syspath_prepend(tmp_path)
    found = made_by.installed.__wrapped__()
    assert len(found) == len(before) + 3


def test_a_file_that_an_editor_takes_away_meanwhile_is_no_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "body.py").write_text("a")
    monkeypatch.setattr(made_by, "PACKAGE", tmp_path)
    before = made_by.code_now()
    (tmp_path / "draft.py").write_text("a")
    read = Path.read_bytes

    def gone(file: Path) -> bytes:
        if file.name == "draft.py":
            raise FileNotFoundError
        return read(file)

    monkeypatch.setattr(Path, "read_bytes", gone)
    assert made_by.code_now() == before
