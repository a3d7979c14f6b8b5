"""A built page as the search sees it: title, description, the words of its article, and the article as it reads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import cast

from lxml import etree

from ..shared.remembered import MEMORY, Later
from ..shared.trees import Element, texts_in, tree_of

NOT_READ = "script", "style", "template", "svg", "run-panel", "button", "output"
NOT_READ_CLASSES = frozenset(("print-only", "other-language"))
NO_PROSE = "nav", "h1", "select", "pre", "review-note"
NO_PROSE_CLASSES = frozenset(("printed", "without-script", "link-here", "leads-on"))
"""What is not read at all, and what is left out where a page reads on: the tags and the classes of each. `overrides/search/prose.js` has the same
for what it shows of a page."""
BLOCKS = [
    "p",
    "li",
    "td",
    "th",
    "dt",
    "dd",
    "h2",
    "h3",
    "h4",
    "legend",
    "summary",
    "div",
    "br",
    "figcaption",
    "label",
    "option",
]
_WITH_CLASS = etree.XPath("descendant::*[@class]")
_HIDDEN = etree.XPath("descendant::*[@hidden]")


@dataclass(frozen=True)
class Page:
    """A page of the site; its address is its key where pages are kept."""

    title: str
    description: str
    words: Later
    """Text and prose, a line each."""
    parted: Later = field(default_factory=lambda: Later(str))
    """A line for each section: its id, its heading and what it says, a tab between."""

    @property
    def text(self) -> str:
        """What a reader can read there, without markup, the words of different elements kept apart."""
        return self.words().partition("\n")[0]

    @property
    def prose(self) -> str:
        """The same as it reads, so that what somebody copies stands in it: without what is hidden or only serves to use the page."""
        return self.words().partition("\n")[2]

    @property
    def sections(self) -> list[tuple[str, str, str]]:
        """Of each section id, heading and what it says; what stands above the first one is in none."""
        found = [line.split("\t") for line in self.parted().splitlines()]
        return [(heading, title, text) for heading, title, text in found]


def page_of(title: str, description: str, html: str) -> Page:
    """What the search sees of a page.

    Args:
        title: its own.
        description: its own.
        html: its article.
    """
    words = MEMORY.later("words", html, make=_words_of) if html.strip() else Later(str)
    parted = MEMORY.later("sections", html, make=_sections_of) if html.strip() else Later(str)
    return Page(title, description, words, parted)


def _words_of(html: str) -> str:
    """Text and prose, a line each."""
    tree = tree_of(html)
    _strip(tree, NOT_READ, NOT_READ_CLASSES)
    text = " ".join(" ".join(texts_in(tree)).split())
    for element in cast("list[Element]", _HIDDEN(tree)):
        element.tag = "template"
    _strip(tree, ("template", *NO_PROSE), NO_PROSE_CLASSES)
    for block in tree.iter(*BLOCKS):
        block.text, block.tail = f" {block.text or ''}", f" {block.tail or ''}"
    return f"{text}\n{' '.join(''.join(texts_in(tree)).split())}"


def _sections_of(html: str) -> str:
    """Id, heading and text of each section, a line each."""
    tree = tree_of(html)
    for element in cast("list[Element]", _HIDDEN(tree)):
        element.tag = "template"
    _strip(tree, (*NOT_READ, *NO_PROSE), NOT_READ_CLASSES | NO_PROSE_CLASSES)
    for block in tree.iter(*BLOCKS):
        block.text, block.tail = f" {block.text or ''}", f" {block.tail or ''}"
    found: list[tuple[str, str, list[str]]] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if event == "start" and element.tag in ("h2", "h3") and element.get("id"):
            found.append((element.get("id", ""), _plain(texts_in(element)), []))
        if found:
            found[-1][2].append((element.text if event == "start" else element.tail) or "")
    return "\n".join(f"{heading}\t{title}\t{_plain(texts)}" for heading, title, texts in found)


def _plain(texts: Iterable[str]) -> str:
    return " ".join("".join(texts).split())


def _strip(tree: Element, tags: tuple[str, ...], classes: frozenset[str]) -> None:
    for element in cast("list[Element]", _WITH_CLASS(tree)):
        if not classes.isdisjoint(element.get("class", "").split()):
            element.tag = "template"
    etree.strip_elements(tree, "template", *tags, with_tail=False)
