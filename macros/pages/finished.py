"""What a page's content gets once it is whole: an index where it asks for one, a link to each heading, what its author sets as good or
bad as an example, numbers that can be dialled, a link where feedback goes, and who answers for the page at its end."""

from __future__ import annotations

import functools
import re

from markupsafe import Markup

from .. import addresses
from ..model.languages import ALL
from .examples import with_examples
from .folded import folded
from .steps import LINK, with_linked_steps
from .views import Views

_HEADING = re.compile(
    r'<template\b.*?</template>|(?P<opening><h(?P<level>[23])\b[^>]*\bid="(?P<name>[^"]+)"[^>]*>)'
    r"(?P<text>.*?)(?P<closing></h(?P=level)>)",
    re.DOTALL,
)
_ANY_HEADING = re.compile(r"<h([1-3])\b.*?</h\1>", re.DOTALL)
_HYPHENED = re.compile(r"<[^>]*>|(?P<word>\b[A-Za-z]{1,8}(?:-[A-Za-z]{1,8})+\b)")
"""Tags, which stay as they are, and words with a hyphen that are short enough to stand whole in a line of a phone."""
_BROKEN_WORD = re.compile(
    r'<(script|style|template|textarea|title|svg|option|code|time)\b.*?</\1>|<span class="whole">[^<]*</span>|<[^>]*>'
    r"|(?P<word>\b[Ee]-mail\w*|(?<![\w-])\d{4}-\d\d-\d\d(?![\w-])|(?<!\d)\d{1,2}月\d{1,2}日)",
    re.DOTALL,
)
"""What stays as it is, the word that stands in most texts and would break at its hyphen, and days."""
_NUMBER = re.compile(
    r'<(a|button|script|style|template|textarea|title|svg|option|code)\b.*?</\1>|<span class="whole">[^<]*</span>|<[^>]*>'
    r"|(?<![\w-])(?P<number>(?:0\d{2,3}-|(?:\+|&#43;)86 \d{2,3} |1\d\d )\d{4} \d{4})(?![\w-])",
    re.DOTALL,
)
"""A phone number that nobody dials here, such as one in a mail to copy; a link that dials is kept whole by the style sheet."""
_WAY = Markup('<a href="{}">{}</a>')
_OWNER = re.compile(r'<p class="owner-line">.*?</p>', re.DOTALL)
_LEFT_ALONE = r"<(a|button|script|style|template|textarea|title|code|copy-text|svg)\b.*?</\1>|<[^>]*>"
"""What is followed, copied or no text: a number in it is no link of its own."""
_PLUS = "&#43;"
"""A plus sign that was escaped for Markdown, which it could begin a list in."""


def finished(html: str, address: str, views: Views) -> str:
    """A page's content with these, but for the home page, which is passed through and not referred to.

    Args:
        html: the content.
        address: where the page stands, relative to the site's root.
        views: of the page's language.
    """
    if addresses.is_home(address):
        return html
    label = views.wording.text("link_here")
    linked = with_linked_steps(_with_links(_with_whole_words(folded(html, views)), label), label)
    return _with_owners_last(_with_whole_numbers(_with_numbers(with_examples(linked, views), views)))


def _with_links(html: str, label: str) -> str:
    """Its second and third headings with a link to themselves, to be copied or shared, and followed where no script runs;
    not those that hold a link already, or that a script goes to. What the link is called is no part of a heading's name,
    by which listeners go from one to the next."""

    def linked(heading: re.Match[str]) -> str:
        if heading["opening"] is None or "<a " in heading["text"] or 'tabindex="-1"' in heading["opening"]:
            return heading[0]
        link = LINK.format(Markup(heading["name"]), label)
        named = Markup(' aria-label="{}">').format(Markup(heading["text"]).striptags())
        return f"{heading['opening'][:-1]}{named}{heading['text']}{link}{heading['closing']}"

    return _HEADING.sub(linked, html)


def _with_whole_words(html: str) -> str:
    """Its headings with words that have a hyphen kept in one line, which a phone would break there: “e-mail”, “follow-up”; the first
    of these, and days, in all its text."""

    def whole(heading: re.Match[str]) -> str:
        return _HYPHENED.sub(
            lambda found: f'<span class="whole">{found[0]}</span>' if found["word"] else found[0], heading[0]
        )

    return _BROKEN_WORD.sub(
        lambda found: f'<span class="whole">{found[0]}</span>' if found["word"] else found[0],
        _ANY_HEADING.sub(whole, html),
    )


def _with_numbers(html: str, views: Views) -> str:
    """The company's phone numbers in running text as links that dial, and the address for feedback as one that leads there."""
    links = {shown: link for shown, link in _numbers_of(views).items() if shown.removeprefix("+") in html}
    if not links:
        return html
    numbers = "|".join(
        re.escape(each).replace(r"\+", rf"(?:\+|{_PLUS})") for each in sorted(links, key=len, reverse=True)
    )
    wanted = re.compile(rf"{_LEFT_ALONE}|(?<![0-9A-Za-z+])(?P<number>{numbers})(?![0-9A-Za-z])", re.DOTALL)
    return wanted.sub(lambda found: links[found["number"].replace(_PLUS, "+")] if found["number"] else found[0], html)


def _with_whole_numbers(html: str) -> str:
    return _NUMBER.sub(
        lambda found: f'<span class="whole">{found[0]}</span>' if found["number"] else found[0],
        html,
    )


@functools.lru_cache(maxsize=len(ALL))
def _numbers_of(views: Views) -> dict[str, Markup]:
    """The company's phone numbers and where feedback goes, as the pages of a language show them, each as a link."""
    company, found = views.handbook.company, dict[str, Markup]()
    for role in company.roles:
        if phone := company.address_of(role, "phone"):
            shown = phone[views.language]
            found[shown] = _WAY.format(addresses.reached("phone", phone), shown)
    shown = company.feedback_form or str(company.feedback_mail)
    found[shown] = _WAY.format(company.feedback_address, shown)
    return found


def _with_owners_last(html: str) -> str:
    """Who answers for what stands on the page, wherever a component says so, at its end, and once."""
    owners = dict.fromkeys(_OWNER.findall(html))
    return _OWNER.sub("", html) + "".join(owners)
