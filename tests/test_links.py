"""Every page of the built site leads only to what is there, and machines are told of every page and every release.

What a page says of its own language, and its counterpart in the other one: see `test_languages.py`.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.built_pages import ORIGIN, BuiltPage, file_of, pages, text
from tests.conftest import ROOT

pytestmark = pytest.mark.xdist_group("pages")

SITE_URL = "https://handbook.example.com/"
FOREIGN: frozenset[str] = frozenset()
"""Addresses of other hosts to which a page may link; none is needed so far."""
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(scope="module")
def every_page(site: Path) -> list[BuiltPage]:
    return pages(site)


@pytest.fixture(scope="module")
def not_found(site: Path) -> BuiltPage:
    return BuiltPage(site, "404.html")


def leads_nowhere(page: BuiltPage, link: str) -> bool:
    """Whether a link within the site names a file or an anchor that is not there."""
    target, _, anchor = page.resolve(link).removeprefix(ORIGIN).partition("#")
    file = page.site / file_of(target)
    if not file.is_file():
        return True
    if not anchor or file.suffix != ".html":
        return False
    ids = BuiltPage(page.site, target).ids()
    # Values for a form name its fields, which the template's page explains one by one; a draft to begin is there when it is asked for.
    fields = [f"field-{name}" for name, _ in parse_qsl(anchor)]
    return anchor not in (*ids, "draft=new") and not (fields and all(field in ids for field in fields))


def names_the_page_itself(page: BuiltPage, link: str) -> bool:
    """Canonical and alternate addresses are absolute, as search engines want them."""
    return link.startswith(SITE_URL) and any(
        element.get("href") == link for element in page.tree.xpath("//head/link[@rel='canonical' or @hreflang]")
    )


def test_every_link_anchor_image_script_and_style_resolves(every_page: list[BuiltPage]):
    missing = [
        f"{page.address or '/'}: <{tag} {name}={link!r}>"
        for page in every_page
        for tag, name, link in page.links()
        if not urlsplit(link).scheme and leads_nowhere(page, link)
    ]
    assert missing == []


def test_no_page_links_to_another_host_or_from_the_root(every_page: list[BuiltPage]):
    absolute = {
        f"{page.address or '/'}: {link}"
        for page in every_page
        for _, _, link in page.links()
        if (urlsplit(link).scheme or link.startswith("/"))
        and urlsplit(link).scheme not in ("mailto", "tel")
        and link not in FOREIGN
        and not names_the_page_itself(page, link)
    }
    assert absolute == set()


def test_style_sheets_name_only_files_of_the_site(site: Path):
    for sheet in site.rglob("*.css"):
        for target in re.findall(r"url\(['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)", sheet.read_text(encoding="utf-8")):
            link = "".join(target)
            assert link.startswith(("data:", "#")) or (sheet.parent / urlsplit(link).path).is_file(), f"{sheet}: {link}"


def test_mail_and_telephone_links_are_well_formed(every_page: list[BuiltPage]):
    for page in every_page:
        for _, _, link in page.links():
            if link.startswith("mailto:"):
                assert re.fullmatch(r"mailto:[^@\s?]+@[\w.-]+(\?subject=[^\s&]+(&body=[^\s&]+)?)?", link), link
            if link.startswith("tel:"):
                assert re.fullmatch(r"tel:\+?[\d-]+", link), link


def test_ids_are_unique_on_every_page(every_page: list[BuiltPage], not_found: BuiltPage):
    for page in (*every_page, not_found):
        found = page.ids()
        assert sorted({name for name in found if found.count(name) > 1}) == [], page.address


def test_both_languages_have_the_same_headings_in_the_same_order(every_page: list[BuiltPage]):
    for page in every_page:
        if page.language == "zh":
            other = BuiltPage(page.site, f"en/{page.address}")
            below_title = [[heading for heading in each.headings() if heading[0] != "h1"] for each in (page, other)]
            assert below_title[0] == below_title[1], page.address


def test_every_page_has_one_title_and_every_heading_of_the_second_level_an_id(every_page: list[BuiltPage]):
    for page in every_page:
        levels = [level for level, _ in page.headings()]
        assert levels[0] == "h1" and levels.count("h1") == 1, page.address
        assert [heading for heading in page.headings() if heading == ("h2", None)] == [], page.address


def test_every_page_can_be_reached_from_the_home_page_of_its_language(site: Path):
    for home in ("", "en/"):
        reached, waiting = {home}, [home]
        while waiting:
            page = BuiltPage(site, waiting.pop())
            for tag, _, link in page.links():
                target = page.resolve(link).partition("#")[0].removeprefix(ORIGIN)
                within = BuiltPage(site, target).language == page.language and file_of(target).endswith("index.html")
                if tag == "a" and not urlsplit(target).scheme and within and target not in reached:
                    reached.add(target)
                    waiting.append(target)
        assert {page.address for page in pages(site) if page.language == ("en" if home else "zh")} - reached == set()


def test_the_sitemap_lists_exactly_the_pages_with_both_alternates(site: Path, every_page: list[BuiltPage]):
    listed = {}
    for url in ElementTree.parse(site / "sitemap.xml").getroot().findall(f"{SITEMAP}url"):
        address = url.findtext(f"{SITEMAP}loc")
        assert address not in listed, f"{address} is listed twice"
        listed[address] = {link.get("hreflang"): link.get("href") for link in url.findall(f"{XHTML}link")}
    assert set(listed) == {SITE_URL + page.address for page in every_page}
    for address, alternates in listed.items():
        path = address.removeprefix(SITE_URL).removeprefix("en/")
        assert alternates == {"zh-CN": SITE_URL + path, "en": f"{SITE_URL}en/{path}"}


def test_robots_are_told_what_they_may_read_and_where_the_sitemap_is(site: Path):
    rules = [
        line.partition(":")
        for line in (site / "robots.txt").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    assert [(name, value.strip()) for name, _, value in rules] == [
        ("User-agent", "*"),
        ("Disallow", "/"),
        ("Sitemap", f"{SITE_URL}sitemap.xml"),
    ]


def test_every_page_asks_search_engines_what_the_robots_are_told(every_page: list[BuiltPage], not_found: BuiltPage):
    asked = {page.address: page.tree.xpath("//head/meta[@name='robots']/@content") for page in [*every_page, not_found]}
    assert {address for address, found in asked.items() if found != ["noindex, nofollow"]} == set()


def test_hosts_that_would_run_another_generator_over_the_site_are_told_not_to(site: Path):
    assert (site / ".nojekyll").read_bytes() == b""


def test_markdown_files_say_in_which_characters_they_are_written(every_page: list[BuiltPage]):
    kinds = {link.get("type") for page in every_page for link in page.tree.xpath("//a[@data-format='md']")}
    assert kinds == {"text/markdown; charset=utf-8"}


def releases_of_the_change_log() -> list[tuple[str, str, dict[str, int]]]:
    """Version, day and number of changes a language of every release, read from CHANGELOG.md as it stands."""
    found: list[tuple[str, str, dict[str, int]]] = []
    language = ""
    for line in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            version, _, day = line.removeprefix("## ").partition(" — ")
            found.append((version, day, {"zh": 0, "en": 0}))
        elif line.startswith("### "):
            language = "zh" if "中文" in line else "en"
        elif line.startswith("- ") and found:
            found[-1][2][language] += 1
    return found


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_feed_tells_every_release_of_the_change_log(language: str, site: Path):
    base = "" if language == "zh" else "en/"
    feed = ElementTree.parse(site / f"{base}feed.xml").getroot()
    assert feed.tag == f"{ATOM}feed"
    for name in ("id", "title", "updated", "author"):
        assert feed.find(f"{ATOM}{name}") is not None, name
    assert {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")} == {
        "self": f"{SITE_URL}{base}feed.xml",
        "alternate": f"{SITE_URL}{base}about/changes/",
    }
    entries, releases = feed.findall(f"{ATOM}entry"), releases_of_the_change_log()
    assert len(entries) == len(releases) >= 1
    anchors = BuiltPage(site, f"{base}about/changes/").ids()
    for entry, (version, day, changes) in zip(entries, releases, strict=False):
        assert version in entry.findtext(f"{ATOM}title")
        assert entry.findtext(f"{ATOM}updated") == f"{day}T00:00:00Z"
        assert len(entry.findtext(f"{ATOM}content").split("\n\n")) == changes[language]
        page, _, anchor = entry.find(f"{ATOM}link").get("href").partition("#")
        assert page == f"{SITE_URL}{base}about/changes/" and anchor in anchors
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == len(entries)
    assert feed.findtext(f"{ATOM}updated") == max(entry.findtext(f"{ATOM}updated") for entry in entries)


def test_every_page_offers_the_feed_of_its_language(every_page: list[BuiltPage]):
    for page in every_page:
        (feed,) = page.tree.xpath("//head/link[@type='application/atom+xml']/@href")
        assert page.resolve(feed) == f"{ORIGIN}{'en/' if page.language == 'en' else ''}feed.xml"


def test_the_page_for_what_is_not_found_helps_on_in_both_languages(not_found: BuiltPage):
    sections = {section.get("lang"): section for section in not_found.article.xpath(".//section[@lang]")}
    assert sections.keys() == {"zh-CN", "en"}
    for lang, section in sections.items():
        assert len(re.findall(r"[\u4e00-\u9fff]" if lang == "zh-CN" else r"[A-Za-z]+", text(section))) > 20
        targets = [
            not_found.resolve(link.get("href"))
            for link in section.iter("a")
            if not link.get("href").startswith("mailto:")
        ]
        expected = ORIGIN if lang == "zh-CN" else f"{ORIGIN}en/"
        assert expected in targets
        assert all(target.startswith(expected) for target in targets)


def test_the_page_for_what_is_not_found_works_at_any_address(not_found: BuiltPage):
    for tag, name, link in not_found.links():
        if urlsplit(link).scheme or link.startswith("#"):
            continue
        assert link.startswith("/"), f"<{tag} {name}={link!r}> would be sought where the page is not"
        assert not leads_nowhere(not_found, link), link
