"""Keyboard alone reaches everything, and shows where it is."""

from __future__ import annotations

import pytest

from tests.conftest import in_a_sweep

PHONE, DESKTOP = 390, 1280

FOCUSED = """() => {
  const each = document.activeElement;
  if (!each || each === document.body) return null;
  const box = each.getBoundingClientRect(), style = getComputedStyle(each);
  const onTop = document.elementFromPoint(Math.max(box.left, 0) + Math.min(box.width, innerWidth) / 2, box.top + box.height / 2);
  return {
    what: each.outerHTML.slice(0, 140),
    seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight && each.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
    covered: !(onTop && (each.contains(onTop) || onTop.contains(each) || onTop.closest("label")?.control === each)),
    framed: (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || each.matches("[role=combobox]"),
  };
}"""


def focused_text(page) -> str:
    """What the element that has the focus says."""
    return page.evaluate("(document.activeElement.ariaLabel || document.activeElement.textContent).trim()")


def tab_to(page, text: str, key: str = "Tab", most: int = 40) -> None:
    """Press Tab until the focus stands on what says `text`."""
    for _ in range(most):
        page.keyboard.press(key)
        if focused_text(page) == text:
            return
    raise AssertionError(f"{most} times {key} did not lead to {text!r}")


@pytest.mark.every_other
@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
@pytest.mark.parametrize(
    ("path", "width"),
    [
        ("en/", PHONE),
        ("en/scenarios/urgent-matter/", DESKTOP),
        ("reference/response-times/", PHONE),
        ("templates/meeting-minutes/", DESKTOP),
        in_a_sweep("", DESKTOP),
        in_a_sweep("scenarios/urgent-matter/", PHONE),
        in_a_sweep("en/reference/response-times/", DESKTOP),
    ],
)
def test_every_stop_of_the_keyboard_is_seen_and_framed(open_page, path, width, key):
    page = open_page(path, width=width, reduced_motion="reduce")
    wanted = page.evaluate("""() => [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
        .filter((each) => each.tabIndex >= 0 && each.checkVisibility({ visibilityProperty: true })).length""")
    stops, wrong = 0, []
    for _ in range(wanted + 5):
        page.keyboard.press(key)
        stop = page.evaluate(FOCUSED)
        if stop is None:
            break
        stops += 1
        faults = [name for name in ("seen", "framed") if not stop[name]] + ["covered"] * stop["covered"]
        if faults:
            wrong.append(f"{faults}: {stop['what']}")
    assert not wrong, "\n".join(wrong)
    assert stops >= wanted, f"{stops} of {wanted} can be reached"


@pytest.mark.parametrize("path", ["", "en/scenarios/absence/", "reference/glossary/", "404.html"])
def test_the_first_stop_leads_past_the_header(open_page, path):
    page = open_page(path, reduced_motion="reduce")
    page.keyboard.press("Tab")
    assert focused_text(page) in ("跳到正文", "Skip to content")
    assert page.evaluate(FOCUSED)["seen"]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('#content'))")


@pytest.mark.parametrize("with_script", [True, False])
def test_the_menu_on_a_phone_opens_by_keyboard_and_leads_on(open_page, with_script):
    page = open_page("en/", width=PHONE, java_script_enabled=with_script)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator(".site-menu nav").wait_for(state="visible")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Home"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/choose/")


def test_escape_closes_the_menu_and_returns_to_its_button(open_page):
    page = open_page("en/", width=PHONE)
    tab_to(page, "Menu")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert page.locator(".site-menu nav").is_hidden()
    assert focused_text(page) == "Menu"


def test_leaving_the_menu_closes_it(open_page):
    page = open_page("en/", width=PHONE)
    page.locator(".site-menu summary").click()
    page.mouse.click(300, 700)
    assert page.locator(".site-menu nav").is_hidden()


@pytest.mark.every_other
@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("key", ["/", "Control+k"])
def test_a_key_opens_search_and_escape_returns_to_where_the_reader_was(open_page, key, width):
    page = open_page("en/scenarios/absence/", width=width)
    link = page.locator("#content .answer-card a").first
    link.focus()
    page.keyboard.press(key)
    page.keyboard.type("urgent")
    page.locator("dialog .found mark").first.wait_for()
    assert page.locator("dialog [role=combobox]").input_value() == "urgent"
    page.keyboard.press("Escape")
    page.locator("dialog .found").first.wait_for(state="hidden")
    assert link.evaluate("(link) => link === document.activeElement")


def test_on_a_phone_the_button_opens_search_and_gets_the_focus_back(open_page):
    page = open_page("en/scenarios/absence/", width=PHONE)
    tab_to(page, "Search")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.matches('dialog [role=combobox]')")
    page.keyboard.press("Escape")
    assert page.locator("dialog [role=combobox]").is_hidden()
    assert focused_text(page) == "Search"


def test_enter_opens_what_answers_all_that_was_typed_however_fast(open_page):
    page = open_page("en/")
    page.keyboard.press("/")
    page.locator("dialog [role=combobox]").wait_for()
    page.keyboard.type("An urgent matter")
    page.keyboard.press("Enter")
    page.wait_for_url("**/scenarios/urgent-matter/**", wait_until="commit")


def test_arrows_and_enter_lead_to_a_result(open_page):
    page = open_page("en/")
    page.keyboard.press("/")
    page.keyboard.type("An urgent matter")
    page.locator("dialog .found", has_text="An urgent matter").first.wait_for()
    page.locator("dialog [data-results]:not([aria-busy])").wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url("**/scenarios/urgent-matter/**")


def test_a_slash_typed_into_a_field_stays_there(open_page):
    page = open_page("en/scenarios/")
    field = page.locator("filter-table input").first
    field.focus()
    page.keyboard.type("a/b")
    assert field.input_value() == "a/b"


def test_the_language_is_switched_by_keyboard(open_page):
    page = open_page("en/channels/email/")
    tab_to(page, "中文")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/en/" not in url)
    assert page.url.endswith("/channels/email/")


def test_a_table_is_sorted_by_keyboard(open_page):
    page = open_page("en/scenarios/")
    heading = page.locator("filter-table th", has_text="Answer within").first
    times = "all => all.map((each) => Number(each.dataset.value))"
    heading.locator("button").focus()
    for key, order in (("Enter", "ascending"), ("Space", "descending")):
        page.keyboard.press(key)
        assert heading.get_attribute("aria-sort") == order
        found = page.locator("filter-table td[data-label='Answer within']").evaluate_all(times)
        assert found == sorted(found, reverse=order == "descending") and len(set(found)) > 3


def test_a_definition_shows_on_focus_and_escape_closes_it(open_page):
    page = open_page("en/reference/response-times/")
    term = page.locator("glossary-term").first
    definition = term.locator("[role=tooltip]")
    assert definition.is_hidden()
    term.locator("a").focus()
    assert definition.is_visible()
    assert term.locator("a").get_attribute("aria-describedby") == definition.get_attribute("id")
    page.keyboard.press("Escape")
    assert definition.is_hidden()
    assert page.evaluate("document.activeElement.closest('glossary-term') !== null")


def test_everything_folded_opens_by_keyboard(open_page):
    page = open_page("en/scenarios/urgent-matter/")
    summary = page.locator("#example + .example details.other-language summary")
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator("#example + .example details.other-language [lang=zh-CN]").is_visible()


def test_the_headings_of_a_page_are_reached_behind_it_where_they_stand_right_of_it(open_page):
    page = open_page("en/scenarios/absence/", width=1280)
    page.wait_for_function("Boolean(customElements.get('page-toc'))")
    behind = "() => Boolean(document.querySelector('#content').compareDocumentPosition(document.querySelector('.layout__toc')) & 4)"
    place = "() => JSON.stringify(document.querySelector('.layout__toc').getBoundingClientRect())"
    assert page.evaluate(behind)
    page.evaluate("document.querySelector('#content').before(document.querySelector('.layout__toc'))")
    there = page.evaluate(place)
    page.set_viewport_size({"width": 390, "height": 800})
    page.wait_for_timeout(100)
    assert not page.evaluate(behind), "on a phone they unfold above the title"
    page.set_viewport_size({"width": 1280, "height": 800})
    page.wait_for_timeout(100)
    assert page.evaluate(behind) and page.evaluate(place) == there


@pytest.mark.parametrize("width", [320, 360, 390])
def test_letters_twice_as_large_leave_the_line_above_the_title_and_the_bar_of_a_form_readable(open_page, width):
    large = "document.documentElement.style.fontSize = '250%'"
    page = open_page("en/scenarios/absence/", width=width)
    page.evaluate(large)
    lines = "(all) => all.map((each) => [...each.getClientRects()].length)"
    assert set(page.locator(".breadcrumb a:visible").evaluate_all(lines)) == {1}
    assert all(
        box["width"] > 60 for box in (each.bounding_box() for each in page.locator(".breadcrumb li:visible").all())
    )
    page = open_page("en/templates/meeting-minutes/#minutes-subject=x", width=width)
    page.locator("form-filler [name=minutes-subject]").wait_for()
    page.evaluate(large)
    buttons = page.locator(".filler__bar > .button:visible")
    first, second = (each.bounding_box() for each in buttons.all()[:2])
    assert first["x"] + first["width"] <= second["x"] and second["y"] < first["y"] + first["height"], "in one line"
    assert buttons.evaluate_all("(all) => all.every((each) => each.scrollWidth <= each.clientWidth)")
    assert page.locator(".filler__bar").bounding_box()["height"] <= 130


@pytest.mark.parametrize("path", ["checklists/absence/", "en/checklists/absence/"])
def test_what_ends_a_list_leads_on_to_what_is_said_of_it_first_of_all(open_page, path):
    page = open_page(path)
    page.locator("check-list input[type=checkbox]").evaluate_all("all => all.forEach((box) => box.click())")
    page.locator("[data-ending] [type=submit]").press("Enter")
    said = page.locator("[data-ending] output")
    assert said.inner_text() and said.evaluate("(output) => output === document.activeElement")
    assert said.bounding_box()["y"] < page.locator("[data-ending] [data-do=print]").bounding_box()["y"]
