"""The people behind roles, where a company wants them named: none, unless its `people.csv` says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .base import Language, Text
from .company import Company
from .phones import written
from .signs import SIGNS

_NAMED = 3
"""How many are named behind a role; of more, the first and how many others."""


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

    def named(self, company: Company, role: str) -> Text:
        """A role with the names of those who have it: “IT help desk (Wang Min, Li Lei)”."""
        name, there = company.roles[role].name, self.of(role)
        if not there:
            return name
        return Text.model_construct(zh=_with(name.zh, there, "zh"), en=_with(name.en, there, "en"))


def _with(role: str, people: tuple[Person, ...], language: Language) -> str:
    names, (opens, closes) = [person.name[language] for person in people], SIGNS[language].remark
    others = len(names) - 1
    more = f"{names[0]}等{len(names)}人" if language == "zh" else f"{names[0]} and {others} more"
    return f"{role}{opens}{SIGNS[language].comma.join(names) if len(names) <= _NAMED else more}{closes}"
