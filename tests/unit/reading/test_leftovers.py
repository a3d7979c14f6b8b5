"""What merges leave in a text, and what other programs leave among the files."""

from __future__ import annotations

from pathlib import PurePath

import pytest

from macros.reading.merging import conflicts
from macros.reading.strays import copied_from, is_leftover, is_stray

OURS, BASE, MIDDLE, THEIRS = "<<<<<<< ours", "||||||| base", "=======", ">>>>>>> theirs"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["a", OURS, "b", MIDDLE, "c", THEIRS], [(2, "to line 6")]),
        ([OURS, BASE, MIDDLE, THEIRS, OURS, MIDDLE, THEIRS], [(1, "to line 4"), (5, "to line 7")]),
        ([OURS + "\r", MIDDLE + "\r", THEIRS + "\r"], [(1, "to line 3")]),
        ([OURS, "a"], [(1, "'<<<<<<<'")]),
        ([OURS, MIDDLE, "a"], [(1, "'<<<<<<<'"), (2, "'======='")]),
        ([OURS, "a", OURS, THEIRS], [(1, "'<<<<<<<'"), (3, "to line 4")]),
        ([MIDDLE], [(1, "'======='")]),
        ([THEIRS], [(1, "'>>>>>>>'")]),
        (["a", "<<<<<<<<", "======== x", " =======", "<<<<<<<x", "<< b"], []),
    ],
)
def test_each_conflict_is_named_once_and_each_mark_that_stands_alone(lines: list[str], found: list[tuple[int, str]]):
    said = list(conflicts("\n".join(lines)))
    assert [number for number, _ in said] == [number for number, _ in found]
    assert all(words in message for (_, message), (_, words) in zip(said, found, strict=True))


@pytest.mark.parametrize(
    "path",
    [
        ".swap",
        "a/.hidden/b.md",
        "a.md~",
        "~$a.docx",
        "#a.md#",
        "a.ORIG",
        "a.md.bak",
        "a.tmp",
        "a.swp",
        "Thumbs.db",
        "ehthumbs.db",
        "desktop.ini",
        "@eaDir/a.md",
        "__MACOSX/a.md",
        "a.part",
        "Icon\r",
    ],
)
def test_what_programs_leave_behind_is_no_source(path: str):
    assert is_leftover(PurePath(path)) and is_stray(PurePath(path))


@pytest.mark.parametrize("path", ["a.md", "about/a.yml", "backup.md", "a.tmpl", "x~y.md"])
def test_a_source_is_a_source(path: str):
    assert not is_stray(PurePath(path))


@pytest.mark.parametrize(
    ("name", "original"),
    [
        ("absence (1).yml", "absence.yml"),
        ("absence（2）.yml", "absence.yml"),
        ("absence - 副本.yml", "absence.yml"),
        ("absence - 副本 (2).yml", "absence.yml"),
        ("absence copy 2.md", "absence.md"),
        ("absence Copy.md", "absence.md"),
        ("Copy of absence.md", "absence.md"),
        ("absence的副本.md", "absence.md"),
        ("absence 2.md", "absence.md"),
        ("absence (conflicted copy of Ning).yaml", "absence.yaml"),
        ("absence_conflict-20260101.yml", "absence.yml"),
        ("absence (2).png", None),
        ("absence.yml", None),
        ("copy-editing.yml", None),
        ("hard-copy.yml", None),
        ("absence-2.yml", None),
        ("Absence.yml", None),
    ],
)
def test_a_copy_is_known_by_how_systems_name_it(name: str, original: str | None):
    assert copied_from(PurePath("scenarios") / name) == original
    assert is_stray(PurePath("scenarios") / name) is (original is not None)
