"""Every app of the handbook in every engine, phone and desktop: run with `--sweep`."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from tests.browser.engines.test_engines import sheets

pytestmark = pytest.mark.sweep

LIST = "en/checklists/meeting-before/"
FORM = "en/templates/meeting-minutes/"


def search(window, query: str) -> None:
    """Type a query into the dialog and wait for what it finds."""
    window.press("/")
    window.type("dialog [role=combobox]", query)
    window.see("dialog [data-said]")
    window.wait("() => !document.querySelector('dialog [aria-busy]')")


# --- search ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "query", "found"),
    [
        ("", "会议纪要", "会议纪要"),
        ("", "會議紀要", "会议纪要"),
        ("", "huiyijiyao", "会议纪要"),
        ("", "hyjy", "会议纪要"),
        ("", "meeting minutes", "会议纪要"),
        ("en/", "meating minutes", "Meeting minutes"),
        ("en/", "apologized to customers", "Apologising"),
        ("en/", "ｍｉｎｕｔｅｓ", "Meeting minutes"),
    ],
)
def test_the_search_finds_it_however_it_is_written(visit, path, query, found):
    window = visit(path)
    search(window, query)
    window.see("dialog .found", found)


def test_the_search_is_used_by_keyboard_and_leads_to_all_results(visit):
    window = visit("en/about/")
    search(window, "meeting")
    first = window.ask("() => document.querySelector('dialog [aria-selected=true]').href")
    window.press("ArrowDown")
    window.wait("(first) => document.querySelector('dialog [aria-selected=true]').href !== first", first)
    window.press("Escape")
    window.gone("dialog.search")
    window.press("/")
    window.see("dialog .found")
    window.click("dialog .found[href*='#q=']")
    window.at("#q=meeting")
    window.see("search-page .found mark")
    window.click("search-page [data-kinds] label:nth-of-type(2)")
    kinds = window.wait("""() => {
        const kinds = [...document.querySelectorAll("search-page .found__kind")].map((kind) => kind.textContent);
        return new Set(kinds).size === 1 && kinds;
    }""")
    assert kinds


def test_nothing_found_leads_on(visit):
    window = visit("en/")
    search(window, "xyzzy qwfp")
    window.see("dialog [data-said]", "Nothing found")
    window.see("dialog [data-foot] a", "Tell the editors")


# --- chooser, tables, copying ----------------------------------------------------------------------------------------


def test_the_chooser_leads_to_one_channel_and_back(visit):
    window = visit("en/choose/")
    window.see("channel-chooser fieldset:not([hidden]) label")
    while not window.ask("() => document.querySelector('channel-chooser').hasAttribute('found')"):
        window.click("channel-chooser fieldset:not([hidden]) label")
    assert "who=" in window.ask("() => location.hash")
    window.see("channel-chooser [data-part=advice]", "What to do")
    window.click("channel-chooser button[data-do=reset]")
    window.gone("channel-chooser [data-part=advice]")


def test_a_table_is_filtered_and_sorted(visit):
    window = visit("en/reference/working-abroad/")
    window.type("filter-table input", "phone ahead")
    window.see("filter-table output", "shown")
    rows = window.ask("""() => [...document.querySelector('filter-table').querySelectorAll('tbody tr:not([hidden])')]
        .map((row) => row.textContent)""")
    assert rows and all("phone" in row.lower() for row in rows)


def test_a_message_is_copied(visit):
    window = visit("en/scenarios/absence/")
    window.click(".pair--good copy-text > button")
    window.see(".pair--good copy-text > button", "Copied")


# --- checklists ------------------------------------------------------------------------------------------------------


def unfold(window, what: str) -> None:
    """Open what is folded where there is little room."""
    if not window.ask("(what) => document.querySelector(what).open", what):
        window.click(f"{what} summary")


def test_a_checklist_is_kept_named_noted_and_taken_along(visit):
    window = visit(LIST)
    window.click("check-list li:nth-of-type(1) .check__label")
    window.see(".checklist__progress output", "1 of")
    window.click("check-list li:nth-of-type(2) details.check__more summary")
    window.type("check-list li:nth-of-type(2) textarea", "Room moved")
    visit(LIST)
    window.see(".checklist__progress output", "1 of")
    notes = window.ask("() => [...document.querySelectorAll('check-list textarea')].map((note) => note.value)")
    assert "Room moved" in notes
    unfold(window, ".runs__which")
    window.type("input[name=run-name]", "Launch")
    window.click(".runs__begin button[type=submit]")
    window.see("[data-current]", "Launch")
    unfold(window, ".runs__more")
    name, content = window.take("button[data-do=json]")
    assert name.endswith(".json") and json.loads(content)
    for kind, ending, words in (("markdown", ".md", "Room moved"), ("csv", ".csv", "Room moved")):
        name, content = window.take(f"button[data-do={kind}]")
        assert name.endswith(ending) and words in content.decode("utf-8-sig"), name
    window.click("button[data-do=copy]")
    window.see(".runs__said output", "Copied")
    window.click("button[data-do=delete]")
    window.see("button[data-do=undo]")
    window.click("button[data-do=undo]")
    window.see("[data-current]", "Launch")
    visit("en/my/")
    window.see("my-runs", "Launch")


def test_a_due_time_counts_from_what_is_entered_and_goes_into_a_calendar(visit):
    window = visit("en/checklists/meeting-after/")
    field = "check-list input[type=datetime-local]"
    window.see(field)
    window.put(field, "2027-03-10T10:00")
    window.see("check-list .check__due output", "2027-03-1")
    unfold(window, ".runs__more")
    _, content = window.take("button[data-do=calendar]")
    assert b"BEGIN:VEVENT" in content


# --- forms -----------------------------------------------------------------------------------------------------------


def begin(visit, path: str = FORM):
    """Open a form: its draft, where there is one."""
    window = visit(path)
    ways = "form-opener > button, .go-on-here:not([hidden]) li a"
    window.wait(f"() => [...document.querySelectorAll('{ways}')].some((way) => way.checkVisibility())")
    window.click(ways)
    window.see("form-filler textarea")
    return window


@pytest.mark.parametrize(("kind", "part"), [("docx", "word/document.xml"), ("xlsx", ""), ("md", ""), ("ics", "")])
def test_a_form_is_taken_along_as_a_file_of_each_kind(visit, kind, part):
    window = begin(visit)
    window.type("form-filler [name=minutes-subject]", "Warehouse move")
    window.put("form-filler [name=held-at]", "2027-03-10T10:00")
    window.put("form-filler [name=next-session]", "2097-03-10T10:00")
    window.see("[data-sheet]", "Warehouse move")
    name, content = window.take(f"form-filler button[value={kind}]")
    assert name.endswith(f".{kind}")
    if kind in ("docx", "xlsx"):
        archive = zipfile.ZipFile(io.BytesIO(content))
        text = "".join(
            archive.read(each).decode("utf-8", "replace") for each in archive.namelist() if each.startswith(part)
        )
    else:
        text = content.decode()
    assert "Warehouse move" in text


def test_a_form_comes_back_from_its_draft_and_from_a_link(visit):
    window = begin(visit)
    window.type("form-filler [name=minutes-subject]", "Kept")
    window.see("[data-sheet]", "Kept")
    begin(visit)
    window.see("[data-sheet]", "Kept")
    visit(f"{FORM}#minutes-subject=Linked")
    window.see("form-filler [data-offer]", "Linked")
    window.click("form-filler button[data-do=accept]")
    window.see("[data-sheet]", "Linked")


def test_rows_are_added_and_the_form_is_shown_in_each_language(visit):
    window = begin(visit)
    window.type("[data-field=meeting-todos] [data-rows] .ask-row:last-child [name]", "First")
    window.click("[data-field=meeting-todos] button[data-do=add-row]")
    window.wait("() => document.querySelectorAll('[data-field=meeting-todos] [data-rows] > .ask-row').length === 2")
    window.click(".filler__languages label:nth-of-type(2)")
    window.see("[data-sheet]", "会议纪要")


def test_a_form_is_printed_alone(visit):
    window = begin(visit)
    window.type("form-filler [name=minutes-subject]", "Warehouse move")
    window.see("[data-sheet]", "Warehouse move")
    (sheet,) = sheets(window)
    assert "Warehouse move" in sheet and "Fill in online" not in sheet and "Communication Handbook" not in sheet[:60]


# --- practice --------------------------------------------------------------------------------------------------------


def test_a_round_of_practice_ends_with_a_score(visit):
    window = visit("en/onboarding/practice/")
    window.click("practice-round button[data-do=start]")
    while not window.ask(
        "() => { const result = document.querySelector('[data-part=result]'); return !result.hidden; }"
    ):
        window.click(".practice__choices label:not(:has(:disabled))")
        window.see(".practice__said")
        window.click("practice-round button[data-do=next]")
    window.see("[data-part=result]", "of 10")


# --- the page --------------------------------------------------------------------------------------------------------


def test_the_menu_the_language_and_the_colours(visit):
    window = visit("en/")
    if window.width < 500:
        window.click(".site-menu summary")
        window.click(".site-menu nav a[href*='templates']")
    else:
        window.click(".site-parts a[href*='templates']")
    window.at("/en/templates/")
    window.click(".site-language")
    window.wait("() => location.pathname.endsWith('/templates/') && !location.pathname.includes('/en/')")
    window.click("colour-switch button")
    window.wait("() => document.documentElement.dataset.colours")


@pytest.mark.parametrize(
    "path", ["scenarios/urgent-matter/", "en/channels/", "en/reference/response-times/", "en/onboarding/"]
)
def test_no_page_scrolls_sideways(visit, path):
    window = visit(path)
    assert window.ask("() => document.documentElement.scrollWidth <= innerWidth + 1")
