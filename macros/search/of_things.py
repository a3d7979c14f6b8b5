"""Model → what the search can find among the kinds of thing (`model/things.py`): scenarios, channels, templates, contacts …"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

from .. import addresses
from ..model.base import Text
from ..model.contact import Contact
from ..model.handbook import Handbook
from ..model.languages import ALL, LANGUAGES, Language
from ..model.signs import SIGNS
from ..model.things import KNOWN, WITH_PAGES
from ..wording import Wording
from . import answers
from .entry import Entry, entry_of


def of_things(handbook: Handbook, downloads: Collection[str], language: Language) -> Iterator[Entry]:
    """Every thing that can be found in a language.

    Args:
        handbook: the model.
        downloads: the addresses of all files to download.
        language: of the reader.
    """
    yield from _scenarios(handbook, language)
    yield from _channels(handbook, language)
    yield from _templates(handbook, downloads, language)
    yield from _steps(handbook, language)
    yield from _checklists(handbook, language)
    yield from _contacts(handbook, language)
    yield from _other_kinds(handbook, language)


def _scenarios(handbook: Handbook, language: Language) -> Iterator[Entry]:
    wording, others = Wording(handbook, language), LANGUAGES.others(language)
    for scenario in handbook.scenarios:
        found = entry_of(
            "scenario",
            scenario.aliases,
            scenario.title,
            scenario.summary,
            addresses.scenario(scenario.id, language),
            language,
            part=wording.text(f"group_{scenario.group}"),
            sections=scenario.section_aliases,
            answer=answers.of_scenario(handbook, scenario, language),
        )
        if named := scenario.guide_name:
            found = replace(
                found,
                names=(named[language], *found.names),
                other_names=(*found.other_names, *(named[other] for other in others)),
            )
        yield found


def _channels(handbook: Handbook, language: Language) -> Iterator[Entry]:
    for channel in handbook.channels:
        url = addresses.channel(channel.id, language)
        sections = channel.section_aliases
        yield entry_of("channel", channel.aliases, channel.name, channel.summary, url, language, sections=sections)


def _templates(handbook: Handbook, downloads: Collection[str], language: Language) -> Iterator[Entry]:
    wording = Wording(handbook, language)
    for template in handbook.templates:
        yield entry_of(
            "template",
            template.aliases,
            template.title,
            template.summary,
            addresses.template(template.id, language),
            language,
            part=wording.text(template.audience),
            answer=answers.of_template(template, downloads, language),
        )


def _steps(handbook: Handbook, language: Language) -> Iterator[Entry]:
    for procedure, step in handbook.steps():
        yield entry_of(
            "step",
            step.aliases,
            step.title,
            step.summary,
            addresses.step(procedure, step, language),
            language,
            part=procedure.title[language],
            sections=step.section_aliases,
        )


def _checklists(handbook: Handbook, language: Language) -> Iterator[Entry]:
    wording = Wording(handbook, language)
    for checklist in handbook.checklists:
        yield entry_of(
            "checklist",
            checklist.aliases,
            checklist.title,
            checklist.summary,
            addresses.checklist(checklist.id, language),
            language,
            part=wording.text(f"part_{checklist.part}"),
        )


def _contacts(handbook: Handbook, language: Language) -> Iterator[Entry]:
    wording = Wording(handbook, language)
    for contact in handbook.contacts:
        role = handbook.company.roles[contact.role].name
        said: dict[str, Any] = {each: f"{role[each]}{SIGNS[each].colon}{contact.at_hand[each]}" for each in ALL}
        found = entry_of(
            "contact",
            contact.aliases,
            contact.matter,
            Text.model_construct(**said),
            addresses.row("contacts", contact.id, language),
            language,
            part=wording.text(f"contacts_{contact.group}"),
            answer=answers.of_contact(handbook, contact, language),
        )
        yield replace(found, called=tuple(_who(handbook, contact)))


def _who(handbook: Handbook, contact: Contact) -> Iterator[str]:
    """Who handles it, as people look for somebody whose matters they do not know: by the role, or by the department's number."""
    role = handbook.company.roles[contact.role]
    for language in LANGUAGES:
        yield role.name[language]
        if role.department:
            department = handbook.company.departments[role.department][language]
            yield Wording(handbook, language).text("phone_of", n=department)


def _other_kinds(handbook: Handbook, language: Language) -> Iterator[Entry]:
    """Kinds that nothing but the registry says anything of."""
    for kind in (each for each in WITH_PAGES if each.name not in KNOWN):
        for thing in handbook.things[kind.folder]:
            url = addresses.thing(kind.folder, thing.id, language)
            yield entry_of(kind.name, thing.aliases, kind.title_of(thing), thing.summary, url, language)
