"""The root of the model: the whole handbook, read-only, with the look-ups that every view shares."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Any, ClassVar

from .abroad import Abroad
from .accessibility import Accessibility
from .base import Origin, Review, Text
from .browsers import Browsers
from .cast import Cast
from .changes import Release
from .channel import Channel
from .checklist import Checklist, Due
from .chooser import Answer as ChooserAnswer
from .chooser import Chooser, Row
from .company import Company
from .confidentiality import Confidentiality, Level
from .contact import Contact
from .contact import Group as ContactGroup
from .control import Controlled
from .decisions import Decisions
from .facts import Released
from .glossary import Glossary
from .home import Home
from .interface import Interface
from .naming import NamingRule
from .own_form import OwnForm
from .people import People
from .phrases import PhraseBank
from .pictures import BrandFiles
from .practice import Practice
from .procedure import Procedure, Step
from .redirects import Redirects
from .response_times import AnswerTime, ResponseTimes, Urgency
from .scenario import Group, Scenario
from .search import Search, Synonyms
from .standing import LegalClocks, Retention, Sentences
from .template import Template
from .template_groups import by_group
from .terms import Terms
from .things import WITH_PAGES
from .tokens import TokenWords, tokens_of


def file_of(attribute: str) -> str:
    """The file below `docs/data/` that holds what the handbook calls so, where one does."""
    otherwise = {"abroad": "working-abroad", "token_words": "tokens"}
    return f"{otherwise.get(attribute, attribute.replace('_', '-'))}.yml"


@dataclass(frozen=True)
class Handbook:
    """Everything that `docs/data/` says, checked. Lists stand in the order in which a reader sees them."""

    things: Mapping[str, tuple[Any, ...]]
    """What has a file each, by folder (see `things.py`); `channels`, `scenarios` … name those that all code knows."""
    company: Company
    accessibility: Accessibility
    browsers: Browsers
    cast: Cast
    home: Home
    interface: Interface
    chooser: Chooser
    confidentiality: Confidentiality
    glossary: Glossary
    phrases: PhraseBank
    practice: Practice
    redirects: Redirects
    response_times: ResponseTimes
    sentences: Sentences
    retention: Retention
    legal_clocks: LegalClocks
    mail_subjects: NamingRule
    file_names: NamingRule
    abroad: Abroad
    decisions: Decisions
    search: Search
    synonyms: Synonyms
    terms: Terms
    token_words: TokenWords
    releases: tuple[Release, ...]
    """From the change log, newest first."""
    released: Released | None = None
    origins: Mapping[str, Origin] = field(default_factory=dict)
    """Whose each thing is, by folder and id (`scenarios/absence`); the handbook's, where nothing is said."""
    left_out: frozenset[str] = frozenset()
    """Pages that the company does without, by their place below `docs/zh`."""
    own_forms: Mapping[str, OwnForm] = field(default_factory=dict)
    """The company's own forms, by the id of the template."""
    brand: BrandFiles = field(default_factory=BrandFiles)
    """The company's logo, favicon and letterhead."""
    people: People = field(default_factory=People)

    most_in_navigation: ClassVar[int] = 40
    """How many pages of one group the side navigation lists; beyond, it leads to their table only: no page carries all titles."""

    def has(self, page: str) -> bool:
        """Whether there is a page to lead to, by its place below `docs/zh`; of those that the handbook comes with."""
        return page not in self.left_out

    @property
    def version(self) -> str:
        """The version of the handbook: that of its newest release."""
        return self.releases[0].version

    @property
    def channels(self) -> tuple[Channel, ...]:
        """All channels."""
        return self.things["channels"]

    @property
    def checklists(self) -> tuple[Checklist, ...]:
        """All checklists."""
        return self.things["checklists"]

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """All contacts: who handles what."""
        return self.things["contacts"]

    @property
    def scenarios(self) -> tuple[Scenario, ...]:
        """All scenarios."""
        return self.things["scenarios"]

    @property
    def procedures(self) -> tuple[Procedure, ...]:
        """The internal procedure and the external one."""
        return self.things["procedures"]

    @property
    def templates(self) -> tuple[Template, ...]:
        """All templates."""
        return self.things["templates"]

    @cached_property
    def tokens(self) -> dict[str, Text]:
        """What `{token}` in a data text, and `{{ company.token }}` on a page, stand for."""
        return tokens_of(self.company, self.token_words)

    @cached_property
    def channel(self) -> dict[str, Channel]:
        """Channels by id."""
        return {channel.id: channel for channel in self.channels}

    @cached_property
    def checklist(self) -> dict[str, Checklist]:
        """Checklists by id."""
        return {checklist.id: checklist for checklist in self.checklists}

    @cached_property
    def contact(self) -> dict[str, Contact]:
        """Contacts by id."""
        return {contact.id: contact for contact in self.contacts}

    @cached_property
    def contacts_by_group(self) -> dict[ContactGroup, tuple[Contact, ...]]:
        """Contacts by group, in the order of lists; groups without any are left out."""
        return {group: tuple(contacts) for group, contacts in itertools.groupby(self.contacts, lambda c: c.group)}

    @property
    def crisis_contacts(self) -> tuple[Contact, ...]:
        """Whom to call in a crisis, the first one first."""
        first = self.company.first_in_crisis
        return tuple(sorted((c for c in self.contacts if c.crisis), key=lambda c: c.role != first))

    def contacts_for(self, folder: str, *names: str) -> tuple[Contact, ...]:
        """The contacts of any of some things, by their folder, or of a step (`steps`, `internal/channel`), those it is most for first."""
        forms = [form for name in names if folder == "scenarios" for form in self.scenario[name].templates]
        found = (contact for contact in self.contacts if not set(names).isdisjoint(getattr(contact, folder)))
        return tuple(sorted(found, key=lambda contact: contact.nearness(folder, names, forms)))

    @cached_property
    def scenario(self) -> dict[str, Scenario]:
        """Scenarios by id."""
        return {scenario.id: scenario for scenario in self.scenarios}

    @cached_property
    def scenarios_by_group(self) -> dict[Group, tuple[Scenario, ...]]:
        """Scenarios by what people want to do, in the order of lists; groups without any are left out."""
        return {group: tuple(scenarios) for group, scenarios in itertools.groupby(self.scenarios, lambda s: s.group)}

    @cached_property
    def procedure(self) -> dict[str, Procedure]:
        """Procedures by id."""
        return {procedure.id: procedure for procedure in self.procedures}

    @cached_property
    def template(self) -> dict[str, Template]:
        """Templates by id."""
        return {template.id: template for template in self.templates}

    @cached_property
    def level(self) -> dict[str, Level]:
        """Levels of confidentiality by id, from open to closed."""
        return {level.id: level for level in self.confidentiality.levels}

    @cached_property
    def urgency(self) -> dict[str, Urgency]:
        """Degrees of urgency by id."""
        return {urgency.id: urgency for urgency in self.response_times.urgencies}

    @cached_property
    def navigation(self) -> dict[str, dict[str, tuple[Any, ...]]]:
        """What the side navigation of a part lists: its groups that are small enough, by the key of their heading."""
        groups = {kind.folder: kind.grouped(self.things[kind.folder]) for kind in WITH_PAGES if kind.heading}
        groups["templates"] = {f"group_{group}": these for group, these in by_group(self.templates, self.scenarios)}
        return {
            part: {heading: group for heading, group in found.items() if len(group) <= self.most_in_navigation}
            for part, found in groups.items()
        }

    def answer_time(self, scenario: Scenario) -> AnswerTime:
        """How soon an answer is owed in a scenario: by its matter where it names one, else by its first channel."""
        if scenario.outside_time:
            return self.outside_time(scenario.outside_time)
        return self.response_times.owed(scenario.channels[0].channel, scenario.urgency)

    def outside_time(self, matter: str) -> AnswerTime:
        """How soon an answer is owed to someone outside, by the id of the matter."""
        row = next(outside for outside in self.response_times.outside if outside.id == matter)
        return AnswerTime(row.answer_within, row.clock)

    def contact_time(self, contact: Contact) -> AnswerTime:
        """How soon whoever handles a matter answers."""
        answer = contact.answer
        if answer.within:
            return AnswerTime(answer.within, answer.clock or "working")
        if answer.outside_time:
            return self.outside_time(answer.outside_time)
        return self.response_times.owed(contact.reach[0].channel, answer.urgency or "")

    def address_of(self, contact: Contact, channel: str) -> Text | None:
        """Under what a contact is reached on one of its channels: its own address, else that of its role."""
        own = next((way.address for way in contact.reach if way.channel == channel), None)
        return own or self.company.address_of(contact.role, channel)

    def due_time(self, due: Due) -> AnswerTime:
        """How long after its event an act on a checklist is due."""
        if due.outside_time:
            return self.outside_time(due.outside_time)
        return AnswerTime(due.within or "", due.clock or "calendar")

    def control(self, template: Template) -> Controlled | None:
        """By what a form is known in document control; None where the form or the company has none."""
        own, numbering = template.control, self.company.document_control
        if own is None or numbering is None:
            return None
        level = self.level[template.level].name if template.level else None
        number = numbering.number_of(template.audience, own.number)
        return Controlled(number, own.version, own.valid_from, template.owner, level)

    @cached_property
    def controlled_forms(self) -> tuple[tuple[Template, Controlled], ...]:
        """All forms under document control, in the order of their numbers."""
        found = [(template, self.control(template)) for template in self.templates]
        return tuple(sorted(((t, c) for t, c in found if c), key=lambda pair: pair[1].number))

    def is_restricted(self, level: str) -> bool:
        """Whether some channel must not carry a level of confidentiality."""
        return any(level not in channel.carries for channel in self.channels)

    def name_of(self, answer: ChooserAnswer) -> Text:
        """The name of an answer to a question of the chooser: its own, or that of the urgency it stands for."""
        return answer.name or self.urgency[answer.urgency or ""].name

    def chooser_times(self, row: Row, person: ChooserAnswer | None = None) -> dict[str, AnswerTime]:
        """How soon an answer is owed in a row of the chooser, by each urgency with which it may be met; to one of `Chooser.owed`."""
        urgencies = self.chooser.among(row, "urgency")
        if matter := person.outside_time if person else row.outside_time:
            return dict.fromkeys(urgencies, self.outside_time(matter))
        found = {urgency: self.response_times.find(row.channel, urgency) for urgency in urgencies}
        return {urgency: AnswerTime(time.answer_within, time.clock) for urgency, time in found.items() if time}

    def scenarios_using(self, channel_id: str) -> list[Scenario]:
        """The scenarios that name a channel, those whose first choice it is first."""
        using = [scenario for scenario in self.scenarios if channel_id in (each.channel for each in scenario.channels)]
        return sorted(using, key=lambda scenario: [each.channel for each in scenario.channels].index(channel_id))

    def scenarios_with_template(self, template_id: str) -> list[Scenario]:
        """The scenarios that name a template."""
        return [scenario for scenario in self.scenarios if template_id in scenario.templates]

    def steps(self) -> Iterator[tuple[Procedure, Step]]:
        """Every step with its procedure, in order."""
        yield from ((procedure, step) for procedure in self.procedures for step in procedure.steps)

    def reviews(self) -> Iterator[tuple[str, Review]]:
        """Everything that has an owner and a review date, with the path of its data file below `docs/data/`."""
        for folder, things in self.things.items():
            yield from ((f"{folder}/{thing.id}.yml", thing) for thing in things)
        for each in fields(self):
            value = getattr(self, each.name)
            if isinstance(value, Review) and (value is not self.glossary or self.glossary.terms):
                yield file_of(each.name), value
