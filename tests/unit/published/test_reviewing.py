"""Whose turn it is: the same data as `macros check` has, on the page, for programs, and as a message."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date, timedelta
from email import message_from_string
from email.policy import default

import pytest

from macros.checking import reviews as checking
from macros.commands import line
from macros.model.handbook import Handbook
from macros.model.reviewing import by_owner, turns
from macros.pages.views import Views
from macros.published import notifying, reviews
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def first(handbook: Handbook) -> date:
    """The day on which the first review is due."""
    return turns(handbook, date.min)[0].due


def test_overdue_is_what_the_check_says_on_the_same_day(handbook: Handbook, first: date):
    for today in (first - timedelta(days=1), first, first + timedelta(days=40)):
        overdue = [turn for turn in turns(handbook, today) if turn.state == "overdue"]
        assert len(overdue) == len(list(checking.due(ROOT, handbook, today, "en")))


@pytest.mark.parametrize(
    ("days", "state"), [(0, "overdue"), (1, "due"), (30, "due"), (31, "next"), (90, "next"), (91, "later")]
)
def test_a_turn_comes_nearer_day_by_day(handbook: Handbook, first: date, days: int, state: str):
    assert turns(handbook, first - timedelta(days=days))[0].state == state


def test_the_json_has_everything_with_its_owner_and_day(handbook: Handbook, first: date):
    listed = json.loads(dict(reviews.files(handbook, first))["reviews.json"])["reviews"]
    assert len(listed) == len(list(handbook.reviews()))
    assert all(each["owner"] in handbook.company.roles for each in listed)
    assert all(each["title"]["zh"] and each["title"]["en"] for each in listed)
    assert [each["due"] for each in listed] == sorted(each["due"] for each in listed)


def test_each_owner_has_a_calendar_of_their_own_things_only(handbook: Handbook, first: date):
    written = dict(reviews.files(handbook, first))
    for owner, theirs in by_owner(turns(handbook, first)).items():
        for home, named in (("", "核对手册："), ("en/", "Review in the handbook: ")):
            text = written[f"{home}reviews/{owner}.ics"].decode().replace("\r\n ", "")
            assert text.count("BEGIN:VEVENT") == len(theirs) == text.count(f"SUMMARY:{named}")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_lists_by_state_and_every_owner(handbook: Handbook, first: date, language):
    views = Views(handbook, language, ROOT / "overrides", first, defaultdict(int))
    said = str(views.render("reviews", ".."))
    nearest = turns(handbook, first)
    assert views.context["wording"].turn(nearest[0]) in said.split("{: #due }")[0]
    for owner in by_owner(nearest):
        assert f'id="owner-{owner}"' in said


def test_nobody_is_troubled_when_nothing_is_due(handbook: Handbook, first: date):
    assert notifying.message(handbook, first - timedelta(days=31), "wecom", "zh") == ""


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_message_is_written_for_mail_and_for_each_robot(handbook: Handbook, first: date, language):
    today = first + timedelta(days=400)  # by when all is overdue
    text = notifying.message(handbook, today, "text", language)
    assert all(role[0].owner[language] in text for role in by_owner(turns(handbook, today)).values())
    mail = message_from_string(notifying.message(handbook, today, "mail", language), policy=default)
    assert mail["subject"] and mail.get_content().strip() == text.strip()
    items = sum(line.startswith("- ") for line in text.splitlines())
    for robot, most, content in (
        ("wecom", 2048, lambda sent: sent["text"]["content"]),
        ("dingtalk", 20_000, lambda sent: sent["text"]["content"]),
        ("feishu", 20_000, lambda sent: sent["content"]["text"]),
    ):
        said = content(json.loads(notifying.message(handbook, today, robot, language)))
        assert len(said.encode()) <= most
        lines = said.splitlines()
        shown, kept, end = sum(line.startswith("- ") for line in lines), lines[:-1], lines[-1]
        assert text.startswith("\n".join(kept)) and (shown < items) is not end.startswith("- ")
        if shown < items:
            assert kept[-1].startswith("- ")
            page = "https://handbook.example.com/" + ("" if language == "zh" else "en/") + "about/reviews/"
            assert str(items - shown) in end and page in end


def test_the_command_line_knows_every_form_of_the_message():
    assert set(line.MESSAGES) == set(notifying.FORMS)
