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
    """What is offered in the reader's language in every format, and in the others as the first one; and whether it is a file of the company's own, ready as it is."""
    ends: list[tuple[FileLanguage, str]] = [(language, ending) for ending in WRITERS]
    ends += [(each, next(iter(WRITERS))) for each in file_languages(language)[1:]]
    offered = [(each, ending) for each, ending in ends if addresses.download(template.id, each, ending) in downloads]
    return {
        "names": {each: file_name(template, each) for each, _ in offered},
        "files": [f"{each}.{ending}" for each, ending in offered],
        **({"ready": True} if template.file else {}),
    }


def of_contact(handbook: Handbook, contact: Contact, language: Language) -> dict[str, Any]:
    """Who to ask, and each way to reach them: in words, and as an address to follow where there is one."""
    ways = []
    for way in contact.reach:
        address = handbook.address_of(contact, way.channel)
        shown = address[language] if address else ""
        label = handbook.channel[way.channel].label[language]
        ways.append([label, shown, addresses.reached(way.channel, address) if address else ""])
    role = Wording(handbook, language).role(contact.role)
    said = {"role": f"{role[:1].upper()}{role[1:]}", "ways": ways, "due": contact.due.isoformat()}
    is_first = bool(contact.crisis) and contact.role == handbook.company.first_in_crisis
    return said | ({"urgent": True} if _is_urgent(contact) else {}) | ({"first": True} if is_first else {})


def _is_urgent(contact: Contact) -> bool:
    """Whether somebody who asks for it can't wait."""
    return contact.group == "urgent" or contact.answer.urgency == "urgent"


def of_scenario(handbook: Handbook, scenario: Scenario, language: Language) -> dict[str, Any]:
    """The channel to take first, and how soon an answer is owed, in words; of what can't wait, the ids of the contacts to call.
    Where the channel goes by the case, the first cases with theirs, and no time, which would be that of one of them."""
    words, time = Wording(handbook, language), handbook.answer_time(scenario)
    is_owed = scenario.answered_by != "nobody" and not scenario.goes_by_case
    within = is_owed and words.text(f"owes_in_{scenario.answered_by}", n=words.duration(time.within, time.clock))
    urgent = scenario.urgency == "urgent"
    call = [each for each in handbook.contacts if urgent and scenario.id in each.scenarios and _is_urgent(each)]
    roles = {each.role: each.id for each in reversed(call)}
    return {
        "label": words.channel_of(scenario),
        "within": within or "",
        **({"call": [each.id for each in call if roles[each.role] == each.id]} if call else {}),
    }
