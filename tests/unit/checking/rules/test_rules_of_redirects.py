"""Ids that went: what is wrong with where they lead."""

from __future__ import annotations

import dataclasses
import re

import pytest

from macros.checking import headings_gone
from macros.checking.rules import redirects
from macros.errors import Faults
from macros.model.redirects import Redirect
from tests.unit.sound import found, sound

FILE = "redirects.yml"


def said(*pairs: tuple[str, str]) -> list[str]:
    """What the rule says of these redirects."""
    record = tuple(Redirect(old=old, new=new) for old, new in pairs)
    return found(redirects, (FILE, ("redirects",), record))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("checklists/went", "checklists/absence"),
        ("templates/went", "scenarios/absence"),
        ("contacts/went", "contacts/seal"),
        ("glossary/went", "glossary/to-do"),
        ("reference/went", "guide/internal/channel"),
        ("onboarding/index-of-old", "onboarding/index"),
        ("reference/seals#went", "contacts/index#group-it"),
        ("scenarios/absence#went", "scenarios/absence#message"),
    ],
)
def test_whatever_has_an_address_may_have_gone_and_be_led_to(old: str, new: str):
    assert said((old, new)) == []


def test_a_heading_of_a_page_that_went_may_have_gone_elsewhere():
    assert said(("reference/went", "reference/seals"), ("reference/went#lending", "reference/retention#kept")) == []


@pytest.mark.parametrize(
    ("pairs", "message"),
    [
        (
            [("checklists/absence", "checklists/work-handover")],
            "redirects[0].old: 'checklists/absence' is there, and nobody would be led on; delete this line",
        ),
        (
            [("glossary/to-do", "glossary/escalation")],
            "redirects[0].old: 'glossary/to-do' is there, and nobody would be led on; delete this line",
        ),
        (
            [("checklists/went", "checklists/absense")],
            "redirects[0].new: there is no 'checklists/absense'; did you mean 'checklists/absence'?",
        ),
        (
            [("checklists/went", "contacts")],
            "redirects[0].new: there is no 'contacts'; did you mean 'contacts/index'?",
        ),
        (
            [("checklists/went", "checklists/gone"), ("checklists/gone", "checklists/absence")],
            "redirects[0].new: 'checklists/gone' leads on itself, to 'checklists/absence'; write at once where it ends",
        ),
        (
            [("checklists/went", "checklists/absence"), ("checklists/went", "checklists/work-handover")],
            "redirects[1].old: 'checklists/went' leads on in docs/data/redirects.yml:LINE already; delete one of the two",
        ),
        (
            [("zh/checklists/went", "checklists/absence")],
            "redirects[0].old: the language is no part of the place; write 'checklists/went'",
        ),
        (
            [("checklists/went", "checklists/went")],
            "redirects[0].new: 'checklists/went' leads in a circle and nowhere else; write what stands there now, or delete this line",
        ),
        (
            [("reference/seal#lending", "reference/seals#lending")],
            "redirects[0].old: there is no page 'reference/seal' on which a heading could have gone; did you mean 'reference/seals'?",
        ),
    ],
)
def test_what_leads_nowhere_or_in_a_row_or_hides_what_is_there(pairs: list[tuple[str, str]], message: str):
    assert [re.sub(r"yml:\d+", "yml:LINE", each) for each in said(*pairs)] == [f"{FILE}: {message}"]


def test_one_that_leads_to_itself_is_none():
    assert said(("checklists/went", "checklists/went"))


def test_headings_are_looked_for_in_both_languages():
    record = (
        sound()
        .records[FILE]
        .model_copy(
            update={
                "redirects": (
                    Redirect(old="reference/seals#lending", new="reference/seals#borrowing"),
                    Redirect(old="reference/retention#kept", new="contacts/seal"),
                )
            }
        )
    )
    records = {**sound().records, FILE: record}
    loaded = dataclasses.replace(sound(), faults=Faults(), records=records)
    anchors = {
        "zh/reference/seals.md": {"borrowing"},
        "en/reference/seals.md": {"borrow", "lending"},
        "en/reference/retention.md": {"kept"},
    }
    headings_gone.check(loaded, anchors)
    assert sorted(str(fault).partition(": ")[2] for fault in loaded.faults) == [
        "redirects[0].new: en/reference/seals.md has no heading or place with the id 'borrowing'; did you mean 'borrow'?",
        "redirects[0].old: en/reference/seals.md still has 'lending', and nobody would be led on; delete this line",
        "redirects[1].old: en/reference/retention.md still has 'kept', and nobody would be led on; delete this line",
    ]
