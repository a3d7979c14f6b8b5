"""Ids that went lead to something that is there, in one step, and none of them is in use."""

from __future__ import annotations

from ...errors import nearest
from ...model.languages import ALL, LANGUAGES
from ...reading.layer.composed import Composed
from ...reading.layer.places import COMPANY
from ...reading.loaded import Loaded
from ...reading.source import Location

FILE = "redirects.yml"
_ROWS = ("glossary/", "contacts/")
"""What stands on an overview and has no page of its own."""


def check(loaded: Loaded) -> None:
    """Report redirects of what is there, to what is not, in a row, and those that stand twice."""
    record, there = loaded.records.get(FILE), loaded.places()
    entries = record.redirects if record else ()
    pages = {place for place in there if not place.startswith(_ROWS)} | {"contacts/index"}
    unsure = loaded.laid.unsure  # something may be there that the company means to leave out
    first: dict[str, int] = {}
    for number, each in enumerate(entries):
        first.setdefault(each.old, number)
    for number, each in enumerate(entries):
        at, page = ("redirects", number, "old"), each.old.partition("#")[0]
        language, _, rest = each.old.partition("/")
        if language in ALL and rest:
            loaded.fault(FILE, at, f"the language is no part of the place; write '{rest}'")
        elif first[each.old] != number:
            path, line, *_ = loaded.sources[FILE].where(("redirects", first[each.old]), "")
            loaded.fault(FILE, at, f"'{each.old}' leads on in {path}:{line} already; delete one of the two")
        elif each.old in there and not _is_overruled(loaded, number, each.old):
            if not unsure:
                loaded.fault(FILE, at, f"'{each.old}' is there, and nobody would be led on; delete this line")
        elif page != each.old and page not in pages and page not in first:
            loaded.fault(
                FILE, at, f"there is no page '{page}' on which a heading could have gone; {nearest(page, pages)}"
            )
        at, page = ("redirects", number, "new"), each.new.partition("#")[0]
        onward = next((place for place in (each.new, page) if place in first and place not in there), None)
        if onward and _is_circle(onward, {entry.old: entry.new for entry in entries}):
            message = (
                f"'{each.old}' leads in a circle and nowhere else; write what stands there now, or delete this line"
            )
            loaded.fault(FILE, at, message)
        elif onward:
            end = entries[first[onward]].new
            loaded.fault(FILE, at, f"'{onward}' leads on itself, to '{end}'; write at once where it ends")
        elif page not in (there if page == each.new else pages):
            overview = f"{page.strip('/')}/index"
            hint = f"did you mean '{overview}'?" if overview in pages else nearest(page, there)
            loaded.fault(FILE, at, f"there is no '{page}'; {hint}")


def _is_circle(place: str, leads: dict[str, str]) -> bool:
    """Whether who is led on from a place comes by one that was passed already."""
    passed = set[str]()
    while place in leads and place not in passed:
        passed.add(place)
        place = leads[place]
    return place in passed


def _is_overruled(loaded: Loaded, number: int, place: str) -> bool:
    """Whether a redirect is the handbook's, and what is there under the id the company's own."""
    if _is_own(loaded, FILE, ("redirects", number)):
        return False
    if place.startswith("glossary/"):
        terms = loaded.records["glossary.yml"].terms
        term = next(n for n, term in enumerate(terms) if term.id == place.partition("/")[2])
        return _is_own(loaded, "glossary.yml", ("terms", term))
    files = loaded.files.get(f"{place}.yml"), loaded.pages.get(f"{LANGUAGES.first}/{place}.md")
    return any(file and file.is_relative_to(loaded.root / COMPANY) for file in files)


def _is_own(loaded: Loaded, name: str, location: Location) -> bool:
    read = loaded.sources[name]
    return isinstance(read, Composed) and read.is_own(location)
