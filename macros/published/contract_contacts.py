"""Who handles what, as the contract says it."""

from __future__ import annotations

from .. import addresses
from ..model.contact import Contact
from ..model.handbook import Handbook
from .contract_parts import ContactPart, WayPart
from .contract_words import both, lists, url


def contact_part(handbook: Handbook, contact: Contact) -> ContactPart:
    """One matter with everything that the handbook says of it."""
    roles, time = handbook.company.roles, handbook.contact_time(contact)
    found = [(way.channel, handbook.address_of(contact, way.channel)) for way in contact.reach]
    return ContactPart(
        id=contact.id,
        group=contact.group,
        matter=both(contact.matter),
        url=url(addresses.row, "contacts", contact.id),
        aliases=lists(contact.aliases),
        role=both(roles[contact.role].name),
        role_id=contact.role,
        people=[both(person.name) for person in handbook.people.of(contact.role)],
        deputy=both(roles[contact.deputy].name) if contact.deputy else None,
        deputy_id=contact.deputy,
        channels=[way.channel for way in contact.reach],
        reach=[WayPart(channel=channel, address=address and both(address)) for channel, address in found],
        hours=contact.hours and both(contact.hours),
        respond_within=time.within,
        respond_clock=time.clock,
        then=both(roles[contact.then].name),
        then_id=contact.then,
        at_hand=both(contact.at_hand),
        in_a_crisis=contact.crisis and both(contact.crisis),
        scenarios=list(contact.scenarios),
        templates=list(contact.templates),
        checklists=list(contact.checklists),
        reviewed=contact.reviewed.isoformat(),
        due=contact.due.isoformat(),
        card=url(addresses.contact_card, contact.id),
    )
