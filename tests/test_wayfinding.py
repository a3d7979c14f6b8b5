"""On every width: what is on this page, where I am in its part, the way back to the top, contacts, chooser and records."""

from __future__ import annotations

import heapq
import json
import time
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.built_pages import BuiltPage, pages
from tests.filled_pages import WAY_IN, draft_of

PHONE, TABLET, DESKTOP = 390, 900, 1440
LONG = "en/scenarios/receiving-visitors/"


def test_what_is_on_a_page_is_listed_whoever_wrote_its_headings(site):
    """Not on home, which is such a list itself, and not on My page, where it depends on what is kept."""
    missing = {}
    for page in pages(site):
        headings = [heading.get("id") for heading in page.article.xpath(".//h2[@id]")]
        listed = [link.get("href") for link in page.tree.xpath("//page-toc//li/a")]
        left = [id for id in headings if f"#{id}" not in listed]
        if len(headings) > 1 and left and page.in_either_language not in ("", "my/"):
            missing[page.address] = left
    assert missing == {}


def test_on_a_phone_the_headings_of_a_page_unfold_above_it_and_lead_there(open_page):
    page = open_page(LONG, width=PHONE)
    headings, button = page.locator("page-toc li a"), page.locator("page-toc summary")
    assert button.is_visible() and headings.first.is_hidden()
    button.click()
    last = headings.last
    last.click()
    assert headings.first.is_hidden()
    page.locator(":target").wait_for()
    assert page.locator(":target").inner_text() == last.text_content()


@pytest.mark.sweep
@pytest.mark.parametrize("path", [LONG, "guide/internal/content/", "en/guide/internal/content/"])
def test_on_a_phone_the_headings_take_no_line_of_their_own(open_page, path):
    page = open_page(path, width=360)
    button, place, title = (
        page.locator(each).bounding_box() for each in ("page-toc summary", ".breadcrumb ol", "article h1")
    )
    assert place["x"] + place["width"] <= button["x"] and button["x"] + button["width"] <= 360
    assert abs(place["y"] - button["y"]) < 12
    assert title["y"] >= button["y"] + button["height"]
    assert title["y"] < 160


@pytest.mark.parametrize("home", ["", "en/"])
@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("templates/", "filter-cards input"),
        ("scenarios/", "filter-table input"),
        ("reference/glossary/", "filter-table input"),
        ("reference/response-times/", "table.times tbody tr"),
        ("reference/phrases/", "phrase-filter label:visible"),
        ("channels/", ".cards li"),
    ],
)
def test_a_list_begins_on_the_first_screen_of_a_phone_behind_a_short_lead(open_page, home, path, wanted):
    page = open_page(f"{home}{path}", width=PHONE)
    lead = page.locator("article > p").first.bounding_box()
    assert lead["height"] <= 110, "more than four lines stand before what readers come for"
    first = page.locator(wanted).first.bounding_box()
    assert lead["y"] < first["y"] and first["y"] + first["height"] <= 640


@pytest.mark.parametrize("path", ["scenarios/", "en/scenarios/"])
def test_scenarios_are_in_sight_on_the_first_screen_of_a_phone(open_page, path):
    page = open_page(path, width=PHONE)
    page.locator("filter-table select").wait_for()
    often, first = (
        page.locator(".often a").first.bounding_box(),
        page.locator(".scenario-table th a").first.bounding_box(),
    )
    assert often["y"] < 340 and first["y"] + first["height"] <= 640
    line, order = (page.locator(f"filter-table {each}").first.bounding_box() for each in ("input", "select"))
    assert abs(line["y"] - order["y"]) < 2, "what is typed and the order stand in one line"


def test_the_menu_has_the_headings_the_pages_of_the_part_chooser_and_records(open_page):
    page = open_page(LONG, width=PHONE)
    page.locator(".site-menu summary").click()
    links = page.locator(".site-menu nav a")
    page.locator(".site-menu nav p").last.wait_for()
    there = set(
        links.evaluate_all("(links) => links.map((link) => new URL(link.href).pathname + new URL(link.href).hash)")
    )
    for wanted in page.locator(".page-toc ul a, .part-nav > ul a").evaluate_all(
        "(links) => links.map((link) => new URL(link.href).pathname + new URL(link.href).hash)"
    ):
        assert wanted in there
    assert {path.partition("/en/")[2] for path in there} >= {"contacts/", "choose/", "my/"}
    assert page.locator(".site-menu nav a[aria-current=page]").count() == 1


def test_beside_a_page_the_current_entry_and_the_heading_that_is_read_are_marked_and_in_view(open_page):
    page = open_page(LONG, width=DESKTOP)
    page.wait_for_function("""() => {
        const [entry, nav] = [".part-nav a[aria-current=page]", ".layout__nav > nav"].map(
            (each) => document.querySelector(each).getBoundingClientRect());
        return nav.top <= entry.top && entry.bottom <= nav.bottom;
    }""")
    assert page.locator("page-toc a[aria-current]").count() == 0
    last = page.locator("page-toc li a").last
    page.evaluate("(hash) => document.querySelector(hash).scrollIntoView()", last.get_attribute("href"))
    page.locator("page-toc a[aria-current=true]").wait_for()
    page.locator(".site-footer a[href='#content']").click()
    page.wait_for_function("scrollY < 100")


@pytest.mark.parametrize(
    ("path", "width", "shown"),
    [
        ("scenarios/", TABLET, True),
        ("en/scenarios/", TABLET, False),
        ("en/scenarios/", 1024, True),
        ("en/scenarios/", 1240, True),
        ("en/scenarios/", 1480, True),
        ("en/scenarios/", 1920, True),
        ("scenarios/", 1920, True),
    ],
)
def test_the_bar_of_the_parts_stays_as_long_as_it_fits(open_page, path, width, shown):
    page = open_page(path, width=width)
    assert page.locator(".site-parts").is_visible() == shown
    assert page.locator(".site-menu summary").is_visible() != shown
    right = "(each) => each.getBoundingClientRect().right"
    assert page.locator(".site-header__row > :last-child").evaluate(right) <= width
    if shown:
        search = page.locator(".site-search__open").evaluate("(each) => each.getBoundingClientRect().left")
        assert page.locator(".site-parts li:last-child").evaluate(right) <= search


@pytest.mark.sweep
def test_on_a_tablet_upright_the_page_has_the_whole_width_and_the_menu_the_pages_of_the_part(open_page):
    page = open_page("en/reference/glossary/", width=768)
    assert page.locator(".layout__nav").is_hidden()
    assert page.locator("#content table").first.evaluate("(each) => each.clientWidth") > 680
    page.locator(".site-menu summary").click()
    expect(page.locator(".site-menu").get_by_role("link", name="Response times")).to_be_visible()


@pytest.mark.sweep
def test_where_no_heading_stands_beside_a_page_it_takes_that_room_too(open_page):
    page = open_page("reference/controlled-forms/", width=1280)
    right = "(each) => each.getBoundingClientRect().right"
    assert page.locator("#content").evaluate(right) > 1180


def test_how_far_a_list_is_stays_in_sight_while_its_last_item_is_ticked(open_page):
    page = open_page("en/checklists/onboarding-day-one/", width=PHONE)
    page.locator("check-list input[type=checkbox]").last.check()
    said = page.locator(".checklist__progress output")
    assert "1" in said.inner_text()
    assert said.evaluate(
        "(each) => { const { top, bottom } = each.getBoundingClientRect(); return top > 50 && bottom < innerHeight; }"
    )


def test_on_a_phone_the_message_or_what_to_say_starts_within_the_first_screen(
    site: Path, address: str, open_page, sweep: bool
):
    """Of every scenario, in both languages (a run takes those with most text above it and the urgent ones); the phone is 390 by 844 and has
    fingers, nothing was moved, and a line of it is whole."""
    page = open_page("", width=PHONE, has_touch=True, is_mobile=True)
    page.set_viewport_size({"width": PHONE, "height": 844})
    late = []
    scenarios = json.loads((site / "handbook.json").read_text(encoding="utf-8"))["scenarios"]
    paths = [path for scenario in scenarios for path in scenario["url"].values()]
    if not sweep:
        urgent = [scenario["url"]["en"] for scenario in scenarios if scenario["urgency"] == "urgent"]
        paths = [*heapq.nlargest(12, paths, key=lambda path: text_above_the_message(site, path)), *urgent, *paths[::16]]
    for path in paths:
        page.goto(address + path, wait_until="domcontentloaded")
        start = page.locator("#content .message").first.bounding_box()["y"]
        if start > 844 - 20:
            late.append(f"{path}: {start:.0f}")
    assert late == []


@pytest.mark.parametrize("path", ["scenarios/taking-a-call/", "en/scenarios/taking-a-call/"])
def test_whoever_is_on_the_phone_has_the_first_sentence_to_say_first_in_the_panel(open_page, path):
    page = open_page(path, width=PHONE, has_touch=True, is_mobile=True)
    first = page.locator(".answer-card--short dd a").first
    assert first.bounding_box()["y"] < 440 and page.locator(".answer-card--short dt:visible").first.inner_text() in (
        "Say first",
        "先说",
    )
    said = first.inner_text()[1:-1]
    assert page.locator("#content .message__text").first.inner_text().startswith(said)
    first.click()
    page.wait_for_function("document.querySelector('#content .message').getBoundingClientRect().top < innerHeight / 2")
    assert (
        page.locator("#choice + .answer-card")
        .get_by_text("Who to ask" if "en/" in path else "找谁", exact=True)
        .first.is_visible()
    )


@pytest.mark.parametrize("path", ["scenarios/taking-a-call/", "en/scenarios/taking-a-call/"])
def test_where_the_page_stands_and_the_way_to_its_steps_are_two_on_a_small_phone(open_page, path):
    page = open_page(path, width=360, has_touch=True, is_mobile=True)
    last, steps = (
        page.locator(".breadcrumb a:visible").last.bounding_box(),
        page.locator(".page-toc__steps").bounding_box(),
    )
    assert steps["x"] - last["x"] - last["width"] > 24 and abs(steps["y"] - last["y"]) < 20


def text_above_the_message(site: Path, path: str) -> int:
    """How wide the text is that stands above what may be copied or said, a Chinese character as two, a button to call as two lines."""
    article = BuiltPage(site, path).article
    message = article.xpath(".//*[contains(@class, 'message')]")[0]
    above = "".join(message.xpath("preceding::text()[ancestor::*[@id = 'content']]"))
    calls = len(message.xpath("preceding::a[contains(@class, 'button') and ancestor::*[@id = 'content']]"))
    return sum(1 if ord(char) < 0x3000 else 2 for char in " ".join(above.split())) + 80 * calls


@pytest.mark.parametrize("path", ["scenarios/", "en/scenarios/"])
def test_on_a_phone_all_scenarios_take_few_screens_below_the_groups_there_are(open_page, path):
    page = open_page(path, width=360, has_touch=True, is_mobile=True)
    page.set_viewport_size({"width": 360, "height": 740})
    groups, rows = page.locator(".groups a"), page.locator(".scenario-table tbody tr:not(.table-group)")
    names = page.locator(".scenario-table .table-group").all_inner_texts()
    assert groups.all_inner_texts() == names
    assert groups.last.bounding_box()["y"] < 540 and len({each.bounding_box()["y"] for each in groups.all()}) == 1
    assert page.evaluate("document.documentElement.scrollHeight") <= 8.5 * 740, "and two more may be added"
    assert rows.last.bounding_box()["height"] >= 44
    groups.last.click()
    last = page.locator(".scenario-table .table-group").last
    page.wait_for_function("scrollY > 1000")
    assert 50 < last.bounding_box()["y"] < 200
    page.locator(".table-filter input").fill(rows.first.locator("a").inner_text())
    assert groups.first.is_hidden() and rows.first.is_visible()


LONELY = """(rows) => rows.filter((row) => {
  const tag = row.querySelector(".tag").getBoundingClientRect(), middle = (tag.top + tag.bottom) / 2;
  const range = document.createRange();
  return ![...row.querySelectorAll("th > a, td > *, td")].some((each) => {
    range.selectNodeContents(each);
    return [...range.getClientRects()].some((line) => line.width && line.top < middle && middle < line.bottom);
  });
}).map((row) => row.innerText)"""


@pytest.mark.sweep
@pytest.mark.parametrize("path", ["scenarios/", "en/scenarios/"])
def test_each_group_of_scenarios_is_whole_the_most_looked_up_are_links_above_and_no_tag_stands_alone(open_page, path):
    page = open_page(path)
    pages = page.locator(".part-nav__group a").evaluate_all("all => all.map((each) => each.pathname)")
    groups = page.locator(".scenario-table tbody").evaluate_all(
        "all => all.map((each) => [...each.querySelectorAll('th[scope=row] a')].map((link) => link.pathname))"
    )
    assert pages == [link for group in groups for link in group] and len(set(pages)) == len(pages)
    assert page.locator("filter-table input").bounding_box()["y"] < 300, "what the page says to do first"
    often = page.locator(".often a").evaluate_all("all => all.map((each) => each.pathname)")
    assert often and set(often) <= set(pages)
    rows = page.locator(".scenario-table tbody tr:not(.table-group)")
    for width in (360, 390, 1024, 1280, 1600):
        page.set_viewport_size({"width": width, "height": 800})
        assert rows.evaluate_all(LONELY) == [], width


@pytest.mark.parametrize("path", ["guide/internal/", "en/guide/external/"])
def test_a_procedure_names_each_step_once_below_each_other_in_its_order(open_page, path):
    page = open_page(path)
    steps = page.locator(".cards--steps a")
    led = steps.evaluate_all("all => all.map((each) => each.pathname)")
    linked = page.locator("#content li a").evaluate_all("all => all.map((each) => each.pathname)")
    assert len(led) >= 4 and [linked.count(each) for each in led[1:-1]] == [1] * (len(led) - 2), "drawn once"
    places = [step.bounding_box() for step in steps.all()]
    assert len({place["x"] for place in places}) == 1 and places == sorted(places, key=lambda place: place["y"])


@pytest.mark.sweep
@pytest.mark.parametrize(
    "path", ["en/scenarios/media-public-relations/", "scenarios/media-public-relations/", "en/about/authors/"]
)
def test_what_has_a_frame_ends_at_one_edge(open_page, path):
    page = open_page(path)
    frames = page.locator("#content > :is(.admonition, .pair, .answer-card)").all()
    edges = [round(box["x"] + box["width"]) for each in frames if (box := each.bounding_box())]
    assert len(edges) > 1 and len(set(edges)) == 1


def test_on_a_phone_the_name_in_the_header_has_one_line_and_no_heading_is_broken_at_a_hyphen(open_page):
    page = open_page("en/scenarios/formal-instruction-report/", width=360)
    name = page.locator(".site-name")
    assert name.locator(".site-name__short").bounding_box()["height"] < 25
    assert "Communication Handbook" in name.inner_text(), "a listener hears the whole"
    words = page.locator("#content :is(h1, h2) .whole")
    assert words.count() and all(box["height"] < 44 for box in (word.bounding_box() for word in words.all()))
    assert set(words.evaluate_all("all => all.map((each) => getComputedStyle(each).whiteSpace)")) == {"nowrap"}


@pytest.mark.sweep
def test_on_a_phone_a_place_abroad_says_its_hours_and_the_rest_once_asked(open_page):
    page = open_page("en/reference/working-abroad/", width=360)
    row = page.locator("tbody tr", has_text="Taipei").first
    note = row.locator("td").last
    assert note.locator("span").is_hidden() and row.bounding_box()["height"] < 70, "two lines at most"
    assert page.get_by_role("columnheader", name="Shared hours").is_visible()
    note.locator("summary").click()
    assert note.locator("span").is_visible()
    holiday = page.locator(".holidays tbody tr").first
    told = holiday.locator("td:not(:first-child)")
    assert not any(each.is_visible() for each in told.all()) and holiday.bounding_box()["height"] < 85, "two lines"
    holiday.locator("summary").click()
    assert told.count() and all(each.is_visible() for each in told.all())
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    wide = (
        open_page("en/reference/working-abroad/", width=DESKTOP)
        .locator("tbody tr", has_text="Taipei")
        .first.locator("td")
        .last
    )
    assert wide.locator("span").is_visible() and wide.locator("summary").is_hidden()


def test_the_way_back_closes_what_was_opened_and_leaves_the_page_only_then(open_page, address):
    page = open_page("en/channels/email/", width=PHONE)
    page.goto(f"{address}en/templates/meeting-minutes/")
    here = page.url
    dialog, menu = page.locator("dialog.search"), page.locator(".site-menu nav")
    for open_it, shown in (
        (lambda: page.locator("header [data-open-search]").click(), dialog),
        (lambda: page.locator(".site-menu summary").click(), menu),
        (lambda: page.locator("form-opener > button").click(), page.locator("form-filler form")),
    ):
        open_it()
        shown.wait_for()
        page.wait_for_function("history.state?.step === 1")
        page.go_back()
        shown.wait_for(state="hidden")
        assert page.url == here
    page.locator("header [data-open-search]").click()
    page.keyboard.press("Escape")
    page.wait_for_function("!history.state?.step")
    page.locator("header [data-open-search]").click()
    page.wait_for_function("history.state?.step === 1")
    page.reload()
    page.wait_for_function("!history.state?.step")
    page.go_forward()
    page.wait_for_function("!history.state?.step")
    page.locator("form-opener > button").click()
    form = page.locator("form-filler form")
    form.wait_for()
    page.wait_for_function("history.state?.step === 1")
    page.evaluate("document.querySelector('a[href$=\"#content\"]').click()")
    page.wait_for_function("location.hash && !history.state")
    page.locator("header [data-open-search]").click()
    page.wait_for_function("history.state?.step === 2")
    page.go_back()
    dialog.wait_for(state="hidden")
    page.go_back()
    page.wait_for_function("location.hash === '#fill'")
    assert form.is_visible(), "a link to a place of the page, and the way back from there, close nothing"
    page.go_back()
    form.wait_for(state="hidden")
    page.locator("header [data-open-search]").click()
    dialog.get_by_role("combobox").fill("work report")
    dialog.locator("[role=option]:not([data-above])").first.click()
    page.wait_for_url(lambda url: url != here)
    page.go_back()
    dialog.wait_for()
    assert page.url == here, "whoever comes back from a result finds the search as it was left"
    page.go_back()
    dialog.wait_for(state="hidden")
    page.go_back()
    assert page.url.endswith("/channels/email/"), "nothing is left of what was closed"


@pytest.mark.parametrize("link", ["#fill", "#minutes-subject=Move"])
def test_the_way_back_closes_a_form_that_a_link_opened_and_stays_on_its_page(link, open_page, address):
    page = open_page("en/templates/", width=PHONE)
    page.goto(f"{address}en/templates/meeting-minutes/{link}")
    form = page.locator("form-filler form")
    form.wait_for()
    page.wait_for_function("history.state?.step === 1")
    page.go_back()
    form.wait_for(state="hidden")
    assert page.url == f"{address}en/templates/meeting-minutes/"
    page.go_back()
    page.wait_for_url(f"{address}en/templates/")


def test_the_way_back_from_a_draft_leads_to_where_it_was_gone_on_with(open_with):
    page = open_with({"handbook:draft:abcdef123456": json.dumps(draft_of(changed=int(time.time() * 1000)))}, "en/")
    home = page.url
    page.locator("go-on li a").click()
    form = page.locator("form-filler form")
    form.wait_for()
    page.wait_for_url(lambda url: url.endswith("#fill"))
    page.go_back()
    page.wait_for_url(home)
    page.locator("go-on li a").click()
    form.wait_for()
    page.locator("form-filler [data-do=close]").first.click()
    form.wait_for(state="hidden")
    page.locator(WAY_IN).first.click()
    page.wait_for_function("history.state?.step === 1")
    page.go_back()
    form.wait_for(state="hidden")
    assert page.locator("#download").is_visible(), "what is opened on the page itself is closed by the way back"


@pytest.mark.sweep
@pytest.mark.parametrize("width", [PHONE, TABLET, DESKTOP])
def test_the_groups_of_contacts_are_listed_once(open_page, width):
    page = open_page("en/contacts/", width=width)
    first = page.locator("#content h2").first.get_attribute("id")
    links = page.locator(f":is(.layout__nav, .layout__toc, .contacts__groups) a[href$='#{first}']")
    assert [link.is_visible() for link in links.all()].count(True) == 1


@pytest.mark.sweep
def test_under_a_finger_no_link_to_a_heading_reaches_beyond_the_window(open_page):
    for path in ("en/reference/", "en/reference/response-times/"):
        page = open_page(path, width=360, is_mobile=True, has_touch=True)
        assert page.evaluate("document.documentElement.scrollWidth") == 360, path


@pytest.mark.sweep
def test_on_a_phone_the_other_language_of_a_phrase_is_opened_by_whoever_wants_it(open_page):
    page = open_page("reference/phrases/#opening", width=360)
    first = page.locator(".phrases tbody th").first
    other = first.locator(".phrases__other")
    assert other.is_hidden()
    first.locator("summary").click()
    assert other.is_visible() and other.get_by_role("button").is_visible()
    wide = open_page("reference/phrases/", width=DESKTOP)
    assert wide.locator(".phrases__other").first.is_visible()
    assert wide.locator(".phrases summary").first.is_hidden()


BOX = """(each) => { const box = each.getBoundingClientRect(); return [box.left, box.right].map(Math.round); }"""
NARROW, WIDE = (276, 1024), (276, 1264)


@pytest.mark.parametrize(
    ("path", "edges"),
    [
        ("en/", (16, 1264)),
        ("en/scenarios/absence/", NARROW),
        ("en/checklists/complaint-first-hour/", NARROW),
        ("search/", NARROW),
        ("choose/", WIDE),
        ("templates/", WIDE),
        ("contacts/", WIDE),
        ("my/", NARROW),
    ],
)
def test_on_a_desktop_a_page_ends_at_one_of_two_edges_and_home_fills_both_sides(open_page, path, edges):
    page = open_page(path, width=1280)
    assert tuple(page.locator("#content").evaluate(BOX)) == edges


def test_the_parts_of_a_checklist_end_where_the_box_above_does(open_page):
    page = open_page("en/checklists/complaint-first-hour/", width=1280)
    ends = page.locator(".answer-card, run-panel, .checklist__progress, .checklist fieldset")
    assert {right for _, right in ends.evaluate_all(f"(all) => all.map({BOX})") if right} == {1024}


@pytest.mark.sweep
@pytest.mark.parametrize("width", [PHONE, 768, 1024])
def test_on_this_page_takes_no_line_of_its_own_beside_the_list_of_pages(open_page, width):
    page = open_page(LONG, width=width)
    button, place, title = (
        page.locator(each).bounding_box() for each in ("page-toc summary", ".breadcrumb ol", "article h1")
    )
    assert abs(place["y"] - button["y"]) < 12 and title["y"] < 130
    page.locator("page-toc summary").click()
    page.locator("page-toc li a").last.click(trial=True)
    assert page.locator("article h1").bounding_box() == title, "it opens over the page"


BASELINES = """(row) => [...row.children].filter((cell) => cell.checkVisibility()).map((cell) => {
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    do texts.nextNode(); while (texts.currentNode.nodeType === 3 && !texts.currentNode.data.trim());
    const mark = document.createElement("span");
    mark.style.display = "inline-block";
    const text = texts.currentNode;
    if (text.nodeType !== 3) return null;
    const word = document.createElement("span");
    text.replaceWith(word);
    word.append(mark, text);
    const at = mark.getBoundingClientRect().bottom;
    word.replaceWith(text);
    return Math.round(at);
}).filter((at) => at !== null)"""


@pytest.mark.sweep
@pytest.mark.parametrize(
    "path", ["en/scenarios/", "scenarios/", "en/reference/confidentiality/", "reference/legal-clocks/"]
)
def test_a_row_and_its_header_stand_on_one_line(open_page, path):
    page = open_page(path, width=1280)
    for row in page.locator("#content tbody tr:not(.table-group)").all()[:4]:
        lines = [at for at in row.evaluate(BASELINES) if at]  # but for what is not shown
        assert max(lines) - min(lines) <= 1, lines


@pytest.mark.parametrize("path", ["reference/response-times/", "en/reference/response-times/"])
def test_on_a_phone_how_urgent_stands_in_one_column_below_the_channel(open_page, path):
    page = open_page(path, width=PHONE)
    page.locator("table.then details").evaluate_all("all => all.forEach((each) => { each.open = true; })")
    starts = page.locator("table.then td").evaluate_all(
        "all => all.map((each) => [each.getBoundingClientRect().left, getComputedStyle(each, '::before').clipPath])"
    )
    assert len(starts) > 6 and max(start for start, _ in starts) - min(start for start, _ in starts) < 1, starts
    assert {clip for _, clip in starts} == {"none"}, "it is seen how urgent"


def test_titles_in_chinese_break_at_their_commas_on_a_phone(open_page):
    page = open_page("scenarios/phone-message/", width=360)
    broken = """(title) => {
        const lines = [];
        const text = title.firstChild;
        for (let n = 0; n < text.length; n += 1) {
            const range = document.createRange();
            range.setStart(text, n);
            range.setEnd(text, n + 1);
            const { top } = range.getBoundingClientRect();
            if (lines.at(-1)?.top !== top) lines.push({ top, said: "" });
            lines.at(-1).said += text.data[n];
        }
        return lines.map(({ said }) => said);
    }"""
    lines = page.locator("article h1").evaluate(broken)
    assert all(line.endswith("、") for line in lines[:-1]), lines


@pytest.mark.parametrize("path", ["scenarios/absence/", "en/scenarios/after-hours-incident/"])
def test_the_steps_of_a_scenario_are_one_tap_from_its_first_screen(path, open_page):
    page = open_page(path, width=PHONE)
    steps = page.locator("a.page-toc__steps")
    assert steps.bounding_box()["y"] < 150
    steps.click()
    page.wait_for_function("Math.abs(document.querySelector('#steps').getBoundingClientRect().top) < 120")
    page = open_page(path, width=1280)
    assert page.locator("a.page-toc__steps").is_hidden() and page.locator("#page-toc a[href='#steps']").is_visible()


@pytest.mark.sweep
@pytest.mark.parametrize("path", ["en/checklists/", "en/templates/", "en/channels/", "en/guide/internal/", "en/my/"])
def test_a_name_whose_words_are_kept_together_is_one_text_and_no_row_of_pieces(open_page, path):
    page = open_page(path, width=PHONE)
    apart = page.locator("#content :is(a, p, h2, h3, li, span):has(> .whole)").evaluate_all("""(found) => found.filter((each) =>
        /flex|grid/.test(getComputedStyle(each).display) && [...each.childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim()),
    ).map((each) => each.textContent)""")
    assert apart == []


@pytest.mark.sweep
def test_what_is_looked_up_most_makes_room_for_what_somebody_types(open_page):
    page = open_page("en/scenarios/", width=PHONE)
    often = page.locator("filter-table > .often").last
    assert often.is_visible()
    page.locator(".table-filter input[type=search]").first.fill("refuse")
    assert often.is_hidden()


@pytest.mark.sweep
@pytest.mark.parametrize("home", ["", "en/"])
@pytest.mark.parametrize(
    ("step", "around"),
    [
        ("internal/goal-counterpart", ["channel"]),
        ("internal/channel", ["goal-counterpart", "content"]),
        ("external/follow-up", ["confirm-needs"]),
    ],
)
def test_on_a_phone_a_step_names_the_steps_around_it_above_what_it_says(open_page, home, step, around):
    page = open_page(f"{home}guide/{step}/", width=PHONE)
    links = page.locator(".lead .step-way a")
    hrefs = [each.rstrip("/").rpartition("/")[2] for each in links.evaluate_all("all => all.map((each) => each.href)")]
    assert hrefs == around
    for box in [each.bounding_box() for each in links.all()]:
        assert box["height"] >= 44 and box["y"] + box["height"] < 844 / 2
    desk = open_page(f"{home}guide/{step}/", width=DESKTOP)
    assert desk.locator(".lead .step-way").is_hidden(), "they stand in the column beside it"


@pytest.mark.parametrize("path", ["scenarios/absence/", "en/scenarios/complaint-relationship/"])
def test_on_a_phone_a_message_has_most_of_the_width(open_page, path):
    page = open_page(path, width=PHONE)
    assert page.locator(".pair .message__text").first.bounding_box()["width"] > 300
