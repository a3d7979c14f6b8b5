"""For paper: links within the handbook say where they lead, in a `data-print` that the print styles show."""

from __future__ import annotations

import posixpath
import re

_ARTICLE = re.compile(r"(?<=<article ).*(?=</article>)", re.DOTALL)
_NOT_PRINTED = re.compile(r"(<nav .*?</nav>|<svg .*?</svg>)", re.DOTALL)
_LINK = re.compile(r'<a (?P<before>[^>]*?)href="(?P<target>[^"]*)"')
_ELSEWHERE = re.compile(r"[a-z][a-z+.-]*:|//")


def spell_out_links(html: str, address: str) -> str:
    """Put the address of each page that a page's article links to beside the first link to it.

    Args:
        html: the whole page.
        address: where it stands, relative to the site's root.
    """
    seen: set[str] = set()

    def spelled(link: re.Match[str]) -> str:
        target = link["target"]
        if not target or target.startswith("#") or _ELSEWHERE.match(target):
            return link[0]
        shown = _from_root(target, address)
        if not shown or shown in seen or shown.startswith("downloads/"):
            return link[0]
        seen.add(shown)
        return f'{link[0]} data-print="{shown}"'

    def in_article(article: re.Match[str]) -> str:
        parts = _NOT_PRINTED.split(article[0])
        parts[::2] = [_LINK.sub(spelled, part) for part in parts[::2]]
        return "".join(parts)

    return _ARTICLE.sub(in_article, html)


def _from_root(target: str, address: str) -> str:
    """A link as seen from a page → the address below the root; blank for the home page itself."""
    path, _, anchor = target.partition("#")
    found = posixpath.normpath(posixpath.join("/", address, path)).lstrip("/")
    if found and path.endswith("/"):
        found += "/"
    return f"{found}#{anchor}" if anchor and found else found
