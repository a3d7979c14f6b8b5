"""A page that is run over to find one thing (`{{ page_index() }}`): an index of its smaller headings, part by part, and each part's
folded away."""

from __future__ import annotations

import re

from markupsafe import Markup

from .views import Views

_PLACE = "<div data-page-index></div>"
"""Where the index goes, as the macro leaves it: what is on the page is known once it is whole."""
_PARTS = re.compile(r"(?=<h2\b)")
_HEADING = re.compile(r'<h(?P<level>[23])\b[^>]*\bid="(?P<id>[^"]+)"[^>]*>(?P<name>.*?)</h(?P=level)>', re.DOTALL)


def folded(html: str, views: Views) -> str:
    """A page's content, with these where it has a place for them. A part with one smaller heading is hardly longer than its fold, and stays.

    Args:
        html: the content, before its headings get links to themselves.
        views: of the page's language.
    """
    if _PLACE not in html:
        return html
    before, *parts = _PARTS.split(html)
    told, kept = [], []
    for part in parts:
        head, *smaller = _HEADING.finditer(part)
        if smaller:
            names = tuple((each["id"], Markup(each["name"])) for each in smaller)
            told.append((head["id"], Markup(head["name"]), names))
        if len(smaller) > 1:
            begin = smaller[0].start()
            within = views.render("folded-part", "", number=len(smaller), content=Markup(part[begin:]))
            part = f"{part[:begin]}{within}"
        kept.append(part)
    index = views.render("page-index", "", parts=tuple(told)).strip()
    return "".join((before, *kept)).replace(_PLACE, index)
