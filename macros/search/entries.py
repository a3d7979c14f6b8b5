"""Model and pages → what the search can find: scenarios, templates, contacts, terms, what may be sent, phrases, pages …"""

from __future__ import annotations

from collections.abc import Collection

from .. import addresses
from ..model.base import Aliases
from ..model.handbook import Handbook
from ..model.languages import LANGUAGES, Language
from ..model.search import Section
from ..model.things import WITH_OVERVIEW
from .entry import Entry, answered_by, names_in
from .of_lists import every_time, of_lists
from .of_things import of_things
from .pages import Page

_LISTS = ("guide", *(thing.folder for thing in WITH_OVERVIEW), "reference")
"""Pages that list others: who searches wants one of those first."""
_UNFOUND = ("", "search/", "choose/all/", "onboarding/practice/internal/", "onboarding/practice/external/")
"""Pages that nobody searches for: the home pages, the search's own, and those to which another that is found leads."""

_TIMES = "reference/response-times"
"""The page that says how soon an answer is owed, whatever the channel."""


def entries(handbook: Handbook, pages: dict[str, Page], downloads: Collection[str], language: Language) -> list[Entry]:
    """Everything that can be found in a language, each address once.

    Args:
        handbook: the model.
        pages: every page of the site by its address.
        downloads: the addresses of all files to download.
        language: of the reader.
    """
    found = [*of_things(handbook, downloads, language), *of_lists(handbook, language)]
    known = {entry.url for entry in found}
    named = {page.page: page for page in handbook.search.pages}
    procedures = {addresses.procedure(procedure, language): procedure.aliases for procedure in handbook.procedures}
    others = LANGUAGES.others(language)
    for address, page in sorted(pages.items()):
        if (
            address in known
            or addresses.bare(address) in _UNFOUND
            or addresses.in_language(address, language) != address
        ):
            continue
        path = addresses.bare(address).rstrip("/")
        words = named.get(path) or named.get(f"{path}/index")
        aliases = words.aliases if words else procedures.get(address, Aliases())
        theirs = [pages.get(addresses.in_language(address, other)) for other in others]
        part = handbook.interface.texts.get(f"search_in_{path.partition('/')[0]}")
        found.append(
            Entry(
                "list" if path in _LISTS or address in procedures else "page",
                page.title,
                address,
                part[language] if part else "",
                aliases[language],
                tuple(names_in([page.title for page in theirs if page], aliases, others)),
                page.description,
                every_time(handbook, language) if path == _TIMES else {},
                answered_by(words.section_aliases, language) if words else (),
            )
        )
    return found + [_section(section, pages, language) for section in handbook.search.sections]


def _section(section: Section, pages: dict[str, Page], language: Language) -> Entry:
    """A section that is found by itself; it says on which page it stands."""
    address = addresses.named(section.page, language)
    others = LANGUAGES.others(language)
    return Entry(
        "page",
        section.title[language],
        f"{address}#{section.heading}",
        pages[address].title if address in pages else "",
        section.aliases[language],
        tuple(names_in([section.title[other] for other in others], section.aliases, others)),
        "",
    )
