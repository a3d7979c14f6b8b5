"""Where data name other things by their ids, and what becomes of the place when the thing that it names is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any, Literal

from ..source import Location
from .paths import value_at
from .settling import LEAST

Fate = Literal["goes", "entry", "needed", "first"]
"""What becomes of the place: it goes; the entry of the list in which it stands goes; nothing, since it is needed; or it
takes the first channel that is left."""


@dataclass(frozen=True)
class Pointer:
    """One kind of place."""

    files: str
    """Names of files, as a pattern."""
    steps: tuple[str, ...]
    """The way to it within the file; `*` for each entry of a list."""
    kind: str
    """What it names: a folder of things, `glossary`, `steps`, an entry of a list (`outside`, `records`, `occasions`), `pages`, or `places`, whatever has an address."""
    fate: Fate = "goes"
    with_it: tuple[str, ...] = ()
    """Keys beside it that go with it."""
    least: int = 0
    """How many entries the list must keep: with fewer left, what would go is needed."""


def _lists(files: str, *names: str, below: tuple[str, ...] = ()) -> tuple[Pointer, ...]:
    kinds = {"related": "scenarios", "see_also": "scenarios"}
    return tuple(Pointer(files, (*below, name, "*"), kinds.get(name, name)) for name in names)


_ROWS, _ITEMS = ("rows", "*"), ("groups", "*", "items", "*")
_ANSWERS = ("questions", "*", "answers", "*")
POINTERS = (
    *_lists("*/*.yml", "scenarios", "templates", "checklists", "glossary", "related", "steps"),
    Pointer("scenarios/*.yml", ("channels", "*", "channel"), "channels", "entry", least=LEAST),
    Pointer("scenarios/*.yml", ("example", "channel"), "channels", "first"),
    Pointer("scenarios/*.yml", ("outside_time",), "outside"),
    Pointer("contacts/*.yml", ("reach", "*", "channel"), "channels", "entry", least=1),
    Pointer("contacts/*.yml", ("answer", "outside_time"), "outside", "needed"),
    Pointer("checklists/*.yml", ("followed_by",), "checklists"),
    Pointer("checklists/*.yml", (*_ITEMS, "template"), "templates", with_it=("fills",)),
    Pointer("checklists/*.yml", (*_ITEMS, "scenario"), "scenarios"),
    Pointer("checklists/*.yml", (*_ITEMS, "page"), "pages"),
    Pointer("checklists/*.yml", (*_ITEMS, "due", "outside_time"), "outside", "needed"),
    *_lists("procedures/*.yml", "scenarios", "templates", "checklists", "glossary", below=("steps", "*")),
    Pointer("templates/*.yml", ("belongs_to", "*"), "scenarios"),
    Pointer("templates/*.yml", ("keeps",), "records"),
    Pointer("templates/*.yml", ("sections", "*", "fields", "*", "hands_to", "*", "template"), "templates", "entry"),
    Pointer("chooser.yml", (*_ANSWERS, "outside_time"), "outside"),
    *_lists("chooser.yml", "scenarios", below=_ANSWERS),
    Pointer("chooser.yml", (*_ROWS, "channel"), "channels", "needed"),
    Pointer("chooser.yml", (*_ROWS, "runner_up", "channel"), "channels", "entry"),
    Pointer("chooser.yml", (*_ROWS, "outside_time"), "outside"),
    Pointer("chooser.yml", (*_ROWS, "template"), "templates"),
    Pointer("chooser.yml", (*_ROWS, "checklist"), "checklists"),
    *_lists("chooser.yml", "scenarios", "see_also", below=_ROWS),
    Pointer("response-times.yml", ("times", "*", "channel"), "channels", "entry"),
    Pointer("phrases.yml", ("phrases", "*", "occasion"), "occasions", "entry"),
    Pointer("practice.yml", ("questions", "*", "scenario"), "scenarios", "entry"),
    Pointer("practice.yml", ("questions", "*", "step"), "steps", "entry"),
    Pointer("home.yml", ("urgent",), "scenarios"),
    *_lists("home.yml", "templates"),
    Pointer("home.yml", ("frequent", "*"), "scenarios"),
    Pointer("search.yml", ("frequent", "*", "page"), "pages", "entry"),
    Pointer("search.yml", ("pages", "*", "page"), "pages", "entry"),
    Pointer("search.yml", ("sections", "*", "page"), "pages", "entry"),
    Pointer("redirects.yml", ("redirects", "*", "new"), "places", "entry"),
)


Pointed = tuple[Pointer, Location, int]
"""A place that names what is left out, with the number of the pattern that leaves it out."""


def pointing(name: str, data: Any, gone: dict[str, dict[str, int]]) -> Iterator[Pointed]:
    """The places of a file that name what is left out, each with the number of the pattern that leaves it out.

    Args:
        name: the file's.
        data: what it holds.
        gone: ids that are left out by kind, each with the number of its pattern.
    """
    for pointer in POINTERS:
        ids = gone.get(pointer.kind)
        if ids and fnmatchcase(name, pointer.files):
            for location, value in _at(data, pointer.steps, ()):
                place = value.partition("#")[0] if isinstance(value, str) else ""
                if place in ids:
                    yield pointer, location, ids[place]


def leaves_too_few(pointed: Pointed, data: Any, every: Iterable[Pointed]) -> bool:
    """Whether a list would have fewer entries than it must, were all to go that name what is left out.

    Args:
        pointed: one of them.
        data: what the file holds.
        every: all of the file that would go.
    """
    pointer, location, _ = pointed
    if not pointer.least:
        return False
    going = sum(other is pointer and at[:-2] == location[:-2] for other, at, _ in every)
    return len(value_at(data, location[:-2])) - going < pointer.least


def _at(data: Any, steps: tuple[str, ...], location: Location) -> Iterator[tuple[Location, Any]]:
    if not steps:
        yield location, data
    elif steps[0] == "*":
        for number, entry in enumerate(data if isinstance(data, list) else ()):
            yield from _at(entry, steps[1:], (*location, number))
    elif isinstance(data, dict) and steps[0] in data:
        yield from _at(data[steps[0]], steps[1:], (*location, steps[0]))
