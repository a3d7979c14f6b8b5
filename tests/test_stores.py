"""What the browser keeps when things go wrong or the handbook moves on: no room, no leave, damage, versions, changed lists."""

from __future__ import annotations

import json

import pytest

from tests.built_pages import published
from tests.checklist_pages import (
    DUE_IN_A_DAY,
    LIST,
    WITH_DUE,
    boxes,
    kept_runs,
    press,
    row,
    ticked,
)
from tests.stored_runs import CURRENT, EARLIER, done, kept, kept_in, run_of

FORBIDDEN = (
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
)
FULL = """Storage.prototype.setItem = new Proxy(Storage.prototype.setItem, { apply(target, storage, [key, text]) {
    if (window.roomy || key.length + text.length < 90) return Reflect.apply(target, storage, [key, text]);
    throw new DOMException('full', 'QuotaExceededError'); } });"""
"""No room for a run, though for small things there is."""


@pytest.fixture
def with_store(open_with):
    """Opens a page in a browser that keeps these texts by key, and works on the run there is."""
    return lambda texts, path=f"en/checklists/{LIST}/": open_with({**CURRENT, **texts}, path)


@pytest.fixture
def prepared(open_after):
    """Opens a checklist with a script that runs before any other."""
    return lambda script: open_after(script, f"en/checklists/{LIST}/")


def warning(page) -> str:
    return page.locator("[data-keeping]").inner_text()


# --- storage that fails ----------------------------------------------------------------------------------------------


def test_where_storage_is_switched_off_ticks_work_in_memory_and_the_page_says_so(prepared):
    page = prepared(FORBIDDEN)
    assert "does not allow saving" in warning(page)
    boxes(page).nth(0).check()
    boxes(page).nth(1).check()
    assert len(ticked(page)) == 2
    press(page, "finish")
    assert boxes(page).nth(0).is_disabled()


def test_where_storage_is_full_ticks_work_in_memory_and_are_kept_once_there_is_room(prepared):
    page = prepared(FULL)
    boxes(page).nth(0).check()
    boxes(page).nth(1).check()
    assert len(ticked(page)) == 2 and kept_runs(page) == []
    assert "storage is full" in warning(page)
    assert page.locator("kept-here").first.is_hidden(), "nothing is kept of which anybody could be asked"
    page.evaluate("dispatchEvent(new StorageEvent('storage', { key: 'handbook:colours' }))")
    assert len(ticked(page)) == 2, "what another tab does takes nothing away"
    page.evaluate("window.roomy = true")
    boxes(page).nth(2).check()
    assert page.locator("[data-keeping]").is_hidden() and page.locator("kept-here").first.is_visible()
    page.reload()
    assert len(ticked(page)) == 3


@pytest.mark.every_other
@pytest.mark.parametrize(
    "damaged",
    [
        "{",
        "null",
        "[1]",
        '"text"',
        '{"v": 1}',
        "",
        '{"v": 0}',
        json.dumps(run_of(answers={"x": 1})),
        json.dumps(run_of(id="other1234567")),
        json.dumps(run_of(extra=1)),
        json.dumps(run_of(name=7)),
    ],
)
def test_a_damaged_run_is_set_aside_and_can_be_exported(with_store, address, damaged):
    page = with_store({"handbook:run:abcdef123456": damaged})
    assert "set aside" in warning(page)
    boxes(page).nth(0).check()
    page.reload()
    assert len(ticked(page)) == 1
    aside = [text for key, text in kept(page).items() if key.startswith("handbook:aside:")]
    assert aside == [damaged]
    page.goto(f"{address}en/my/")
    with page.expect_download() as download:
        page.locator("button[data-do=export-aside]").click()
    assert list(json.loads(download.value.path().read_text(encoding="utf-8")).values()) == [damaged]


@pytest.mark.every_other
@pytest.mark.parametrize("damaged", ["{", "null", "[]", '"text"', "5", '{"a": 5}'])
def test_a_damaged_note_of_what_is_worked_on_is_set_aside_and_loses_no_run(with_store, damaged):
    run = json.dumps(run_of())
    page = with_store({"handbook:run:abcdef123456": run, "handbook:current": damaged})
    boxes(page).nth(0).check()
    assert kept(page)["handbook:run:abcdef123456"] == run
    assert [text for key, text in kept(page).items() if key.startswith("handbook:aside:")] == [damaged]


def test_damaged_data_that_no_room_is_left_to_move_is_never_overwritten(prepared, address):
    page = prepared(FULL)
    damaged = "{" + "x" * 200
    page.evaluate(
        "(text) => { window.roomy = true; localStorage.setItem('handbook:run:abcdef123456', text); }", damaged
    )
    page.reload()
    boxes(page).nth(0).check()
    assert kept(page)["handbook:run:abcdef123456"] == damaged


@pytest.mark.sweep
def test_what_a_newer_version_wrote_is_left_alone_and_named(with_store):
    newer = json.dumps({**run_of(), "v": 4, "colour": "red"})
    page = with_store({"handbook:run:abcdef123456": newer})
    assert "newer version" in warning(page)
    boxes(page).nth(0).check()
    page.reload()
    assert len(ticked(page)) == 1
    assert kept(page)["handbook:run:abcdef123456"] == newer


def test_storage_that_is_erased_under_a_page_takes_new_ticks(with_store):
    page = with_store({"handbook:run:abcdef123456": json.dumps(run_of())})
    boxes(page).nth(0).check()
    page.evaluate("localStorage.clear()")
    boxes(page).nth(1).check()
    page.reload()
    assert len(ticked(page)) == 2


def test_storage_that_is_erased_in_another_tab_empties_this_one_too(with_store):
    page = with_store({"handbook:run:abcdef123456": json.dumps(run_of())})
    boxes(page).nth(0).check()
    other = page.context.new_page()
    other.goto(page.url)
    other.evaluate("localStorage.clear()")
    page.wait_for_function("document.querySelectorAll('check-list input:checked').length === 0")
    boxes(page).nth(1).check()
    page.reload()
    assert len(ticked(page)) == 1


# --- earlier versions ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("file", EARLIER, ids=lambda file: file.stem)
def test_what_every_earlier_version_kept_is_there_whole(open_with, address, file):
    texts = kept_in(file)
    page = open_with(texts, "en/my/")
    page.locator("[data-ended] summary").click()
    runs = page.locator("my-runs").inner_text()
    assert (
        "Review with Customer A" in runs
        and "Budget talk" in runs
        and "finished" in runs
        and "25 November 2025 16:00" in runs
    )
    assert "Minutes of 24 November" in page.locator("my-drafts").inner_text()
    assert (
        page.locator("[data-aside]").is_visible()
        and "Delete the unreadable" not in page.locator("[data-aside]").inner_text()
    )
    assert page.evaluate("document.documentElement.dataset.colours") == "dark"
    page.goto(f"{address}en/onboarding/practice/")
    topics = page.locator("[data-part=topic-rows] li")
    topics.first.wait_for()
    assert topics.count() == 2
    page.goto(f"{address}en/checklists/meeting-after/")
    assert ticked(page) == ["write-conclusions-first"]
    now = kept(page)
    told = json.loads(now.pop("handbook:told"))
    assert told.keys() == {"mb1k7c0c3z7s"}, "of an old draft the reader is told before it ends"
    assert now == texts, "nothing is changed by reading, but for where it stands"


# --- lists that change -----------------------------------------------------------------------------------------------


def test_ticks_hang_on_ids_when_items_are_reworded_moved_and_added(with_store, site):
    ids = [
        item["id"]
        for each in json.loads(published(site, "assets/checklists.json").read_text(encoding="utf-8"))
        if each["id"] == LIST
        for item in each["items"]
    ]
    answers = {ids[5]: done("It read otherwise"), ids[1]: done("And stood elsewhere")}
    page = with_store({"handbook:run:abcdef123456": json.dumps(run_of(answers=answers))})
    assert ticked(page) == [ids[1], ids[5]], "reworded and moved"
    assert page.locator(".checklist__progress output").inner_text().startswith(f"2 of {len(ids)} "), (
        "added ones are open"
    )
    assert "It read otherwise" not in page.locator("check-list").inner_text()


def test_what_was_ticked_and_then_removed_is_shown_as_such_and_never_lost(with_store):
    answers = {
        "long-gone": done("Send a fax", note="on the third try"),
        "never-answered": {"state": "", "at": 1, "text": "Blank"},
    }
    page = with_store({"handbook:run:abcdef123456": json.dumps(run_of(answers=answers))})
    removed = page.locator("[data-removed]")
    assert removed.is_visible() and "Send a fax" in removed.inner_text() and "on the third try" in removed.inner_text()
    assert "Blank" not in removed.inner_text()
    boxes(page).nth(0).check()
    assert kept_runs(page)[0]["answers"]["long-gone"] == answers["long-gone"]
    for what in ("markdown", "csv"):
        with page.expect_download() as download:
            press(page, what)
        assert "Send a fax" in download.value.path().read_text(encoding="utf-8")


def test_a_time_outlives_the_item_that_it_was_entered_at(with_store):
    only_here = run_of(
        WITH_DUE,
        times={name: {"time": "2026-03-12T16:30+00:00", "at": 1} for name in ("delete-the-recording", "long-gone")},
    )
    page = with_store({"handbook:run:abcdef123456": json.dumps(only_here)}, f"en/checklists/{WITH_DUE}/")
    assert "2026-03-13 16:30" in row(page, DUE_IN_A_DAY).locator("output").inner_text()


@pytest.mark.sweep
def test_a_run_of_a_checklist_that_is_no_more_is_still_there(with_store, address):
    gone = json.dumps(run_of("a-list-of-old", name="From long ago"))
    page = with_store({"handbook:run:abcdef123456": gone}, "en/my/")
    page.locator("[data-runs] tr").wait_for()
    assert "a-list-of-old" in page.locator("[data-runs]").inner_text()
    assert kept(page)["handbook:run:abcdef123456"] == gone
