"""The cast: the people of the examples, so that nobody changes jobs between pages."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .base import Id, Record, Text


class Outsider(Record):
    """Somebody of another company, by name only."""

    id: Id
    name: Text


class Person(Outsider):
    """Somebody of the company."""

    department: Id | None = None
    """Of the company profile; none for those above the departments."""
    extension: Annotated[str, Field(pattern=r"^\d{3,6}$", examples=["8012"])]
    title: Text


class Cast(Record):
    """`docs/data/cast.yml`."""

    people: tuple[Person, ...]
    outside: tuple[Outsider, ...] = ()
