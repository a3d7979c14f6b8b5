"""What changed for me: facts in the list and in the feed; a mark on home and at the place since the reader's last visit."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import etree

from macros.checking.checked import load
from macros.pages.news import News
from tests.built_pages import BuiltPage
from tests.conftest import ROOT

OLDER = """for (const key of Object.keys(localStorage).filter((each) => each.startsWith("handbook:changes")))
  localStorage.setItem(key, JSON.stringify({ v: 1, seen: "00000000", of: "00000000", pages: [] }))"""


@pytest.fixture(scope="module")
def news() -> News:
    handbook, _ = load(ROOT)
    assert handbook
    found = News(handbook, "en")
    assert found.told, "no release is kept in released.yml from which anything has changed"
    return found


def test_the_list_stands_there_without_scripts_and_leads_to_the_places(site: Path, news: News):
    article = BuiltPage(site, "en/about/changes/").article
    said = " ".join("".join(article.itertext()).split())
    for told in news.groups.get("otherwise", ()):
        assert f"{told.title}: {news.said(told)}" in said
    hrefs = {urljoin("/en/about/changes/", href) for href in article.xpath(".//@href")}
    assert {f"/{told.link}" for told in news.told if told.link} <= hrefs


def test_of_a_release_the_first_changes_are_seen_and_the_rest_unfolds(open_page):
    page = open_page("en/about/changes/", width=390)
    newest = page.locator("#content section").first.locator(":scope > ul:not(.changes__facts), :scope > details")
    assert newest.first.locator("li").count() == 12 and newest.last.locator("li").first.is_hidden()
    newest.last.locator("summary").click()
    assert newest.last.locator("li").first.is_visible()


def test_the_feed_tells_facts_before_the_rest(site: Path, news: News):
    feed = etree.parse(site / "en/feed.xml")
    newest = feed.find("{*}entry/{*}content").text.splitlines()
    assert tuple(newest[: len(news.lines)]) == news.lines


def test_only_what_changed_since_the_last_visit_is_marked_and_once(open_page, news: News):
    page = open_page("en/")
    mark = page.locator("what-changed")
    assert not mark.is_visible(), "a first visit is told of changes"
    page.evaluate(OLDER)
    page.reload()
    assert mark.is_visible() and str(len(news.told)) in mark.inner_text()
    place = next(told.page for told in news.told if told.page.startswith("en/scenarios/"))
    root = page.url.removesuffix("en/")
    page.goto(root + place)
    assert mark.is_visible()
    page.reload()
    assert not mark.is_visible(), "a place tells again what was seen"
    page.goto(f"{root}en/about/changes/")
    page.goto(f"{root}en/")
    assert not mark.is_visible(), "home goes on after the list was read"
