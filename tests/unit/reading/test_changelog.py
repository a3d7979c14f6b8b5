"""The change log as it is read: releases, both languages, and what is not of its form."""

from __future__ import annotations

from datetime import date

import pytest

from macros.errors import Faults
from macros.model.changes import Release
from macros.reading import changelog

SOUND = """\
# Changes

Words before.

## 1.2.0 — 2026-03-31

### 中文

- 改了
  一处
- 加了

### English

- Changed
  one thing
- Added

## 1.1.0 — 2025-12-01
### English
- First
### 中文
- 第一版
"""


def read(text: str):
    faults = Faults()
    return changelog.read(text, "CHANGELOG.md", faults), [
        f"{fault.line}: {fault.field}: {fault.message}" for fault in faults
    ]


def texts(release: Release) -> tuple[list[str], list[str]]:
    return [each.line("：") for each in release.zh], [each.line(": ") for each in release.en]


def test_releases_stand_newest_first_with_their_changes_in_both_languages():
    releases, faults = read(SOUND)
    assert faults == []
    assert [(each.version, each.released) for each in releases] == [
        ("1.2.0", date(2026, 3, 31)),
        ("1.1.0", date(2025, 12, 1)),
    ]
    assert texts(releases[0]) == (["改了一处", "加了"], ["Changed one thing", "Added"])
    assert texts(releases[1]) == (["第一版"], ["First"])


@pytest.mark.parametrize(
    "heading",
    ["## 1.2 — 2026-03-31", "## 1.2.0 - 2026-03-31", "## 1.2.0 — 2026-02-30", "## 1.2.0 — 2026-03-31 ", "## "],
)
def test_a_heading_that_names_no_release_is_a_fault(heading: str):
    releases, faults = read(f"{heading}\n### 中文\n- a\n")
    assert releases == ()
    assert faults == [
        "1: file: holds no release; write one as `## 1.2.0 — 2026-03-31`",
        f"1: release: '{heading}' is no release; write `## 1.2.0 — 2026-03-31`",
    ]


def test_a_companys_readers_are_not_told_what_only_concerns_who_runs_a_handbook():
    text = "## 1.2.0 — 2026-03-31\n### 中文\n- 改了\n- 给采用者：搬家\n### English\n- Changed\n- For adopters: moved\n"
    releases, faults = read(text)
    assert not faults and texts(releases[0]) == (["改了", "给采用者：搬家"], ["Changed", "For adopters: moved"])
    (release,) = changelog.for_readers(releases)
    assert (release.version, *texts(release)) == ("1.2.0", ["改了"], ["Changed"])


def test_a_change_is_told_apart_by_its_mark_and_what_it_is_about():
    text = """\
## 1.2.0 — 2026-03-31
### 中文
- 规矩：[用印](docs/zh/reference/seals.md)：先批
- 新增：**表**：多了
- 别的：[用印](docs/zh/reference/seals.md)
### English
- Rule: [Seals](docs/en/reference/seals.md): approval
  first
- New: **Forms**: more
- Else: [Seals](docs/en/reference/seals.md)
"""
    (release,), faults = read(text)
    assert not faults
    (rule,), (new,), (other,) = (release.of(kind, "en") for kind in ("rule", "new", "other"))
    assert (rule.about, rule.page, rule.text) == ("Seals", "reference/seals", "approval first")
    assert (new.about, new.page, new.text) == ("Forms", "", "more")
    assert (other.about, other.text) == ("", "Else: [Seals](docs/en/reference/seals.md)")
    assert (rule.before, new.before) == ("", "")
    assert [each.line("：") for each in release.zh][:2] == ["规矩：用印：先批", "新增：表：多了"]


def test_a_rule_may_end_with_what_held_before():
    text = "## 1.2.0 — 2026-03-31\n### 中文\n- 规矩：**甲**：乙。原来：丙。\n### English\n- Rule: **A**: b. Before:\n  c.\n"
    (release,), faults = read(text)
    assert not faults
    assert [(each.text, each.before) for each in (*release.zh, *release.en)] == [("乙。", "丙。"), ("b.", "c.")]
    assert release.en[0].line(": ") == "Rule: A: b. Before: c."
    _, (fault,) = read(text.replace(" Before:\n  c.", ""))
    assert "from its change 1 on" in fault


@pytest.mark.parametrize(
    ("english", "number"),
    [
        ("- Rule: [A](docs/en/a.md): b", 2),
        ("- Rule: [A](docs/en/a.md): b\n- Rule: **C**: d", 2),
        ("- Rule: [A](docs/en/other.md): b\n- New: **C**: d", 1),
        ("- New: **C**: d\n- Rule: [A](docs/en/a.md): b", 1),
    ],
)
def test_a_release_says_the_same_in_both_languages(english: str, number: int):
    chinese = "- 规矩：[甲](docs/zh/a.md)：乙\n- 新增：**丙**：丁"
    _, faults = read(f"## 1.2.0 — 2026-03-31\n### 中文\n{chinese}\n### English\n{english}\n")
    message = "is not the same in both languages from its change {} on; write the same, with the same marks and links"
    assert faults == ["1: 1.2.0: " + message.format(number)]


def test_a_release_has_changes_in_both_languages():
    _, faults = read("## 1.2.0 — 2026-03-31\n### Deutsch\n- a\n### 中文\n  not begun\n")
    assert faults == [
        "1: 1.2.0: has no changes under `### English`; write them",
        "1: 1.2.0: has no changes under `### 中文`; write them",
        "2: language: '### Deutsch' is no language; write `### 中文` or `### English`",
    ]


def test_a_language_ends_with_its_release():
    releases, faults = read(SOUND.replace("## 1.1.0 — 2025-12-01\n### English", "## 1.1.0 — 2025-12-01"))
    assert [fault.partition(": ")[2] for fault in faults] == ["1.1.0: has no changes under `### English`; write them"]
    assert [each.text for each in releases[0].en] == ["Changed one thing", "Added"]
