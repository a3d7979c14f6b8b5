"""What an editor is told of that stops nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from macros.checking import checked, reviews
from tests.conftest import ROOT


def test_a_scenario_that_no_written_case_asks_about_is_told_of(tmp_path: Path):
    scenarios = [SimpleNamespace(id="absence"), SimpleNamespace(id="site-visit")]
    practice = SimpleNamespace(questions=[SimpleNamespace(scenario="absence")])
    handbook: Any = SimpleNamespace(scenarios=scenarios, practice=practice)
    told = (
        "{}/scenarios/site-visit.yml:1: id: no case of the practice is about it; `python -m macros new case site-visit` "
        "writes a draft into {}/practice.yml, to be filled in"
    )
    assert reviews.not_practised(tmp_path, handbook) == [told.format("docs/data", "docs/data")]
    own = tmp_path / "docs/company/data/scenarios/site-visit.yml"
    own.parent.mkdir(parents=True)
    own.touch()
    assert reviews.not_practised(tmp_path, handbook) == [told.format("docs/company/data", "docs/company/data")]


def test_every_scenario_of_the_handbook_is_practised():
    handbook, faults = checked.load(ROOT)
    assert handbook, faults.report()
    assert reviews.not_practised(ROOT, handbook) == []


def test_a_day_of_reading_that_is_still_to_come_is_told_and_not_taken_for_a_review():
    role = SimpleNamespace(zh="法务负责人", en="head of legal")
    thing = SimpleNamespace(owner=role, reviewed=date(2027, 11, 20), due=date(2028, 11, 20))
    handbook: Any = SimpleNamespace(reviews=lambda: [("scenarios/absence.yml", thing)])
    [told] = reviews.due(ROOT, handbook, date(2026, 11, 20), "en")
    assert "reviewed: 2027-11-20 is still to come; " in told
    assert not [*reviews.due(ROOT, handbook, date(2027, 11, 20), "en")]
