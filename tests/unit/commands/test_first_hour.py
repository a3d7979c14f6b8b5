"""The page for a company's first hour names commands that there are, and things that can be taken out, in both languages alike."""

from __future__ import annotations

import re

import pytest

from macros.commands import line
from macros.commands.gates import GUIDES
from macros.model.things import THINGS
from tests.conftest import ROOT

CHINESE, ENGLISH = (ROOT / "ADOPTING.md").read_text(encoding="utf-8").split("## In English")


def commands(text: str) -> list[str]:
    return re.findall(r"python3 -m macros ([a-z][^\n`]*)", text)


def test_both_halves_have_the_same_steps():
    assert commands(CHINESE) == commands(ENGLISH)
    assert [re.findall(r"^\| (\d) \|.*\| (\d+)", half, re.M) for half in (CHINESE, ENGLISH)].count([]) == 0
    assert re.findall(r"^\| (\d) \|", CHINESE, re.M) == re.findall(r"^\*\*(\d)", ENGLISH, re.M)


def test_the_steps_take_an_hour_at_most():
    for half in (CHINESE, ENGLISH):
        assert sum(map(int, re.findall(r"^\| \d \|.*\| (\d+)", half, re.M))) <= 60


@pytest.mark.parametrize("command", dict.fromkeys(commands(CHINESE)))
def test_each_command_can_be_given(command: str):
    given = line.read(command.split())
    if given.command == "remove" and given.kind != "term":
        folder = next(each.folder for each in THINGS if each.name == given.kind)
        assert (ROOT / "docs/data" / folder / f"{given.id}.yml").is_file()


def test_it_is_among_what_is_spelled_and_the_first_page_leads_there():
    assert "ADOPTING.md" in GUIDES and "(ADOPTING.md)" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_fault_that_the_first_page_shows_is_one_of_that_line():
    first_page = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.search(r"^(docs/data/\S+\.yml):(\d+): \S+\.(\w+): unknown .*'([a-z-]+)'\?$", first_page, re.M)
    assert shown
    there = (ROOT / shown[1]).read_text(encoding="utf-8").splitlines()[int(shown[2]) - 1]
    assert there.strip() == f"- {shown[3]}: {shown[4]}"
