"""The plain text of all pages: what the search asks for where its index knows no sure answer, to look for the very words."""

from __future__ import annotations

from .. import addresses
from ..model.languages import Language
from . import characters
from .pages import Page

_NOT_LOOKED_IN = ("search/", "about/authors/", "about/changes/", "about/reviews/")
"""Pages that only list what others say, and those that say of the handbook itself how it is made: by their names they are found all the same."""


def whole_text(pages: dict[str, Page], language: Language) -> dict[str, object]:
    """Of each page in a language, address, title and text; and the simplified signs for traditional ones in place of which these may be typed.

    Args:
        pages: every page of the site by its address.
        language: of the reader.
    """
    found = [
        (address, page.title, page.prose)
        for address, page in sorted(pages.items())
        if page.prose
        and addresses.in_language(address, language) == address
        and addresses.bare(address) not in _NOT_LOOKED_IN
    ]
    return {"pages": found, "simple": characters.packed(characters.simplified_in("".join(text for *_, text in found)))}
