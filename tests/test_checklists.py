"""Checklists as readers use them: ticks that stay, runs, due times, what is taken along, and a list without a script."""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
from urllib.parse import unquote_plus

import pytest

from tests.built_pages import BuiltPage
from tests.test_accessibility import DESKTOP, PHONE, STILL, faults_in_light_and_dark

LIST, ON_SCENARIO = "work-instruction", "scenarios/work-instruction/"
STEP_LIST, ON_STEP = "step-content", "guide/internal/content/"
WITH_DUE = "meeting-after"
DUE_IN_A_DAY, DUE_IN_A_MONTH = "send-the-minutes", "delete-the-recording"
MOST_SCRIPT = 25 * 1024
CHOOSE = "run-panel select"


def boxes(page):
    """The boxes of the checklist on the page, in order."""
    return page.locator("check-list input[type=checkbox]")


def ticked(page) -> list[str]:
    """The ids of the items that are ticked."""
    return page.locator("check-list input:checked").evaluate_all("boxes => boxes.map((box) => box.value)")


def row(page, item: str):
    """The row of an item."""
    return page.locator("li.check").filter(has=page.locator(f"input[type=checkbox][value={item}]"))


def kept_runs(page) -> list[dict]:
    """The runs as they lie in the browser's storage."""
    return page.evaluate("""Object.keys(localStorage).filter((key) => key.startsWith("handbook:run:"))
        .map((key) => JSON.parse(localStorage.getItem(key)))""")


def begin(page, name: str) -> None:
    page.locator("input[name=run-name]").fill(name)
    page.locator(".runs__begin button[type=submit]").click()


def press(page, what: str) -> None:
    page.locator(f"run-panel button[data-do={what}]").click()


def taken(page, what: str) -> tuple[str, str]:
    """The name and the text of a file that a button hands over."""
    with page.expect_download() as download:
        press(page, what)
    return download.value.suggested_filename, download.value.path().read_bytes().decode("utf-8")


@pytest.fixture
def checklist(open_page):
    """The page of a checklist in English, in a profile of its own."""
    return lambda name=LIST, **options: open_page(f"en/checklists/{name}/", **options)


# --- the data --------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def contract(site) -> dict:
    return json.loads((site / "handbook.json").read_text(encoding="utf-8"))


def test_there_are_enough_checklists_and_each_has_five_to_forty_items(contract):
    sizes = {each["id"]: sum(len(group["items"]) for group in each["groups"]) for each in contract["checklists"]}
    assert len(sizes) >= 30
    assert not {name: size for name, size in sizes.items() if not 5 <= size <= 40}


def test_no_id_of_an_item_stands_twice_in_a_checklist(contract):
    for each in contract["checklists"]:
        ids = [item["id"] for group in each["groups"] for item in group["items"]]
        assert len(ids) == len(set(ids)), each["id"]


def test_each_core_scenario_and_each_step_names_a_checklist_that_is_there(contract):
    known = {each["id"] for each in contract["checklists"]}
    steps = [step for procedure in contract["procedures"] for step in procedure["steps"]]
    core = [scenario for scenario in contract["scenarios"] if scenario["core"]]
    assert len(steps) == 9 and core
    for part in (*steps, *core):
        assert part["checklists"] and set(part["checklists"]) <= known, part["id"]


@pytest.mark.parametrize("language", ["", "en/"])
def test_every_scenario_and_step_embeds_its_checklists(site, contract, language):
    parts = [*contract["scenarios"], *(step for procedure in contract["procedures"] for step in procedure["steps"])]
    for part in parts:
        page = BuiltPage(site, part["url"]["en" if language else "zh"])
        shown = page.article.xpath(".//check-list/@checklist")
        assert set(part["checklists"]) <= set(shown), page.address


def test_the_script_of_the_checklists_is_light(site):
    weights = [len(gzip.compress((site / "assets" / name).read_bytes())) for name in ("checklists.js", "practice.js")]
    assert sum(weights) < MOST_SCRIPT


# --- ticks -----------------------------------------------------------------------------------------------------------


def test_a_first_tick_needs_no_run_and_stays_over_a_reload(checklist):
    page = checklist()
    boxes(page).nth(2).check()
    wanted = ticked(page)
    assert len(wanted) == 1 and [run["name"] for run in kept_runs(page)] == [""]
    page.reload()
    assert ticked(page) == wanted
    boxes(page).nth(2).uncheck()
    page.reload()
    assert ticked(page) == []


def test_the_same_ticks_stand_in_both_languages_and_wherever_the_list_is_embedded(checklist, address):
    page = checklist()
    boxes(page).nth(0).check()
    wanted = ticked(page)
    for path in (f"checklists/{LIST}/", ON_SCENARIO, f"en/{ON_SCENARIO}"):
        page.goto(address + path)
        assert ticked(page) == wanted, path
    page.locator(".embedded summary").filter(has_not=page.locator("li")).first.click()
    page.locator(f"check-list[checklist={LIST}] input[type=checkbox]").nth(1).check()
    page.goto(f"{address}checklists/{LIST}/")
    assert len(ticked(page)) == 2


def test_a_step_shows_the_ticks_of_its_list(checklist, address):
    page = checklist(STEP_LIST)
    boxes(page).nth(3).check()
    wanted = ticked(page)
    page.goto(address + ON_STEP)
    assert ticked(page) == wanted


def test_two_tabs_show_each_other_s_ticks_and_undo_none(checklist):
    one = checklist()
    other = one.context.new_page()
    other.goto(one.url)
    for place in range(0, 8, 2):
        boxes(one).nth(place).check()
        boxes(other).nth(place + 1).check()
    for page in (one, other):
        page.wait_for_function("document.querySelectorAll('check-list input:checked').length === 8")
    one.reload()
    assert len(ticked(one)) == 8 and len(kept_runs(one)) == 1
    boxes(other).nth(0).uncheck()
    one.wait_for_function("document.querySelectorAll('check-list input:checked').length === 7")


def test_a_tick_holds_though_a_clock_was_ahead_when_it_was_last_changed(checklist):
    page = checklist()
    boxes(page).nth(0).check()
    page.evaluate("""() => {
        const key = Object.keys(localStorage).find((name) => name.startsWith("handbook:run:"));
        const run = JSON.parse(localStorage.getItem(key));
        run.changed += 1e9;
        for (const answer of Object.values(run.answers)) answer.at += 1e9;
        localStorage.setItem(key, JSON.stringify(run));
    }""")
    page.reload()
    boxes(page).nth(0).uncheck()
    page.reload()
    assert ticked(page) == []


def test_progress_is_shown_and_said(checklist):
    page = checklist()
    said = page.locator(".checklist__progress output")
    count = boxes(page).count()
    assert said.inner_text() == f"0 of {count} done"
    assert said.get_attribute("aria-live") == "polite"
    boxes(page).nth(0).check()
    assert said.inner_text() == f"1 of {count} done"
    bar = page.get_by_role("progressbar")
    assert bar.evaluate("bar => [bar.value, bar.max]") == [1, count]
    for box in boxes(page).all():
        box.check()
    assert said.inner_text() == f"All {count} done"


def test_does_not_apply_is_another_answer_and_takes_a_note(checklist):
    page = checklist()
    count, item = boxes(page).count(), boxes(page).nth(0).get_attribute("value")
    row(page, item).locator(".check__more summary").click()
    row(page, item).locator("[data-na]").click()
    row(page, item).locator("textarea").fill("Nobody abroad takes part.")
    page.reload()
    assert not boxes(page).nth(0).is_checked()
    assert row(page, item).locator("[data-na]").get_attribute("aria-pressed") == "true"
    assert row(page, item).locator("textarea").input_value() == "Nobody abroad takes part."
    assert page.locator(".checklist__progress output").inner_text() == f"0 of {count - 1} done"
    boxes(page).nth(0).check()
    assert row(page, item).locator("[data-na]").get_attribute("aria-pressed") == "false"


def test_everything_is_done_by_keyboard_alone(checklist):
    page = checklist()
    boxes(page).nth(0).focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    while not page.evaluate("document.activeElement.matches('.check__more summary')"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("seen")
    page.locator("input[name=run-name]").focus()
    page.keyboard.type("By keyboard")
    page.keyboard.press("Enter")
    assert ticked(page) == []
    assert page.locator(f"{CHOOSE} option:checked").inner_text().startswith("By keyboard")
    page.locator("run-panel button[data-do=delete]").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.dataset.do") == "undo"
    page.keyboard.press("Enter")
    assert sorted(run["name"] for run in kept_runs(page)) == ["", "By keyboard"]


# --- runs ------------------------------------------------------------------------------------------------------------


def test_several_runs_each_keep_their_own_ticks(checklist):
    page = checklist()
    begin(page, "Customer A, 12 March")
    boxes(page).nth(0).check()
    begin(page, "Customer B")
    assert ticked(page) == []
    boxes(page).nth(1).check()
    page.reload()
    labels = page.locator(f"{CHOOSE} option").all_inner_texts()
    first = next(label for label in labels if label.startswith("Customer A"))
    page.locator(CHOOSE).select_option(label=first)
    assert boxes(page).nth(0).is_checked() and len(ticked(page)) == 1
    assert "Customer A, 12 March" in page.locator(".checklist__progress output").inner_text()


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
    assert not page.locator("check-list textarea").first.is_editable()
    assert kept_runs(page)[0]["finished"] > 0
    press(page, "finish")
    assert boxes(page).nth(0).is_enabled()


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
    page.wait_for_function("document.querySelector('run-panel output').textContent.includes('Link copied')")
    link = page.evaluate("navigator.clipboard.readText()")
    there, _, carried = link.partition("#")
    assert there == f"{address}en/checklists/{LIST}/" and unquote_plus(carried) == "run=Review & talk #3"
    colleague = checklist()
    colleague.goto("about:blank")
    colleague.goto(link)
    assert kept_runs(colleague) == []
    assert "Review & talk #3" in colleague.locator("run-panel output").inner_text()
    colleague.locator(".runs__begin button[type=submit]").click()
    assert [run["name"] for run in kept_runs(colleague)] == ["Review & talk #3"]
    assert ticked(colleague) == []


# --- due times -------------------------------------------------------------------------------------------------------


def test_a_due_time_is_shown_as_a_clock_time_for_all_that_count_from_the_same_event(checklist):
    page = checklist(WITH_DUE, timezone_id="Asia/Shanghai")
    row(page, DUE_IN_A_DAY).locator("input[type=datetime-local]").fill("2026-03-12T16:30")
    row(page, DUE_IN_A_DAY).locator("input[type=datetime-local]").blur()
    assert "2026-03-13 16:30" in row(page, DUE_IN_A_DAY).locator("output").inner_text()
    assert "2026-04-11 16:30" in row(page, DUE_IN_A_MONTH).locator("output").inner_text()
    page.reload()
    assert "2026-03-13 16:30" in row(page, DUE_IN_A_DAY).locator("output").inner_text()


def test_a_calendar_of_what_is_due_is_sound(checklist):
    page = checklist(WITH_DUE, timezone_id="Asia/Shanghai")
    press(page, "share")
    begin(page, "A; B, C")
    press(page, "calendar")
    assert "no due time" in page.locator("run-panel output").inner_text()
    row(page, DUE_IN_A_DAY).locator("input[type=datetime-local]").fill("2026-03-12T16:30")
    row(page, DUE_IN_A_DAY).locator("input[type=datetime-local]").blur()
    name, calendar = taken(page, "calendar")
    assert name.endswith(".ics") and "\n" not in calendar.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in calendar.split("\r\n"))
    lines = calendar.replace("\r\n ", "").split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR" and lines[-2:] == ["END:VCALENDAR", ""] and "VERSION:2.0" in lines
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 2
    assert "DTSTART:20260313T083000Z" in lines
    assert any(line.startswith("DESCRIPTION:") and "A\\; B\\, C" in line for line in lines)
    assert len({line for line in lines if line.startswith("UID:")}) == 2


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
    for place, note in ((0, "=HYPERLINK(\"http://x.test\")"), (1, "first\n- [x] second")):
        here = page.locator("li.check").nth(place)
        here.locator(".check__more summary").click()
        here.locator("textarea").fill(note)
    page.locator("li.check").nth(1).locator("[data-na]").click()
    return page


def test_markdown_has_one_line_an_item_whatever_a_note_holds(filled):
    name, text = taken(filled, "markdown")
    assert name.endswith("Report- A-B.md")
    assert text.startswith("# ") and "Report: A/B" in text.splitlines()[0]
    items = [line for line in text.splitlines() if line.startswith("- [")]
    assert len(items) == boxes(filled).count()
    assert sum(line.startswith("- [x]") for line in items) == 1
    assert "does not apply" in items[1] and "first / - [x] second" in items[1]


def test_csv_holds_every_item_and_no_formula(filled):
    _, text = taken(filled, "csv")
    assert text.startswith("\ufeff") and text.endswith("\r\n")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert len(rows) == boxes(filled).count() + 1 and {len(cells) for cells in rows} == {5}
    assert rows[1][2] == "done" and re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", rows[1][3])
    assert rows[1][4].startswith("'=")
    assert rows[2][2] == "does not apply" and "second" in rows[2][4]
    assert not [cell for cells in rows for cell in cells if re.match(r"\s*[=+@＝＋＠-]", cell)]


def test_json_comes_back_in_another_browser(filled, open_page):
    _, text = taken(filled, "json")
    assert json.loads(text)["runs"] == kept_runs(filled)
    page = open_page("en/my/")
    page.locator("my-runs tbody").wait_for(state="attached")
    page.locator("input[type=file]").set_input_files({"name": "a.json", "mimeType": "application/json", "buffer": text.encode()})
    assert kept_runs(page) == [], "nothing is changed before one has seen what will be"
    assert "Report: A/B" in page.locator("[data-plan]").inner_text()
    page.locator("button[data-do=import]").click()
    assert kept_runs(page) == kept_runs(filled)


def test_a_run_is_copied_as_text_for_the_messenger(filled):
    press(filled, "copy")
    filled.wait_for_function("document.querySelector('run-panel output').textContent === 'Copied'")
    lines = filled.evaluate("navigator.clipboard.readText()").splitlines()
    assert len(lines) == boxes(filled).count() + 1
    assert lines[0].endswith(f"(1/{boxes(filled).count() - 1})") and lines[1].startswith("✓ ") and lines[2].startswith("– ")


def test_a_printed_run_is_a_record_with_notes_and_a_place_to_sign(filled):
    filled.emulate_media(media="print")
    shown = filled.locator("body").inner_text()
    assert "Report: A/B" in filled.locator("[data-record]").inner_text()
    assert "does not apply" in shown and "=HYPERLINK" in shown and "Signature" in shown
    assert filled.locator("run-panel").is_hidden()
    assert filled.locator(".record__signature").is_visible()
    assert boxes(filled).first.is_visible()


# --- my page ---------------------------------------------------------------------------------------------------------


def test_my_page_shows_where_each_run_stands_what_is_due_and_leads_on(checklist, address):
    page = checklist(WITH_DUE, timezone_id="Asia/Shanghai")
    begin(page, "Weekly")
    boxes(page).nth(0).check()
    row(page, DUE_IN_A_DAY).locator("input[type=datetime-local]").fill("2026-03-12T16:30")
    row(page, DUE_IN_A_DAY).locator("input[type=datetime-local]").blur()
    count = boxes(page).count()
    begin(page, "Later")
    page.goto(f"{address}my/")
    weekly = page.locator("[data-runs] tr").filter(has_text="Weekly")
    weekly.wait_for()
    assert f"1/{count}" in weekly.inner_text() and "2026-03-13 16:30" in weekly.inner_text()
    assert page.locator("[data-runs] tr").count() == 2
    weekly.get_by_role("link").click()
    page.wait_for_url(f"**/checklists/{WITH_DUE}/")
    assert len(ticked(page)) == 1, "it leads to this run, though another one was begun since"


def test_my_page_deletes_with_undo_and_erases_after_asking(checklist, address):
    page = checklist()
    begin(page, "One")
    page.goto(f"{address}en/my/")
    page.locator("[data-runs] button").click()
    assert page.locator("[data-none]").is_visible()
    page.locator("button[data-do=undo]").click()
    assert page.locator("[data-runs] tr").count() == 1
    page.locator("button[data-do=erase]").click()
    assert len(kept_runs(page)) == 1
    page.locator("button[data-do=erase-really]").click()
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('handbook:'))") == []


# --- axe, and no script ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_axe_finds_nothing_on_a_list_in_use_and_on_my_page(checklist, address, width):
    page = checklist(WITH_DUE, width=width, **STILL)
    begin(page, "Weekly")
    boxes(page).nth(0).check()
    page.locator(".check__more summary").nth(1).click()
    page.locator("[data-na]").nth(1).click()
    row(page, DUE_IN_A_DAY).locator("input[type=datetime-local]").fill("2026-03-12T16:30")
    row(page, DUE_IN_A_DAY).locator("input[type=datetime-local]").blur()
    assert not (found := faults_in_light_and_dark(page, "list")), "\n".join(found)
    press(page, "delete")
    press(page, "undo")
    press(page, "finish")
    assert not (found := faults_in_light_and_dark(page, "finished")), "\n".join(found)
    page.goto(f"{address}en/my/")
    page.locator("[data-runs] tr").wait_for()
    page.locator("button[data-do=erase]").click()
    assert not (found := faults_in_light_and_dark(page, "my page")), "\n".join(found)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("language", ["", "en/"])
def test_without_script_there_is_a_readable_list_with_boxes(open_page, language):
    page = open_page(f"{language}checklists/{WITH_DUE}/", java_script_enabled=False)
    assert page.locator("check-list li.check").count() >= 5
    assert all(text.is_visible() for text in page.locator(".check__text").all())
    assert all(box.is_visible() for box in boxes(page).all())
    assert page.locator("progress").is_hidden() and page.locator("run-panel").is_hidden()
    assert page.locator("input[type=datetime-local]").first.is_hidden()
    assert page.locator(".checklist__keeping").first.is_visible(), "it says that nothing is remembered"
