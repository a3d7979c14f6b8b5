"""What is known in two places, since neither can ask the other, is the same in both."""

from __future__ import annotations

import json
import re
import unicodedata

import pytest

from macros.commands import working_days
from macros.downloads import measures
from macros.downloads.excel import limits
from macros.model.base import KEBAB
from macros.model.han import HAN
from macros.model.letter import APART
from macros.reading.own import archive, pdf, word
from macros.search import pages
from macros.wording import MONTHS
from tests.conftest import ROOT


def source(file: str) -> str:
    """The text of a file of the project."""
    return (ROOT / file).read_text(encoding="utf-8")


def constant(file: str, name: str) -> str:
    """A constant of a script below `overrides/`, as it is written there, without what `+` parts on several lines."""
    found = re.search(
        rf"^(?:export )?const {name} = ([^;]*(?:;(?!\n)[^;]*)*);", source(f"overrides/{file}"), re.MULTILINE
    )
    assert found, f"{file}: {name}"
    return re.sub(r'"\s*\+ "', "", found[1])


def pattern(file: str, name: str) -> str:
    """A regular expression of a script, without its flags."""
    return re.sub(r"^/|/[a-z]*$", "", constant(file, name))


@pytest.mark.parametrize(
    ("file", "name", "known"),
    [
        ("forms/letter.js", "APART", APART),
        ("forms/months.js", "MONTHS", [*MONTHS]),
        ("forms/own/own-controls.js", "NO_ANSWER", [*word.NO_ANSWER]),
        ("forms/own/own-controls.js", "LOCKED", [*word.LOCKED]),
        ("forms/worksheet.js", "MOST_CHARACTERS", limits.CELL),
        ("forms/cell-room.js", "HIGHEST_ROW", limits.ROW_HEIGHT),
        ("shared/zip.js", "LARGEST", archive.LARGEST),
        ("shared/zip.js", "MOST_ENTRIES", archive.MOST_PARTS),
    ],
)
def test_scripts_know_what_python_knows(file: str, name: str, known: object):
    assert json.loads(re.sub(r"(?<=\d)_(?=\d)", "", constant(file, name))) == known


@pytest.mark.parametrize(
    ("file", "name", "known"),
    [
        ("shared/keeping/sound.js", "ID", f"^{KEBAB}$"),
        ("forms/own/marks.js", "MARK", archive.MARK.pattern),
        ("forms/own/own-controls.js", "GOOGLE", f"^{word.GOOGLE.pattern}$"),
        ("forms/own/own-pdf.js", "END", pdf.END.pattern.decode()),
    ],
)
def test_scripts_look_for_what_python_looks_for(file: str, name: str, known: str):
    assert pattern(file, name) == known


def test_letters_are_as_wide_in_scripts_as_in_python():
    """But for rare signs, of which faces differ: what is Chinese, its stops, Latin and its stops."""
    first = json.loads(constant("forms/letter-width.js", "FIRST_WIDE"))
    parts = ((0x20, 0x600), (0x2000, 0x2100), (0x3000, 0x303F), (0xFF01, 0xFF61))
    letters = [chr(code) for part in parts for code in range(*part)]
    letters += re.findall(f"[{HAN}]", "".join(map(chr, range(0x2E80, 0x2FA20))))
    known = [each for each in letters if unicodedata.category(each) != "Cn"]
    assert [each for each in known if measures.letters(each) != 1 + (each >= first)] == []


def test_the_browser_reads_of_a_page_what_the_index_read():
    tags = {*pages.NOT_READ, *pages.NO_PROSE, "[hidden]"}
    classes = {f".{name}" for name in pages.NOT_READ_CLASSES | pages.NO_PROSE_CLASSES}
    assert {*json.loads(constant("search/prose.js", "NO_PROSE")).split(", ")} == tags | classes
    assert json.loads(constant("search/prose.js", "BLOCKS")).split(", ") == pages.BLOCKS


def test_a_mail_looks_the_same_downloaded_and_filled_in():
    said = re.compile(r"(?:background|color|border|border-collapse|font|font-size|padding|text-align): [^;{$]+;")
    script, template = source("overrides/forms/mail.js"), source("macros/downloads/templates/mail.html")
    pasted = r'<h1 style="[^"]*"'  # no mail has it
    styles = {*said.findall(re.sub(pasted, "", script))}
    assert len(styles) > 5 and styles == {*said.findall(template)}
    of_the_company = re.compile(r"(?:background|color): (?:\$\{|\{\{ )(\w+)")
    assert (
        {*of_the_company.findall(re.sub(pasted, "", script))}
        == {*of_the_company.findall(template)}
        == {"colour", "tint"}
    )


def test_as_much_can_be_typed_as_is_kept():
    limit = re.compile(r"(\w+): ([\d_]+)")
    run = dict(limit.findall(constant("checklists/run.js", "RUN_LIMITS")))
    draft = dict(limit.findall(constant("forms/drafts/draft.js", "DRAFT_LIMITS")))
    form = source("overrides/forms/form.html")
    assert re.findall(r'data-draft-name maxlength="(\d+)"', form) == [draft["name"]]
    details = re.findall(r'data-detail="\w+"[^>]*maxlength="(\d+)"', form)
    assert len(details) == 5 and {*details} == {constant("forms/drafts/kept-drafts.js", "LONGEST_DETAIL")}
    others = source("overrides/checklists/checklist.html") + source("overrides/checklists/checklist-page.html")
    assert re.findall(r'name="(?:record|run)-name" maxlength="(\d+)"', others) == [run["name"]] * 2
    assert re.findall(r'<textarea [^>]*maxlength="(\d+)"', others) == [run["note"]]


def test_tables_are_wide_from_the_same_number_of_columns():
    shown = re.search(
        r"field\.columns \| length > (\d+) %} table-tools--wide", source("overrides/components/template-page.html")
    )
    assert shown and constant("forms/sheet.js", "WIDE") == shown[1]


def test_requirements_are_compiled_by_one_program_for_one_python():
    makefile, oldest = source("Makefile"), "3.11"
    assert set(re.findall(r"uv==[\d.]+", makefile)) == {working_days.UV}
    named = [*re.findall(r"--python-version (\S+)", makefile), working_days.PYTHON]
    named += re.findall(r"python:(\d+\.\d+)-", source(".gitlab-ci.yml"))
    for workflow in ("check.yml", "sweep.yml"):
        named += re.findall(r'python-version: "([\d.]+)"', source(f".github/workflows/{workflow}"))[:1]
    assert len(named) == 9 and {*named} == {oldest}
    assert f'target-version = "py{oldest.replace(".", "")}"' in source("pyproject.toml")
    assert "(3, 11)" in source("macros/__main__.py") and "(3, 11)" in makefile
