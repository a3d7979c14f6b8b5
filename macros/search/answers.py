"""What a hit answers by itself: of a scenario channel and time, of a template its files, of a contact whom to reach and how."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from .. import addresses
from ..downloads import WRITERS, file_languages
from ..downloads.form import FileLanguage
from ..downloads.naming import file_name
from ..model.contact import Contact
from ..model.handbook import Handbook
from ..model.languages import Language
from ..model.scenario import Scenario
from ..model.template import Template
from ..wording import Wording


def of_template(template: Template, downloads: Collection[str], language: Language) -> dict[str, Any]:
    """What is offered in the reader's language in every format, and in the others as the first one."""
    ends: list[tuple[FileLanguage, str]] = [(language, ending) for ending in WRITERS]
    ends += [(each, next(iter(WRITERS))) for each in file_languages(language)[1:]]
    offered = [(each, ending) for each, ending in ends if addresses.download(template.id, each, ending) in downloads]
    return {
        "names": {each: file_name(template, each) for each, _ in offered},
        "files": [f"{each}.{ending}" for each, ending in offered],
    }


def of_contact(handbook: Handbook, contact: Contact, language: Language) -> dict[str, Any]:
    """Who to ask, and each way to reach them: in words, and as an address to follow where there is one."""
    ways = []
    for way in contact.reach:
        address = handbook.address_of(contact, way.channel)
        shown = address[language] if address else ""
        label = handbook.channel[way.channel].label[language]
        ways.append([label, shown, addresses.reached(way.channel, address) if address else ""])
    return {"role": Wording(handbook, language).role(contact.role), "ways": ways, "due": contact.due.isoformat()}


def of_scenario(handbook: Handbook, scenario: Scenario, language: Language) -> dict[str, Any]:
    """The channel to take first, and how soon an answer is owed, in words."""
    first, words = handbook.channel[scenario.channels[0].channel], Wording(handbook, language)
    return {
        "channel": first.id,
        "label": first.label[language],
        "url": addresses.channel(first.id, language),
        "within": words.owed(scenario.answered_by, handbook.answer_time(scenario)),
    }
