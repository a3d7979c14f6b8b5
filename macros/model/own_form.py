"""A form of the company's own: what in its file can be filled in, and what its few lines say of these places."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import AfterValidator, BeforeValidator

from ..errors import nearest
from .base import Record, Text, is_kebab
from .fields import KINDS, AnyColumn

FORMATS = ("docx", "xlsx", "pdf")
"""What a form of the company's own may be."""
_TYPES = tuple(kind for kind in KINDS if kind != "table")
_RESERVED = {"draft"}
"""What a link may name besides fields."""

Widget = Literal["text", "lines", "date", "number", "tick", "choice"]
"""What a place is in the file."""

TYPE_OF: dict[Widget, str] = {
    "text": "text",
    "lines": "long_text",
    "date": "date",
    "number": "number",
    "tick": "tick",
    "choice": "choice",
}
"""What kind of field a place is, where its lines do not say it."""


def _offered(value: str) -> str:
    if "/" in value or "\\" in value:
        raise ValueError(f"'{value}' names a folder; put the file beside these lines, and write its name alone")
    if value.rpartition(".")[2].lower() not in FORMATS:
        raise ValueError(f"'{value}' is none of .{', .'.join(FORMATS)}; save it as one of these")
    return value


FileName = Annotated[str, AfterValidator(_offered)]
"""The name of a file that is offered as it is."""


def _known(value: Any) -> Any:
    if value not in _TYPES:
        raise ValueError(f"no kind of field is called so; {nearest(str(value), _TYPES)}")
    return value


class PlaceOption(Record):
    """One answer of a place."""

    answer: str
    """What is written into the file, or the answer of a list in it."""
    label: Text


class PlaceLine(Record):
    """What is said of a place of the file."""

    place: str
    """What the file calls it."""
    label: Text | None = None
    help: Text | None = None
    type: Annotated[str, BeforeValidator(_known)] | None = None
    """A kind of field; without it, what the file says."""
    required: bool = False
    options: tuple[PlaceOption, ...] = ()


@dataclass(frozen=True)
class Place:
    """A place in the file that bears a name."""

    name: str
    widget: Widget = "text"
    label: str = ""
    """What the file calls it for people; blank where it only has its name."""
    options: tuple[tuple[str, str], ...] = ()
    """The answers of a list: what the file keeps, and what it shows."""
    where: tuple[Mapping[str, Any], ...] = ({},)
    """Where it stands, as the scripts that fill it in must know it."""


class Left(NamedTuple):
    """A place that no program fills in."""

    name: str
    why: str


@dataclass(frozen=True)
class Found:
    """The places of one file."""

    places: tuple[Place, ...] = ()
    """In the order of the file, each name once."""
    unnamed: int = 0
    """How many places there are that bear no name."""
    left: tuple[Left, ...] = ()
    """Places that no program fills in."""
    closed: str = ""
    """Why nothing of it can be filled in."""
    unfit: bool = False
    """Whether that is because it is no file of its kind at all, so that nobody can open it."""
    document: Mapping[str, Any] = field(default_factory=dict)
    """What the scripts must know of the whole file."""

    @property
    def names(self) -> tuple[str, ...]:
        """What the places are called."""
        return tuple(place.name for place in self.places)


def gathered(places: list[Place], **more: Any) -> Found:
    """What was found, the same name once; one that is of two kinds is left."""
    left = list(more.pop("left", ()))
    by_name: dict[str, list[Place]] = {}
    for place in places:
        by_name.setdefault(place.name, []).append(place)
    kept = []
    for name, alike in by_name.items():
        first = alike[0]
        text = {"text", "lines"}
        if any(each.widget != first.widget and not {each.widget, first.widget} <= text for each in alike):
            left.append(Left(name, "names places of several kinds"))
            continue
        label = next((each.label for each in alike if each.label), "")
        widget: Widget = "lines" if any(each.widget == "lines" for each in alike) else first.widget
        kept.append(Place(name, widget, label, first.options, tuple(at for each in alike for at in each.where)))
    return Found(tuple(kept), left=tuple(left), **more)


@dataclass(frozen=True)
class OwnSection:
    """What is asked, under a heading."""

    id: str
    title: Text
    fields: tuple[AnyColumn, ...]


@dataclass(frozen=True)
class OwnForm:
    """The file of a form, and what can be filled in of it."""

    content: bytes
    found: Found = Found()
    sections: tuple[OwnSection, ...] = ()
    places: Mapping[str, tuple[Place, Mapping[str, str]]] = field(default_factory=dict)
    """By the id of a field: its place, and by the id of each option what is written into the file."""
    bare: tuple[str, ...] = ()
    """Places of which no line says anything."""

    @property
    def reads_back(self) -> bool:
        """Whether a file that was filled in tells its answers: what stands in the place of a mark can't be told from the text around it."""
        told = [at for place in self.found.places for at in place.where if not at.get("marked")]
        return bool(self.sections and told)


def id_of(name: str, taken: set[str], kind: str = "place") -> str:
    """The id by which drafts and links know a place, made of its name and nothing else.

    Args:
        name: what the file calls it.
        taken: ids that are given; the new one is added.
        kind: what it begins with where the name has no Latin letters.
    """
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", name).lower()
    own = re.sub(r"[^a-z0-9]+", "-", words).strip("-")
    if not name.isascii() or not is_kebab(own) or own in taken | _RESERVED:
        own = f"{kind}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"
    taken.add(own)
    return own
