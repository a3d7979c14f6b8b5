"""The theme's search, until ours replaces it: it finds scenarios, says nothing in the console, loses no key."""

from __future__ import annotations

import json

import pytest


@pytest.mark.parametrize(("home", "language"), [("", "zh"), ("en/", "en")])
@pytest.mark.parametrize("scenario", ["urgent-matter", "absence", "media-public-relations"])
def test_search_finds_a_scenario_by_its_title(open_page, site, home, language, scenario):
    scenarios = json.loads((site / "handbook.json").read_text(encoding="utf-8"))["scenarios"]
    title = next(found["title"][language] for found in scenarios if found["id"] == scenario)
    page = open_page(home)
    messages = []
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))
    page.keyboard.press("/")
    page.keyboard.type(title)
    page.locator(f".md-search-result__link[href*='{home}scenarios/{scenario}/']").first.wait_for()
    assert messages == []


def test_its_script_is_not_loaded_before_the_reader_reaches_for_it(open_page, address):
    page = open_page("404.html")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}en/channels/")
    page.keyboard.press("Tab")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "bundle" in url or "search" in url.rpartition("/")[2]]
    page.keyboard.press("/")
    page.wait_for_event("request", lambda request: "search_index" in request.url)


def test_nothing_is_lost_of_what_is_typed_while_the_script_loads(open_page):
    page = open_page("en/channels/")
    page.route("**/bundle.*.js", lambda route: (page.wait_for_timeout(300), route.continue_()))
    page.keyboard.press("/")
    page.keyboard.type("urgent matter", delay=5)
    page.locator(".md-search-result__item").first.wait_for()
    assert page.locator(".md-search__input").input_value() == "urgent matter"


@pytest.mark.parametrize("width", [390, 1280])
def test_the_box_on_the_home_page_opens_search(open_page, width):
    page = open_page("en/", width=width)
    page.locator("[data-open-search]").click()
    page.keyboard.type("urgent")
    page.locator(".md-search-result__item").first.wait_for()


def test_the_dialog_is_a_landmark_with_a_name(open_page):
    page = open_page("en/")
    assert page.get_by_role("search", name="Search").count() == 1
    assert page.get_by_role("dialog").count() == 0
