"""A built page as the search sees it: title, description, and the words of its article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from lxml import etree

from ..shared.remembered import MEMORY
from ..shared.trees import Element, texts_in, tree_of

_NOT_READ = "script", "style", "template", "svg", "run-panel", "button", "output"
_NOT_READ_CLASSES = frozenset(("print-only", "other-language"))
_WITH_CLASS = etree.XPath("descendant::*[@class]")


@dataclass(frozen=True)
class Page:
    """A page of the site; its address is its key where pages are kept."""

    title: str
    description: str
    text: str
    """What a reader can read there, without markup."""


def text_of(html: str) -> str:
    """The words of a piece of HTML, those of different elements kept apart."""
    return MEMORY.written("text", html, make=lambda: _text_of(html)) if html.strip() else ""


def _text_of(html: str) -> str:
    tree = tree_of(html)
    for element in cast("list[Element]", _WITH_CLASS(tree)):
        if not _NOT_READ_CLASSES.isdisjoint(element.get("class", "").split()):
            element.tag = "template"
    etree.strip_elements(tree, *_NOT_READ, with_tail=False)
    return " ".join(" ".join(texts_in(tree)).split())
