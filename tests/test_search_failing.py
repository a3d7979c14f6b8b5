"""The search where a part of it cannot be had: every wait ends, in the list of everything; no open form is left."""

from __future__ import annotations

import re

import pytest

from tests.conftest import in_a_sweep, serve
from tests.filled_pages import begin, field

FAILED = "The search could not be loaded. Check your connection and try again."
FORM = "en/templates/meeting-minutes/"
PLAIN = {"content_type": "text/plain", "headers": {"X-Content-Type-Options": "nosniff"}}


def answer_with(pattern: str, **answer):
    """Break a part of the search by what the host answers."""
    return lambda page: page.route(pattern, lambda route: route.fulfill(**answer))


def before_any_script(script: str):
    """Break it in the browser."""
    return lambda page: page.add_init_script(script)


BROKEN = {
    "no engine": answer_with("**/search-engine*.js", status=404, body="gone"),
    "an engine that is no script": answer_with("**/search-engine*.js", body="x", **PLAIN),
    "an engine that breaks": answer_with(
        "**/search-engine*.js", body="throw new Error('no')", content_type="text/javascript"
    ),
    "an engine that the browser cannot read": answer_with(
        "**/search-engine*.js", body="=>", content_type="text/javascript"
    ),
    "no script": answer_with("**/assets/search.*.js*", status=500, body=""),
    "a script that is none": answer_with("**/assets/search.*.js*", body="x", **PLAIN),
    "no index": answer_with("**/search.*.json*", status=404, body="{}"),
    "half an index": answer_with("**/search.*.json*", body='{"words": {', content_type="application/json"),
    "a page instead of the index": answer_with("**/search.*.json*", body="<!doctype html>", content_type="text/html"),
    "an index of another kind": answer_with("**/search.*.json*", body='{"words": {}}', content_type="application/json"),
    "workers refused": before_any_script("window.Worker = class { constructor() { throw new DOMException('no'); } };"),
    "no workers": before_any_script("delete window.Worker;"),
}


IN_A_RUN = ("no engine", "an engine that breaks", "no script", "half an index", "workers refused")


@pytest.mark.parametrize("how", [how if how in IN_A_RUN else in_a_sweep(how) for how in BROKEN])
def test_the_reader_gets_the_list_of_everything(open_page, address, how):
    page = open_page("404.html")
    BROKEN[how](page)
    page.goto(f"{address}en/channels/")
    page.keyboard.press("/")
    page.wait_for_url("**/en/search/")
    assert page.locator("#everything").is_visible()
    page.locator("search-page [role=combobox]").fill("urgent")
    page.locator("search-page [data-said]", has_text=FAILED).wait_for()
    assert page.locator("search-page [aria-busy]").count() == 0


@pytest.mark.parametrize(
    "how", ["no engine", "no script", *(in_a_sweep(how) for how in BROKEN if how not in ("no engine", "no script"))]
)
def test_no_open_form_is_left_and_the_list_comes_to_the_reader(open_page, address, how):
    page = open_page("404.html")
    BROKEN[how](page)
    page.goto(address + FORM)
    begin(page)
    field(page, "minutes-subject").fill("Half a form")
    page.keyboard.press("Control+k")
    dialog = page.locator("dialog.search")
    dialog.get_by_role("status").filter(has_text=FAILED).wait_for()
    link = dialog.locator("[data-everything] a", has_text="An urgent matter")
    link.wait_for()
    assert link.evaluate("(link) => link.href") == f"{address}en/scenarios/urgent-matter/"
    assert page.url.startswith(address + FORM)
    page.keyboard.press("Escape")
    assert field(page, "minutes-subject").input_value() == "Half a form"


@pytest.mark.sweep
def test_under_a_policy_without_workers_the_list_comes(browser, site):
    server, url = serve(site, {"Content-Security-Policy": "default-src 'self'; worker-src 'none'"})
    page = browser.new_page()
    page.goto(f"{url}en/channels/")
    page.keyboard.press("/")
    page.wait_for_url("**/en/search/")
    page.close()
    server.shutdown()


@pytest.mark.every_other
@pytest.mark.parametrize("silent", ["the engine", "the index", "the script"])
def test_what_never_answers_is_not_waited_for_without_end(open_page, address, silent):
    page = open_page("404.html")
    page.clock.install()
    if silent == "the engine":
        answer_with("**/search-engine*.js", body="", content_type="text/javascript")(page)
    else:
        page.route(
            {"the index": "**/search.*.json*", "the script": "**/assets/search.*.js*"}[silent], lambda route: None
        )
    page.goto(f"{address}en/channels/")
    page.keyboard.press("/")
    page.keyboard.type("urgent")
    page.wait_for_load_state("networkidle") if silent == "the engine" else page.wait_for_timeout(500)
    for _ in range(5):
        page.clock.fast_forward(10_000)
    page.wait_for_url("**/en/search/#q=urgent")


def test_offline_the_page_stays_and_the_search_can_be_tried_again(open_page):
    page = open_page("en/scenarios/absence/")
    page.context.set_offline(True)
    page.keyboard.press("/")
    page.keyboard.type("urgent")
    dialog = page.locator("dialog.search")
    dialog.get_by_role("status").filter(has_text=FAILED).wait_for()
    assert page.url.endswith("/en/scenarios/absence/") and dialog.is_visible()
    page.context.set_offline(False)
    dialog.get_by_role("button", name="Try again").click()
    dialog.locator(".found mark").first.wait_for()
    assert dialog.locator("[role=combobox]").input_value() == "urgent"
    assert dialog.get_by_role("button", name="Try again").is_hidden()
    page.keyboard.press("ArrowDown")
    assert dialog.locator("[aria-selected=true]").count() == 1, "the box listens once, not once a try"


@pytest.mark.sweep
def test_a_search_that_the_reader_has_closed_leads_nowhere(open_page):
    page = open_page("en/channels/")
    held = []
    page.route("**/assets/search.*.js*", lambda route: held.append(route))
    page.keyboard.press("/")
    page.keyboard.press("Escape")
    held[0].abort()
    page.wait_for_timeout(500)
    assert page.url.endswith("/en/channels/")


@pytest.mark.every_other
@pytest.mark.parametrize(
    "answer",
    [
        {"status": 404, "body": "gone"},
        {"body": '{"texts": [', "content_type": "application/json"},
        {"body": '{"texts": []}', "content_type": "application/json"},
        {"body": "<!doctype html>", "content_type": "text/html"},
    ],
)
def test_without_the_rest_of_the_index_titles_answer_and_the_box_says_so(open_page, address, answer):
    page = open_page("404.html")
    page.route("**/search-rest.*.json*", lambda route: route.fulfill(**answer))
    page.goto(f"{address}en/channels/")
    page.keyboard.press("/")
    page.keyboard.type("urgent matter")
    dialog = page.locator("dialog.search")
    dialog.get_by_role("status").filter(has_text="only titles and other names were searched").wait_for()
    assert dialog.locator("[role=option]").first.get_attribute("href").endswith("scenarios/urgent-matter/")


def test_an_engine_that_breaks_on_a_query_ends_in_the_list(open_page, address, site):
    page = open_page("404.html")
    engine = next(iter((site / "assets").glob("search-engine*.js"))).read_text(encoding="utf-8")
    broken = re.sub(r"search\(\w+, ?\w+ ?= ?false\) ?\{", "search() { throw new Error('no');", engine)
    assert broken != engine
    answer_with("**/search-engine*.js", body=broken, content_type="text/javascript")(page)
    page.goto(f"{address}en/channels/")
    page.keyboard.press("/")
    page.locator("dialog [role=option]").first.wait_for()
    page.keyboard.type("urgent")
    page.wait_for_url("**/en/search/#q=urgent")  # with what was typed


@pytest.mark.sweep
def test_results_go_on_where_the_browser_bears_no_more_changes_of_the_address(open_page, address):
    page = open_page("404.html")
    page.add_init_script("""let left = 3;
        for (const name of ["replaceState", "pushState"]) {
          const real = history[name];
          history[name] = function (...given) {
            left -= 1;
            if (left < 0) throw new DOMException("too many", "SecurityError");
            return real.apply(this, given);
          };
        }""")
    page.goto(f"{address}en/search/")
    page.locator("search-page [role=combobox]").press_sequentially("urgent matter")
    page.locator("search-page .found mark").first.wait_for()
    page.locator("search-page [data-results]:not([aria-busy])").wait_for()
    page.goto(f"{address}en/choose/")
    page.locator("channel-chooser:defined").wait_for()
    while not page.locator("channel-chooser[found]").count():
        page.locator("channel-chooser fieldset:visible input").first.check()
    assert page.locator("channel-chooser [data-part=said]").inner_text()
    assert page.locator("channel-chooser[found]").count()
