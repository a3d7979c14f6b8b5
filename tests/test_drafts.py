"""Drafts of forms: kept over reloads and languages, by name, with two tabs; what happens when the browser cannot keep them."""

from __future__ import annotations

import json
import re
import time

import pytest
from playwright.sync_api import expect

from tests.filled_pages import (
    MINUTES,
    answers,
    begin,
    draft_of,
    field,
    kept_drafts,
    press,
    put,
    row,
    said,
    sheet,
    unfold_drafts,
)
from tests.test_stores import FORBIDDEN, FULL, kept

ENGLISH, CHINESE = f"en/templates/{MINUTES}/", f"templates/{MINUTES}/"
TODOS = "meeting-todos"


@pytest.fixture
def with_store(open_page, address):
    """Opens the form in a browser that keeps these things by key."""

    def open_(texts: dict[str, object], path: str = ENGLISH):
        page = open_page("404.html")
        put(page, texts)
        page.goto(address + path)
        begin(page)
        return page

    return open_


@pytest.fixture
def prepared(browser, address):
    """Opens the form with a script that runs before any other."""
    contexts = []

    def open_(script: str):
        contexts.append(browser.new_context())
        page = contexts[-1].new_page()
        page.add_init_script(script)
        page.goto(address + ENGLISH)
        begin(page)
        return page

    yield open_
    for context in contexts:
        context.close()


def warning(page) -> str:
    return page.locator("form-filler [data-keeping]").inner_text()


def test_opening_a_form_keeps_nothing_and_typing_keeps_it_over_a_reload_and_in_the_other_language(with_store, address):
    page = with_store({})
    assert kept_drafts(page) == []
    field(page, "minutes-subject").fill("Warehouse move")
    row(page, TODOS, 0).locator("[name=task]").fill("Book lorries")
    row(page, TODOS, 0).locator("[name=due]").fill("2026-11-11T18:00")
    page.reload()
    begin(page)
    assert field(page, "minutes-subject").input_value() == "Warehouse move"
    page.goto(address + CHINESE)
    begin(page)
    assert field(page, "minutes-subject").input_value() == "Warehouse move"
    assert row(page, TODOS, 0).locator("[name=due]").input_value() == "2026-11-11T18:00"
    assert len(kept_drafts(page)) == 1


@pytest.mark.sweep
def test_several_drafts_of_one_form_stand_side_by_side_by_name(with_store):
    page = with_store({})
    field(page, "minutes-subject").fill("First")
    unfold_drafts(page)
    page.locator("[data-draft-name]").fill("Monday")
    press(page, "new")
    assert field(page, "minutes-subject").input_value() == ""
    field(page, "minutes-subject").fill("Second")
    unfold_drafts(page)
    page.locator("[data-draft-name]").fill("Tuesday")
    page.locator("select[data-drafts]").select_option(label="Monday")
    assert field(page, "minutes-subject").input_value() == "First" and "First" in sheet(page)
    assert sorted(draft["name"] for draft in kept_drafts(page)) == ["Monday", "Tuesday"]


def test_a_draft_is_deleted_and_brought_back(with_store):
    page = with_store({})
    field(page, "minutes-subject").fill("To go")
    press(page, "delete")
    assert kept_drafts(page) == [] and field(page, "minutes-subject").input_value() == ""
    assert "Deleted" in said(page)
    press(page, "undo")
    assert field(page, "minutes-subject").input_value() == "To go" and len(kept_drafts(page)) == 1


def test_everything_typed_is_erased_with_one_button_and_brought_back(with_store):
    page = with_store({"handbook:draft:abcdef123456": draft_of("work-report")})
    field(page, "minutes-subject").fill("Mine")
    page.locator("[data-details] summary").click()
    page.locator("[data-detail=name]").fill("Xie Dong")
    assert "handbook:details" in kept(page)
    press(page, "erase")
    assert list(kept(page)) == []
    press(page, "undo")
    assert len(kept_drafts(page)) == 2 and "handbook:details" in kept(page)


def test_what_two_tabs_type_into_one_draft_is_all_kept(with_store, address):
    one = with_store({})
    field(one, "minutes-subject").fill("From one")
    other = one.context.new_page()
    other.goto(address + CHINESE)
    begin(other)
    assert field(other, "minutes-subject").input_value() == "From one"
    field(other, "chaired-by").fill("Other")
    one.wait_for_function("document.querySelector('[name=chaired-by]').value === 'Other'")
    assert "Another tab" in said(one) and "Other" in sheet(one)
    field(one, "noted-by").fill("One")
    other.wait_for_function("document.querySelector('[name=noted-by]').value === 'One'")
    assert answers(kept_drafts(one)[0]) | {"chaired-by": "Other", "noted-by": "One"} == answers(kept_drafts(one)[0])


def test_two_tabs_that_each_began_a_form_go_on_with_their_own_after_a_reload(with_store, address):
    one = with_store({})
    other = one.context.new_page()
    other.goto(address + CHINESE)
    begin(other)
    typed = ((other, "From the other"), (one, "From one"), (other, "From the other, later"))
    for page, text in typed:
        field(page, "minutes-subject").fill(text)
    assert len(kept_drafts(one)) == 2
    for page, text in typed[1:]:
        page.reload()
        begin(page)
        assert field(page, "minutes-subject").input_value() == text
    press(one, "delete")
    one.reload()
    begin(one)  # of its own nothing is left
    assert field(one, "minutes-subject").input_value() == "From the other, later"


def test_what_another_tab_deletes_stays_in_the_form_and_is_kept_again_by_typing(with_store, address):
    one = with_store({})
    field(one, "minutes-subject").fill("Still here")
    other = one.context.new_page()
    other.goto(address + ENGLISH)
    begin(other)
    press(other, "delete")
    one.wait_for_function("document.querySelector('form-filler [data-said]').textContent.includes('deleted elsewhere')")
    field(one, "chaired-by").fill("Xie Dong")
    assert answers(kept_drafts(one)[0])["minutes-subject"] == "Still here"


@pytest.mark.every_other
@pytest.mark.parametrize(
    "damaged",
    [
        "{",
        "null",
        "[1]",
        '{"v": 1}',
        "",
        json.dumps(draft_of(extra=1)),
        json.dumps(draft_of(name=7)),
        json.dumps(draft_of(id="other1234567")),
        json.dumps(draft_of(fields={"x": 1})),
        json.dumps(draft_of(fields={"x": {"value": {"a": 1}, "at": 1}})),
    ],
)
def test_a_damaged_draft_is_set_aside_and_never_overwritten(with_store, damaged):
    page = with_store({"handbook:draft:abcdef123456": damaged})
    assert "set aside" in warning(page)
    field(page, "minutes-subject").fill("New")
    assert [text for key, text in kept(page).items() if key.startswith("handbook:aside:")] == [damaged]
    assert len(kept_drafts(page)) == 1


@pytest.mark.sweep
def test_damaged_details_are_set_aside(with_store):
    page = with_store({"handbook:details": '{"v": 1, "name": 3}'})
    assert [text for key, text in kept(page).items() if key.startswith("handbook:aside:")] == ['{"v": 1, "name": 3}']


@pytest.mark.sweep
def test_a_draft_of_a_newer_version_is_left_alone(with_store):
    newer = draft_of(v=3, more="?")
    page = with_store({"handbook:draft:abcdef123456": newer})
    assert "newer version" in warning(page)
    field(page, "minutes-subject").fill("New")
    assert json.loads(kept(page)["handbook:draft:abcdef123456"]) == newer


def test_where_storage_is_switched_off_the_form_works_in_memory_and_says_so(prepared):
    page = prepared(FORBIDDEN)
    assert "does not allow saving" in warning(page)
    field(page, "minutes-subject").fill("In memory")
    press(page, "close")
    begin(page)
    assert field(page, "minutes-subject").input_value() == "In memory"


def test_where_storage_is_full_the_form_works_in_memory_and_is_kept_once_there_is_room(prepared):
    page = prepared(FULL)
    field(page, "minutes-subject").fill("No room")
    assert "storage is full" in warning(page) and kept_drafts(page) == []
    page.evaluate("window.roomy = true")
    field(page, "chaired-by").fill("Room")
    assert page.locator("form-filler [data-keeping]").is_hidden()
    assert answers(kept_drafts(page)[0])["minutes-subject"] == "No room"


@pytest.mark.sweep
def test_a_long_text_is_kept_whole(with_store):
    page = with_store({})
    text = "长" * 20_000
    field(page, "left-open").fill(text)
    page.reload()
    begin(page)
    assert field(page, "left-open").input_value() == text


def test_all_drafts_stand_on_my_page_with_the_way_back(with_store, address):
    page = with_store({"handbook:draft:abcdef123456": draft_of("work-report", name="Week 3", fields={})})
    field(page, "minutes-subject").fill("Mine")
    page.goto(f"{address}en/my/")
    rows = page.locator("my-drafts tbody tr")
    assert rows.count() == 2
    rows.filter(has_text="Week 3").locator("[data-do=delete]").click()
    assert rows.count() == 1 and len(kept_drafts(page)) == 1
    page.locator("my-drafts button[data-do=undo]").click()
    assert rows.count() == 2
    rows.filter(has_text="Meeting minutes").locator("a").first.click()
    page.locator("form-filler form").wait_for()
    assert field(page, "minutes-subject").input_value() == "Mine"
    assert "#draft" not in page.url
    there = page.locator(".go-on-here")
    assert there.is_hidden()
    page.locator("form-filler [data-do=close]").click()
    assert "You have a draft of this form" in there.inner_text() and "browser" not in there.inner_text(), (
        "it may end with the window"
    )
    there.get_by_role("link", name="Go on").click()
    assert field(page, "minutes-subject").input_value() == "Mine"
    page.goto(f"{address}en/my/")
    page.locator("button[data-do=erase]").click()
    page.locator("button[data-do=erase-really]").click()
    assert page.locator("my-drafts").is_hidden() and kept(page) == {}


@pytest.mark.sweep
def test_one_draft_is_one_and_its_last_button_has_room_below_it(open_page):
    page = open_page("en/templates/complaint-record/", width=390)
    begin(page)
    field(page, "complaint-matter").fill("Guyuan Dairy")
    unfold_drafts(page)
    press(page, "new")
    fold = page.locator("[data-drafts-fold]")
    assert fold.locator("[data-more-drafts]").inner_text() == "1 draft"
    edge, button = (place.bounding_box() for place in (fold, fold.locator(".button:visible").last))
    assert edge["y"] + edge["height"] - button["y"] - button["height"] >= 12, "an unsaved one says nothing below it"


@pytest.mark.sweep
def test_beside_its_drafts_a_form_is_begun_anew(with_store, address):
    now = round(time.time() * 1000)
    drafts = {
        f"handbook:draft:abcdef12345{number}": draft_of(
            id=f"abcdef12345{number}", name=f"Week {number}", changed=now + number
        )
        for number in range(6)
    }
    page = with_store(drafts)
    page.locator("form-filler [data-do=close]").click()
    there = page.locator(".go-on-here")
    assert "You have 6 drafts" in there.inner_text() and "Week 5" in there.inner_text()
    assert there.get_by_role("link", name="Go on").count() == 1
    assert there.get_by_role("link", name="All 6 drafts").get_attribute("href").endswith("my/")
    there.get_by_role("link", name="Start a new one").click()
    page.locator("form-filler form").wait_for()
    assert "earlier draft is kept" in said(page)
    field(page, "minutes-subject").fill("The next")
    assert len(kept_drafts(page)) == 7


@pytest.mark.sweep
def test_two_drafts_of_one_form_are_told_apart_by_their_subject_wherever_they_are_listed(with_store, address):
    page = with_store({"handbook:draft:abcdef123456": draft_of(fields={}, started=1_700_000_000_000)})
    press(page, "new")
    for subject in ("Sales page", "Warehouse  move"):
        field(page, "minutes-subject").fill(subject)
        press(page, "new")
    shown = page.locator("select[data-drafts] option").all_inner_texts()
    assert {"Sales page", "Warehouse move", "Old"} <= set(shown)
    page.goto(f"{address}en/my/")
    names = page.locator("my-drafts [data-cell=name]")
    assert sorted(names.all_inner_texts()) == ["Old", "Sales page", "Warehouse move"]
    page.goto(f"{address}en/")
    assert "Sales page" in page.locator("go-on").inner_text() and "Warehouse move" in page.locator("go-on").inner_text()


def test_a_draft_says_what_it_is_about_and_how_much_is_missing_and_no_time_twice(with_store, address):
    fields = {"reachability": {"value": "not-at-all", "at": 1}, "people-told": {"value": "Luo Bin", "at": 1}}
    page = with_store(
        {
            f"handbook:draft:abcdef12345{number}": draft_of(
                "absence-notice", id=f"abcdef12345{number}", name="", fields=given
            )
            for number, given in enumerate(({}, fields))
        }
    )
    for path in ("my/", "en/my/"):
        page.goto(f"{address}{path}")
        page.locator("my-drafts [data-cell=left]:not(:empty)").first.wait_for()
        said = [row.inner_text() for row in page.locator("my-drafts tbody tr").all()]
        assert all(len(re.findall(r"\d\d:\d\d", text)) == 1 for text in said), said
        assert (
            sum("Luo Bin" in text for text in said) == 1
            and sum(("Nothing filled in", "还没填内容")[path == "my/"] in text for text in said) == 1
        )
        left = page.locator("my-drafts [data-cell=left]").all_inner_texts()
        assert sorted(left) == (["还有6项没填", "还有7项没填"] if path == "my/" else ["6 left", "7 left"])


@pytest.mark.sweep
def test_two_notices_of_absence_are_told_apart_by_who_is_away_and_when(with_store, address):
    page = with_store({})
    page.goto(f"{address}en/templates/absence-notice/")
    begin(page)
    for day in ("2026-12-05", "2026-12-21"):
        field(page, "absent-person").fill("Anna Li")
        field(page, "away-from").fill(f"{day}T09:00")
        press(page, "new")
    page.goto(f"{address}en/my/")
    names = page.locator("my-drafts [data-cell=name]").all_inner_texts()
    assert sorted(names) == ["Anna Li · 2026-12-05", "Anna Li · 2026-12-21"]
    page.locator("my-drafts [data-cell=left]:not(:empty)").first.wait_for()
    assert set(page.locator("my-drafts [data-cell=left]").all_inner_texts()) == {"5 left"}


@pytest.mark.parametrize("path", ["my/", "en/my/"])
def test_my_page_says_how_many_answers_of_a_draft_are_to_be_corrected(open_with, path):
    fields = {"host": {"value": "Li Na", "at": 1}, "visit-headcount": {"value": "a dozen", "at": 1}}
    draft = draft_of("visitor-plan", id="abcdef123450", fields=fields)
    page = open_with({"handbook:draft:abcdef123450": json.dumps(draft)}, path)
    left = page.locator("my-drafts [data-cell=left]:not(:empty)")
    expect(left).to_have_text(re.compile(r"项没填、1项要核对$|\d left, 1 to check$"))


# --- values from elsewhere -------------------------------------------------------------------------------------------


def test_a_link_with_values_shows_them_first_and_fills_only_what_the_form_knows(with_store, address):
    page = with_store({})
    field(page, "minutes-subject").fill("My own")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("about:blank")
    link = "#minutes-subject=From+a+link&held-at=2026-11-05T10:00&chaired-by=%3Cb%3EX&unknown=1&next-session=soon&meeting-todos=x"
    page.goto(address + ENGLISH + link)
    offer = page.locator("[data-offer]")
    offer.locator("dl > div").first.wait_for()
    assert offer.locator("dl > div").count() == 3 and "3 of the values" in offer.locator("h3").inner_text()
    assert "<b>X" in offer.inner_text()
    assert field(page, "minutes-subject").input_value() == "My own", "nothing is used before the reader says so"
    press(page, "accept")
    assert (
        field(page, "minutes-subject").input_value() == "From a link"
        and field(page, "held-at").input_value() == "2026-11-05T10:00"
    )
    assert "=" not in page.url
    assert sorted(answers(draft)["minutes-subject"] for draft in kept_drafts(page)) == ["From a link", "My own"]
    assert not [url for url in asked if "From" in url]
    press(page, "undo")
    assert field(page, "minutes-subject").input_value() == "My own" and len(kept_drafts(page)) == 1


def test_a_link_that_is_declined_changes_nothing(open_page):
    page = open_page(f"{ENGLISH}#minutes-subject=Nothing")
    page.locator("[data-offer] dl > div").first.wait_for()
    press(page, "decline")
    assert kept_drafts(page) == [] and field(page, "minutes-subject").input_value() == ""


def test_a_link_brings_choices_by_their_ids_and_nothing_too_long(open_page):
    page = open_page(f"en/templates/result-confirmation/#talked-by=video&confirmed-matter={'x' * 501}&talked-with=ok")
    page.locator("[data-offer] dl > div").first.wait_for()
    assert (
        "Video meeting" in page.locator("[data-offer]").inner_text()
        and "xxx" not in page.locator("[data-offer]").inner_text()
    )
    press(page, "accept")
    assert field(page, "talked-by").input_value() == "video"


@pytest.mark.every_other
@pytest.mark.parametrize("path", ["en/checklists/phone-call/", "en/scenarios/urgent-matter/"])
def test_a_checklist_and_a_scenario_open_a_form_with_what_they_know(open_page, path):
    page = open_page(path)
    page.locator("#content").get_by_role("link", name="fill it in online").or_(
        page.locator("#content").get_by_role("link", name="Fill in online")
    ).first.click()
    page.locator("[data-offer] dl > div").first.wait_for()
    press(page, "accept")
    assert field(page, "talked-by").input_value() == "phone-call"


@pytest.mark.every_other
@pytest.mark.parametrize(
    ("target", "table", "columns"),
    [
        (
            "result-confirmation",
            "confirmed-todos",
            {"todo-what": "Book lorries", "todo-who": "Ding Ning", "todo-by-when": "2026-11-11T18:00"},
        ),
        (
            "follow-up-tracker",
            "tracked-matters",
            {
                "tracked-matter": "Book lorries",
                "owed-by": "Ding Ning",
                "promised-for": "2026-11-11T18:00",
                "asked-first-on": "2026-11-05",
            },
        ),
    ],
)
def test_to_dos_of_the_minutes_go_to_another_form_with_one_click(with_store, target, table, columns):
    page = with_store({})
    field(page, "held-at").fill("2026-11-05T10:00")
    for name, value in {"task": "Book lorries", "assignee": "Ding Ning", "due": "2026-11-11T18:00"}.items():
        row(page, TODOS, 0).locator(f"[name={name}]").fill(value)
    page.locator(f"button[data-hand-over*={target}]").click()
    page.wait_for_url(f"**/{target}/**")
    page.locator("form-filler form").wait_for()
    assert {name: row(page, table, 0).locator(f"[name={name}]").input_value() for name in columns} == columns
    assert "Book lorries" in sheet(page) and len(kept_drafts(page)) == 2


def test_to_dos_join_a_tracker_that_is_kept_already_and_none_comes_twice(with_store, open_page, address):
    """Or begin another, as the reader chooses; what stands there stays, and what was entered in it since."""
    there = {
        "tracked-matter": "Old matter",
        "agreed-in": "Minutes",
        "owed-by": "Li Na",
        "promised-for": "2026-11-01",
        "asked-first-on": "2026-10-01",
    }
    tracker = {
        **draft_of("follow-up-tracker", name="Team A"),
        "fields": {"tracked-matters": {"value": [there], "at": 1}},
    }
    page = with_store({"handbook:draft:abcdef123456": tracker})
    field(page, "held-at").fill("2026-11-05T10:00")
    for number, name in enumerate(("Book lorries", "Order labels")):
        if number:
            page.locator(f"[data-field={TODOS}] button[data-do=add-row]").click()
        row(page, TODOS, number).locator("[name=task]").fill(name)

    def hand_over(choice: str) -> None:
        page.locator("button[data-hand-over*=follow-up-tracker]").click()
        page.get_by_role("button", name=choice).click()

    def matters(name: str) -> list[str]:
        draft = next(
            draft for draft in kept_drafts(page) if draft["template"] == "follow-up-tracker" and draft["name"] == name
        )
        return [each["tracked-matter"] for each in draft["fields"]["tracked-matters"]["value"]]

    minutes = page.url
    hand_over("Add to: Team A")
    page.wait_for_url("**/follow-up-tracker/**")
    page.locator("form-filler form").wait_for()
    assert matters("Team A") == ["Old matter", "Book lorries", "Order labels"]
    assert row(page, "tracked-matters", 2).locator("[name=tracked-matter]").input_value() == "Order labels"
    page.goto(minutes)
    begin(page)
    hand_over("Add to: Team A")
    assert "already" in said(page) and len(matters("Team A")) == 3
    hand_over("Begin another")
    page.wait_for_url("**/follow-up-tracker/**")
    assert len([draft for draft in kept_drafts(page) if draft["template"] == "follow-up-tracker"]) == 2


@pytest.mark.sweep
def test_without_to_dos_nothing_is_handed_over(with_store):
    page = with_store({})
    page.locator("button[data-hand-over]").first.click()
    assert "nothing in the table" in said(page) and kept_drafts(page) == []


@pytest.mark.sweep
def test_where_nothing_can_be_kept_to_dos_stay_and_the_form_says_so(prepared):
    page = prepared(FORBIDDEN)
    row(page, TODOS, 0).locator("[name=task]").fill("Stay")
    page.locator("button[data-hand-over]").first.click()
    assert "could not be carried over" in said(page) and MINUTES in page.url


def test_a_word_file_made_here_fills_the_form_again_after_it_was_shown(with_store, tmp_path):
    page = with_store({})
    field(page, "minutes-subject").fill("Round trip")
    row(page, TODOS, 0).locator("[name=task]").fill("Book lorries")
    with page.expect_download() as download:
        page.get_by_role("button", name="Word", exact=True).click()
    file = tmp_path / "filled.docx"
    download.value.save_as(file)
    press(page, "new")
    field(page, "minutes-subject").fill("Something else")
    page.locator("input[data-word]").set_input_files(file)
    offer = page.locator("[data-offer]")
    offer.locator("dl > div").first.wait_for()
    assert "Something else" in offer.inner_text() and "Round trip" in offer.inner_text()
    assert field(page, "minutes-subject").input_value() == "Something else"
    press(page, "accept")
    assert field(page, "minutes-subject").input_value() == "Round trip"
    assert row(page, TODOS, 0).locator("[name=task]").input_value() == "Book lorries"
    press(page, "undo")
    assert field(page, "minutes-subject").input_value() == "Something else"


DROP = """([bytes, name]) => { const files = new DataTransfer(); files.items.add(new File([new Uint8Array(bytes)], name));
    document.querySelector("form-filler").dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true })); }"""


@pytest.mark.every_other
@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"no word file at all", "not a Word form"),
        (b"PK\x03\x04broken", ""),
        ("other", "another of the handbook's forms"),
    ],
)
def test_a_foreign_file_dropped_on_the_form_gets_a_clear_message_and_changes_nothing(
    with_store, site, content, message
):
    page = with_store({})
    field(page, "minutes-subject").fill("Unchanged")
    content = (site / "downloads/work-report.en.docx").read_bytes() if content == "other" else content
    page.evaluate(DROP, [list(content), "file.docx"])
    page.wait_for_function(
        "document.querySelector('form-filler [data-said]').textContent.includes('Nothing was changed')"
    )
    assert message in said(page)
    assert field(page, "minutes-subject").input_value() == "Unchanged" and page.locator("[data-offer]").is_hidden()
