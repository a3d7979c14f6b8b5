"""The handbook with the company's layer over it, as `composing` lays it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..source import Source
from .changes import Changes
from .renames import Renames


@dataclass(frozen=True)
class Dropped:
    """A place of the data that went with what is left out."""

    entry: str
    """Where it is left out: file, line and field."""
    file: str
    """Where the place was, below the project's root."""
    place: str
    """The same with its line and its field."""


@dataclass
class Laid:
    """The sources of a project, with the layer over them."""

    files: dict[str, Path]
    """Every data file that is left, by name."""
    pages: dict[str, Path]
    """Every page that is left, by its source below `docs/`, such as `zh/channels/email.md`."""
    sources: dict[str, Source] = field(default_factory=dict)
    """Files that were read on the way, by name, as the company has them."""
    gone: dict[str, dict[str, int]] = field(default_factory=dict)
    """Ids that are left out by kind, each with the number of its pattern."""
    names: dict[str, Mapping[str, str]] = field(default_factory=dict)
    """What those that prose names were called, by kind and id (`glossary/escalation`), in each language."""
    instead: dict[str, str] = field(default_factory=dict)
    """A channel that answers at an urgency, for those that are left out."""
    dropped: list[Dropped] = field(default_factory=list)
    renames: Renames = field(default_factory=Renames)
    """Ids that went, which the company may still write."""
    renamed: list[str] = field(default_factory=list)
    """One line for each place where it does."""
    set_in: set[str] = field(default_factory=set)
    """Names of files in which the company has values of its own."""
    shortened: dict[str, str] = field(default_factory=dict)
    """Paths at which the company set a list with fewer entries than the handbook has, each with the path of one that went."""
    changes: Changes = field(default_factory=Changes)
    """What the company has otherwise."""
    unsure: bool = False
    """Whether more may be meant to be left out: what the company says of it could not be read whole, or names nothing."""
