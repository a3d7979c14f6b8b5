"""HTML as a tree, for what reads built pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias, cast

from lxml import etree

Element: TypeAlias = etree._Element
"""An element of such a tree: one of lxml's plain ones, since choosing a class for each, as `lxml.html` does, takes time."""


def tree_of(html: str) -> Element:
    """The `body` that holds a piece of HTML."""
    body = etree.HTML(f"<html><body>{html}</body></html>").find("body")
    assert body is not None
    return body


def texts_in(element: Element) -> Iterator[str]:
    """The texts below an element, in their order."""
    return cast("Iterator[str]", element.itertext())
