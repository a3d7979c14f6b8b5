"""The people behind roles, where a company wants them named: none, unless its `people.csv` says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .base import Text
from .phones import written


@dataclass(frozen=True)
class Person:
    """Someone who has a role."""

    name: Text
    phone: str = ""
    mail: str = ""

    @property
    def number(self) -> Text:
        """The phone number as each language writes it."""
        return written(self.phone)


@dataclass(frozen=True)
class People:
    """Who has which role."""

    by_role: Mapping[str, tuple[Person, ...]] = field(default_factory=dict)

    def of(self, role: str) -> tuple[Person, ...]:
        """Those who have a role, in the order of the list."""
        return self.by_role.get(role, ())
