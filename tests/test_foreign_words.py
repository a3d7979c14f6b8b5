"""No page shows words of the other language unmarked: readers would stumble, and a screen reader would mispronounce them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.built_pages import BuiltPage, pages

pytestmark = pytest.mark.xdist_group("pages")

CHINESE = re.compile(r"[\u3001-\u303f\u4e00-\u9fff\uff01-\uff60]")
ENGLISH_SENTENCE = re.compile(r"[A-Za-z][A-Za-z'’-]*,?(?: [A-Za-z0-9'’“”-]+[.,:;?!]?){4,}")
"""Five words and more in a row; names of products and of people are shorter."""
NAMES = {"Word", "Excel", "PDF", "Markdown", "English", "reviews.json", "llms.txt"}
"""Labels that both languages share."""
BROWSER = re.compile(r"(?:Chrome|Edge|Firefox|Safari|Opera) \d+")
"""And versions of browsers."""
NOT_SPOKEN = ("script", "style", "code", "pre", "kbd")
SPOKEN = (
    "aria-label",
    "alt",
    "title",
    "placeholder",
    "data-label",
    "label",
    "count",
    "none",
    "sort",
    "copy",
    "copied",
    "failed",
    "data-system",
    "data-light",
    "data-dark",
)
"""Attributes that are shown or read out."""


def words(page: BuiltPage) -> Iterator[tuple[str, str]]:
    """Each run of text and each spoken attribute of a page, with the language that its markup says it is in."""

    def of(element, lang: str) -> Iterator[tuple[str, str]]:
        if not isinstance(element.tag, str) or element.tag in NOT_SPOKEN:
            return
        lang = element.get("lang") or lang
        for name in SPOKEN:
            # A heading's name is its own text without the link in it, which is looked at below.
            if element.get(name) and not (
                name == "aria-label" and element.text_content().startswith(element.get(name))
            ):
                yield lang[:2], element.get(name).strip()
        if element.text:
            yield lang[:2], element.text.strip()
        for child in element:
            yield from of(child, lang)
            if child.tail:
                yield lang[:2], child.tail.strip()

    return ((lang, found) for lang, found in of(page.tree, page.tree.get("lang")) if found)


@pytest.fixture(scope="module")
def every_page(site: Path) -> list[BuiltPage]:
    return [*pages(site), BuiltPage(site, "404.html")]


def test_chinese_characters_stand_only_where_the_markup_says_chinese(every_page: list[BuiltPage]):
    astray = [
        f"{page.address}: {found[:80]}"
        for page in every_page
        for lang, found in words(page)
        if lang == "en" and CHINESE.search(found)
    ]
    assert astray == []


def test_english_sentences_stand_only_where_the_markup_says_english(every_page: list[BuiltPage]):
    astray = [
        f"{page.address}: {found[:80]}"
        for page in every_page
        for lang, found in words(page)
        if lang == "zh" and ENGLISH_SENTENCE.search(found)
    ]
    assert astray == []


def test_the_interface_is_never_left_in_the_other_language(every_page: list[BuiltPage]):
    """A label of English pages, such as `Good for`, must not stand alone on a Chinese page."""

    def labels(language: str) -> set[str]:
        return {
            found
            for page in every_page
            for lang, found in words(page)
            if page.language == language
            and lang == language
            and not CHINESE.search(found)
            and "@" not in found
            and not BROWSER.match(found)
            and re.search(r"[A-Za-z]{3}", found)
        }

    assert len(labels("en")) > 500
    assert (labels("zh") & labels("en")) - NAMES == set()


def test_words_of_the_other_language_are_marked_by_a_language_that_browsers_know(every_page: list[BuiltPage]):
    for page in every_page:
        assert {element.get("lang") for element in page.tree.xpath("//*[@lang]")} <= {"zh-CN", "en"}, page.address
