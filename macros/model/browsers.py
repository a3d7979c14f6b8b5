"""Which browsers show everything the handbook can do, and what others get instead."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .base import Id, Record, Review, Text

Version = Annotated[str, Field(pattern=r"^\d+(\.\d+)?$", examples=["16.4"])]
"""A browser's version, such as `16.4`; a string, since 16.10 is later than 16.9."""


class Browser(Record):
    """A family of browsers that share an engine, and with it their versions."""

    id: Id
    short: str
    """As a table names it."""
    name: Text


class Ability(Record):
    """Something that a browser must be able to do, since when each is, and what its reader gets where it is not."""

    id: Id
    what: Text
    """What needs it, in a reader's words."""
    since: dict[Id, Version]
    """The version from which each browser is able, by the browser's id; one that never was is left out."""
    without: Text
    """What a reader gets without it."""
    needed: bool = True
    """Whether a browser without it is called too old; else it is a matter of looks."""


class Programs(Record):
    """Programs that open links in a browser of their own."""

    names: Text
    without: Text
    """What often fails there, and what helps."""


class Browsers(Review):
    """`docs/data/browsers.yml`."""

    browsers: tuple[Browser, ...]
    abilities: tuple[Ability, ...]
    programs: Programs

    def floor(self, browser: str) -> str:
        """The version of a browser from which nothing needed is missing."""
        versions = [ability.since[browser] for ability in self.abilities if ability.needed and browser in ability.since]
        return max(versions, key=numbers, default="")


def numbers(version: str) -> tuple[int, ...]:
    """A version as it is compared."""
    return tuple(map(int, version.split(".")))
