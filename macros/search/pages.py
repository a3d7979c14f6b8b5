"""A built page as the search sees it: title, description, and the words of its article."""

from __future__ import annotations

from dataclasses import dataclass

import lxml.html

from ..downloads.remembered import MEMORY

_NOT_READ = "script", "style", "template", "svg", "run-panel", "button", "output"
_NOT_READ_CLASSES = "print-only", "other-language"


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
    tree = lxml.html.fragment_fromstring(html, create_parent="div")
    lxml.etree.strip_elements(tree, *_NOT_READ, with_tail=False)
    for name in _NOT_READ_CLASSES:
        for element in tree.find_class(name):
            element.drop_tree()
    return " ".join(" ".join(tree.itertext()).split())
