"""What a text of the data names by its title, with a link to it: templates, and the page on how long records are kept."""

from __future__ import annotations

import re

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from .. import addresses
from ..model.handbook import Handbook
from ..model.languages import Language

_SHORTEST = 3
"""A shorter title, such as “报告”, is said of other things too."""
_RETENTION = "reference/retention"


@pass_context
def with_links(context: Context, text: str, own: str = "") -> Markup:
    """A text as HTML in which each title of a template leads to it, once.

    Args:
        context: of the component that shows the text.
        text: what the data say.
        own: the template whose page it stands on, which is not linked; what is said of how long it is kept leads to its row.
    """
    places = _places(context["handbook"], context["language"], context["t"]("kept_page"), own)
    pattern = "|".join(re.escape(title) for title in sorted(places, key=len, reverse=True))
    found = Markup("")
    last = 0
    for name in re.finditer(rf"(?<![A-Za-z-])(?:{pattern})s?(?![A-Za-z-])", text, re.IGNORECASE):
        place = places.pop(name[0].casefold(), None) or places.pop(name[0].casefold().removesuffix("s"), None)
        if place:
            address = context["base_url"] + "/" + place
            found += escape(text[last : name.start()]) + Markup('<a href="{}">{}</a>').format(address, name[0])
            last = name.end()
    return found + escape(text[last:])


def _places(handbook: Handbook, language: Language, kept: str, own: str) -> dict[str, str]:
    """Where each name leads, by the name in small letters."""
    titles = {each.title[language].casefold(): each for each in handbook.templates}
    places = {
        title: addresses.template(each.id, language)
        for title, each in titles.items()
        if each.id != own and len(title) >= _SHORTEST
    }
    if handbook.has(_RETENTION):
        keeps = handbook.template[own].keeps if own else None
        places[kept.casefold()] = addresses.page(f"{_RETENTION}/", language) + (f"#kept-{keeps}" if keeps else "")
    return places
