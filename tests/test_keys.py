"""Keys: an input method's are its own, `/` disturbs nobody and can be switched off, commands are the system's."""

from __future__ import annotations

import pytest

MAC = "Object.defineProperty(navigator, 'platform', { get: () => 'MacIntel' });"
PRESS = """(place, [key, options]) => place.dispatchEvent(Object.defineProperties(
    new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...options }),
    options.keyCode ? { keyCode: { get: () => options.keyCode } } : {}))"""
"""A key as a page is told of it; false where somebody took it."""


def press(page, selector: str, key: str, **options) -> bool:
    return page.locator(selector).first.evaluate(PRESS, [key, options])


def open_search(page, query: str):
    page.keyboard.press("/")
    page.keyboard.type(query)
    page.locator("dialog .found mark").first.wait_for()
    return page.locator("dialog.search")


@pytest.mark.every_other
@pytest.mark.parametrize("composing", [{"keyCode": 229}, {"isComposing": True}, {"keyCode": 229, "isComposing": True}])
def test_keys_of_an_input_method_do_nothing_in_the_search(open_page, composing):
    page = open_page("en/")
    dialog = open_search(page, "minutes")
    box = "dialog [role=combobox]"
    before = dialog.locator("[aria-selected=true]").get_attribute("href")
    for key in ("ArrowDown", "Enter", "Escape"):
        assert press(page, box, key, **composing), f"{key} belongs to the input method"
    assert dialog.locator("[aria-selected=true]").get_attribute("href") == before
    assert page.url.endswith("/en/") and dialog.is_visible()


@pytest.mark.every_other
@pytest.mark.parametrize("composing", [{"keyCode": 229}, {"isComposing": True}])
def test_keys_of_an_input_method_open_and_close_nothing(open_page, composing):
    page = open_page("en/reference/response-times/", width=390)
    press(page, "body", "/", **composing)
    press(page, "body", "k", ctrlKey=True, **composing)
    assert page.locator("dialog.search").is_hidden()
    page.locator(".site-menu summary").click()
    press(page, ".site-menu a", "Escape", **composing)
    assert page.locator(".site-menu nav").is_visible()
    page.keyboard.press("Escape")
    term = page.locator("glossary-term").first
    term.locator("a").focus()
    press(page, "glossary-term a", "Escape", **composing)
    assert term.locator("[role=tooltip]").is_visible()


def test_a_keydown_without_a_key_is_no_fault(open_page):
    page = open_page("en/")
    faults = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.evaluate("() => document.body.dispatchEvent(new Event('keydown', { bubbles: true }))")
    page.locator("[data-open-search]").first.click()
    page.locator("dialog [role=combobox]").evaluate(
        "(box) => box.dispatchEvent(new Event('keydown', { bubbles: true }))"
    )
    page.evaluate("() => document.querySelector('.site-menu').dispatchEvent(new Event('keydown', { bubbles: true }))")
    assert faults == []


@pytest.mark.parametrize(
    ("on_a_mac", "opens", "stays"),
    [
        (True, {"metaKey": True}, {"ctrlKey": True}),
        (False, {"ctrlKey": True}, {"metaKey": True}),
    ],
)
def test_the_command_is_the_systems_own(open_after, on_a_mac, opens, stays):
    page = open_after(MAC if on_a_mac else "", "en/channels/")
    assert press(page, "body", "k", **stays), "on a Mac, Control and K erase to the end of the line"
    press(page, "body", "k", altKey=True, **opens)
    assert page.locator("dialog.search").is_hidden()
    shortcuts = page.locator(".site-search__open").get_attribute("aria-keyshortcuts")
    assert shortcuts == ("/ Meta+K" if on_a_mac else "/ Control+K")
    assert not press(page, "body", "K" if on_a_mac else "k", **opens), "the browser's own command is not carried out"
    assert page.locator("dialog.search").is_visible()


def test_the_slash_can_be_switched_off_and_stays_off(open_page, address):
    page = open_page("en/channels/")
    page.keyboard.press("/")
    page.get_by_role("checkbox", name="Open the search with the / key").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    assert page.locator("dialog.search").is_hidden()
    page.wait_for_timeout(500)  # The step back that closing takes has ended by then; it would break off going on.
    page.goto(f"{address}scenarios/absence/")
    page.keyboard.press("/")
    assert page.locator("dialog.search").is_hidden()
    assert page.locator(".site-search__open").get_attribute("aria-keyshortcuts") == "Control+K"
    page.keyboard.press("Control+k")
    page.get_by_role("checkbox", name="按“/”键打开搜索").check()
    page.keyboard.press("Escape")
    page.wait_for_function("document.activeElement === document.body")
    page.keyboard.press("/")
    assert page.locator("dialog.search").is_visible()


@pytest.mark.sweep
def test_where_nothing_is_kept_the_choice_holds_for_the_page(open_after):
    page = open_after(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no'); } })", "en/channels/"
    )
    page.keyboard.press("/")
    page.get_by_role("checkbox", name="Open the search with the / key").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    assert page.locator("dialog.search").is_hidden()


@pytest.mark.every_other
@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("en/templates/meeting-minutes/#minutes-subject=x", "form-filler button"),
        ("en/templates/meeting-minutes/#minutes-subject=x", "form-filler textarea"),
        ("en/checklists/meeting-before/", "check-list input[type=checkbox]"),
        ("en/choose/", "channel-chooser input"),
        ("en/reference/working-abroad/", "filter-table input"),
        ("en/reference/retention/", "filter-table select"),
    ],
)
def test_the_slash_does_nothing_where_something_is_typed_or_chosen(open_page, path, place):
    page = open_page(path, width=390)
    page.locator(place).first.wait_for()
    page.locator(place).first.focus()
    page.keyboard.press("/")
    assert page.locator("dialog.search").is_hidden()
