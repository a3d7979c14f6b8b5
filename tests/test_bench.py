"""The benchmarks: the projects that they build are sound, and their report says what falls short."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from macros.checking import checked as checking
from tests.bench import kept, projects, report, retrieving
from tests.bench.section import Section, table
from tests.conftest import in_a_sweep


@pytest.mark.whole
@pytest.mark.parametrize("scenarios", [in_a_sweep(10), in_a_sweep(60)])
def test_a_handbook_with_fewer_or_more_scenarios_has_no_fault(scenarios: int, tmp_path: Path):
    checked, faults = checking.check(
        projects.handbook(tmp_path / "handbook", scenarios), date(2026, 11, 25), with_downloads=False
    )
    assert list(faults) == []
    assert checked and len(checked.handbook.scenarios) == scenarios


@pytest.mark.sweep
@pytest.mark.whole
def test_fewer_scenarios_leave_everything_else_as_it_is(tmp_path: Path):
    few, _ = checking.load(projects.handbook(tmp_path / "few", 10))
    all_, _ = checking.load(projects.handbook(tmp_path / "all", None))
    assert [checklist.items for checklist in few.checklists if checklist.id == "mail-before-sending"] == [
        checklist.items for checklist in all_.checklists if checklist.id == "mail-before-sending"
    ]
    assert [len(checklist.items) for checklist in few.checklists] == [
        len(checklist.items) for checklist in all_.checklists
    ]
    kept = {scenario.id for scenario in few.scenarios}
    assert few.practice.questions == tuple(
        question for question in all_.practice.questions if question.step or question.scenario in kept
    )


def test_the_report_joins_the_sections_and_ends_with_what_falls_short():
    sections = [
        Section("Weight", table(("page", "KB"), [("home", "90")]), ["Home: 90 KB; the goal is 80 KB."]),
        Section("Time", "Quick enough."),
    ]
    text = report.report(sections, "1.0")
    assert text.startswith("# Benchmarks\n")
    assert "\n## Weight\n\n| page | KB |\n| --- | --- |\n| home | 90 |\n\n## Time\n\nQuick enough.\n\n" in text
    assert text.endswith("## What falls short of a goal\n\n- Home: 90 KB; the goal is 80 KB.\n")
    assert report.report(sections[1:], "1.0").endswith("\n\nNothing: every goal is reached.\n")


def test_retrieval_falls_short_by_the_pack_alone():
    section = retrieving.report({"zh": (0.95, 0.4), "en": (0.925, 1.0)})
    assert "| zh | 95.0% | 40.0% |" in section.text
    assert section.shortfalls == ["Retrieval, en: 92.5% first over the pack; the goal is 95%."]


def test_a_section_that_was_measured_is_kept_beside_the_others(tmp_path: Path):
    kept.keep("time", Section("Time", "Quick.", ["Too slow."]), 0.5, tmp_path)
    kept.keep("weight", Section("Weight", "Light."), 0.5, tmp_path)
    kept.keep("time", Section("Time", "Quicker."), 0.25, tmp_path)
    weight, time = kept.read(["weight", "never-run", "time"], tmp_path)
    assert weight.title == "Weight" and not weight.shortfalls
    assert (
        time.text.startswith("Quicker.\n\nMeasured on ")
        and time.text.endswith("load of 0.2 before.")
        and not time.shortfalls
    )
