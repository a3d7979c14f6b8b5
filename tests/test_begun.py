"""Overviews: what they say of what a reader has begun, and what stands above them."""

from __future__ import annotations

import time
from urllib.parse import urlsplit

import pytest

from tests.checklist_pages import LIST
from tests.filled_pages import MINUTES, draft_of, put
from tests.stored_runs import done, run_of

SHIFT = """() => { window.shifted = 0; new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true }); }"""
SAID = {"zh": "已完成2项，共{}项", "en": "2 of {} done"}
SHORT = {"zh": "清单2/{}", "en": "List 2 of {}"}


def begin(page, address: str) -> None:
    """A list with two ticks and one item that does not apply, and a draft, all of a moment ago."""
    page.goto(f"{address}404.html")
    now = int(time.time() * 1000)
    answers = {"a": done("A"), "b": done("B"), "c": {**done("C"), "state": "na"}}
    kept = {
        "run:abcdef123457": run_of(id="abcdef123457", changed=now, answers=answers),
        "current": {LIST: "abcdef123457"},
        "draft:abcdef123456": draft_of(changed=now),
        "draft:abcdef123459": "{",
    }
    put(page, {f"handbook:{name}@{urlsplit(address).path}": value for name, value in kept.items()})


@pytest.mark.every_other
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_overviews_say_how_far_what_was_begun_is_and_nothing_moves(language, width, open_page, address, handbook):
    size = len(handbook.checklist[LIST].items) - 1
    root = f"{address}{'' if language == 'zh' else 'en/'}"
    page = open_page("404.html", width=width)
    page.goto(f"{root}checklists/")
    assert page.locator(".begun:visible").count() == 0
    begin(page, address)
    page.goto(f"{root}checklists/")
    card = page.locator(f"li.card:has(a[href*='/{LIST}/']), li.card:has(a[href^='{LIST}/'])")
    assert card.locator("small:visible").all_inner_texts() == [SAID[language].format(size)]
    assert page.locator(".begun:visible").count() == 1
    page.goto(f"{root}templates/")
    marked = page.locator("li.card:has(.begun:visible)")
    assert marked.count() == 1 and f"{MINUTES}/" in marked.locator(".card__title").get_attribute("href")
    assert {"zh": "草稿，", "en": "Draft, changed "}[language] in marked.locator(".begun").inner_text()
    page.goto(f"{root}scenarios/")
    row = page.locator("tr:has(.begun:visible)")
    having = [scenario.id for scenario in handbook.scenarios if LIST in scenario.checklists]
    assert [link.get_attribute("href").strip("/").rpartition("/")[2] for link in row.locator("th a").all()] == having
    assert row.first.locator(".begun").inner_text() == SHORT[language].format(size)
    page.evaluate(SHIFT)
    page.wait_for_timeout(300)
    assert page.evaluate("window.shifted") <= 0.02


def test_a_filter_that_says_nothing_yet_takes_no_line(open_page):
    page = open_page("en/checklists/", width=390)
    field, groups = page.locator(".gallery-filter input").bounding_box(), page.locator(".gallery-groups").bounding_box()
    assert groups["y"] - (field["y"] + field["height"]) < 30


@pytest.mark.parametrize(
    ("language", "width", "count"), [("zh", 390, 3), ("en", 390, 1), ("en", 1280, 3), ("zh", 1280, 1)]
)
def test_a_form_leads_back_to_its_drafts_and_nothing_moves(language, width, count, open_page, address):
    page = open_page("404.html", width=width)
    kept = {f"draft:abcdef12345{number}": draft_of(id=f"abcdef12345{number}") for number in range(count)}
    put(page, {f"handbook:{name}@{urlsplit(address).path}": value for name, value in kept.items()})
    page.goto(f"{address}{'' if language == 'zh' else 'en/'}templates/{MINUTES}/")
    page.locator(".go-on-here").wait_for()
    page.evaluate(SHIFT)
    page.wait_for_timeout(300)
    assert page.evaluate("window.shifted") <= 0.02
