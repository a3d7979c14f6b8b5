"""The book: the handbook's pages on A4 paper, whole and in parts, from the pages as they were built."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any, Literal, get_args

from .. import addresses
from ..downloads.fonts import typeset_for_all
from ..model.base import LANGUAGES, Language
from ..model.handbook import Handbook
from ..pages.answering import data_of, owner_of
from ..pages.letters import sorting_key
from ..wording import Wording
from .book_markup import Pages, string
from .knowledge import Leaf

Book = Literal["handbook", "guide", "newcomers", "crisis"]
BOOKS: tuple[Book, ...] = get_args(Book)
"""The whole, and the parts of it that some take along alone."""
_SOURCE = Path(__file__).with_name("book.typ")
_PARTS = ("guide", "scenarios", "contacts", "channels", "checklists", "onboarding", "reference")
"""The parts in the order of the book; those of the company's own follow."""
_NOT_ON_PAPER = {"", "about", "choose", "my", "search", "templates"}
"""Parts that work in a browser only, or are files to fill in."""
_NO_PAGE = {"onboarding/practice/"}
_ELSEWHERE = ("checklist", "belongings", "form_example")
"""The headings of what has a page of its own in the book, or is of use on the site only, by their keys."""
_IN_A_CRISIS = {"contacts/", "reference/incident-levels/", "reference/legal-clocks/", "reference/response-times/"}
_FOR_NEWCOMERS = {"reference/response-times/", "reference/glossary/"}


def files(handbook: Handbook, leaves: Mapping[str, Leaf], root: str) -> Iterator[tuple[str, bytes]]:
    """Each book in each language with its address.

    Args:
        handbook: the model.
        leaves: every page of the site by its address.
        root: the site's own address with a closing slash, or `/` where it is unknown.
    """
    # Typesetting happens outside of Python, so that the next book is put together beside it.
    with ThreadPoolExecutor(max_workers=1) as beside:
        made = [
            (addresses.book(name, language), beside.submit(_typeset, said, handbook))
            for language in LANGUAGES
            for name in BOOKS
            if (said := _said(name, handbook, leaves, root, language))
        ]
        for address, content in made:
            yield address, content.result()


def book(name: Book, handbook: Handbook, leaves: Mapping[str, Leaf], root: str, language: Language) -> bytes | None:
    """One book in one language, the same bytes for the same arguments; None where the company has none of its pages."""
    said = _said(name, handbook, leaves, root, language)
    return _typeset(said, handbook) if said else None


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
        and addresses.in_language(address, "zh") not in _NO_PAGE
    ]
    parts = [*_PARTS, *sorted({addresses.part_of(address) for address in found} - set(_PARTS))]

    def place(address: str) -> tuple[int, bool, int, str]:
        part = addresses.part_of(address)
        is_overview = address == addresses.page(f"{part}/", language)
        return parts.index(part), not is_overview, known.get(address, -1), address

    return sorted(found, key=place)


def _belongs(address: str, name: Book, handbook: Handbook, language: Language) -> bool:
    place = addresses.in_language(address, "zh")
    part = addresses.part_of(address)
    if name == "guide":
        return part in ("guide", "channels")
    if name == "newcomers":
        return part in ("onboarding", "channels") or place in _FOR_NEWCOMERS
    if name == "crisis":
        urgent = [scenario for scenario in handbook.scenarios if scenario.group == "trouble"]
        lists = {addresses.checklist(name, "zh") for scenario in urgent for name in scenario.checklists}
        return place in {addresses.scenario(scenario.id, "zh") for scenario in urgent} | lists | _IN_A_CRISIS
    return True


def _said(
    name: Book, handbook: Handbook, leaves: Mapping[str, Leaf], root: str, language: Language
) -> dict[str, Any] | None:
    """What `book.typ` typesets."""
    whole = _in_order(handbook, leaves, language)
    chosen = [address for address in whole if _belongs(address, name, handbook, language)]
    if not chosen:
        return None
    words, company = Wording(handbook, language), handbook.company
    pages, left_out = Pages(set(chosen), root), {words.text(key) for key in _ELSEWHERE}
    reviewed = dict(handbook.reviews())
    lines, part = [], None
    for address in chosen:
        if addresses.part_of(address) != part:
            part = addresses.part_of(address)
            key = f"search_in_{part}"
            named = words.text(key) if key in handbook.interface.texts else leaves[address].title
            lines.append(f"#part({string(named)})")
        place = addresses.in_language(address, "zh").removesuffix("/")
        sources = (place, f"{place}/index")
        data = next(filter(None, (data_of(source, handbook) for source in sources)), None)
        owner = owner_of(place, handbook)[language]
        day = reviewed[data].reviewed.isoformat() if data in reviewed else ""
        lines.append(f"#page-of({string(address)}, {string(leaves[address].title)}, {string(owner)}, {string(day)})")
        lines.append(pages.page(leaves[address].markdown, left_out))
    return {
        "lang": language,
        "colour": company.colour,
        "company": company.name[language],
        "title": words.text("site_name"),
        "part": "" if name == "handbook" else words.text(f"book_{name}"),
        "version": words.text("handbook_version", n=handbook.version),
        "released": handbook.releases[0].released.isoformat(),
        "words": {key: words.text(key) for key in ("book_contents", "book_index", "book_page", "owner", "reviewed")},
        "terms": [
            {"id": term.id, "name": term.term[language]}
            for term in sorted(handbook.glossary.terms, key=lambda term: sorting_key(term.term[language]))
        ],
        "body": "\n\n".join(lines),
    }


def _typeset(said: dict[str, Any], handbook: Handbook) -> bytes:
    import pikepdf  # takes its time, and a check needs none of it

    from ..downloads.pdf_packing import packed

    released = datetime.combine(handbook.releases[0].released, time(), UTC)
    inputs = {"book": json.dumps(said)}
    content = typeset_for_all(_SOURCE, sys_inputs=inputs, timestamp=released)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return packed(pdf)
