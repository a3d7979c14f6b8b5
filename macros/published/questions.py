"""Model → questions with their answers, as an assistant in a messenger takes them: what people ask in how many ways, what to
tell them, and the page that says more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .. import addresses
from ..model.contact import Contact
from ..model.handbook import Handbook
from ..model.languages import LANGUAGES, Language
from ..model.scenario import Scenario
from ..model.signs import SIGNS
from ..wording import Wording


@dataclass(frozen=True)
class Question:
    """One question, in one language."""

    asked: str
    ways: tuple[str, ...]
    """Other words in which people ask it."""
    answer: str
    address: str
    """The page that says more, relative to the site's root."""
    part: str
    """Where it stands in the handbook, in words."""


class Questions:
    """Asks and answers in one language."""

    def __init__(self, handbook: Handbook, language: Language):
        self._handbook, self._language = handbook, language
        self._wording, self._signs = Wording(handbook, language), SIGNS[language]
        self._others = LANGUAGES.others(language)

    def all(self) -> Iterator[Question]:
        """Every question, in the order of the handbook's parts."""
        for scenario in self._handbook.scenarios:
            yield self._scenario(scenario)
        yield from self._chooser()
        for contact in self._handbook.contacts:
            yield self.contact(contact)
        if self._handbook.has("reference/response-times"):
            yield from self._times()
        yield from self._channels()
        for template in self._handbook.templates:
            yield self._ask(
                "ask_template",
                template.title[self._language],
                template.aliases[self._language],
                [template.summary[self._language], self._said("form_use_when", template.use_when[self._language])],
                addresses.template(template.id, self._language),
                "templates",
            )
        for checklist in self._handbook.checklists:
            acts = [f"{number}. {self._wording.act(item)}" for number, item in enumerate(checklist.items, 1)]
            yield self._ask(
                "ask_checklist",
                checklist.title[self._language],
                checklist.aliases[self._language],
                [checklist.summary[self._language], *acts],
                addresses.checklist(checklist.id, self._language),
                "checklists",
            )
        for term in self._handbook.glossary.terms:
            yield self._ask(
                "ask_term",
                term.term[self._language],
                (*(term.term[other] for other in self._others), *term.aliases[self._language]),
                [term.definition[self._language]],
                addresses.term(term.id, self._language),
                "reference",
            )

    def contact(self, contact: Contact) -> Question:
        """Who handles a matter, and how they are reached."""
        time = self._handbook.contact_time(contact)
        hours = contact.hours[self._language] if contact.hours else self._wording.office_hours()
        lines = [
            self._said("crisis_role", self._role(contact.role)),
            self._said("contact_reach", self._wording.list(self._ways(contact))),
            self._said("contact_hours", hours),
            self._said("answer_within", self._wording.duration(time.within, time.clock)),
            *([self._said("contact_deputy", self._reached(contact.deputy))] if contact.deputy else []),
            self._said("contact_then", self._reached(contact.then)),
            self._said("contact_at_hand", contact.at_hand[self._language]),
        ]
        address = addresses.row("contacts", contact.id, self._language)
        return self._ask(
            "ask_contact", contact.matter[self._language], contact.aliases[self._language], lines, address, "contacts"
        )

    def _scenario(self, scenario: Scenario) -> Question:
        language = self._language
        choices = [
            f"{choice.when[language] if choice.when else self._wording.text('next_choice' if place else 'first_choice')}{self._signs.colon}"
            f"{self._handbook.channel[choice.channel].name[language]}{self._signs.remark[0]}{choice.because[language]}{self._signs.remark[1]}"
            for place, choice in enumerate(scenario.channels_shown)
        ]
        owed = (
            []
            if scenario.answered_by == "nobody"
            else [self._wording.owed(scenario.answered_by, self._handbook.answer_time(scenario))]
        )
        forms = [self._handbook.template[name].title[language] for name in scenario.templates]
        lines = [
            scenario.summary[language],
            *choices,
            *owed,
            *([self._said("goes_to", scenario.goes_to[language])] if scenario.goes_to else []),
            self._said("in_copy", scenario.copy_in[language]),
            self._said("mind", scenario.mind[language]),
            *([self._said("forms", self._wording.list(forms))] if forms else []),
        ]
        named = (scenario.guide_name[language],) if scenario.guide_name else ()
        ways = (*named, *scenario.aliases[language])
        return self._ask(
            "ask_scenario",
            scenario.title[language],
            ways,
            lines,
            addresses.scenario(scenario.id, language),
            "scenarios",
        )

    def _chooser(self) -> Iterator[Question]:
        for row in self._handbook.chooser.rows:
            first = self._handbook.channel[row.channel]
            lines = [self._said("first_choice", first.name[self._language]), row.because[self._language]]
            if row.runner_up:
                second = self._handbook.channel[row.runner_up.channel]
                lines += [self._said("next_choice", second.name[self._language]), row.runner_up.when[self._language]]
            address = addresses.page("choose/", self._language)
            yield self._ask("ask_channel", row.title[self._language], (), lines, address, "scenarios")

    def _times(self) -> Iterator[Question]:
        address = addresses.page("reference/response-times/", self._language)
        times = self._handbook.response_times
        asked = [
            (
                self._handbook.channel[time.channel].name[self._language],
                self._handbook.urgency[time.urgency].name[self._language],
                time,
            )
            for time in times.times
        ]
        for channel, urgency, time in asked:
            what = f"{channel}{self._signs.remark[0]}{urgency}{self._signs.remark[1]}"
            within = self._said("answer_within", self._wording.duration(time.answer_within, time.clock))
            yield self._ask("ask_time", what, (), [within, time.then[self._language]], address, "reference")
        for matter in times.outside:
            within = self._said("answer_within", self._wording.duration(matter.answer_within, matter.clock))
            lines = [within, matter.then[self._language]]
            yield self._ask("ask_time", matter.matter[self._language], (), lines, address, "reference")

    def _channels(self) -> Iterator[Question]:
        for channel in self._handbook.channels:
            lines = [channel.summary[self._language]]
            for key, said in (("use_for", channel.use_for), ("not_for", channel.not_for)):
                lines += [f"{self._wording.text(key)}{self._signs.colon}".rstrip()]
                lines += [f"- {each[self._language]}" for each in said]
            yield self._ask(
                "ask_when",
                channel.name[self._language],
                channel.aliases[self._language],
                lines,
                addresses.channel(channel.id, self._language),
                "channels",
            )

    def _ask(self, key: str, what: str, ways: tuple[str, ...], lines: list[str], address: str, part: str) -> Question:
        asked = self._wording.text(key, n=what)
        others = tuple(dict.fromkeys(way for way in (what, *ways) if way != asked))
        return Question(asked, others, "\n".join(lines), address, self._wording.text(f"search_in_{part}"))

    def _said(self, key: str, value: str) -> str:
        return f"{self._wording.text(key)}{self._signs.colon}{value}"

    def _role(self, role: str) -> str:
        return self._handbook.company.roles[role].name[self._language]

    def _reached(self, role: str) -> str:
        phone = self._handbook.company.address_of(role, "phone")
        return f"{self._role(role)}{self._signs.glue}{phone[self._language]}" if phone else self._role(role)

    def _ways(self, contact: Contact) -> list[str]:
        ways = []
        for way in contact.reach:
            label, address = (
                self._handbook.channel[way.channel].label[self._language],
                self._handbook.address_of(contact, way.channel),
            )
            ways.append(f"{label} {address[self._language]}" if address else label)
        return ways
