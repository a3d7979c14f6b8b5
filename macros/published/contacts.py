"""Who handles what, for other programs: a table (CSV) and address cards (vCard 4.0)."""

from __future__ import annotations

import csv
import io
import re
import uuid
from collections.abc import Iterator

from .. import addresses
from ..model.contact import Contact
from ..model.handbook import Handbook
from ..model.languages import LANGUAGES, Language
from ..model.phones import dialled
from ..model.signs import SIGNS
from ..wording import Wording
from .folded_lines import escaped, folded

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
"""How a cell begins that a spreadsheet may take for a formula."""


def files(handbook: Handbook, site_url: str) -> Iterator[tuple[str, bytes]]:
    """The table, all cards in one file a language, and each by itself, with their addresses.

    Args:
        handbook: the model.
        site_url: the site's own address, with a closing slash; blank where unknown.
    """
    yield "contacts.csv", _table(handbook)
    for language in LANGUAGES:
        cards = {contact.id: _card(handbook, contact, site_url, language) for contact in handbook.contacts}
        yield addresses.page("contacts.vcf", language), b"".join(cards.values())
        for name, card in cards.items():
            yield addresses.contact_card(name, language), card


def _table(handbook: Handbook) -> bytes:
    """One row a contact, each text in both languages; with the mark by which spreadsheets know UTF-8."""
    wordings = [Wording(handbook, language) for language in LANGUAGES]
    texts = (
        *("contact_matter", "crisis_role", "contact_deputy", "contact_reach", "contact_hours", "answer_within"),
        *("contact_then", "contact_at_hand"),
    )
    both = [wording.text(key) for key in texts for wording in wordings]
    head = ["id", "phone", "e-mail", *both, "reviewed", "due"]
    rows = [head, *(_row(handbook, contact, wordings) for contact in handbook.contacts)]
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerows([harmless(cell) for cell in row] for row in rows)
    return ("\ufeff" + written.getvalue()).encode()


def _row(handbook: Handbook, contact: Contact, wordings: list[Wording]) -> list[str]:
    said = [_said(handbook, contact, wording, language) for wording, language in zip(wordings, LANGUAGES, strict=True)]
    return [
        contact.id,
        _address(handbook, contact, "phone"),
        _address(handbook, contact, "email"),
        *(one for pair in zip(*said, strict=True) for one in pair),
        contact.reviewed.isoformat(),
        contact.due.isoformat(),
    ]


def _said(handbook: Handbook, contact: Contact, wording: Wording, language: Language) -> list[str]:
    """What the table says of a contact in one language, in the order of its columns."""
    time = handbook.contact_time(contact)
    return [
        contact.matter[language],
        wording.role(contact.role),
        wording.role(contact.deputy) if contact.deputy else "",
        _reach(handbook, contact, language),
        contact.hours[language] if contact.hours else wording.office_hours(),
        wording.duration(time.within, time.clock),
        wording.role(contact.then),
        contact.at_hand[language],
    ]


def _reach(handbook: Handbook, contact: Contact, language: Language) -> str:
    """All ways to reach a contact: “Phone +86 10 5555 0600; Chat message the “IT help desk” group”."""
    ways = []
    for way in contact.reach:
        address = handbook.address_of(contact, way.channel)
        label = handbook.channel[way.channel].label[language]
        ways.append(f"{label} {address[language]}" if address else label)
    return SIGNS[language].semicolon.join(ways)


def _address(handbook: Handbook, contact: Contact, channel: str) -> str:
    """The number or mail address under which a contact is reached; blank where it is not."""
    if channel not in [way.channel for way in contact.reach]:
        return ""
    found = handbook.address_of(contact, channel)
    return found.en if found else ""


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _card(handbook: Handbook, contact: Contact, site_url: str, language: Language) -> bytes:
    """The address card of a contact."""
    company, wording = handbook.company, Wording(handbook, language)
    role = company.roles[contact.role]
    name = role.name[language] + contact.matter[language].join(SIGNS[language].remark)
    unit = [company.name, *([company.departments[role.department]] if role.department else [])]
    colon = SIGNS[language].colon
    keys = ("contact_deputy", "contact_reach", "contact_hours", "answer_within", "contact_then", "contact_at_hand")
    note = zip(keys, _said(handbook, contact, wording, language)[2:], strict=True)
    phone, mail = (_address(handbook, contact, channel) for channel in ("phone", "email"))
    place = addresses.row("contacts", contact.id, language)
    identity = uuid.uuid5(uuid.NAMESPACE_DNS, f"{language}.{contact.id}.contacts.{company.mail_domain}")
    lines = [
        "BEGIN:VCARD",
        "VERSION:4.0",
        f"UID:urn:uuid:{identity}",
        "KIND:org",
        f"LANG:{SIGNS[language].tag}",
        f"FN:{escaped(name)}",
        f"ORG:{';'.join(escaped(one[language]) for one in unit)}",
        f"ROLE:{escaped(role.name[language])}",
        *([f'TEL;VALUE=uri;TYPE="work,voice":tel:{dialled(phone)}'] if phone else []),
        *([f"EMAIL;TYPE=work:{mail}"] if mail else []),
        "NOTE:" + escaped("\n".join(f"{wording.text(key)}{colon}{said}" for key, said in note if said)),
        f"CATEGORIES:{escaped(wording.text(f'contacts_{contact.group}'))}",
        *([f"URL:{site_url}{place}"] if site_url else []),
        f"REV:{contact.reviewed:%Y%m%d}T000000Z",
        "END:VCARD",
    ]
    return "".join(f"{folded(line)}\r\n" for line in lines).encode()
