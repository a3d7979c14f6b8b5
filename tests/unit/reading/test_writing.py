"""A source file is written whole or not at all."""

from pathlib import Path

import pytest

from macros.reading import writing


@pytest.fixture
def full_disk(monkeypatch):
    """A disk on which room ends in the middle of the second file that is written."""
    real, files = Path.write_text, []

    def write_text(file, text, **how):
        files.append(file)
        if len(files) > 1:
            real(file, text[: len(text) // 2], **how)
            raise OSError(28, "No space left on device", str(file))
        return real(file, text, **how)

    monkeypatch.setattr(Path, "write_text", write_text)


def test_what_was_there_stays_whole_where_the_disk_is_full(tmp_path, full_disk):
    file = tmp_path / "changes.yml"
    writing.write(file, "set: {}\n")
    with pytest.raises(OSError, match="No space"):
        writing.write(file, "set: {response-times/times/email/normal/answer_within: PT8H}\n")
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("changes.yml", "set: {}\n")]


def test_of_several_new_files_none_is_left_where_one_cannot_be_written(tmp_path, full_disk):
    with pytest.raises(OSError, match="No space"):
        writing.write_new({tmp_path / "zh" / "a.md": "# 甲\n", tmp_path / "en" / "a.md": "# A\n"})
    assert not [file for file in tmp_path.rglob("*") if file.is_file()]


def test_a_link_and_the_rights_of_a_file_stay(tmp_path):
    file, link = tmp_path / "kept.yml", tmp_path / "link.yml"
    file.write_text("old\n")
    file.chmod(0o664)
    link.symlink_to(file)
    writing.write(link, "new\n")
    assert (link.is_symlink(), file.read_text(), file.stat().st_mode & 0o777) == (True, "new\n", 0o664)


def test_a_name_as_long_as_a_system_allows(tmp_path):
    writing.write(tmp_path / ("a" * 255), "whole\n")
    assert (tmp_path / ("a" * 255)).read_text() == "whole\n"
