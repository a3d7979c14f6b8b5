"""Every contact can be reached, and leads on where nobody answers."""

from __future__ import annotations

from collections import Counter

from ...model.company import Company
from ...model.contact import Contact
from ...model.response_times import ResponseTimes
from ...reading.layer import places, profile
from ...reading.loaded import Loaded

_BY_ADDRESS = {"phone": "phone", "email": "mail"}
"""Channels that are of no use without an address, each with the field of the role that gives it."""


def check(loaded: Loaded) -> None:
    """Report contacts without a number or an address to reach them by, that lead nowhere else, or have no answer time."""
    company, times = loaded.records.get("company.yml"), loaded.records.get("response-times.yml")
    contacts = loaded.folder("contacts")
    misspelt = {meant for (part, _), meant in profile.misspelt(loaded.root).items() if part == "roles"}
    for path, contact in contacts.items():
        if (
            company and contact.role in company.roles and contact.role not in misspelt
        ):  # how to reach those is said there
            _check_reach(loaded, path, contact, company)
        for name in ("deputy", "then"):
            if getattr(contact, name) == contact.role:
                loaded.fault(path, (name,), f"'{contact.role}' is the role itself; name another one")
        if times:
            _check_time(loaded, path, contact, times)
    crisis = [contact.role for contact in contacts.values() if contact.crisis]
    whole = len(contacts) == len(loaded.ids("contacts"))
    if company and whole and crisis.count(company.first_in_crisis) != 1:
        loaded.fault(
            "company.yml",
            ("first_in_crisis",),
            f"{crisis.count(company.first_in_crisis)} contacts of the role '{company.first_in_crisis}' say what to call for in "
            f"a crisis; give `crisis` to one of them in {loaded.place('contacts/')}",
        )


def _check_reach(loaded: Loaded, path: str, contact: Contact, company: Company) -> None:
    for channel, count in Counter(way.channel for way in contact.reach).items():
        if count > 1:
            loaded.fault(path, ("reach",), f"channel '{channel}' stands in this list already; delete one of the two")
    for number, way in enumerate(contact.reach):
        field = _BY_ADDRESS.get(way.channel)
        if not field or way.address or company.address_of(contact.role, way.channel):
            continue
        if loaded.sources["company.yml"].written_in(("roles", contact.role)) != loaded.place("company.yml"):
            loaded.fault(
                "company.yml",
                ("roles",),
                f"'{contact.role}' is not named here, and {loaded.place(path)} needs its `{field}`; copy its line from "
                f"{places.SAMPLE}/{places.PROFILE} and make it yours, or name another role there",
            )
            break  # its other ways are lacking with it
        loaded.fault(
            path,
            ("reach", number),
            f"nobody can be reached by {way.channel} without an address; give one here, or `{field}` to the role "
            f"'{contact.role}' in {loaded.place('company.yml')}",
        )
    phone = any(way.channel == "phone" for way in contact.reach)
    if contact.crisis and not phone:
        loaded.fault(path, ("crisis",), "in a crisis people call; add `- {channel: phone}` to reach")


def _check_time(loaded: Loaded, path: str, contact: Contact, times: ResponseTimes) -> None:
    first = contact.reach[0].channel
    urgency = contact.answer.urgency
    known = urgency in {each.id for each in times.urgencies} and first in loaded.ids("channels")
    if urgency and known and times.find(first, urgency) is None:
        loaded.fault(
            path,
            ("answer", "urgency"),
            f"no response time for channel '{first}' at urgency '{urgency}'; add that row to "
            "docs/data/response-times.yml",
        )
