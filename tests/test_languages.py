"""Two languages: what each page says of itself, the way to the other language, and the memory of the choice."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from tests.built_pages import pages

SITE_ADDRESS = "https://handbook.example.com/"
CHINESE = re.compile(r"[\u4e00-\u9fff]")
in_one_process = pytest.mark.xdist_group("pages")
"""Where all pages are parsed: once, with the other tests that do so."""
CODES = {"zh": "zh-CN", "en": "en"}


def head(page, path: str) -> list[str]:
    return page.tree.xpath(f"//head/{path}")


@in_one_process
def test_each_page_names_its_language_its_own_address_and_its_counterpart(site):
    wrong = []
    for page in pages(site):
        shared = page.in_either_language
        alternates = {
            link.get("hreflang"): link.get("href") for link in head(page, "link[@rel='alternate'][@hreflang]")
        }
        said = (page.tree.get("lang"), head(page, "link[@rel='canonical']/@href"), alternates)
        meant = (
            CODES[page.language],
            [SITE_ADDRESS + page.address],
            {"zh-CN": SITE_ADDRESS + shared, "en": f"{SITE_ADDRESS}en/{shared}", "x-default": SITE_ADDRESS + shared},
        )
        if said != meant:
            wrong.append(f"{page.address}: {said}")
    assert not wrong, "\n".join(wrong)


@in_one_process
def test_each_page_stands_in_both_languages(site):
    languages = defaultdict(set)
    for page in pages(site):
        languages[page.in_either_language].add(page.language)
    assert len(languages) > 80
    assert not [address for address, found in languages.items() if found != {"zh", "en"}]


@in_one_process
def test_each_page_has_a_title_and_a_description_of_its_own_in_its_language(site):
    wrong, said = [], defaultdict(list)
    for page in pages(site):
        (title,), (description,) = head(page, "title/text()"), head(page, "meta[@name='description']/@content")
        said[title].append(page.address)
        said[description].append(page.address)
        if bool(CHINESE.search(title + description)) != (page.language == "zh") or len(description) < 12:
            wrong.append(f"{page.address}: {title!r} {description!r}")
    assert not wrong, "\n".join(wrong)
    assert not (twice := {text: where for text, where in said.items() if len(where) > 1}), twice


@in_one_process
def test_each_page_has_a_way_to_the_same_page_in_the_other_language(site):
    wrong = []
    for page in pages(site):
        (link,) = page.tree.xpath("//language-switch//a")
        counterpart = page.in_either_language if page.language == "en" else f"en/{page.address}"
        if page.resolve(link.get("href")) != f"http://site.test/{counterpart}":
            wrong.append(f"{page.address}: {link.get('href')}")
        other = "zh" if page.language == "en" else "en"
        assert link.get("hreflang") == link[0].get("lang") == CODES[other]
    assert not wrong, "\n".join(wrong)


LINES = "#content :is(section, li)[id]:not(:has(section, li))"
"""The rows of a list, and the items of a checklist."""


@pytest.mark.parametrize(
    ("here", "there", "places"),
    [
        ("scenarios/absence/", "en/scenarios/absence/", "#content > h2[id]"),
        ("en/reference/response-times/", "reference/response-times/", "#content > h2[id]"),
        ("contacts/", "en/contacts/", LINES),
        ("en/checklists/meeting-before/", "checklists/meeting-before/", LINES),
    ],
)
def test_the_switch_keeps_the_heading_row_or_item_at_which_the_reader_stands(open_page, address, here, there, places):
    page = open_page(here)
    all_places = page.locator(places)
    wanted = all_places.nth(all_places.count() // 2)
    # A row or item stands below what stays in sight above it, and a heading may have come no further.
    wanted.evaluate(
        "(place) => scrollTo(0, place.getBoundingClientRect().top + scrollY - (place.matches('h2') ? 190 : 130))"
    )
    name = wanted.get_attribute("id")
    page.locator(".site-language").click()
    page.wait_for_url(f"{address}{there}#{name}")
    assert 0 <= page.locator(f"#{name}").bounding_box()["y"] < 200


def test_the_switch_keeps_the_place_that_the_address_names_until_the_reader_leaves_it(open_page, address):
    page = open_page("reference/glossary/#escalation")
    page.locator(".site-language").click()
    page.wait_for_url(f"{address}en/reference/glossary/#escalation")
    page.goto(f"{address}reference/response-times/#urgency")
    page.locator("h2#crisis").evaluate("(heading) => heading.scrollIntoView()")
    page.locator(".site-language").click()
    page.wait_for_url(f"{address}en/reference/response-times/#crisis")


def test_the_switch_leads_on_from_an_address_that_was_cut_within_an_escaped_letter(open_page, address):
    page = open_page("channels/#%E4%B8")
    faults = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.locator("language-switch a").click()
    page.wait_for_url(f"{address}en/channels/**")
    assert not faults


def test_at_the_top_of_a_page_the_switch_leads_to_the_top(open_page, address):
    page = open_page("channels/email/")
    page.locator(".site-language").click()
    page.wait_for_url(f"{address}en/channels/email/")


def from_outside(page, url: str):
    """Another tab of the same browser in which the reader types an address."""
    tab = page.context.new_page()
    tab.goto(url)
    return tab


def test_whoever_chose_english_comes_home_to_english_and_back(open_page, address):
    page = open_page("scenarios/absence/")
    assert from_outside(page, address).url == address
    page.locator(".site-language").click()
    page.wait_for_url("**/en/scenarios/absence/")
    tab = from_outside(page, address)
    tab.wait_for_url(f"{address}en/")
    tab.locator(".site-language").click()
    tab.wait_for_url(address)
    assert from_outside(page, address).locator("html").get_attribute("lang") == "zh-CN"


def test_a_page_that_is_asked_for_by_its_address_comes_in_its_own_language(open_page, address):
    page = open_page("channels/")
    page.locator(".site-language").click()
    page.wait_for_url("**/en/channels/")
    assert from_outside(page, f"{address}channels/").locator("html").get_attribute("lang") == "zh-CN"


def test_whoever_goes_home_from_a_chinese_page_stays_in_chinese(open_page, address):
    page = open_page("en/channels/")
    page.evaluate("localStorage.setItem('handbook:language', 'en')")
    page.goto(f"{address}channels/")
    page.locator(".site-name").click()
    page.wait_for_url(address)
    assert page.locator("html").get_attribute("lang") == "zh-CN"


@in_one_process
def test_a_message_in_the_other_language_says_so(site):
    examples = [page for page in pages(site) if re.fullmatch(r"(en/)?scenarios/[^/]+/", page.address)]
    assert len(examples) >= 48
    for page in examples:
        other = CODES["en" if page.language == "zh" else "zh"]
        (message,) = page.article.xpath(".//details//*[@data-copy-text]/ancestor::div[@lang][1]")[:1]
        assert message.get("lang") == other, page.address
