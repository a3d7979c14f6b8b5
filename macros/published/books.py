"""What stands in the handbook as a book, and in which order: whole and in parts, from the pages as they were built."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from .. import addresses
from ..model.handbook import Handbook
from ..model.languages import Language
from ..pages.alphabet import sorting_key
from ..pages.ownership import data_of, owner_of
from ..wording import Wording
from .knowledge import Leaf

Book = Literal["handbook", "guide", "newcomers", "crisis"]
BOOKS: tuple[Book, ...] = get_args(Book)
"""The whole, and the parts of it that some take along alone."""
_PARTS = ("guide", "scenarios", "contacts", "channels", "checklists", "onboarding", "reference")
"""The parts in the order of the book; those of the company's own follow."""
_NOT_ON_PAPER = {"", "about", "choose", "my", "search", "templates"}
"""Parts that work in a browser only, or are files to fill in."""
_NO_PAGE = {f"onboarding/practice/{side}" for side in ("", "internal/", "external/")}
_ELSEWHERE = ("checklist", "belongings", "form_example")
"""The headings of what has a page of its own in the book, or is of use on the site only, by their keys."""
_IN_A_CRISIS = {"contacts/", "reference/incident-levels/", "reference/legal-clocks/", "reference/response-times/"}
_FOR_NEWCOMERS = {"reference/response-times/", "reference/glossary/"}


@dataclass(frozen=True)
class Chapter:
    """A page as it stands in a book."""

    part: str
    """The name of the part it belongs to."""
    address: str
    title: str
    owner: str
    day: str
    """When it was last reviewed; blank where nobody notes that."""
    markdown: str


@dataclass(frozen=True)
class Contents:
    """A book in one language, before it is set in type or bound as a file."""

    name: Book
    language: Language
    title: str
    part: str
    """What it holds of the handbook; blank where that is all."""
    chapters: tuple[Chapter, ...]
    left_out: frozenset[str]
    """The headings of sections that are of no use in it."""
    terms: tuple[tuple[str, str], ...]
    """The ids and names of the glossary's terms, as an index lists them."""

    @property
    def whole_title(self) -> str:
        """The title with what part it is."""
        return f"{self.title} · {self.part}" if self.part else self.title


def contents(name: Book, handbook: Handbook, leaves: Mapping[str, Leaf], language: Language) -> Contents | None:
    """One book in one language; None where the company has none of its pages.

    Args:
        name: which.
        handbook: the model.
        leaves: every page of the site by its address.
        language: what it is written in.
    """
    words = Wording(handbook, language)
    chosen = [
        address for address in _in_order(handbook, leaves, language) if _belongs(address, name, handbook, language)
    ]
    if not chosen:
        return None
    terms = sorted(handbook.glossary.terms, key=lambda term: sorting_key(term.term[language]))
    return Contents(
        name=name,
        language=language,
        title=words.text("site_name"),
        part="" if name == "handbook" else words.text(f"book_{name}"),
        chapters=tuple(_chapter(address, handbook, leaves, language) for address in chosen),
        left_out=frozenset(words.text(key) for key in _ELSEWHERE),
        terms=tuple((term.id, term.term[language]) for term in terms),
    )


def _chapter(address: str, handbook: Handbook, leaves: Mapping[str, Leaf], language: Language) -> Chapter:
    words, reviewed = Wording(handbook, language), dict(handbook.reviews())
    part = addresses.part_of(address)
    key = f"search_in_{part}"
    overview = leaves.get(addresses.page(f"{part}/", language), leaves[address])
    place = addresses.bare(address).removesuffix("/")
    data = next(filter(None, (data_of(source, handbook) for source in (place, f"{place}/index"))), None)
    return Chapter(
        part=words.text(key) if key in handbook.interface.texts else overview.title,
        address=address,
        title=leaves[address].title,
        owner=owner_of(place, handbook)[language],
        day=reviewed[data].reviewed.isoformat() if data in reviewed else "",
        markdown=leaves[address].markdown,
    )


def _in_order(handbook: Handbook, leaves: Mapping[str, Leaf], language: Language) -> list[str]:
    """The addresses of all pages that stand in the book, part by part, each part with its overview first."""
    steps = [
        step
        for each in handbook.procedures
        for step in [
            addresses.procedure(each, language),
            *(addresses.step(each, step, language) for step in each.steps),
        ]
    ]
    things = [
        addresses.thing(folder, thing.id, language)
        for folder in ("scenarios", "channels", "checklists")
        for thing in handbook.things[folder]
    ]
    known = {address: place for place, address in enumerate([*steps, *things])}
    found = [
        address
        for address in leaves
        if addresses.in_language(address, language) == address
        and addresses.part_of(address) not in _NOT_ON_PAPER
        and addresses.bare(address) not in _NO_PAGE
    ]
    parts = [*_PARTS, *sorted({addresses.part_of(address) for address in found} - set(_PARTS))]

    def place(address: str) -> tuple[int, bool, int, str]:
        part = addresses.part_of(address)
        is_overview = address == addresses.page(f"{part}/", language)
        return parts.index(part), not is_overview, known.get(address, -1), address

    return sorted(found, key=place)


def _belongs(address: str, name: Book, handbook: Handbook, language: Language) -> bool:
    place = addresses.bare(address)
    part = addresses.part_of(address)
    if name == "guide":
        return part in ("guide", "channels")
    if name == "newcomers":
        return part in ("onboarding", "channels") or place in _FOR_NEWCOMERS
    if name == "crisis":
        urgent = [scenario for scenario in handbook.scenarios if scenario.is_crisis]
        lists = {
            addresses.bare(addresses.checklist(name, language)) for scenario in urgent for name in scenario.checklists
        }
        return (
            place
            in {addresses.bare(addresses.scenario(scenario.id, language)) for scenario in urgent} | lists | _IN_A_CRISIS
        )
    return True
