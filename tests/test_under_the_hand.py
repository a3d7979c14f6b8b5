"""What a hand waits for: how often a page asks in turn, how much of it changes at a key, how often it reads what is kept."""

from __future__ import annotations

import json
import re
import time

from tests.filled_pages import MINUTES, begin, field, row, sheet

ENGLISH = f"en/templates/{MINUTES}/"
LIGHT = [f"{MINUTES}.en.html", f"{MINUTES}.json"]
OF_THE_FORM = re.compile(r"/assets/(?:forms/|filling\.[^/]*\.js|form-files\.)")

COUNT_CHANGES = """() => {
    window.touched = new Set();
    new MutationObserver((changes) => {
        for (const { type, target, addedNodes, attributeName, oldValue } of changes) {
            if (type === "attributes" && target.getAttribute(attributeName) !== oldValue) touched.add(target);
            for (const node of addedNodes) for (const each of [node, ...(node.querySelectorAll?.("*") ?? [])]) touched.add(each);
        }
    }).observe(document.querySelector("form-filler"), { attributeOldValue: true, childList: true, subtree: true });
}"""

TYPE = """(field) => {
    field.value += "!";
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    const before = document.querySelector("[data-sheet]").textContent.includes("!");
    dispatchEvent(new Event("beforeprint"));
    return [before, document.querySelector("[data-sheet]").textContent.includes("!")];
}"""
"""Whether the sheet shows a key in the frame of that key, and whether it does when the page is printed at once."""

COUNT_READS = """
    window.reads = {};
    const read = Storage.prototype.getItem;
    Storage.prototype.getItem = function (key) {
        window.reads[key] = (window.reads[key] ?? 0) + 1;
        return read.call(this, key);
    };
"""


def waits_for(page, held: list, number: int) -> list[str]:
    """The addresses of the requests that are held back, once there are so many."""
    end = time.monotonic() + 10
    while len(held) < number and time.monotonic() < end:
        page.wait_for_timeout(20)
    return sorted(re.sub(r"\.[0-9a-f]{10}\.", ".", route.request.url.rsplit("/", 1)[1]) for route in held)


def held_back(open_page) -> tuple[object, list]:
    """The page of a form, and the requests for it, which wait."""
    page = open_page("404.html")
    held: list = []
    page.route(OF_THE_FORM, lambda route: held.append(route))
    page.goto(page.url.replace("404.html", ENGLISH))
    return page, held


def test_a_form_is_open_after_one_round_of_requests_and_files_are_made_by_what_comes_behind_it(open_page):
    page, held = held_back(open_page)
    page.locator("form-opener button").click()
    assert waits_for(page, held, 3) == ["filling.js", *LIGHT]
    for route in held[:]:
        route.continue_()
    held.clear()
    page.locator("form-filler form").wait_for()
    assert waits_for(page, held, 1) == ["form-files.js"]
    field(page, "minutes-subject").fill("Warehouse move")
    page.locator("form-filler button[value=md]").click()
    with page.expect_download() as download:
        held.pop().continue_()
    assert "Warehouse move" in download.value.path().read_text(encoding="utf-8")


def test_what_draws_a_form_comes_behind_its_page_and_its_script_at_the_first_sign_of_a_hand(open_page):
    page, held = held_back(open_page)
    assert waits_for(page, held, 2) == LIGHT
    page.evaluate("dispatchEvent(new PointerEvent('pointermove'))")  # a pointer that only rests where the page appears
    page.wait_for_timeout(100)
    assert len(held) == 2
    page.mouse.move(30, 30, steps=2)
    assert waits_for(page, held, 3) == ["filling.js", *LIGHT]
    assert page.locator("form-filler").count() == 0
    for route in held:
        route.abort() if route.request.url.endswith(".json") else route.continue_()
    page.unroute(OF_THE_FORM)
    begin(page)  # what failed is asked for again


def test_a_form_is_made_ready_before_the_press(open_page):
    page = open_page(ENGLISH)
    page.mouse.move(30, 30, steps=2)
    page.wait_for_function("Boolean(customElements.get('form-filler'))")
    assert page.locator("form-filler, script[data-words]").count() == 0
    for _ in range(2):  # and once more after it was closed
        begin(page)
        field(page, "minutes-subject").fill("Warehouse move")
        page.locator("form-filler button[data-do=close]").click()
        assert page.locator("form-filler").count() == 0


def test_a_key_is_shown_before_the_sheet_follows_which_is_whole_on_paper(open_page):
    page = open_page(ENGLISH)
    begin(page)
    assert field(page, "minutes-subject").evaluate(TYPE) == [False, True]


def test_what_makes_files_is_asked_for_again_where_it_did_not_come(open_page):
    page = open_page(ENGLISH)
    page.route("**/assets/form-files.*.js", lambda route: route.abort())
    with page.expect_event("requestfailed", lambda request: "form-files" in request.url):
        begin(page)
    field(page, "minutes-subject").fill("Warehouse move")
    page.locator("form-filler button[value=md]").click()
    page.locator("form-filler [data-said]", has_text="check your connection").wait_for()
    page.unroute("**/assets/form-files.*.js")
    with page.expect_download():
        page.locator("form-filler button[value=md]").click()


def test_a_key_in_a_table_changes_its_row_alone(open_page):
    page = open_page(ENGLISH)
    begin(page)
    table = page.locator("form-filler [data-field]:has([data-rows])").first
    name = table.get_attribute("data-field")
    for number in range(6):
        if number:
            table.locator("button[data-do=add-row]").click()
        row(page, name, number).locator("textarea, input[type=text]").first.fill(f"Row {number}")
    sheet(page)  # has caught up
    page.evaluate(COUNT_CHANGES)
    row(page, name, 3).locator("textarea, input[type=text]").first.fill("Row 3!")
    shown = sheet(page)
    assert "Row 3!" in shown and "Row 2" in shown and "Row 4" in shown
    columns = row(page, name, 3).locator("[data-column]").count()
    assert page.evaluate("touched.size") <= columns + 3, "one row of the sheet, and what is said below the form"


def keep_runs(page, number: int) -> None:
    """Lay so many records into the browser."""
    run = {
        "v": 3,
        "checklist": "meeting-before",
        "name": "",
        "finished": 0,
        "exported": 0,
        "stamps": {"name": 0, "finished": 0},
        "answers": {},
        "times": {},
    }
    for each in range(number):
        started = 1_780_000_000_000 + each
        record = {**run, "id": f"run{each:06d}", "started": started, "changed": started}
        page.evaluate(
            "([key, text]) => localStorage.setItem(key, text)", [f"handbook:run:{record['id']}@/", json.dumps(record)]
        )


def test_my_page_reads_each_record_once(open_page, address):
    page = open_page("404.html")
    keep_runs(page, 8)
    page.add_init_script(COUNT_READS)
    page.goto(f"{address}en/my/")
    page.get_by_role("button", name="Show all 8").wait_for()
    reads = page.evaluate("reads")
    assert {count for key, count in reads.items() if key.startswith("handbook:run:")} == {1}
    assert sum(reads.values()) < 100, reads
