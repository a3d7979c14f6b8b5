"""The page for authors shows every macro, each with an example that works; answers are due when the working clock says."""

from __future__ import annotations

import re
from datetime import date

import pytest
from playwright.sync_api import expect

from macros.checking import checked as checking
from macros.checking.rehearsal import Trial
from macros.model.durations import due_in_the_week, moment
from macros.model.offices import WorkingHours
from macros.model.working_days import WEEK
from tests.conftest import ROOT

EXAMPLE = re.compile(r"^### `(\w+)`.*?```jinja\n\{% raw %\}(.*?)\{% endraw %\}\n```", re.DOTALL | re.MULTILINE)
STEP = "guide/internal/content.md"
HOURS = WorkingHours(
    days=("mon", "tue", "wed", "thu", "fri"),
    start="09:00",
    end="18:00",
    break_start="12:00",
    break_end="13:00",
    time_zone="Asia/Shanghai",
)


@pytest.fixture(scope="module")
def macros():
    checked, faults = checking.check(ROOT, date(2026, 11, 25), with_downloads=False)
    assert checked, faults.report()
    return checked.macros


@pytest.mark.every_other
@pytest.mark.whole
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_macro_is_shown_with_an_example_that_calls_it_and_works(language: str, macros):
    text = (ROOT / "docs" / language / "about" / "authors.md").read_text(encoding="utf-8")
    examples = dict(EXAMPLE.findall(text))
    assert set(examples) == set(macros.registered())
    for name, example in examples.items():
        assert f"{name}(" in example
        assert list(Trial(macros).faults(f"{language}/{STEP}", example)) == []


@pytest.mark.parametrize(
    "sent, duration, clock, answered",
    [
        ("fri 17:30", "PT15M", "calendar", "fri 17:45"),
        ("fri 17:30", "PT2H", "working", "mon 10:30"),
        ("fri 17:30", "PT4H", "working", "mon 13:30"),
        ("fri 17:30", "P1D", "working", "mon 17:30"),
        ("fri 17:30", "P3D", "working", "wed 17:30"),
        ("sat 23:00", "PT2H", "working", "mon 11:00"),
        ("mon 12:30", "PT1H", "working", "mon 14:00"),
        ("mon 10:00", "PT2H", "working", "mon 12:00"),
        ("mon 19:00", "P1D", "working", "wed 09:00"),
        ("wed 09:00", "P1W", "working", "wed 09:00"),
        ("sun 23:50", "PT30M", "calendar", "mon 00:20"),
    ],
)
def test_the_time_for_an_answer_is_up_when_the_working_clock_says(sent: str, duration: str, clock: str, answered: str):
    found = due_in_the_week(HOURS, moment(*sent.split()), duration, clock)
    assert f"{WEEK[found.weekday()]} {found:%H:%M}" == answered


@pytest.mark.parametrize("path", ["about/authors/", "en/about/authors/"])
def test_who_looks_for_one_macro_finds_it_by_the_index_that_the_top_names_and_its_link_opens_where_it_stands(
    open_page, path
):
    page = open_page(path)
    names = page.locator("#content h3[id]").evaluate_all("all => all.map((each) => '#' + each.id)")
    links = page.locator(".page-index dd a")
    assert links.evaluate_all("all => all.map((each) => each.hash)") == names and len(names) > 70
    assert page.evaluate("document.documentElement.scrollHeight") < 8000
    task, index = page.locator("#change").bounding_box(), page.locator(".page-index").bounding_box()
    assert task["y"] < 700 and task["y"] < index["y"] and index["height"] < 900, (
        "what to do comes before what is looked up"
    )
    to_index = page.locator("#content a[href='#macros']").first
    assert to_index.bounding_box()["y"] < task["y"]
    to_index.click()
    expect(page.locator(".page-index")).to_be_in_viewport()
    wanted = page.locator("#crisis-contacts")
    assert wanted.is_hidden()
    links.filter(has_text="crisis_contacts").click()
    wanted.wait_for()
    assert 0 <= wanted.evaluate("(each) => each.getBoundingClientRect().top") < 300
    again = open_page(f"{path}#days-off", width=390)
    again.locator("#days-off").wait_for()
    assert -5 <= again.locator("#days-off").evaluate("(each) => each.getBoundingClientRect().top") < 300


def test_without_scripts_the_link_of_the_index_opens_what_is_folded(open_page):
    page = open_page("en/about/authors/", java_script_enabled=False)
    page.locator(".page-index a", has_text="crisis_contacts").click()
    page.locator("#crisis-contacts").wait_for()
    folds = page.locator(".part-fold")
    assert folds.count() > 9 and folds.first.locator("summary").is_visible()


def test_on_paper_the_index_stands_for_the_parts_and_one_that_was_opened_is_printed(open_page):
    page = open_page("en/about/authors/#days-off")
    page.locator("#days-off").wait_for()
    page.emulate_media(media="print")
    assert page.locator("#days-off").is_visible() and page.locator("#crisis-contacts").is_hidden()
    assert page.locator(".page-index a", has_text="crisis_contacts").is_visible()
    assert page.locator("#times").is_visible() and page.locator("#whom").is_hidden(), "the index names it"
