"""Whom to call at once, as buttons that dial: each number once, however many matters it is for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..model.base import Text
from ..model.chooser import Row
from ..model.contact import Contact
from ..model.handbook import Handbook
from ..model.languages import Language
from ..model.scenario import Scenario
from ..wording import Wording

_MOST = 2
"""How many the advice of the chooser names."""


@dataclass(frozen=True)
class Call:
    """A number, and the contacts that answer it."""

    number: Text
    contacts: tuple[Contact, ...]


class Calls:
    """Finds them for one language of a handbook."""

    def __init__(self, handbook: Handbook, language: Language):
        self._handbook, self._language = handbook, language
        self._wording = Wording(handbook, language)

    def of_scenario(self, scenario: Scenario) -> tuple[Call, ...]:
        """Those of what is most urgent and begins with a call; else none."""
        return self._by_number(self._contacts(scenario))

    def of_row(self, row: Row) -> tuple[Call, ...]:
        """Those of a row of the chooser that is about what can't wait: the first number of each of its scenarios, or of the first that it
        points to. Whoever only has something urgent to say calls the one concerned, not the duty number."""
        handbook = self._handbook
        scenarios = [handbook.scenario[name] for name in row.scenarios or row.see_also[:1]]
        found = [self.of_scenario(scenario)[:1] for scenario in scenarios]
        if not all(found):
            return ()
        contacts = (contact for calls in found for call in calls for contact in call.contacts)
        return self._by_number(each for each in contacts if each.role != handbook.company.first_in_crisis)[:_MOST]

    def in_crisis(self) -> tuple[Call, ...]:
        """The number for an emergency."""
        return self._by_number(self._handbook.crisis_contacts[:1])

    def who_helps(self, row: Row) -> tuple[tuple[tuple[str, ...], tuple[Contact, ...]], ...]:
        """Whom to ask about a row of the chooser, for all of its people or, where nothing is about all of them, for each: by what is most
        about them. Whom to call in a crisis is none of them, where none has happened."""
        chooser, handbook = self._handbook.chooser, self._handbook
        each = [
            (person.id, name)
            for person in chooser.people(row)
            if (name := next((name for name in person.scenarios if name in row.see_also), None))
        ]
        found = (
            [((), row.scenarios)]
            if row.scenarios
            else [(chooser.only_for(row, name) and (person,), (name,)) for person, name in each]
        )
        helping = [
            (people, tuple(c for c in handbook.contacts_for("scenarios", *names) if not c.crisis))
            for people, names in found
        ]
        return tuple((people, contacts) for people, contacts in helping if contacts)

    def urgency_of(self, row: Row) -> str:
        """How urgent a row of the chooser is whatever was answered, as all of its scenarios say; blank where that is not so."""
        urgent = [self._handbook.scenario[name].is_urgent for name in row.scenarios]
        return "urgent" if urgent and all(urgent) else ""

    def needs_help_first(self, scenario: Scenario) -> bool:
        """Whether somebody may be hurt, so that the public numbers come before the duty number."""
        first = self._handbook.company.first_in_crisis
        return scenario.audience == "internal" and any(each.role == first for each in self._contacts(scenario))

    def roles(self, call: Call) -> str:
        """Who answers: each role once."""
        return self._wording.list(dict.fromkeys(self._wording.role(each.role) for each in call.contacts))

    def _contacts(self, scenario: Scenario) -> tuple[Contact, ...]:
        handbook = self._handbook
        if scenario.urgency != handbook.response_times.urgencies[0].id or scenario.channels[0].channel != "phone":
            return ()
        found = handbook.contacts_for("scenarios", scenario.id)
        return tuple(each for each in found if each.reach[0].channel == "phone" and handbook.address_of(each, "phone"))

    def _by_number(self, contacts: Iterable[Contact]) -> tuple[Call, ...]:
        numbers: dict[str, Call] = {}
        for contact in contacts:
            number = self._handbook.address_of(contact, "phone")
            if number:
                known = numbers.get(number[self._language])
                calls = (*known.contacts, contact) if known else (contact,)
                numbers[number[self._language]] = Call(number, calls)
        return tuple(numbers.values())
