"""Every page that the search data or an act on a checklist names exists, and every section that answers other words."""

from __future__ import annotations

from collections.abc import Iterator

from ...errors import nearest
from ...model.languages import LANGUAGES
from ...model.sections import WithSections
from ...model.things import WITH_PAGES
from ...reading.loaded import Loaded
from ...reading.source import Location


def check(loaded: Loaded) -> None:
    """Report pages that nobody wrote, and those that are given other words twice."""
    known = {source.partition("/")[2].removesuffix(".md") for source in loaded.pages}
    known |= {f"{thing.folder}/{name}" for thing in WITH_PAGES for name in loaded.ids(thing.folder)}
    for path, location, page in _named(loaded):
        if page not in known:
            loaded.fault(path, location, f"unknown page '{page}'; {nearest(page, known)}")
    seen: dict[str, int] = {}
    if search := loaded.records.get("search.yml"):
        for number, entry in enumerate(search.pages):
            if entry.page in seen:
                loaded.fault(
                    "search.yml",
                    ("pages", number, "page"),
                    f"'{entry.page}' has its words in pages[{seen[entry.page]}] already; join the two",
                )
            seen.setdefault(entry.page, number)
        for number, section in enumerate(search.sections):
            for source in _without(loaded, section.page, section.heading):
                loaded.fault(
                    "search.yml",
                    ("sections", number, "heading"),
                    f"{source} has no heading {{#{section.heading}}}; restore that id, or delete the section",
                )
    for path, location, page, heading in _answering(loaded):
        for source in _without(loaded, page, heading):
            loaded.fault(
                path,
                location,
                f"{source} has no heading {{#{heading}}}; restore that id, or move the aliases to another section",
            )


def _answering(loaded: Loaded) -> Iterator[tuple[str, Location, str, str]]:
    """Where the data say which section of a page answers other words: file, place, page and heading."""
    things: list[tuple[str, Location, str, WithSections]] = []
    for folder in ("scenarios", "channels"):
        things += [(path, (), f"{folder}/{thing.id}", thing) for path, thing in loaded.folder(folder).items()]
    for path, procedure in loaded.folder("procedures").items():
        for number, step in enumerate(procedure.steps):
            things.append((path, ("steps", number), f"guide/{procedure.id}/{step.id}", step))
    if search := loaded.records.get("search.yml"):
        things += [("search.yml", ("pages", number), entry.page, entry) for number, entry in enumerate(search.pages)]
    for path, location, page, thing in things:
        for number, section in enumerate(thing.section_aliases):
            yield path, (*location, "section_aliases", number, "heading"), page, section.heading


def _without(loaded: Loaded, page: str, heading: str) -> Iterator[str]:
    """The handbook's own sources of a page that lack a heading; where a company has its own page, whoever finds the section gets to its beginning."""
    for language in LANGUAGES:
        file = loaded.pages.get(f"{language}/{page}.md")
        if file != loaded.root / f"docs/{language}/{page}.md":
            continue
        if f"{{#{heading}}}" not in file.read_text(encoding="utf-8", errors="replace"):
            yield f"docs/{language}/{page}.md"


def _named(loaded: Loaded) -> Iterator[tuple[str, Location, str]]:
    if search := loaded.records.get("search.yml"):
        for name in ("frequent", "pages", "sections"):
            for number, entry in enumerate(getattr(search, name)):
                yield "search.yml", (name, number, "page"), entry.page
    for path, checklist in loaded.folder("checklists").items():
        for g, group in enumerate(checklist.groups):
            for i, item in enumerate(group.items):
                if item.page:
                    yield path, ("groups", g, "items", i, "page"), item.page
