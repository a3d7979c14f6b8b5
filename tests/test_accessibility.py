"""Everybody can read it: axe on every kind of page, headings, landmarks, tables as cards, targets, motion, width."""

from __future__ import annotations

import itertools
from collections import Counter
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.built_pages import BuiltPage, pages
from tests.conftest import in_a_sweep
from tests.kinds_of_page import ALL_KINDS, NOT_FOUND, in_turn, kind_of

PHONE, DESKTOP = 390, 1280
NARROWEST = 320
in_one_process = pytest.mark.xdist_group("pages")
"""Where all pages are parsed: once, with the other tests that do so."""
ONLY_COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
STILL = {"reduced_motion": "reduce"}
"""Without it axe may look at a colour half-way between two."""


def faults(page, options: dict | None = None, within: str | None = None) -> list[str]:
    """What axe finds on a page as it stands, or within a part of it, of any weight: rule, place, markup."""
    found = Axe().run(page, context=within, options={"resultTypes": ["violations"], **(options or {})})
    return [
        f"{fault['impact']} {fault['id']}: {node['target']} {node['html'][:160]}"
        for fault in found.response["violations"]
        for node in fault["nodes"]
    ]


def faults_in_one(page, where: str, scheme: str, within: str | None = None) -> list[str]:
    """What axe finds in light or dark."""
    page.emulate_media(color_scheme=scheme)
    return [f"{where}, {scheme}: {fault}" for fault in faults(page, within=within)]


def faults_in_light_and_dark(page, where: str, within: str | None = None) -> list[str]:
    """The same page in both; only colours can differ, so only they are looked at twice."""
    found = faults_in_one(page, where, "light", within)
    page.emulate_media(color_scheme="dark")
    return found + [f"{where}, dark: {fault}" for fault in faults(page, ONLY_COLOURS, within)]


@pytest.mark.every_other(3)
@pytest.mark.parametrize("kind", ALL_KINDS)
def test_axe_finds_nothing_in_light_and_dark_on_phone_and_desktop(kind, site, address, open_page, sweep):
    found, page, number = [], open_page(NOT_FOUND, **STILL), ALL_KINDS.index(kind)
    paths, widths = in_turn(kind, site, sweep), [PHONE, DESKTOP]
    if not sweep:  # A run looks at each kind at one width and in one scheme, in turn: colours are what takes long.
        widths = widths[number // 2 % 2 :][:1]
    within = None if sweep or number % 6 == 0 else "#content"
    scheme = ("light", "dark")[number // 8 % 2]
    for path, width in itertools.product(paths, widths):
        page.goto(address + path)
        page.set_viewport_size({"width": width, "height": 800})
        where = f"{path} at {width}"
        found += faults_in_light_and_dark(page, where, within) if sweep else faults_in_one(page, where, scheme, within)
    assert not found, "\n".join(found)


def test_axe_finds_nothing_on_the_page_for_what_was_not_found(open_page):
    for width in (PHONE, DESKTOP):
        page = open_page("no/such/page/", width=width, **STILL)
        assert not (found := faults_in_light_and_dark(page, str(width))), "\n".join(found)


def test_axe_finds_nothing_while_the_menu_is_open(open_page):
    page = open_page("en/scenarios/", width=PHONE, **STILL)
    page.locator(".site-menu summary").click()
    assert page.locator(".site-menu nav").is_visible()
    assert not (found := faults_in_light_and_dark(page, "menu", ".site-menu")), "\n".join(found)


@pytest.mark.parametrize("width", [PHONE, in_a_sweep(DESKTOP)])
@pytest.mark.parametrize("query", [in_a_sweep(""), in_a_sweep("urgent"), "meeting minutes", in_a_sweep("xyzzy")])
def test_axe_finds_nothing_while_search_shows_results(open_page, width, query):
    page = open_page("en/scenarios/", width=width, **STILL)
    page.keyboard.press("/")
    page.locator("dialog [role=option]").first.wait_for()
    page.keyboard.type(query)
    page.wait_for_function(
        "(query) => !query || (document.querySelector('dialog [data-said]').textContent && !document.querySelector('dialog [aria-busy]'))",
        arg=query,
    )
    assert not (found := faults_in_light_and_dark(page, "search", "dialog[open]")), "\n".join(found)


def test_axe_finds_nothing_while_everything_folded_is_open(open_page):
    page = open_page("scenarios/urgent-matter/", **STILL)
    page.evaluate("document.querySelectorAll('#content details').forEach((details) => { details.open = true; })")
    assert not (found := faults_in_light_and_dark(page, "details")), "\n".join(found)


def test_axe_finds_nothing_while_a_definition_shows(open_page):
    page = open_page("en/reference/response-times/", **STILL)
    page.locator("glossary-term a").first.focus()
    assert page.locator("[role=tooltip]").first.is_visible()
    assert not (found := faults_in_light_and_dark(page, "definition", "main table:first-of-type")), "\n".join(found)


def test_axe_finds_nothing_where_a_review_is_overdue(open_page):
    page = open_page("scenarios/urgent-matter/", **STILL)
    page.evaluate("document.querySelector('review-note').hidden = false")
    assert not (found := faults_in_light_and_dark(page, "review", "review-note")), "\n".join(found)


@in_one_process
def test_each_page_has_one_first_heading_and_skips_no_level(site):
    wrong = []
    for page in pages(site):
        levels = [
            int(heading.tag[1])
            for heading in page.article.iter("h1", "h2", "h3", "h4", "h5", "h6")
            if not heading.xpath("ancestor-or-self::div[@hidden]")
        ]
        steps = itertools.pairwise(levels)
        if levels.count(1) != 1 or levels[0] != 1 or any(after > before + 1 for before, after in steps):
            wrong.append(f"{page.address}: {levels}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("width", [PHONE, in_a_sweep(DESKTOP)])
def test_landmarks_of_one_kind_have_names_of_their_own(open_page, width):
    page = open_page("en/guide/internal/content/", width=width)
    if width == PHONE:
        page.locator(".site-menu summary").click()
    names = page.locator("nav:visible, main:visible, [role=search]:visible").evaluate_all(
        "found => found.map((each) => `${each.tagName} ${each.ariaLabel}`)"
    )
    assert len(names) >= 4
    assert not [name for name, count in Counter(names).items() if count > 1]
    assert not [name for name in names if name.startswith("NAV null")]


def tables(page: BuiltPage) -> list:
    return page.article.findall(".//table")


@in_one_process
def test_a_bad_example_is_headed_as_the_page_on_accessibility_says(site):
    heads = {
        "".join(head.itertext()).strip()
        for page in pages(site)
        for head in page.article.xpath(
            ".//*[contains(@class, 'admonition bad')]/p[1] | .//*[contains(@class, 'pair--bad')]/p[1]"
        )
    }
    assert len(heads) > 5 and all(head.startswith(("别这样", "Not like this", "Never say")) for head in heads), heads


@in_one_process
def test_every_table_has_headings_for_its_columns_and_rows(site):
    wrong = []
    for page in pages(site):
        for table in tables(page):
            scopes = [heading.get("scope") for heading in table.findall("./thead/tr/th")]
            rows = table.findall("./tbody/tr")
            named = [{"row" if len(row) > 1 else "rowgroup"} <= {each.get("scope") for each in row} for row in rows]
            if set(scopes) != {"col"} or not all(named):
                wrong.append(f"{page.address}: {''.join(table.itertext())[:60]!r}")
    assert any(tables(page) for page in pages(site))
    assert not wrong, "\n".join(wrong)


def test_a_table_laid_out_as_cards_is_still_a_table_to_those_who_listen(open_page):
    page = open_page("en/reference/response-times/", width=PHONE)
    cards = page.get_by_role("table").and_(page.locator(".cards-on-phone"))
    table = cards.filter(has=page.get_by_role("rowheader", name="Chat", exact=True)).first
    assert table.locator("thead").is_hidden(), "on a phone this table is laid out as cards"
    row = table.get_by_role("row").filter(has=page.get_by_role("rowheader", name="E-mail", exact=True)).first
    row.locator("summary").click()
    (channel,) = row.get_by_role("rowheader").all()
    assert channel.locator(".chip").inner_text() == "E-mail"
    assert row.get_by_role("cell").count() == 3
    labels = row.locator("td").evaluate_all("cells => cells.map((cell) => getComputedStyle(cell, '::before').content)")
    assert labels == ['"Urgent "', '"Normal "', '"Can wait "']


@in_one_process
def test_every_table_that_becomes_cards_on_a_phone_says_so_to_those_who_listen(site):
    wrong = []
    for page in pages(site):
        for table in tables(page):
            cells = table.findall("./tbody/tr/td")
            measured = table.xpath("ancestor::div[contains(@class, 'table-tools')]")
            if not measured or table.get("role") != "table" or any(not cell.get("data-label") for cell in cells):
                wrong.append(f"{page.address}: {''.join(table.itertext())[:60]!r}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("path", ["en/reference/confidentiality/", "en/reference/response-times/"])
def test_in_a_narrow_window_no_link_that_a_mouse_shows_stands_beside_it(open_page, path):
    page = open_page(path)
    for width in (NARROWEST, PHONE, 412, 600, 767):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.every_other(4)
@pytest.mark.parametrize("kind", ALL_KINDS)
def test_nothing_scrolls_sideways_from_the_narrowest_phone_to_the_desktop(kind, site, address, open_page, sweep):
    """But for the letters over the glossary and the groups over lists, one line on a phone, to be run along."""
    wide, page = [], open_page(NOT_FOUND)
    for path in in_turn(kind, site, sweep):
        page.goto(address + path)
        page.evaluate("document.querySelectorAll('main details').forEach((each) => { each.open = true; })")
        for width in (
            (NARROWEST, PHONE, 412, 600, 767, 768, 1000, 1220, DESKTOP) if sweep else (NARROWEST, PHONE, 412, 768, 1220)
        ):
            page.set_viewport_size({"width": width, "height": 800})
            needed = page.evaluate("""() => Math.max(document.documentElement.scrollWidth,
                ...[...document.querySelectorAll("main :not(:is(.letters, .contacts__groups, .gallery-groups, .groups) ul)")]
                        .filter((each) => each.scrollWidth > each.clientWidth + 1
                    && ["auto", "scroll"].includes(getComputedStyle(each).overflowX)).map((each) => each.scrollWidth))""")
            if needed > width:
                wide.append(f"{path} at {width}: {needed}")
    assert not wide, "\n".join(wide)


def test_the_page_for_what_was_not_found_does_not_scroll_sideways(open_page):
    page = open_page("no/such/page/", width=NARROWEST)
    assert page.evaluate("document.documentElement.scrollWidth") == NARROWEST


TOO_SMALL = """() => [...document.querySelectorAll("a, button, summary, input, select")].filter((each) => {
  // A label is tapped for its box, and room around a link that moves nothing belongs to it.
  const { width, height } = (each.labels?.[0]?.contains(each) ? each.labels[0] : each).getBoundingClientRect(), around = getComputedStyle(each, "::after");
  const room = around.content !== "none" && around.position === "absolute" ? -parseFloat(around.top) - parseFloat(around.bottom) : 0;
  const box = { width, height: height + Math.max(room || 0, 0) };
  const sentence = each.closest("p, li, td, th, dd")?.textContent.trim() ?? "";
  const inText = getComputedStyle(each).display === "inline" && sentence.length > each.textContent.trim().length;
  return box.width && each.checkVisibility({ visibilityProperty: true }) && !inText && !each.closest(".md-skip")
    && (box.width < 24 || box.height < 24);
}).map((each) => `${each.outerHTML.slice(0, 120)} ${JSON.stringify(each.getBoundingClientRect())}`)"""


LOW = """() => [...document.querySelectorAll(
  ".ask__option, .filler :is(summary, select, input:not([type=checkbox], [type=radio], [type=file])), .filler__languages span,"
  + ".runs__choose select, .runs__begin input, .check__due input, .button:not(.ask-row__remove, .filler__bar > .kept-here .button),"
  + ".site-button, .site-footer a, :is(.table-filter, .gallery-filter) :is(input, select), ul.links a, .home__groups a")]
  .filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 43.5)
  .map((each) => `${each.outerHTML.slice(0, 120)} ${each.getBoundingClientRect().height}`)"""
"""Where fingers tap, what stands alone and is 44 px high; what is left out has room around it that moves nothing."""


@pytest.mark.parametrize(
    "path",
    [
        "",
        "en/scenarios/urgent-matter/",
        "templates/meeting-minutes/",
        "checklists/complaint-relationship/",
        "en/reference/glossary/",
        "scenarios/",
        "en/reference/phrases/",
    ],
)
def test_what_is_touched_is_big_enough_for_a_finger(open_page, path):
    page = open_page(path, width=PHONE, has_touch=True, is_mobile=True)
    assert not (found := page.evaluate(TOO_SMALL)), "\n".join(found)
    page.evaluate("document.querySelectorAll('.runs__which').forEach((each) => { each.open = true; })")
    assert not (low := page.evaluate(LOW)), "\n".join(low)
    if page.locator("form-opener").count():
        page.locator("form-opener > button").click()
        page.locator("form-filler form").wait_for()
        page.locator("form-filler .ask__answer input").first.fill("Begun")
        page.evaluate("document.querySelectorAll('form-filler details').forEach((each) => { each.open = true; })")
        assert not (low := page.evaluate(LOW)), "\n".join(low)
        remove = page.locator(".ask-row__remove").first
        remove.evaluate("(each) => each.scrollIntoView({ block: 'center' })")
        assert remove.evaluate(REACHED) >= 40


@pytest.mark.parametrize(
    "path", ["en/", "channels/", "channels/email/", "en/reference/mail-subjects/", "en/onboarding/"]
)
def test_letters_twice_as_large_make_no_phone_scroll_sideways(open_page, path):
    page = open_page(path, width=PHONE // 2)  # half as many letters beside each other
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE // 2


REACHED = """(link) => {
  const box = link.getBoundingClientRect(), middle = box.left + box.width / 2;
  const own = (y) => link.contains(document.elementFromPoint(middle, y));
  let [above, below] = [box.top + box.height / 2, box.top + box.height / 2];
  while (own(above - 1)) above -= 1;
  while (own(below + 1)) below += 1;
  return below - above;
}"""
"""How high the room is in which a tap follows a link."""


@pytest.mark.parametrize(
    ("path", "link", "least"),
    [
        ("reference/response-times/", "td a[href^='tel:']", 36),
        ("reference/response-times/", "p > a[download]", 40),
        ("", ".home__jobs h2 a", 40),
        ("templates/press-approval/", ".answer-card dd > a:only-child >> nth=-1", 40),
    ],
)
def test_a_number_and_a_link_that_stands_alone_have_a_fingers_room_around_them(open_page, path, link, least):
    page = open_page(path, width=PHONE, has_touch=True, is_mobile=True)
    one = page.locator(link).first
    one.evaluate("(each) => each.scrollIntoView({ block: 'center' })")
    assert one.evaluate(REACHED) >= least


@pytest.mark.parametrize("path", ["templates/press-approval/", "en/templates/press-approval/"])
def test_a_fingers_room_around_a_link_sets_no_lines_of_the_card_apart(open_page, path):
    page = open_page(path, width=PHONE, has_touch=True, is_mobile=True)
    for entry in page.locator(".answer-card dd:has(> a:only-child)").all():
        height, line = entry.evaluate("(each) => [each.offsetHeight, parseFloat(getComputedStyle(each).lineHeight)]")
        assert abs(height / line - round(height / line)) < 0.1, "whole lines"


def test_on_a_phone_the_steps_of_a_procedure_are_links_at_once(open_page):
    page = open_page("en/guide/internal/", width=PHONE)
    page.set_viewport_size({"width": PHONE, "height": 740})
    assert page.locator(".cards--steps a").first.bounding_box()["y"] < 740


def test_the_picture_of_a_procedure_gives_way_on_a_phone_to_the_cards_of_its_steps(open_page):
    page = open_page("en/about/authors/#procedure-picture", width=640)
    page.locator(".procedure-picture").wait_for()
    assert len(page.locator(".procedure-picture li:visible").all_inner_texts()) >= 4, "without cards, their names"
    page.locator(".procedure-picture").evaluate(
        "(each) => each.insertAdjacentHTML('afterend', '<ol class=cards--steps></ol>')"
    )
    assert page.locator(".procedure-picture").is_hidden()


MOVING = """() => [...document.querySelectorAll("*")].filter((each) => ["", "::before", "::after"].some((part) => {
  const style = getComputedStyle(each, part || null);
  return style.transitionDuration.split(", ").some((time) => time !== "0s") || style.animationName !== "none";
})).length"""


def test_nothing_moves_for_a_reader_who_wants_it_still(open_page):
    assert open_page("en/scenarios/", reduced_motion="no-preference").evaluate(MOVING) > 0
    assert open_page("en/scenarios/", reduced_motion="reduce").evaluate(MOVING) == 0


def test_every_kind_of_page_is_looked_at(site: Path):
    kinds = Counter(kind_of(page.in_either_language) for page in pages(site))
    assert not [kind for kind in ALL_KINDS[:-1] if not kinds[kind]]
