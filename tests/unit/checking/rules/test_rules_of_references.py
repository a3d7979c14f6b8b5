"""Rules on ids that name other things: what is not there is named with the nearest that is."""

from __future__ import annotations

from typing import Any

import pytest

from macros.checking.rules import ALL, references
from macros.model.redirects import Redirect, Redirects
from macros.reading.source import dotted
from tests.unit.sound import EACH, changed, found, place, sound

IN_A_FILE: list[tuple[Any, ...]] = [
    ("channel", "scenarios", "channels", 1, "channel"),
    ("channel", "scenarios", "example", "channel"),
    ("urgency", "scenarios", "urgency"),
    ("outside time", "scenarios", "outside_time"),
    ("template", "scenarios", "templates", 0),
    ("checklist", "scenarios", "checklists", 0),
    ("glossary term", "scenarios", "glossary", 0),
    ("scenario", "scenarios", "related", 0),
    ("confidentiality level", "channels", "carries", 0),
    ("confidentiality level", "templates", "level"),
    ("template", "procedures", "steps", EACH, "templates", 0),
    ("scenario", "procedures", "steps", EACH, "scenarios", 0),
    ("checklist", "procedures", "steps", EACH, "checklists", 0),
    ("glossary term", "procedures", "steps", EACH, "glossary", 0),
    ("template", "checklists", "groups", EACH, "items", EACH, "template"),
    ("scenario", "checklists", "groups", EACH, "items", EACH, "scenario"),
    ("outside time", "checklists", "groups", EACH, "items", EACH, "due", "outside_time"),
    ("channel", "response-times.yml", "times", 1, "channel"),
    ("urgency", "response-times.yml", "times", 1, "urgency"),
    ("occasion", "phrases.yml", "phrases", 1, "occasion"),
    ("scenario", "practice.yml", "questions", EACH, "scenario"),
    ("step", "practice.yml", "questions", EACH, "step"),
    ("urgency", "chooser.yml", "questions", EACH, "answers", EACH, "urgency"),
    ("confidentiality level", "chooser.yml", "questions", EACH, "answers", EACH, "level"),
    ("channel", "chooser.yml", "rows", 0, "channel"),
    ("channel", "chooser.yml", "rows", 1, "runner_up", "channel"),
    ("outside time", "chooser.yml", "rows", EACH, "outside_time"),
    ("template", "chooser.yml", "rows", EACH, "template"),
    ("checklist", "chooser.yml", "rows", EACH, "checklist"),
    ("scenario", "chooser.yml", "rows", EACH, "scenarios", 0),
    ("scenario", "chooser.yml", "rows", EACH, "see_also", 0),
    ("scenario", "home.yml", "urgent"),
    ("template", "home.yml", "templates", 0),
    ("scenario", "home.yml", "frequent", 0),
    ("confidentiality level", "retention.yml", "records", 0, "level"),
    ("confidentiality level", "confidentiality.yml", "lines", 0, "lower"),
    ("confidentiality level", "confidentiality.yml", "lines", 0, "upper"),
]


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.__name__.rpartition(".")[2])
def test_no_rule_finds_anything_in_sound_data(rule):
    assert found(rule) == []


@pytest.mark.parametrize(("kind", "where"), [(kind, where) for kind, *where in IN_A_FILE], ids=str)
def test_an_id_that_nobody_has_is_named_with_the_nearest(kind: str, where: list[Any]):
    path, location, right = place(*where)
    assert found(references, (path, location, f"{right}x")) == [
        f"{path}: {dotted(location)}: unknown {kind} '{right}x'; did you mean '{right}'?"
    ]


def test_the_field_that_is_a_mails_subject_is_one_of_the_template():
    path, location, right = place("templates", "mail_subject_field")
    name = sound().records[path].id
    assert found(references, (path, location, f"{right}x")) == [
        f"{path}: mail_subject_field: unknown field of {name} '{right}x'; did you mean '{right}'?"
    ]


def test_an_id_twice_in_a_list_is_a_fault_and_twice_in_a_file_is_none():
    path, location, _ = place("scenarios", "templates", 1)
    said = found(references, (path, location, sound().records[path].templates[0]))
    assert said == [
        f"{path}: templates[1]: template '{sound().records[path].templates[0]}' stands in this list already; "
        "delete one of the two"
    ]


def test_what_a_faulty_file_would_define_is_not_missed():
    path, location, _ = place("scenarios", "urgency")
    wrong = (path, location, "never")
    assert len(found(references, wrong)) == 1
    assert found(references, wrong, without=("response-times.yml",)) == []
    step = place("practice.yml", "questions", EACH, "step")
    assert len(found(references, (*step[:2], "internal/nowhere"))) == 1
    assert found(references, (*step[:2], "internal/nowhere"), without=("procedures/internal.yml",)) == []


def test_the_helper_changes_a_copy_only():
    record = sound().records["home.yml"]
    assert changed(record, ("urgent",), "x").urgent == "x" != record.urgent


def test_an_id_that_a_release_calls_otherwise_is_told_by_its_new_name():
    redirects = Redirects(redirects=(Redirect(old="glossary/evenings", new="glossary/quiet-hours"),))
    known = {"quiet-hours", "evening"}
    assert redirects.hint("glossary term", "evenings", known) == "it is called 'quiet-hours' now; write that"
    assert redirects.hint("scenario", "evenings", known) == "did you mean 'evening'?"
