"""Who answers for a page, and the data that it is made from: so that whoever wants it changed finds both."""

from __future__ import annotations

from ..model.base import Text
from ..model.handbook import Handbook
from ..model.things import BY_FOLDER

_OF_ALL = "administration"
"""The role that answers for the handbook as a whole, and so for pages that have no data of their own."""
_SHOWS = {
    "choose": "chooser.yml",
    **dict.fromkeys(
        ("onboarding/practice", "onboarding/practice/internal", "onboarding/practice/external"), "practice.yml"
    ),
    "reference/confidentiality": "confidentiality.yml",
    "reference/glossary": "glossary.yml",
    "reference/phrases": "phrases.yml",
    "reference/response-times": "response-times.yml",
    "reference/legal-clocks": "legal-clocks.yml",
    "reference/retention": "retention.yml",
    "reference/mail-subjects": "mail-subjects.yml",
    "reference/file-names": "file-names.yml",
    "reference/working-abroad": "working-abroad.yml",
}
"""Pages whose facts stand in one file, by their place below `docs/zh`."""


def data_of(place: str, handbook: Handbook) -> str | None:
    """The data file, below `docs/data`, whose facts a page shows; None where it is prose alone.

    Args:
        place: the page's place below `docs/zh`, without its ending.
        handbook: the model.
    """
    folder, _, name = place.partition("/")
    if folder == "guide" and name.partition("/")[0] in handbook.procedure:
        return f"procedures/{name.partition('/')[0]}.yml"
    kind = BY_FOLDER.get(folder)
    if kind and any(thing.id == name for thing in handbook.things[folder]):
        return f"{folder}/{name}.yml"
    return _SHOWS.get(place)


def owner_of(place: str, handbook: Handbook) -> Text:
    """The role that answers for a page, by its place below `docs/zh`."""
    data = data_of(place, handbook)
    owners = (each.owner for file, each in handbook.reviews() if file == data) if data else iter(())
    return next(owners, handbook.company.roles[_OF_ALL].name)
