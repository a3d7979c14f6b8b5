"""Overviews: what they say of what a reader has begun, and what stands above them."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

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


@pytest.mark.parametrize(("home", "over", "due", "none"), [
    ("", "到期）：把沟通结果确认发给每个有关的人", "到期：把沟通结果确认发给每个有关的人", "清单，还没勾"),
    ("en/", "Overdue since ", "Due to", "Checklist, nothing ticked yet, changed "),
])  # fmt: skip
def test_the_home_page_lists_what_is_due_first_with_its_time_and_then_what_was_changed_last(
    home, over, due, none, open_page, address
):
    """An overdue list stays in sight, however many others were begun since."""
    page = open_page("404.html", width=390)
    now, hour = int(time.time() * 1000), 3_600_000

    def run(number: int, **changes) -> dict:
        return run_of(
            **{"id": f"abcdef12345{number}", "checklist": "phone-call", "changed": now - number * hour, **changes}
        )

    def from_then(before: int) -> dict:
        moment = datetime.fromtimestamp(now / 1000 - before * 3600, UTC).strftime("%Y-%m-%dT%H:%M+00:00")
        return {"confirm-to-everyone": {"time": moment, "at": 1}}

    answers = {"close-the-door": done("A")}
    runs = [
        run(1, checklist="absence", answers={"any": done("A")}),
        run(2, checklist="bad-news"),
        run(3, checklist="contract-change", answers={"any": done("A")}),
        run(4, answers=answers, times=from_then(1)),
        run(5, answers=answers, times=from_then(300)),
        run(6, checklist="shift-handover", answers={"any": done("A")}),
    ]
    put(page, {f"handbook:run:{each['id']}": each for each in runs})
    put(page, {"handbook:current": {each["checklist"]: each["id"] for each in runs}})
    page.goto(address + home)
    rows = page.locator("go-on li")
    expect(rows.nth(0)).to_contain_text(over)
    expect(rows.nth(1)).to_contain_text(due)
    expect(rows).to_have_count(4)
    expect(rows.nth(3)).to_contain_text(none)


@pytest.mark.parametrize(("home", "all_of_it"), [("", "我的记录（共7项）"), ("en/", "My page (7 in all)")])
def test_what_is_overdue_gives_way_to_nothing_and_the_home_page_says_how_much_there_is(
    home, all_of_it, open_page, address
):
    page = open_page("404.html", width=390)
    page.clock.set_fixed_time("2026-12-01T04:00:00Z")
    now, minute = 1_796_097_600_000, 60_000  # Midnight of that day.
    times = {"confirm-to-everyone": {"time": "2026-11-30T01:30+00:00", "at": 1}}
    runs = [
        run_of(id=f"abcdef12345{number}", checklist="phone-call", changed=now - number * minute, times=times)
        for number in range(4)
    ]
    for each in runs:
        each["answers"] = {"close-the-door": done("A")}
    put(page, {f"handbook:run:{each['id']}": each for each in runs})
    put(page, {
        "handbook:draft:abcdef123456": draft_of(changed=now),
        "handbook:joined": {"v": 1, "day": "2026-11-27"},
        "handbook:practice-round": {"seed": 7, "ids": ["one", "two"], "place": 1, "score": 0, "missed": ["one"]},
    })  # fmt: skip
    page.goto(address + home)
    rows = page.locator("go-on li")
    expect(rows.locator("[href*='#phone-call-confirm-to-everyone']")).to_have_count(4)
    expect(page.get_by_role("link", name=all_of_it, exact=True)).to_be_visible()
    rows.last.locator("a").click()
    expect(page.locator("#phone-call-confirm-to-everyone input").first).to_be_in_viewport()


def test_what_is_overdue_stays_when_another_record_of_its_list_is_begun(open_page, address):
    page = open_page("404.html")
    times = {"confirm-to-everyone": {"time": "2026-11-23T01:30+00:00", "at": 1}}
    old = run_of(id="abcdef123450", checklist="phone-call", answers={}, times=times)
    new = run_of(id="abcdef123451", checklist="phone-call", answers={})
    put(page, {
        **{f"handbook:run:{each['id']}": each for each in (old, new)},
        "handbook:current": {"phone-call": new["id"]},
        "handbook:joined": {"v": 1, "day": time.strftime("%Y-%m-%d")},
    })  # fmt: skip
    page.goto(f"{address}en/")
    rows = page.locator("go-on li")
    expect(rows.nth(0)).to_contain_text("Overdue since ")
    expect(rows.nth(1)).to_contain_text("Joining date")
    expect(rows).to_have_count(3)
    rows.nth(0).locator("a").click()
    page.wait_for_url("**/checklists/phone-call/#*")
    expect(page.locator("#phone-call-confirm-to-everyone .overdue")).to_be_visible()


@pytest.mark.parametrize(("now", "is_first"), [("2026-12-03T04:00:00Z", True), ("2026-12-02T04:00:00Z", False)])
def test_what_is_due_by_the_end_of_the_next_working_day_stands_before_the_path(open_page, address, now, is_first):
    page = open_page("404.html")
    page.clock.set_fixed_time(now)
    times = {"confirm-to-everyone": {"time": "2026-12-03T10:00+00:00", "at": 1}}  # Due on Friday 4 December.
    put(page, {
        "handbook:run:abcdef123450": run_of(id="abcdef123450", checklist="phone-call", answers={}, times=times),
        "handbook:joined": {"v": 1, "day": "2026-11-27"},
    })  # fmt: skip
    page.goto(f"{address}en/")
    rows = page.locator("go-on li")
    expect(rows.nth(1 - is_first)).to_contain_text("Due ")
    expect(rows.nth(int(is_first))).to_contain_text("Joining date")
