"""Scripts that a host refuses or lacks: each part works as without a script, and the others as ever."""

from __future__ import annotations

import pytest

REFUSALS = {
    "missing": {"status": 404, "body": "gone", "content_type": "text/html"},
    "served as text": {
        "body": "let x;",
        "content_type": "text/plain",
        "headers": {"X-Content-Type-Options": "nosniff"},
    },
    "unreadable": {"body": "let x = /(?<=a)b/; =>", "content_type": "text/javascript"},
}
ALL = "**/assets/*.js*"


@pytest.fixture(params=REFUSALS)
def refuse(request, open_page, address):
    """Opens a page in a browser that gets no sound script of a pattern: `refuse("**/practice*.js", "en/…/")`."""

    def open_(pattern: str, path: str, **options):
        page = open_page("404.html", **options)
        page.route(pattern, lambda route: route.fulfill(**REFUSALS[request.param]))
        page.goto(address + path, wait_until="load")
        return page

    return open_


@pytest.mark.every_other
@pytest.mark.parametrize("pattern", [ALL, "**/checklists*.js*"])
def test_a_checklist_says_that_ticks_are_not_kept(refuse, pattern):
    page = refuse(pattern, "en/checklists/meeting-before/")
    assert page.get_by_text("Without scripts, your ticks are not saved").is_visible()
    assert page.locator(".checklist__progress").is_hidden()
    assert page.locator("run-panel").first.is_hidden()
    assert page.locator(".only-with-script:visible").count() == 0


@pytest.mark.every_other
@pytest.mark.parametrize("pattern", [ALL, "**/handbook*.js*"])
def test_the_search_leads_to_the_list_of_everything(refuse, pattern):
    page = refuse(pattern, "en/channels/")
    page.get_by_role("link", name="Search", exact=True).click()
    page.wait_for_url("**/en/search/")
    page.wait_for_load_state("load")
    assert page.locator("search-page").is_hidden()
    assert page.get_by_text("The search needs scripts").is_visible()
    assert page.locator("#everything").is_visible()


@pytest.mark.every_other
@pytest.mark.parametrize("pattern", [ALL, "**/my*.js*", "**/checklists*.js*"])
def test_my_page_says_that_it_needs_scripts(refuse, pattern, site):
    scripts = [file.name for file in (site / "assets").glob("my*.js")]
    if ("my" in pattern) != bool(scripts) and pattern != ALL:
        pytest.skip("the page has another script")
    page = refuse(pattern, "en/my/")
    assert page.get_by_text("This page needs scripts").is_visible()
    assert page.locator("my-runs").is_hidden()


@pytest.mark.every_other
@pytest.mark.parametrize("pattern", [ALL, "**/practice*.js*"])
def test_practice_can_be_read(refuse, pattern):
    page = refuse(pattern, "en/onboarding/practice/")
    assert page.locator("[data-part=start]").is_hidden() and page.locator("[data-part=question]").is_hidden()
    page.locator("#all-questions + ul a").first.click()
    page.locator("[data-question]").first.wait_for()


@pytest.mark.every_other
@pytest.mark.parametrize("pattern", [ALL, "**/chooser*.js*"])
def test_the_chooser_has_its_table(refuse, pattern):
    page = refuse(pattern, "en/choose/")
    assert page.locator("channel-chooser form").is_hidden()
    assert page.locator("[data-row]").first.is_visible()


@pytest.mark.every_other
@pytest.mark.parametrize("opened_by", ["a press", "a link"])
def test_a_form_that_cannot_be_opened_says_so_and_leaves_no_fault_behind(refuse, opened_by):
    page, errors = refuse("**/filling*.js*", "en/templates/meeting-minutes/"), []
    page.on("pageerror", lambda error: errors.append(str(error)))
    if opened_by == "a press":
        page.locator("form-opener button").first.click()
    else:
        page.evaluate("location.hash = '#fill'")
    page.locator("form-opener output:not(:empty)").wait_for()
    page.wait_for_timeout(100)
    assert errors == []
    assert page.locator("form-filler").count() == 0
    assert page.locator("template-download").first.is_visible()


def test_with_all_scripts_nothing_says_that_they_are_missing(open_page, address):
    page = open_page("404.html")
    for path in ("en/checklists/meeting-before/", "en/search/", "en/my/"):
        page.goto(address + path, wait_until="load")
        assert page.locator(".without-script:visible").count() == 0, path
        assert page.locator("html:not(.settled)").count(), f"{path}: the whole page is styled anew for nothing"


@pytest.mark.every_other
@pytest.mark.parametrize("path", ["en/checklists/meeting-before/", "en/search/", "en/my/"])
def test_nothing_says_so_while_they_are_still_coming(open_page, address, path):
    page = open_page("404.html")
    held = []
    page.route("**/assets/{handbook,checklists,my}*.js*", lambda route: held.append(route))
    page.goto(address + path, wait_until="commit")
    page.locator("footer").wait_for(state="attached")
    page.wait_for_timeout(300)
    assert held and page.locator(".without-script:visible").count() == 0
    for route in held:
        route.continue_()


def test_without_the_script_before_the_first_paint_everything_else_works(open_page, address):
    page = open_page("404.html")
    page.route("**/before-paint*.js*", lambda route: route.abort())
    page.goto(f"{address}en/checklists/meeting-before/", wait_until="load")
    page.locator("check-list input[type=checkbox]").first.check()
    page.locator(".checklist__progress output:not(:empty)").wait_for()
    assert page.locator(".checklist__progress").is_visible()
    assert page.locator(".without-script:visible").count() == 0
