"""What a page's content gets once it is whole: a link to each heading, and who answers for the page at its end."""

from __future__ import annotations

import re

from markupsafe import Markup

from .. import addresses
from ..wording import Wording

_HEADING = re.compile(r'(<h([23])\b[^>]*\bid="([^"]+)"[^>]*>)(.*?)(</h\2>)', re.DOTALL)
_LINK = Markup('<a class="link-here" href="#{}" aria-label="{}"></a>')
_OWNER = re.compile(r'<p class="owner-line">.*?</p>', re.DOTALL)


def finished(html: str, address: str, wording: Wording) -> str:
    """A page's content with these, but for the home page, which is passed through and not referred to.

    Args:
        html: the content.
        address: where the page stands, relative to the site's root.
        wording: of the page's language.
    """
    return html if addresses.is_home(address) else _with_owners_last(_with_links(html, wording.text("link_here")))


def _with_links(html: str, label: str) -> str:
    """Its second and third headings with a link to themselves, to be copied or shared, and followed where no script runs;
    not those that hold a link already, or that a script goes to."""

    def linked(heading: re.Match[str]) -> str:
        opening, _, name, text, closing = heading.groups()
        link = "" if "<a " in text or 'tabindex="-1"' in opening else _LINK.format(Markup(name), label)
        return f"{opening}{text}{link}{closing}"

    return _HEADING.sub(linked, html)


def _with_owners_last(html: str) -> str:
    """Who answers for what stands on the page, wherever a component says so, at its end, and once."""
    owners = dict.fromkeys(_OWNER.findall(html))
    return _OWNER.sub("", html) + "".join(owners)
