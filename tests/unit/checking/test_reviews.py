"""What an editor is told of that stops nothing."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from macros.checking import checked, reviews
from tests.conftest import ROOT


def test_a_scenario_that_no_written_case_asks_about_is_told_of():
    scenarios = [SimpleNamespace(id="absence"), SimpleNamespace(id="site-visit")]
    practice = SimpleNamespace(questions=[SimpleNamespace(scenario="absence")])
    handbook: Any = SimpleNamespace(scenarios=scenarios, practice=practice)
    assert reviews.not_practised(handbook) == [
        "docs/data/scenarios/site-visit.yml:1: id: no case in docs/data/practice.yml is about it; write one there with "
        "`scenario: site-visit`"
    ]


def test_every_scenario_of_the_handbook_is_practised():
    handbook, faults = checked.load(ROOT)
    assert handbook, faults.report()
    assert reviews.not_practised(handbook) == []
