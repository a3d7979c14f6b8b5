"""Changes of facts between two states: each is told once, and another wording is none."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path

import pytest
import yaml

from macros.checking.checked import load
from macros.commands import released as releasing
from macros.errors import Faults
from macros.model.base import Text
from macros.model.facts import Answer, Fact, Released, State, changes, facts_of
from macros.model.handbook import Handbook
from macros.pages.news import News
from macros.reading import loading
from tests.conftest import copy_sources


def fact(title: str = "名", **more) -> Fact:
    return Fact(title=Text(zh=title, en="Name"), **more)


def told(before: dict[str, Fact], now: dict[str, Fact]) -> list[tuple[str, str]]:
    return [(change.place, change.what) for change in changes(before, now)]


def test_each_facet_that_is_another_one_is_told():
    day, hours = Answer(within="P1D", clock="working"), Answer(within="PT2H", clock="working")
    before = {"scenarios/a": fact(answer=day, channels=("email", "phone")), "channels/email": fact(levels=("public",))}
    now = {
        "scenarios/a": fact(answer=hours, channels=("phone",)),
        "channels/email": fact(levels=("public", "internal")),
    }
    assert told(before, now) == [("scenarios/a", "answer"), ("scenarios/a", "channels"), ("channels/email", "levels")]
    who = ({"contacts/x": fact(by=Text(zh="甲", en="A"))}, {"contacts/x": fact(by=Text(zh="乙", en="B"))})
    assert told(*who) == [("contacts/x", "by")]


def test_new_and_gone_things_are_told_but_no_kind_of_which_nothing_was_kept():
    before, now = {"templates/a": fact()}, {"templates/b": fact(), "contacts/new": fact()}
    assert told(before, now) == [("templates/a", "gone"), ("templates/b", "new")]


def test_another_wording_is_no_change(handbook: Handbook):
    assert told({"scenarios/a": fact("旧名")}, {"scenarios/a": fact("新名")}) == []
    reworded = {
        place: each.model_copy(update={"title": fact("另名").title}) for place, each in facts_of(handbook).items()
    }
    assert told(reworded, facts_of(handbook)) == []


def held(handbook: Handbook, **otherwise: Fact | None) -> Handbook:
    """The handbook after a release at which these facts were otherwise, or not there."""
    facts = {**facts_of(handbook), **{place.replace("__", "/").replace("_", "-"): f for place, f in otherwise.items()}}
    state = State(version="1.0.0", day="2026-01-01", facts={place: each for place, each in facts.items() if each})
    return dataclasses.replace(handbook, released=Released(last=state))


def test_a_reader_is_told_in_words_and_led_to_the_place(handbook: Handbook):
    now = facts_of(handbook)
    slower = now["scenarios/urgent-matter"].model_copy(update={"answer": Answer(within="PT4H", clock="working")})
    since = held(handbook, scenarios__urgent_matter=slower, templates__meeting_minutes=None, templates__old_form=fact())
    news = News(since, "en")
    (line,) = [news.said(each) for each in news.at("en/scenarios/urgent-matter/")]
    assert line.startswith("answer within 4 working hours → ")
    assert [each.link for each in news.groups["new"]] == ["en/templates/meeting-minutes/"]
    assert [(each.title, each.link) for each in news.groups["gone"]] == [("Name", "")]
    assert len(news.lines) == 3 and news.key and news.key == News(since, "zh").key
    assert News(held(handbook), "zh").key == "" and News(dataclasses.replace(handbook, released=None), "zh").told == ()


def test_what_was_renamed_is_neither_new_nor_gone(handbook: Handbook):
    redirect = next(each for each in handbook.redirects.redirects if each.new in facts_of(handbook))
    now = facts_of(handbook)[redirect.new]
    facts = {place: each for place, each in facts_of(handbook).items() if place != redirect.new} | {redirect.old: now}
    state = State(version="1.0.0", day="2026-01-01", facts=facts)
    assert News(dataclasses.replace(handbook, released=Released(last=state)), "zh").told == ()


def test_the_command_keeps_this_release_and_the_one_before(handbook: Handbook, tmp_path: Path):
    (tmp_path / "docs/data").mkdir(parents=True)
    before = held(handbook, templates__meeting_minutes=None)
    first = releasing.record(tmp_path, before, date(2026, 2, 1))
    again = yaml.load(first.read_text(encoding="utf-8"), yaml.BaseLoader)
    assert (again["last"]["version"], again["before"]["version"]) == (handbook.version, "1.0.0")
    assert "templates/meeting-minutes" in again["last"]["facts"] and len(first.read_bytes()) < 100_000
    faults = Faults()
    kept = loading.source.read(first, tmp_path, faults)
    assert kept and not faults


@pytest.mark.parametrize(
    ("is_companys", "version", "day", "before"),
    [
        pytest.param(False, "same", date(2026, 1, 2), None, id="the handbook, the same version a day later"),
        pytest.param(False, "other", date(2026, 1, 1), "other", id="the handbook, the next version on the same day"),
        pytest.param(True, "same", date(2026, 1, 2), "same", id="a company, the same version a day later"),
        pytest.param(True, "other", date(2026, 1, 1), None, id="a company, twice on a day"),
    ],
)
def test_the_handbook_is_released_with_each_version_and_a_company_whenever_it_publishes(
    handbook: Handbook, tmp_path: Path, is_companys: bool, version: str, day: date, before: str | None
):
    (tmp_path / ("docs/company" if is_companys else "docs/data")).mkdir(parents=True)
    (tmp_path / "docs/data").mkdir(exist_ok=True)
    last = State(version=handbook.version if version == "same" else "1.0.0", day="2026-01-01", facts={})
    file = releasing.record(tmp_path, dataclasses.replace(handbook, released=Released(last=last)), day)
    said = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
    assert said["last"]["version"] == handbook.version
    assert said.get("before", {}).get("version") == (before and last.version)


def test_the_release_that_is_kept_still_shows_what_it_brought(handbook: Handbook):
    last, before = (State(version=version, day="2026-01-01", facts={}) for version in (handbook.version, "1.0.0"))
    assert Released(last=last, before=before).since(handbook.version) is before
    assert Released(last=last, before=before).since("9.0.0") is last
    assert Released(last=last).since(handbook.version) is last


@pytest.mark.sweep
@pytest.mark.whole
def test_a_company_keeps_its_own_and_a_damaged_file_is_a_fault_with_its_line(tmp_path: Path):
    root = copy_sources(tmp_path)
    (root / "docs/company").mkdir()
    handbook, faults = load(root)
    assert handbook and not faults and handbook.released is None
    file = releasing.record(root, handbook, date(2026, 2, 1))
    assert file == root / "docs/company/released.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("clock: working", "clock: wall", 1).replace("  version:", "  versoin:", 1), encoding="utf-8"
    )
    handbook, faults = load(root)
    line = next(number for number, said in enumerate(text.split("\n"), 1) if "clock: working" in said)
    report = faults.report()
    assert handbook is None and f"docs/company/released.yml:{line}: last.facts." in report and "wall" in report
    assert "docs/company/released.yml:3: last.versoin: " in report
