"""For paper: links out of the handbook say where they lead, in a `data-print` that the print styles show."""

from __future__ import annotations

import re
from urllib.parse import urljoin

_ARTICLE = re.compile(r"(?<=<article ).*(?=</article>)", re.DOTALL)
_NOT_PRINTED = re.compile(r"(<nav .*?</nav>)", re.DOTALL)
_LINK = re.compile(r'<a (?P<before>[^>]*?)href="(?P<target>[^"]*)"(?P<after>[^>]*)>(?P<text>.*?)</a>', re.DOTALL)
_BUTTON = re.compile(r'class="[^"]*\bbutton\b')
_NUMBER = re.compile(r"\d{3}")
_ASKED = re.compile(r'\s*data-print=""')
_CANONICAL = re.compile(r'<link rel="canonical" href="(?P<address>[^"]*)"')
_WITH_SCHEME = re.compile(r"(?P<scheme>[a-z][a-z+.-]*):(?P<rest>.*)")


def spell_out_links(html: str) -> str:
    """Put beside each link of a page's article that leaves the handbook where it leads: once a page, and not where its own text
    says so. A link within is of no use on paper, whose foot has the page's address; buttons are not printed. Where one is all the
    same, it asks by an empty `data-print`, and says where it leads if the address of the site is known.

    Args:
        html: the whole page.
    """
    said: set[str] = set()
    own = _CANONICAL.search(html)

    def spelled(link: re.Match[str]) -> str:
        if asked := _ASKED.search(link[0].partition(">")[0]):
            shown = f' data-print="{urljoin(own["address"], link["target"])}"' if own else ""
            return link[0][: asked.start()] + shown + link[0][asked.end() :]
        shown = "" if _BUTTON.search(link["before"] + link["after"]) else _shown(link["target"], link["text"])
        if not shown or shown in said or _letters(shown) in _letters(link["text"]):
            return link[0]
        said.add(shown)
        return f'<a {link["before"]}href="{link["target"]}" data-print="{shown}"{link["after"]}>{link["text"]}</a>'

    def in_article(article: re.Match[str]) -> str:
        parts = _NOT_PRINTED.split(article[0])
        parts[::2] = [_LINK.sub(spelled, part) for part in parts[::2]]
        return "".join(parts)

    return _ARTICLE.sub(in_article, html)


def _shown(target: str, text: str) -> str:
    """What a link's target looks like on paper; blank within the handbook, and where a number is said, in whatever way."""
    with_scheme = _WITH_SCHEME.match(target)
    if not with_scheme or (with_scheme["scheme"] == "tel" and _NUMBER.search(text)):
        return ""
    return with_scheme["rest"].partition("?")[0] if with_scheme["scheme"] in ("mailto", "tel") else target


def _letters(text: str) -> str:
    """A text without what may differ in how a number or an address is written."""
    return re.sub(r"[\s()-]", "", text)
