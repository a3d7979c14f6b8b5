"""What changed for me: facts in the list and in the feed; a mark on home and at the place since the reader's last visit."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import etree

from macros.checking.checked import load
from macros.model.languages import Language
from macros.pages.news import News
from tests.built_pages import BuiltPage, text
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
    rows = [[" ".join("".join(cell.itertext()).split()) for cell in row] for row in article.xpath(".//tbody/tr")]
    listed = [text(each) for each in article.xpath(".//h3/following-sibling::ul[1]/li")]
    otherwise = news.groups.get("otherwise", ())
    for told in otherwise:
        alike = [each.now for each in otherwise if each.what == told.what]
        if len(alike) > 2 and len(set(alike)) == 1:
            assert f"{told.title} ({told.before})" in listed and not [row for row in rows if row[-1] == told.now]
        else:
            assert [told.title, told.before, told.now] in rows
    hrefs = {urljoin("/en/about/changes/", href) for href in article.xpath(".//@href")}
    assert {f"/{told.link}" for told in news.told if told.link} <= hrefs


@pytest.mark.parametrize("language", ["zh", "en"])
def test_rules_that_changed_come_first_each_on_a_row_that_leads_to_it(language: Language, site: Path):
    handbook, _ = load(ROOT)
    assert handbook
    article = BuiltPage(site, f"{'' if language == 'zh' else 'en/'}about/changes/").article
    rows = article.xpath("(.//table)[1]/tbody/tr")
    rules = handbook.releases[0].of("rule", language)
    assert rules and [row.xpath("string(th)") for row in rows] == [rule.about for rule in rules]
    for row, rule in zip(rows, rules, strict=True):
        (href,) = row.xpath("th/a/@href")
        assert urljoin("/about/changes/", href).strip("/").endswith(rule.page.removesuffix("/index"))
        assert row.xpath("string(td)")[1:].startswith(rule.text[1:])
        assert row.xpath("string(td/small)").endswith(rule.before)
    assert any(rule.before for rule in rules)


@pytest.mark.parametrize("place", ["about/changes/", "en/about/changes/"])
def test_what_only_adopters_need_and_older_releases_unfold(open_page, place: str):
    page = open_page(place, width=390)
    assert page.locator("#content table").first.locator("tbody tr").first.is_visible()
    sections = page.locator("#content section")
    for folded in (
        sections.first.locator(":scope > details").first,
        sections.first.locator(":scope > details").last,
        *(each.locator("details") for each in sections.all()[1:]),
    ):
        assert folded.locator("li").first.is_hidden()
        folded.locator("summary").click()
        assert folded.locator("li").first.is_visible()
    assert page.locator("#content section code").first.is_visible() and "`" not in page.locator("#content").inner_text()


def test_the_newest_release_is_short_for_who_reads_it():
    newest = next(iter(load(ROOT)[0].releases))
    for language, most in (("zh", 60), ("en", 190)):
        for change in newest[language]:
            if change.kind != "adopters":
                assert len(change.line("")) <= most, change.line(": ")


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


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_parts_of_the_newest_release_are_a_tap_away_and_the_feed_stands_above_them(open_page, language):
    path = "about/changes/" if language == "zh" else "en/about/changes/"
    page = open_page(path, width=390, is_mobile=True, has_touch=True)
    heads = page.locator("#content section").first.locator("h3[id]")
    jumps = page.locator(".letters--words a")
    assert jumps.evaluate_all("all => all.map((each) => each.hash.slice(1))") == heads.evaluate_all(
        "all => all.map((each) => each.id)"
    )
    assert jumps.count() > 3 and len({each.bounding_box()["y"] for each in jumps.all()}) == 1, "one line, to swipe"
    assert jumps.last.bounding_box()["y"] < 500 and jumps.last.bounding_box()["height"] >= 43
    assert page.locator("a[type='application/atom+xml']").bounding_box()["y"] < jumps.first.bounding_box()["y"]
    jumps.last.click()
    assert heads.last.evaluate("(each) => each.getBoundingClientRect().top") < 300
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
