"""Runs of a checklist: begun, renamed, finished, deleted and brought back, handed to a colleague, taken along, on paper."""

from __future__ import annotations

import csv
import io
import itertools
import json
import re
import time
from urllib.parse import unquote_plus

import pytest
from playwright.sync_api import expect

from tests.built_pages import BuiltPage
from tests.checklist_pages import (
    DUE_IN_A_DAY,
    DUE_IN_A_MONTH,
    LIST,
    WITH_DUE,
    begin,
    boxes,
    kept_runs,
    open_runs,
    press,
    row,
    set_event,
    taken,
    ticked,
)
from tests.filled_pages import draft_of
from tests.stored_runs import run_of
from tests.waiting import wait_for_promise

CHOOSE = "run-panel select"


@pytest.fixture
def checklist(open_page):
    """Opens the page of a checklist in English, in a profile of its own."""
    return lambda name=LIST, **options: open_page(f"en/checklists/{name}/", **options)


# --- runs ------------------------------------------------------------------------------------------------------------


@pytest.mark.sweep
def test_several_runs_each_keep_their_own_ticks(checklist):
    page = checklist()
    begin(page, "Customer A, 12 March")
    boxes(page).nth(0).check()
    begin(page, "Customer B")
    assert ticked(page) == []
    boxes(page).nth(1).check()
    page.reload()
    open_runs(page)
    labels = page.locator(f"{CHOOSE} option").all_inner_texts()
    first = next(label for label in labels if label.startswith("Customer A"))
    page.locator(CHOOSE).select_option(label=first)
    assert boxes(page).nth(0).is_checked() and len(ticked(page)) == 1
    assert "Customer A, 12 March" in page.locator(".checklist__progress output").inner_text()


@pytest.mark.sweep
def test_a_run_is_renamed(checklist):
    page = checklist()
    begin(page, "Draft")
    press(page, "rename")
    field = page.locator("input[name=run-name]")
    assert field.input_value() == "Draft", "what there is to change is shown"
    field.fill("Final")
    press(page, "rename")
    page.reload()
    assert [run["name"] for run in kept_runs(page)] == ["Final"]


def test_a_finished_run_is_read_only_until_it_is_reopened(checklist):
    page = checklist()
    boxes(page).nth(0).check()
    press(page, "finish")
    page.reload()
    assert boxes(page).nth(0).is_checked() and boxes(page).nth(0).is_disabled()
    page.locator(".check__more summary").first.click()
    assert page.locator("button[data-na]").first.is_disabled()
    inks = "(each) => [getComputedStyle(each).color, getComputedStyle(each).backgroundColor]"
    page.locator("button[data-na]").first.evaluate("(each) => each.setAttribute('aria-pressed', 'true')")
    colour, ground = page.locator("button[data-na]").first.evaluate(inks)
    assert [colour, ground] == page.locator("body").evaluate(inks), "what was pressed can be read"
    assert not page.locator("check-list textarea").first.is_editable()
    assert kept_runs(page)[0]["finished"] > 0
    press(page, "finish")
    assert boxes(page).nth(0).is_enabled()


@pytest.mark.every_other
@pytest.mark.parametrize("where", ["checklists/work-instruction/", "scenarios/work-instruction/"])
def test_a_finished_run_says_so_above_the_list_and_the_next_tick_can_begin_another(open_page, address, where):
    page = open_page(f"en/checklists/{LIST}/")
    begin(page, "Done with")
    boxes(page).nth(0).check()
    press(page, "finish")
    page.goto(f"{address}en/{where}")
    page.locator("details:has(> check-list), details:has(check-list)").evaluate_all(
        "all => all.forEach((each) => { each.open = true; })"
    )
    notice = page.locator(f"check-list[checklist={LIST}] [data-finished]")
    expect(notice).to_contain_text("was finished on")
    expect(notice).to_contain_text("To change it, reopen it.")
    notice.locator("[data-run=fresh]").click()
    assert ticked(page) == [] and notice.is_hidden() and boxes(page).nth(0).is_enabled()
    boxes(page).nth(1).check()
    runs = {run["name"]: run for run in kept_runs(page)}
    assert set(runs) == {"Done with", ""} and runs["Done with"]["finished"] and not runs[""]["finished"]


def test_a_name_goes_to_the_run_that_a_tick_began_and_the_next_one_to_a_new_run(checklist):
    page = checklist()
    boxes(page).nth(0).check()
    open_runs(page)
    submit = page.locator(".runs__begin button[type=submit]")
    assert submit.inner_text() == "Name this record"
    page.locator("input[name=run-name]").fill("Customer C")
    submit.click()
    assert [run["name"] for run in kept_runs(page)] == ["Customer C"] and len(ticked(page)) == 1
    assert submit.inner_text() == "Start a new record"
    page.locator("input[name=run-name]").fill("Customer D")
    submit.click()
    assert ticked(page) == [] and len(kept_runs(page)) == 2


@pytest.mark.sweep
@pytest.mark.parametrize("language", ["", "en/"])
def test_beside_a_record_without_a_name_another_can_be_begun(open_page, language):
    page = open_page(f"{language}checklists/{LIST}/")
    boxes(page).nth(0).check()
    press(page, "begin")
    assert ticked(page) == [] and [run["name"] for run in kept_runs(page)] == ["", ""]
    page.locator("input[name=run-name]").fill("B")
    press(page, "begin")
    assert {run["name"] for run in kept_runs(page)} == {"", "B"} and len(kept_runs(page)) == 3
    assert page.locator("run-panel button[data-do=begin]").is_hidden(), "it has its name: the other button begins"
    assert page.locator("run-panel select option").count() == 4, "the nameless ones stay, by when they were begun"


@pytest.mark.parametrize(
    ("language", "none"),
    [("", "没有在用的，点这里选（存着1份）"), ("en/", "none in use; open this to choose (1 saved)")],
)
def test_where_the_record_in_use_is_deleted_the_next_is_used_and_one_that_is_finished_is_told(
    open_page, language, none
):
    page = open_page(f"{language}checklists/{LIST}/")
    begin(page, "One")
    boxes(page).nth(0).check()
    begin(page, "Other")
    press(page, "delete")
    for _ in range(2):
        assert page.locator("[data-current]").inner_text() == "One" and len(ticked(page)) == 1
        page.reload()
    press(page, "finish")
    page.locator("[data-run=fresh]").click()
    assert page.locator("[data-current]").inner_text() == none


@pytest.mark.sweep
@pytest.mark.parametrize("width", [320, 1280])
def test_however_long_a_name_is_nothing_scrolls_sideways(open_page, address, width):
    page = open_page(f"checklists/{LIST}/", width=width)
    begin(page, "Lieferverzögerung-Kunde-A" * 7)
    boxes(page).nth(0).check()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto(f"{address}my/")
    page.locator("[data-runs] tr").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.sweep
def test_a_deleted_run_comes_back_by_undo(checklist):
    page = checklist()
    begin(page, "Keep me")
    boxes(page).nth(0).check()
    press(page, "delete")
    assert kept_runs(page) == [] and ticked(page) == []
    press(page, "undo")
    assert len(ticked(page)) == 1
    page.reload()
    assert len(ticked(page)) == 1


def test_a_link_carries_the_name_alone_and_asks_before_it_begins(checklist, address):
    page = checklist(permissions=["clipboard-read", "clipboard-write"])
    begin(page, "Review & talk #3")
    boxes(page).nth(0).check()
    press(page, "share")
    page.locator("run-panel output", has_text="Link copied").wait_for()
    link = page.evaluate("navigator.clipboard.readText()")
    there, _, carried = link.partition("#")
    assert there == f"{address}en/checklists/{LIST}/" and unquote_plus(carried) == "run=Review & talk #3"
    open_runs(page)
    page.locator("input[name=run-name]").fill("Only for you")
    press(page, "share")
    wait_for_promise(page, "navigator.clipboard.readText().then((link) => link.endsWith('#run=Only+for+you'))")
    assert len(kept_runs(page)) == 1, "a link can be prepared without a run of one's own"
    colleague = checklist()
    colleague.goto("about:blank")
    colleague.goto(link)
    assert kept_runs(colleague) == []
    offered = colleague.locator("[data-offered]")
    assert "Review & talk #3" in offered.inner_text()
    offered.locator("button").click()
    assert offered.is_hidden() and colleague.locator("output:focus").inner_text() == "Started: Review & talk #3"
    assert [run["name"] for run in kept_runs(colleague)] == ["Review & talk #3"]
    assert ticked(colleague) == []
    colleague.reload()
    assert offered.is_hidden(), "the link has done its work"
    boxes(colleague).nth(0).check()
    colleague.evaluate("location.hash = '#run=Another+one'")
    offered.get_by_text("Another one").wait_for()
    offered.locator("button").click()
    assert sorted(run["name"] for run in kept_runs(colleague)) == ["Another one", "Review & talk #3"]


@pytest.mark.parametrize(
    ("language", "said"), [("", "同事请您也做一份。"), ("en/", "A colleague asks you to keep a record too.")]
)
def test_who_is_asked_by_a_link_without_a_name_sees_the_sentence_and_one_button(open_page, language, said):
    page = open_page(f"{language}checklists/{LIST}/#run=", width=390)
    offered = page.locator("[data-offered]")
    expect(offered.locator("span")).to_have_text(said)
    expect(offered.get_by_role("button")).to_be_focused()
    box = offered.bounding_box()
    assert box["y"] + box["height"] < 844 and page.locator("run-panel button:visible").count() == 4, "what exports, too"
    boxes(page).nth(0).check()
    assert offered.is_hidden(), "a tick has begun it"


@pytest.mark.sweep
def test_what_was_said_of_a_record_is_said_no_more_beside_another(checklist):
    page = checklist(permissions=["clipboard-read", "clipboard-write"])
    said = page.locator("run-panel output:not(:empty)")
    begin(page, "Customer A")
    begin(page, "Customer B")
    expect(said).to_have_text("Started: Customer B")
    press(page, "copy")
    expect(said).to_have_count(2)
    page.locator(CHOOSE).select_option(index=2)
    expect(page.locator("[data-current]")).to_have_text("Customer A")
    expect(said).to_have_count(0)
    press(page, "finish")
    expect(said).to_have_text("Finished: Customer A")
    page.locator("[data-run=reopen]").click()
    expect(said).to_have_count(0)
    expect(boxes(page).nth(0)).to_be_focused()


# --- due times -------------------------------------------------------------------------------------------------------


def test_a_due_time_is_shown_as_a_clock_time_for_all_that_count_from_the_same_event(checklist):
    page = checklist(WITH_DUE, timezone_id="Asia/Shanghai")
    set_event(page, DUE_IN_A_DAY, "2026-03-12T16:30")
    assert "2026-03-13 16:30" in row(page, DUE_IN_A_DAY).locator("output").inner_text()
    month = row(page, DUE_IN_A_MONTH)
    expect(month.locator("output")).to_have_text(re.compile(r"by 2026-04-11$"))
    expect(month.locator("input[type=datetime-local], input[type=date]")).to_have_count(0)
    page.reload()
    assert "2026-03-13 16:30" in row(page, DUE_IN_A_DAY).locator("output").inner_text()


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2026-03-12T09:30", "2026-03-12 11:30"),
        ("2026-03-12T10:00", "2026-03-12 12:00"),
        ("2026-03-12T11:30", "2026-03-12 14:30"),
        ("2026-03-12T12:20", "2026-03-12 15:00"),
        ("2026-03-12T06:00", "2026-03-12 11:00"),
        ("2026-03-13T17:30", "2026-03-16 10:30"),
        ("2026-03-14T11:00", "2026-03-16 11:00"),
    ],
)
def test_on_the_working_clock_only_working_hours_count(due_page, received, due):
    set_event(due_page, "make-the-first-call", received)
    assert (
        f"by {due} (counting the company's working hours only"
        in row(due_page, "make-the-first-call").locator("output").inner_text()
    )


@pytest.fixture(scope="module")
def due_page(browser, address):
    context = browser.new_context(timezone_id="Asia/Shanghai")
    page = context.new_page()
    page.goto(f"{address}en/checklists/complaint-first-hour/")
    yield page
    context.close()


def test_working_hours_are_those_of_the_company_wherever_the_reader_is(checklist, address):
    page = checklist("complaint-first-hour", timezone_id="America/New_York")
    set_event(
        page, "make-the-first-call", "2026-03-06T04:30"
    )  # A Friday, 17:30 in Shanghai; summer time begins on Sunday.
    assert "2026-03-08 22:30" in row(page, "make-the-first-call").locator("output").inner_text()
    page.goto(f"{address}en/my/")
    page.locator("[data-runs] tr").wait_for()
    assert "8 March 22:30" in page.locator("[data-runs]").inner_text()


@pytest.mark.sweep
def test_the_time_of_an_event_is_the_same_moment_in_every_time_zone(checklist, open_page, address):
    page = checklist(WITH_DUE, timezone_id="Europe/Berlin")
    set_event(page, DUE_IN_A_DAY, "2026-03-12T10:30")
    page.goto(f"{address}en/my/")
    with page.expect_download() as download:
        page.locator(".runs__take button[data-do=export]").click()
    there = open_page("en/my/", timezone_id="Asia/Shanghai")
    there.locator("input[type=file]").set_input_files(download.value.path())
    there.locator("button[data-do=import]").click()
    there.locator("[data-runs] tr").wait_for()
    assert "13 March 17:30" in there.locator("[data-runs]").inner_text()
    there.locator("[data-runs] th a").click()
    expect(row(there, DUE_IN_A_DAY).locator("input[type=datetime-local]")).to_have_value("2026-03-12T17:30")


def test_working_days_lead_over_the_weekend_to_the_same_time(checklist):
    page = checklist("onboarding-manager", timezone_id="Asia/Shanghai")
    set_event(page, "decide-or-date-it", "2026-03-13T15:20")
    assert "2026-03-16 15:20" in row(page, "decide-or-date-it").locator("output").inner_text()


def test_a_date_in_the_calendar_says_in_which_case_and_leads_to_its_item(checklist, address):
    page = checklist("phone-call")
    set_event(page, "confirm-to-everyone", "2026-03-12T16:30")
    _, calendar = taken(page, "calendar")
    lines = calendar.replace("\r\n ", "").split("\r\n")
    assert len([line for line in lines if line.startswith("SUMMARY:Only if ")]) == 2
    link = f"{address}en/checklists/phone-call/#phone-call-confirm-to-everyone"
    assert any(line.startswith("DESCRIPTION:A phone call") and line.endswith(f"\\n{link}") for line in lines)


def test_a_calendar_of_what_is_due_is_sound(checklist):
    page = checklist(WITH_DUE, timezone_id="Asia/Shanghai")
    begin(page, "A; B, C")
    press(page, "calendar")
    expect(page.locator("run-panel output", has_text="no due time")).to_be_visible()
    set_event(page, DUE_IN_A_DAY, "2026-03-12T16:30")
    name, calendar = taken(page, "calendar")
    assert name.endswith(".ics") and "\n" not in calendar.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in calendar.split("\r\n"))
    lines = calendar.replace("\r\n ", "").split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR" and lines[-2:] == ["END:VCALENDAR", ""] and "VERSION:2.0" in lines
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 2
    assert "DTSTART:20260313T083000Z" in lines
    assert "TRIGGER:-PT60M" in lines, "an hour ahead; where there is less time, a third of it"
    assert any(line.startswith("DESCRIPTION:") and "A\\; B\\, C" in line for line in lines)
    assert len({line for line in lines if line.startswith("UID:")}) == 2
    for item in (DUE_IN_A_DAY, DUE_IN_A_MONTH):
        row(page, item).locator("input[type=checkbox]").check()
    press(page, "calendar")
    expect(page.locator("run-panel output", has_text="nothing to put in a calendar")).to_be_visible()


def test_what_is_overdue_says_so_in_words(checklist, address):
    page = checklist(WITH_DUE)
    set_event(page, DUE_IN_A_DAY, "2020-03-12T16:30")
    output = row(page, DUE_IN_A_DAY).locator("output")
    assert output.inner_text() == "Overdue: by 2020-03-13 16:30 Coordinated Universal Time"
    page.goto(f"{address}en/my/")
    page.locator("[data-runs] tr").wait_for()
    assert "Overdue: 13 March 2020 16:30" in page.locator("[data-runs]").inner_text()
    page.go_back()
    row(page, DUE_IN_A_DAY).locator("input[type=checkbox]").check()
    assert output.inner_text() == "by 2020-03-13 16:30 Coordinated Universal Time"


@pytest.mark.every_other
@pytest.mark.parametrize("language", ["", "en/"])
def test_a_due_time_needs_no_scrolling_sideways_on_a_narrow_phone(open_page, language):
    page = open_page(f"{language}checklists/complaint-first-hour/", width=320)
    set_event(page, "make-the-first-call", "2026-03-13T17:30")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.sweep
def test_a_year_that_no_calendar_knows_loses_no_ticks(checklist):
    page = checklist(WITH_DUE)
    boxes(page).nth(0).check()
    row(page, DUE_IN_A_DAY).locator("input[type=datetime-local]").evaluate("""(field) => {
        field.value = "20261-03-12T16:30"; field.dispatchEvent(new Event("change", { bubbles: true })); }""")
    page.reload()
    assert len(ticked(page)) == 1


# --- taking along ----------------------------------------------------------------------------------------------------


@pytest.fixture
def filled(checklist):
    """A run with a tick, an item that does not apply, and notes that other programs could take for more."""
    page = checklist(permissions=["clipboard-read", "clipboard-write"])
    begin(page, "Report: A/B")
    boxes(page).nth(0).check()
    for place, note in ((0, '=HYPERLINK("http://x.test")'), (1, "first\n- [x] second")):
        here = page.locator("li.check").nth(place)
        here.locator(".check__more summary").click()
        here.locator("textarea").fill(note)
    page.locator("li.check").nth(1).locator("[data-na]").click()
    return page


def test_a_record_without_a_name_says_wherever_it_is_taken_when_it_was_begun(checklist):
    page = checklist(permissions=["clipboard-read", "clipboard-write"])
    boxes(page).nth(0).check()
    press(page, "copy")
    page.locator("run-panel output", has_text=re.compile("^Copied$")).wait_for()
    for text in (page.evaluate("navigator.clipboard.readText()"), taken(page, "markdown")[1], taken(page, "csv")[1]):
        assert re.search(r"20\d\d-\d\d-\d\d \d\d:\d\d", "".join(text.splitlines()[:2]).partition("1/")[0]), text


@pytest.mark.sweep
def test_markdown_has_one_line_an_item_whatever_a_note_holds(filled):
    name, text = taken(filled, "markdown")
    assert name.endswith("Report- A-B.md")
    assert text.startswith("# ") and "Report: A/B" in text.splitlines()[0]
    items = [line for line in text.splitlines() if line.startswith("- [")]
    assert len(items) == boxes(filled).count()
    assert sum(line.startswith("- [x]") for line in items) == 1
    assert "does not apply" in items[1] and "first / - \\[x\\] second" in items[1]


def test_csv_holds_every_item_and_no_formula(filled):
    _, text = taken(filled, "csv")
    assert text.startswith("\ufeff") and text.endswith("\r\n")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert len(rows) == boxes(filled).count() + 1 and {len(cells) for cells in rows} == {8}
    assert (
        rows[1][1] == "Report: A/B" and rows[1][4] == "done" and re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", rows[1][5])
    )
    assert rows[1][7].startswith("'=")
    assert rows[2][4] == "does not apply" and "second" in rows[2][7]
    assert not [cell for cells in rows for cell in cells if re.match(r"\s*[=+@＝＋＠-]", cell)]


def test_json_comes_back_in_another_browser(filled, open_page):
    _, text = taken(filled, "json")
    assert json.loads(text)["runs"] == kept_runs(filled)
    page = open_page("en/my/")
    page.locator("[data-runs]").wait_for(state="attached")
    page.locator("input[type=file]").set_input_files(
        {"name": "a.json", "mimeType": "application/json", "buffer": text.encode()}
    )
    assert kept_runs(page) == [], "nothing is changed before one has seen what will be"
    page.locator("[data-plan] li").first.wait_for()
    assert "Report: A/B" in page.locator("[data-plan]").inner_text()
    page.locator("button[data-do=import]").click()
    assert kept_runs(page) == kept_runs(filled)


def test_a_run_is_copied_as_text_for_the_messenger(filled):
    press(filled, "copy")
    filled.locator("run-panel output", has_text=re.compile("^Copied$")).wait_for()
    lines = filled.evaluate("navigator.clipboard.readText()").splitlines()
    assert len(lines) == boxes(filled).count() + 1
    assert (
        lines[0].endswith(f"(1/{boxes(filled).count() - 1})")
        and lines[1].startswith("✓ ")
        and lines[2].startswith("– ")
    )


def test_a_printed_run_is_a_record_with_notes_and_a_place_to_sign(filled):
    filled.emulate_media(media="print")
    shown = filled.locator("body").inner_text()
    assert "Report: A/B" in filled.locator("[data-record]").inner_text()
    assert (
        "does not apply · " in shown
        and "=HYPERLINK" in shown
        and "Date" in filled.locator(".record__signature").inner_text()
    )
    assert filled.locator("run-panel:visible").count() == 0
    assert filled.locator(".record__signature").is_visible()
    assert boxes(filled).first.is_visible()


def test_a_list_that_is_done_says_so_and_leads_on(checklist):
    page = checklist("meeting-before")
    ending = page.locator(".checklist__ending")
    for box in boxes(page).all():
        assert ending.is_hidden()
        box.check()
    assert ending.get_by_role("link").get_attribute("href").endswith("/meeting-during/")
    page.locator(".runs__which summary").click()
    for once in ("Finish", "Print as a record"):
        assert page.get_by_role("button", name=once).count() == 1
    page.locator("[data-to-ending]").click()
    assert ending.get_by_role("button").all_inner_texts() == ["Finish", "Print as a record"]
    ending.get_by_label("Name this record").fill("Review with A")
    ending.get_by_role("button", name="Finish").click()
    (run,) = kept_runs(page)
    assert run["name"] == "Review with A" and run["finished"], "one step"
    assert page.locator("[data-finished]").is_visible() and ending.locator("form").is_hidden()
    page.locator("button[data-run=reopen]").click()
    assert ending.locator("input").is_hidden() and ending.get_by_role("button", name="Finish").is_visible(), (
        "it has its name"
    )
    boxes(page).last.uncheck()
    assert ending.is_hidden()


@pytest.mark.sweep
@pytest.mark.parametrize("language", ["", "en/"])
def test_what_a_list_ends_with_comes_into_sight_as_a_whole(open_page, language):
    page = open_page(f"{language}checklists/meeting-before/", width=390, has_touch=True, is_mobile=True)
    for box in boxes(page).all():
        box.tap()
    ending = page.locator(".checklist__ending").bounding_box()
    asked = page.locator(".kept-here[asks]:visible")
    foot = asked.bounding_box()["y"] if asked.count() else page.viewport_size["height"]
    assert ending["y"] > 57 and ending["y"] + ending["height"] <= foot
    page.goto(page.url)
    page.locator(".checklist__ending").wait_for()
    assert page.evaluate("scrollY") == 0, "but not where it was done before"


@pytest.mark.parametrize("language", ["", "en/"])
def test_the_name_of_a_list_that_is_done_stands_in_one_line_with_the_way_to_end_it(open_page, language):
    page = open_page(f"{language}checklists/meeting-before/", width=360, has_touch=True, is_mobile=True)
    page.evaluate("document.querySelectorAll('check-list input[type=checkbox]').forEach((box) => box.click())")
    field, button = (page.locator(f"[data-ending] form {each}").bounding_box() for each in ("input", "button"))
    assert abs(field["y"] - button["y"]) < 2 and field["width"] > 120 and button["x"] + button["width"] <= 344


def test_a_list_that_no_other_follows_leads_on_to_the_form_that_is_left_to_hand_in(site):
    for path, form in (("personal-data-leak", "data-incident-record"), ("absence", "handover-note")):
        ending = BuiltPage(site, f"en/checklists/{path}/").article.xpath(".//*[@data-ending]")[0]
        assert ending.xpath(".//a/@href")[0].endswith(f"/templates/{form}/")


@pytest.mark.sweep
@pytest.mark.parametrize("language", ["", "en/"])
def test_at_the_end_nothing_is_offered_that_belongs_to_what_does_not_apply(open_page, handbook, language):
    form = handbook.template["escalation-note"].title["en" if language else "zh"]
    ends = [each for each in handbook.checklists if each.last_template == "escalation-note" and not each.followed_by]
    page = open_page(f"{language}checklists/{ends[0].id}/")
    ending = page.locator("[data-ending]")
    needs = {item.id for item in ends[0].items if item.template == "escalation-note"}
    for item in ends[0].items:
        if item.id not in needs:
            row(page, item.id).locator("input[type=checkbox]").check()
    for item in needs:
        page.locator(f"li.check:has([value={item}]) [data-na]").first.evaluate("(each) => each.click()")
    assert ending.is_visible() and ending.get_by_role("link").count() == 1
    assert ending.get_by_role("link", name=form).count() == 0
    row(page, needs.pop()).locator("input[type=checkbox]").check()
    assert ending.get_by_role("link", name=form).is_visible()


def test_three_ways_to_take_a_list_along_are_in_sight_and_a_calendar_only_where_there_are_times(checklist):
    for name, has_times in ((WITH_DUE, True), ("onboarding-day-one", False)):
        page = checklist(name)
        assert page.locator(".runs__take button:visible").count() == 3
        page.locator(".runs__more summary").click()
        assert page.locator("button[data-do=calendar]").is_visible() == has_times


# --- my page ---------------------------------------------------------------------------------------------------------


def test_my_page_shows_where_each_run_stands_what_is_due_and_leads_on(checklist, address):
    page = checklist(WITH_DUE, timezone_id="Asia/Shanghai")
    begin(page, "Weekly")
    boxes(page).nth(0).check()
    set_event(page, DUE_IN_A_DAY, "2026-03-12T16:30")
    count = boxes(page).count()
    begin(page, "Later")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}my/")
    weekly = page.locator("[data-runs] tr").filter(has_text="Weekly")
    weekly.wait_for()
    assert sum("/checklists." in url and url.endswith(".json") for url in asked) == 1, "asked for early, and only once"
    assert f"1/{count}" in weekly.inner_text() and "3月13日16:30" in weekly.inner_text()
    assert page.locator("[data-runs] tr").count() == 2
    assert weekly.bounding_box()["height"] < 120, "a record takes two or three lines, not a screen"
    weekly.get_by_role("link").first.click()
    page.wait_for_url(f"**/checklists/{WITH_DUE}/")
    assert len(ticked(page)) == 1, "it leads to this run, though another one was begun since"


@pytest.mark.sweep
def test_of_the_records_the_overdue_stand_first_then_what_is_due_next_and_what_is_finished_last(open_with):
    now, day = int(time.time() * 1000), 86_400_000
    due = {"overdue": now - 5 * day, "tomorrow": now}
    names = ["none", "tomorrow", "overdue", "finished"]  # The one that was changed last is the first that is kept.
    kept = {}
    for number, name in enumerate(names):
        event = time.strftime("%Y-%m-%dT%H:%M+00:00", time.gmtime(due.get(name, now) / 1000))
        run = run_of(
            WITH_DUE,
            id=f"abcdef12345{number}",
            name=name,
            changed=now - number * day,
            finished=now * (name == "finished"),
            times={DUE_IN_A_DAY: {"time": event, "at": now}} if name in due else {},
        )
        kept[f"handbook:run:{run['id']}"] = json.dumps(run)
    page = open_with(kept, "en/my/")
    expect(page.locator("[data-runs] [data-cell=name]")).to_have_text(["overdue", "tomorrow", "none"])
    expect(page.locator("[data-runs] tr").nth(1).locator("[data-cell=due]")).to_contain_text("tomorrow")
    onward = page.locator("[data-runs] tr").first.get_by_role("link", name="Continue")
    assert onward.get_attribute("href").endswith(f"/{WITH_DUE}/#{WITH_DUE}-{DUE_IN_A_DAY}"), "to what is due"
    page.get_by_text("Finished (1)").click()
    expect(page.locator("[data-ended] [data-cell=name]:visible")).to_have_text(["finished"])
    today = time.strftime("%-d %B %Y")
    expect(page.locator("[data-ended] [data-cell=progress]")).to_contain_text(f"finished on {today}")
    for number, record in enumerate(page.locator("[data-runs] tr").all()):
        assert record.locator("[data-cell=progress]").inner_text().startswith("✓") == (number == 3)
        assert record.get_by_role("link", name="Continue").count() == (number < 3)
    assert page.locator("[data-runs] progress:visible").count() == 3, "what is finished is under way no more"
    assert page.locator("[data-runs] .overdue").count() == 1
    page.set_viewport_size({"width": 390, "height": 844})
    for record in page.locator("[data-runs] tr").all():
        delete = record.get_by_role("button", name="Delete").bounding_box()
        middle = delete["y"] + delete["height"] / 2
        cells = [cell.bounding_box() for cell in record.locator(":is(th, td:not(:last-child)):visible").all()]
        assert any(cell["y"] < middle < cell["y"] + cell["height"] for cell in cells), "it stands in no line of its own"


@pytest.mark.sweep
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize(("path", "shows_all"), [("my/", "全部{}份都列出来"), ("en/my/", "Show all {}")])
def test_of_many_records_the_first_are_shown_and_each_part_begins_soon(open_with, width, path, shows_all):
    now = int(time.time() * 1000)
    kept = {
        f"handbook:run:abcdef12{n:04}": json.dumps(run_of(id=f"abcdef12{n:04}", name=f"No. {n}")) for n in range(40)
    }
    kept |= {
        f"handbook:draft:abcdef34{n:04}": json.dumps(draft_of(id=f"abcdef34{n:04}", changed=now)) for n in range(20)
    }
    page = open_with(kept, path)
    page.set_viewport_size({"width": width, "height": 844})
    parts = page.locator(".records")
    for table, all_of in ((parts.first, 40), (parts.last, 20)):
        rows = table.locator("tbody tr:visible")
        expect(rows).to_have_count(5)
        button = page.get_by_role("button", name=shows_all.format(all_of))
        button.click()
        expect(rows).to_have_count(all_of)
        page.locator("[data-all][aria-expanded=true]").click()
        expect(rows).to_have_count(5)
    find = page.locator("#find")
    find.fill("３９")
    expect(parts.first.locator("tbody tr:visible")).to_have_count(1)
    expect(page.locator("#drafts")).to_be_hidden()
    find.fill("")
    find.fill(parts.last.locator("tbody th").first.inner_text())
    expect(page.locator("[data-find] output")).to_contain_text("20")
    expect(page.locator(".records tbody tr:visible")).to_have_count(5)
    find.fill("")
    expect(parts.first.locator("tbody tr:visible")).to_have_count(5)
    starts = page.locator("#records, #drafts, #storage").evaluate_all("all => all.map((each) => each.offsetTop)")
    assert max(after - before for before, after in itertools.pairwise(starts)) < 1250
    page.reload()
    expect(parts.first.locator("tbody tr")).to_have_count(5)  # A row nobody sees takes no time.
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert parts.first.locator("tbody tr:visible").count() == 40, "on paper all stand"


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("my/", "检查清单存到您删掉为止，填到一半的表单存到各自写明的日期"),
        ("en/my/", "checklists until you delete them, forms"),
    ],
)
def test_my_page_says_of_each_kind_how_long_it_is_kept(open_with, path, says):
    page = open_with({"handbook:computer@/": "own", "handbook:draft:abcdef123456": json.dumps(draft_of())}, path)
    expect(page.locator("kept-here:visible")).to_contain_text(says)


@pytest.mark.parametrize(("path", "page_name"), [("my/", "我的记录"), ("en/my/", "My page")])
def test_a_file_of_all_that_is_kept_bears_the_name_of_whose_it_is_and_its_day(open_with, path, page_name):
    details = {"v": 1, "name": "Lin Shan", "department": "", "phone": "", "email": "", "company": ""}
    page = open_with({"handbook:details": json.dumps(details)}, path)
    with page.expect_download() as download:
        page.locator("#storage ~ p [data-do=export]").click()
    assert re.fullmatch(rf"{page_name} Lin Shan \d{{4}}-\d\d-\d\d\.json", download.value.suggested_filename)


def test_without_a_name_in_ones_details_a_newcomers_file_bears_that_of_their_lists(open_with):
    runs = [
        run_of(id="a" * 12, checklist="onboarding-first-week", name="Lin Shan"),
        run_of(id="b" * 12, checklist="bad-news", name="Customer A"),
    ]
    page = open_with({f"handbook:run:{run['id']}": json.dumps(run) for run in runs}, "en/my/")
    with page.expect_download() as download:
        page.locator("#storage ~ p [data-do=export]").click()
    assert re.fullmatch(r"My page Lin Shan \d{4}-\d\d-\d\d\.json", download.value.suggested_filename)


@pytest.mark.parametrize("path", ["my/", "en/my/"])
def test_my_page_is_of_no_part_of_the_handbook(site, path):
    tree = BuiltPage(site, path).tree
    assert not tree.xpath("//*[contains(@class, 'part-nav')] | //nav[@class='site-parts']//a[@aria-current]")
    assert len(tree.xpath("//nav[@class='breadcrumb']//a")) == 1
    (current,) = tree.xpath("//ul[@class='site-menu__quick']//a[@aria-current='page']/text()")
    assert tree.xpath("string(//title)").startswith(f"{current} · ") and tree.xpath("string(//title)").count("·") == 1


@pytest.mark.sweep
def test_each_of_the_last_searches_searches_again(open_with):
    page = open_with({"handbook:searches": json.dumps(["lawyer letter", "<i>50 % & #"])}, "en/my/")
    links = page.locator("[data-kept-of=searches] a")
    expect(links).to_have_text(["lawyer letter", "<i>50 % & #"])
    links.last.click()
    page.wait_for_url("**/en/search/#q=*")
    expect(page.locator("article input[role=combobox]")).to_have_value("<i>50 % & #")


@pytest.mark.sweep
def test_records_without_a_name_are_told_apart_by_when_they_were_begun(open_with):
    run = {
        "v": 2,
        "checklist": LIST,
        "name": "",
        "changed": 1_700_000_000_000,
        "finished": 0,
        "answers": {},
        "times": {},
    }
    kept = {
        f"handbook:run:abcdef12345{number}": json.dumps(
            {**run, "id": f"abcdef12345{number}", "started": 1_700_000_000_000 + number * 7_200_000}
        )
        for number in range(2)
    }
    page = open_with(kept, "en/my/")
    page.locator("[data-runs] tr").first.wait_for()
    names = page.locator("[data-runs] [data-cell=when]").all_inner_texts()
    assert page.locator("[data-runs] [data-cell=name]").all_inner_texts() == ["", ""], "when it was begun is said once"
    assert len(set(names)) == 2 and all(re.fullmatch(r"1[45] November 2023 \d\d:\d\d", name) for name in names), names


@pytest.mark.sweep
def test_a_list_that_is_done_is_green(checklist):
    page = checklist()
    colour = "() => getComputedStyle(document.querySelector('.checklist progress')).accentColor"
    before = page.evaluate(colour)
    for box in boxes(page).all():
        box.check()
    good = """() => {
        document.body.style.color = "var(--good)";
        return getComputedStyle(document.body).color;
    }"""
    assert page.evaluate(colour) == page.evaluate(good) != before


def test_my_page_deletes_with_undo_and_erases_after_asking(checklist, address):
    page = checklist()
    begin(page, "One")
    page.goto(f"{address}en/my/")
    page.locator("[data-runs] button").click()
    assert page.locator("[data-none]").is_visible()
    assert page.locator("[data-none] .card a").count() == 2, "it says what can be begun"
    assert not page.get_by_role("heading", name="Checklists").is_visible(), "no heading over nothing"
    assert not page.locator("[data-kept]").is_visible(), "nothing is counted where nothing is kept"
    assert "A task, from instruction to acceptance · One" in page.locator("my-runs output").first.inner_text(), (
        "which list it was, is said"
    )
    offered = page.locator("section:has(#storage)")
    assert offered.locator(".button:visible").all_inner_texts() == ["Import a file"]
    assert offered.locator("h2").inner_text().startswith("Go on from another computer")
    assert "Safari" not in offered.inner_text(), "nothing is explained that is not offered"
    page.locator("button[data-do=undo]").click()
    assert page.locator("[data-runs] tr").count() == 1
    assert offered.locator("h2").inner_text().startswith("Back up and delete")
    with page.expect_download():
        page.locator(".runs__take button[data-do=export]").click()
    page.locator("button[data-do=erase]").click()
    assert len(kept_runs(page)) == 1
    page.locator("button[data-do=erase-really]").click()
    assert [said for said in page.locator("my-runs output").all_inner_texts() if said] == ["Deleted."]
    assert page.locator(":is(kept-here, save-ways):visible").count() == 0, "nothing is there that was spoken of"
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('handbook:'))") == []


KEPT = {
    "joined": ({"v": 1, "day": "2026-11-02"}, "2 November 2026", "2026年11月2日"),
    "details": (
        {"v": 1, "name": "Anna Li", "department": "Finance", "phone": "", "email": "", "company": ""},
        "Anna Li, Finance",
        "Anna Li、Finance",
    ),
    "practice": (
        {"v": 1, "round": 1, "cards": {"one": {"box": 2, "round": 1, "right": 3, "wrong": 1}}},
        "answers right: 3, wrong: 1",
        "答对3次，答错1次",
    ),
    "practice-round": (
        {"seed": 1, "ids": ["one", "two"], "place": 1, "score": 1, "missed": []},
        "question 2 of 2",
        "第2题，共2题",
    ),
    "practice-passed": (
        {"v": 1, "day": "2026-11-03", "right": 9, "all": 10, "version": "1"},
        "3 November 2026",
        "2026年11月3日",
    ),
    "searches": (["lawyer letter"], "lawyer letter", "lawyer letter"),
}
"""What may be kept beside records and drafts, by its name, with what My page says of it in each language."""


@pytest.mark.parametrize("name", KEPT)
def test_my_page_shows_whatever_is_kept_and_says_that_nothing_is_begun_only_where_nothing_is(open_with, address, name):
    value, *said = KEPT[name]
    page = open_with({f"handbook:{name}": json.dumps(value)}, "en/my/")
    for path, text in zip(("en/my/", "my/"), said, strict=True):
        page.goto(address + path)
        page.locator("my-runs .button:visible").first.wait_for()
        (shown,) = page.locator("[data-kept-of]:visible").all_inner_texts()
        assert text in shown
        assert page.locator("[data-none]").is_visible() == (name == "searches"), (
            "who has only searched is told what can be begun"
        )
    page.locator("button[data-do=erase]").click()
    page.locator("button[data-do=erase-really]").click()
    assert page.locator("[data-kept-of]:visible").count() == 0 and page.locator("[data-none]").is_visible()
    take = page.locator(".runs__take")
    assert take.locator("label").is_visible() and not take.locator("button:visible").count(), (
        "nothing to take or delete"
    )


def test_what_is_kept_leads_to_where_it_came_from(open_with):
    page = open_with({f"handbook:{name}": json.dumps(value) for name, (value, *_) in KEPT.items()}, "en/my/")
    page.locator("[data-kept-of]:visible").first.wait_for()
    assert page.locator("[data-kept-of]:visible").count() == len(KEPT)
    to = page.locator("[data-kept-of]:visible a").evaluate_all("links => links.map((link) => link.href)")
    assert (
        sum("onboarding/practice/" in link for link in to) == 3
        and sum(link.endswith("onboarding/") for link in to) == 1
    )


def test_on_my_page_a_button_stands_in_no_line_of_what_it_goes_on_with(open_with):
    value = {"seed": 1, "ids": ["one", "two"], "place": 1, "score": 1, "missed": []}
    page = open_with({"handbook:practice-round": json.dumps(value)}, "en/my/")
    page.set_viewport_size({"width": 360, "height": 800})
    said, button = page.locator("[data-kept-of=round] > span"), page.locator("[data-kept-of=round] > .button")
    text, box = said.bounding_box(), button.bounding_box()
    assert box["y"] >= text["y"] + text["height"] or box["x"] >= text["x"] + text["width"]


@pytest.mark.sweep
@pytest.mark.parametrize(
    ("path", "asks", "says"),
    [
        ("en/checklists/onboarding-hr/", "Date (their first day)", "Within 30 days after their first day"),
        ("en/onboarding/hr/", "Date (their first day)", "Within 30 days after their first day"),
        ("onboarding/hr/", "入职的日期", "入职后30天内"),
    ],
)
def test_the_day_from_which_days_count_is_asked_once_and_by_its_date_alone(open_page, path, asks, says):
    page = open_page(path, width=390, timezone_id="Asia/Shanghai")
    fields, due = page.locator(".check__due input"), page.locator(".check__due")
    expect(fields).to_have_count(1)
    assert (
        due.first.locator("label").inner_text().strip() == asks and due.first.locator("span").first.inner_text() == says
    )
    fields.fill("2026-10-12")
    fields.blur()
    assert "2026-11-11" in due.nth(0).locator("output").inner_text()
    assert "2027-01-10" in due.nth(1).locator("output").inner_text() and ":" not in due.nth(1).inner_text()[-12:]
    page.reload()
    expect(fields).to_have_value("2026-10-12")


def test_what_is_due_on_a_day_is_overdue_once_that_day_is_over(open_page):
    page = open_page("en/checklists/onboarding-hr/", timezone_id="Asia/Shanghai")
    page.clock.set_fixed_time("2026-11-11T22:00:00+08:00")
    page.locator(".check__due input").fill("2026-10-12")
    output = page.locator(".check__due output").first
    expect(output).to_have_text("by 2026-11-11")
    page.clock.set_fixed_time("2026-11-12T00:01:00+08:00")
    page.reload()
    expect(output).to_have_text(re.compile("Overdue"))


@pytest.mark.parametrize(("path", "onward", "day"), [("my/", "接着做", "年"), ("en/my/", "Continue", " 20")])
def test_what_is_done_stands_below_what_is_not_and_each_that_is_not_can_be_gone_on_with(
    open_with, address, handbook, path, onward, day
):
    items, now = [item.id for item in handbook.checklist[LIST].items], int(time.time() * 1000)
    runs = [
        run_of(
            LIST, id="abcdef123451", name="whole", changed=now, answers={i: {"state": "done", "at": now} for i in items}
        ),
        run_of(LIST, id="abcdef123452", name="older", changed=now - 9000),
        run_of(LIST, id="abcdef123453", name="newer", changed=now - 1000),
    ]
    draft = draft_of("work-report", name="Week 3", fields={})
    kept = {f"handbook:run:{run['id']}": json.dumps(run) for run in runs}
    page = open_with({**kept, "handbook:draft:abcdef123456": json.dumps(draft)}, path)
    expect(page.locator("[data-runs] [data-cell=name]")).to_have_text(["newer", "older"])
    assert page.locator("[data-ended] [data-cell=name]").is_hidden()
    page.locator("[data-ended] summary").click()
    assert page.locator("[data-ended] [data-cell=progress]").inner_text().startswith("✓")
    onwards = page.locator("my-runs .records a.button:visible")
    assert [link.inner_text() for link in onwards.all()] == [onward] * 3, "two lists and a form"
    assert day in page.locator("[data-runs] [data-cell=when]").first.inner_text()
    lead = page.locator("my-drafts section > p").last.bounding_box()
    table = page.locator("my-drafts tbody").bounding_box()
    assert lead["y"] >= table["y"] + table["height"], "the forms come first"
    onwards.nth(1).click()
    page.wait_for_url(f"**/checklists/{LIST}/")
    assert page.locator("[data-current]").inner_text().startswith("older")
