"""The registry of kinds of thing: what has a folder of data files, named by their ids, and what the site does with it.

A new kind is an entry here, its record, the component that shows it (`overrides/components/<name>-facts.html`), and its
part in the navigation of `mkdocs.yml`. Everything else reads this list: loading, the look-ups of the handbook, titles and
pages, links, the navigation, the search, the contract, `python -m macros new <name>`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from ..errors import Misregistered, nearest
from .base import Record, Text
from .channel import Channel
from .checklist import PARTS, Checklist
from .contact import CONTACT_GROUPS, Contact
from .procedure import Procedure
from .scenario import GROUPS, Scenario
from .template import Template

Page = Literal["written", "made", "rows", "parts"]


def _by_order(thing: Any) -> tuple[Any, ...]:
    return getattr(thing, "order", 0), thing.id


@dataclass(frozen=True)
class Thing:
    """One kind of thing."""

    name: str
    """In the singular: what messages, components and the search call it."""
    folder: str
    """In the plural: its folder of data, its folder of pages, its part of the site, its list in the contract."""
    record: type[Record]
    """What a file of its folder holds: at least `id`, a title, `aliases`, who answers for it, and what has a page a `summary`."""
    page: Page
    """Whether authors write its page, or a component makes it whole, or all stand on their overview (contacts), or only its
    parts have pages (the steps)."""
    titled_by: str = "title"
    """The name of its title among the record's fields."""
    search_worth: float = 0.95
    """How far it may be ahead of a thing of another kind in the search and still come second; 1 is the most."""
    key: Callable[[Any], Any] = _by_order
    """By what it stands in lists."""
    heading: Callable[[Any], str] | None = None
    """The key of the heading under which one of them stands there, where they stand in groups."""

    def title_of(self, thing: Any) -> Text:
        """The title of one thing of the kind."""
        title: Text = getattr(thing, self.titled_by)
        return title

    def grouped(self, things: Iterable[Any]) -> dict[str, tuple[Any, ...]]:
        """Things of the kind by the key of their group's heading, in the order in which they come."""
        found: dict[str, tuple[Any, ...]] = {}
        for thing in things:
            key = self.heading(thing) if self.heading else ""
            found[key] = (*found.get(key, ()), thing)
        return found


THINGS = (
    Thing(
        "scenario",
        "scenarios",
        Scenario,
        "written",
        search_worth=0.96,
        key=lambda scenario: (GROUPS.index(scenario.group), *_by_order(scenario)),
        heading=lambda scenario: f"group_{scenario.group}",
    ),
    Thing("channel", "channels", Channel, "written", titled_by="name", search_worth=0.95),
    Thing(
        "template",
        "templates",
        Template,
        "made",
        search_worth=0.955,
        key=lambda template: (template.audience != "internal", *_by_order(template)),
    ),
    Thing(
        "checklist",
        "checklists",
        Checklist,
        "made",
        search_worth=0.88,
        key=lambda checklist: (PARTS.index(checklist.part), *_by_order(checklist)),
        heading=lambda checklist: f"part_{checklist.part}",
    ),
    Thing(
        "contact",
        "contacts",
        Contact,
        "rows",
        titled_by="matter",
        search_worth=0.82,
        key=lambda contact: (CONTACT_GROUPS.index(contact.group), *_by_order(contact)),
        heading=lambda contact: f"contacts_{contact.group}",
    ),
    Thing("procedure", "procedures", Procedure, "parts", key=lambda procedure: procedure.id != "internal"),
)
"""In the order in which lists of everything name them."""


def hold(things: tuple[Thing, ...]) -> None:
    """See that every entry of the registry can be one.

    Raises:
        Misregistered: where its page is none that is known, or its record has no such title.
    """
    for thing in things:
        for what, value, known in (
            ("page", thing.page, get_args(Page)),
            ("titled_by", thing.titled_by, thing.record.model_fields),
        ):
            if value not in known:
                message = f"unknown {what} '{value}'; {nearest(value, known)}"
                raise Misregistered(Path(__file__), rf'Thing\(\s*"{thing.name}"', thing.name, message)


hold(THINGS)

BY_FOLDER = {thing.folder: thing for thing in THINGS}
WITH_PAGES = tuple(thing for thing in THINGS if thing.page in ("written", "made"))
"""Those of which each has a page of its own, at `<folder>/<id>/`."""
WITH_OVERVIEW = tuple(thing for thing in THINGS if thing.page != "parts")
"""Those that have an overview, at `<folder>/`; what has no page of its own stands there, at `<folder>/#<id>`."""
KNOWN = frozenset({"scenario", "channel", "template", "checklist", "contact", "procedure"})
"""Kinds that the contract, the search and the navigation treat in ways of their own."""
