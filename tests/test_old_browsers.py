"""Which browsers are supported: what is used stands in the data, and without it the reader gets what is promised."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from macros.model.browsers import numbers
from tests.conftest import ROOT
from tests.filled_pages import begin

FEATURES = [
    line.split("\t")
    for line in (ROOT / "tests" / "browser-features.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
DATA = yaml.safe_load((ROOT / "docs" / "data" / "browsers.yml").read_text(encoding="utf-8"))
ABILITIES = {ability["id"]: ability for ability in DATA["abilities"]}
ENGINES = ("chrome", "firefox", "safari")
LOOKS, TRIED = "looks", "tried"


@pytest.fixture(scope="module")
def users(site: Path):
    """Which published styles or scripts have a pattern: `users("@layer", "css")`."""
    texts = {
        file: file.read_text(encoding="utf-8")
        for ending in ("css", "js")
        for file in (site / "assets").glob(f"*.{ending}")
    }

    def users_(pattern: str, ending: str) -> list[str]:
        return [file.name for file, text in texts.items() if file.suffix == f".{ending}" and re.search(pattern, text)]

    return users_


@pytest.mark.parametrize(
    ("pattern", "ending", "chrome", "firefox", "safari", "ability"), FEATURES, ids=[row[0] for row in FEATURES]
)
def test_what_is_used_is_promised_from_no_earlier_version_than_it_is_known(
    users, pattern, ending, chrome, firefox, safari, ability
):
    if not users(pattern, ending) or ability in (LOOKS, TRIED):
        return
    assert ability in ABILITIES, (
        f"{users(pattern, ending)} use {pattern}; say in browsers.yml what is missing without it"
    )
    for engine, version in zip(ENGINES, (chrome, firefox, safari), strict=True):
        promised = ABILITIES[ability]["since"].get(engine)
        if version == "-":
            assert promised is None, f"{engine} never knows {pattern}"
        elif promised:
            assert numbers(promised) >= numbers(version), f"{pattern} is known to {engine} from {version}"


@pytest.mark.parametrize("ability", ABILITIES)
def test_no_ability_is_asked_for_that_nothing_uses(users, ability):
    assert any(users(row[0], row[1]) for row in FEATURES if row[5] == ability)


def test_the_page_names_the_versions_and_the_programs(open_page):
    page = open_page("en/about/accessibility/")
    said = page.locator("#content").inner_text()
    assert re.search(r"Chrome, Edge.*: from version 105", said)
    assert re.search(r"Firefox: from version 121", said)
    assert re.search(r"Safari.*: from version 16\.4", said)
    for program in ("WeChat", "WeCom", "DingTalk", "Feishu"):
        assert program in said


# --- taken away ------------------------------------------------------------------------------------------------------


@pytest.fixture
def without(browser, address):
    """Opens a page in a browser that lacks something: `without("en/", styles=[(":has(", ":lacking(")], script="…")`."""
    contexts = []

    def open_(path: str, styles: tuple[tuple[str, str], ...] = (), script: str = "", syntax: str = "", **options):
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.faults = []
        page.on("pageerror", lambda error: page.faults.append(str(error)))

        def restyle(route):
            text = route.fetch().text()
            for pattern, other in styles:
                text = re.sub(pattern, other, text, flags=re.DOTALL)
            route.fulfill(body=text, content_type="text/css; charset=utf-8")

        def rewrite(route):
            """A script with a syntax that the browser does not know is not run at all."""
            text = route.fetch().text()
            route.fulfill(body="=>" if re.search(syntax, text) else text, content_type="text/javascript; charset=utf-8")

        if styles:
            page.route("**/*.css*", restyle)
        if syntax:
            page.route("**/*.js", rewrite)
        if script:
            page.add_init_script(script)
        page.goto(address + path, wait_until="load")
        return page

    yield open_
    for context in contexts:
        context.close()


NO_HAS = ((r":has\(", ":lacking("),)
NO_LAYERS = ((r"@layer theme \{.*?\n\}\n", ""),)
NO_CONTAINERS = (
    (r"@container [^{]*", "@media not all "),
    (r"@supports not \(container-type[^{]*", "@media all "),
)
NO_UNFOLDING = ((r"::details-content", "::lacking"),)


def unsupported(*conditions: str) -> str:
    """A script after which `CSS.supports` denies these."""
    return f"""const asked = CSS.supports.bind(CSS);
        const denied = (text) => {list(conditions)}.some((one) => text.includes(one));
        CSS.supports = (...given) => !denied(given.join(": ")) && asked(...given);"""


def test_without_a_dialog_the_button_leads_to_the_page_of_the_search(without):
    page = without("en/channels/", script="delete HTMLDialogElement.prototype.showModal;")
    page.get_by_role("link", name="Search", exact=True).click()
    page.wait_for_url("**/en/search/")
    page.locator("search-page [role=combobox]").fill("urgent")
    page.locator("search-page .found mark").first.wait_for()
    page.goto(page.url.replace("search/", "channels/"))
    page.keyboard.press("/")
    page.wait_for_url("**/en/search/")
    assert page.faults == []


def test_without_look_behind_the_search_works_and_the_form_says_what_to_do(without):
    page = without("en/templates/meeting-minutes/", syntax=r"\(\?<[=!]")
    page.keyboard.press("/")
    page.keyboard.type("urgent")
    page.locator("dialog .found mark").first.wait_for()
    page.keyboard.press("Escape")
    page.locator("form-opener button").first.click()
    said = page.locator("form-opener output:not(:empty)")
    said.wait_for()
    assert "connection" not in said.inner_text() and "Word" in said.inner_text()
    assert page.locator("template-download a").first.is_visible()


def test_without_cascade_layers_the_words_can_be_read_and_the_page_can_be_used(without):
    page = without("en/scenarios/urgent-matter/", styles=NO_LAYERS)
    assert page.locator("h1").is_visible() and page.locator(".answer-card").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator(".md-header .md-skip").evaluate("(link) => getComputedStyle(link).pointerEvents") == "none"
    page.keyboard.press("/")
    page.keyboard.type("minutes")
    page.locator("dialog .found mark").first.wait_for()


def test_without_container_queries_a_table_is_a_table_and_the_page_does_not_scroll_sideways(without):
    page = without("en/reference/response-times/", styles=NO_CONTAINERS, viewport={"width": 360, "height": 800})
    assert page.locator("thead").nth(1).is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_without_the_way_to_unfold_on_paper_a_script_unfolds(without):
    page = without("reference/response-times/", styles=NO_UNFOLDING, script=unsupported("details-content"))
    folded = page.locator("main details > :not(summary)").first
    assert folded.is_hidden()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert folded.is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert folded.is_hidden(), "as the reader had it"


def test_without_has_a_finished_checklist_prints_its_ticks(without):
    page = without("en/checklists/meeting-before/", styles=NO_HAS)
    page.locator("check-list input[type=checkbox]").first.check()
    page.emulate_media(media="print")
    ticked, unticked = (
        page.locator("check-list .check__text")
        .nth(place)
        .evaluate("(text) => getComputedStyle(text, '::before').content")
        for place in (0, 1)
    )
    assert (ticked, unticked) == ('"✓"', "none")


def test_without_field_sizing_a_text_area_grows_all_the_same(without):
    page = without(
        "en/templates/meeting-minutes/", styles=((r"field-sizing", "lacking"),), script=unsupported("field-sizing")
    )
    begin(page)
    for area, typed in (("textarea:not([data-line])", "\n".join("0123456789")), ("[data-line]", "word " * 60)):
        asked = page.locator(f"form-filler {area}").first
        before = asked.bounding_box()["height"]
        asked.fill(typed)
        assert asked.bounding_box()["height"] > before + 50


def test_without_workers_streams_and_the_clipboard_no_script_fails(without):
    page = without(
        "en/templates/meeting-minutes/",
        script="""delete window.Worker; delete window.CompressionStream;
        delete window.DecompressionStream; Object.defineProperty(navigator, "clipboard", { value: undefined });""",
    )
    begin(page)
    page.locator("form-filler [name=minutes-subject]").fill("Move")
    page.locator("form-filler button[value=docx]").click()
    page.locator("form-filler [data-said]:not(:empty)").wait_for()
    assert page.locator("form-filler [name=minutes-subject]").input_value() == "Move"
