"""The card of each language: a page for the wall, and one to cut out and fold for the pocket."""

from __future__ import annotations

import io
import json
from collections.abc import Container
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from .. import addresses
from ..downloads import qr
from ..downloads.fonts import typeset_for_all
from ..model.handbook import Handbook
from ..model.languages import Language
from ..model.signs import SIGNS
from ..wording import Wording

_SOURCE = Path(__file__).with_name("card.typ")
_LEADS_TO = {
    "home": "index",
    "crisis": "contacts/index",
    "channels": "choose",
    "may": "channels/index",
    "say": "reference/phrases",
}
"""The page behind the code of each part, by its place below `docs/zh`."""


def card(handbook: Handbook, language: Language, pages: Container[str]) -> bytes:
    """A PDF of two A4 pages; the same bytes for the same arguments.

    Args:
        handbook: the model. Without an address of the site, no codes are printed.
        language: what it is written in.
        pages: the sources of all pages below `docs/`; the company may have left some out.
    """
    import pikepdf  # takes its time, and a check needs none of it

    from ..downloads.pdf_packing import packed

    inputs = {"card": json.dumps(_said(handbook, language, pages))}
    released = datetime.combine(handbook.releases[0].released, time(), UTC)
    content = typeset_for_all(_SOURCE, sys_inputs=inputs, timestamp=released)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return packed(pdf)


def _said(handbook: Handbook, language: Language, pages: Container[str]) -> dict[str, Any]:
    words, company = Wording(handbook, language), handbook.company
    times, root = handbook.response_times, company.site.address

    def within(channel: str, urgency: str) -> str:
        found = times.find(channel, urgency)
        if found is None:
            return "–"
        said = words.duration(found.answer_within, found.clock)
        before, behind = SIGNS[language].remark
        return f"{said}{before}{words.text('whole_day')}{behind}" if found.clock == "calendar" else said

    def code(page: str) -> dict[str, str] | None:
        if root is None or f"{language}/{page}.md" not in pages:
            return None
        address = root + addresses.named(page, language)
        return {"picture": qr.svg(address), "address": address}

    def text(*keys: str) -> dict[str, str]:
        return {key: words.text(key) for key in keys}

    calls = [
        (contact, number)
        for contact in handbook.crisis_contacts
        if (number := handbook.address_of(contact, "phone")) is not None
    ]
    return {
        "lang": language,
        "colour": company.colour,
        "company": company.short_name[language],
        "company_name": company.name[language],
        "version": words.text("handbook_version", n=handbook.version),
        "released": handbook.releases[0].released.isoformat(),
        "site": root or "",
        "words": text(
            *("card_title", "card_crisis", "card_channels", "card_may", "card_say", "card_scan", "card_fold"),
            *("crisis_role", "crisis_phone", "crisis_call_for", "channel", "use_for", "level", "level_meaning"),
            *("may", "may_not", "never_say", "say_instead", "answer_within"),
        ),
        "codes": {name: code(page) for name, page in _LEADS_TO.items()},
        "emergency": [
            {"name": words.text(f"card_{name}"), "number": company.number_of(name)[language]}
            for name in ("ambulance", "fire", "police")
        ],
        "calls": [
            {
                "role": company.roles[contact.role].name[language],
                "number": number[language],
                "for": contact.crisis[language] if contact.crisis else "",
            }
            for contact, number in calls
        ],
        "urgencies": [urgency.name[language] for urgency in times.urgencies],
        "channels": [
            {
                "name": channel.label[language],
                "for": channel.use_for[0][language],
                "times": [within(channel.id, urgency.id) for urgency in times.urgencies],
            }
            for channel in handbook.channels
        ],
        "levels": [
            {
                "name": level.name[language],
                "meaning": level.meaning[language],
                "may": [level.id in channel.carries for channel in handbook.channels],
            }
            for level in handbook.confidentiality.levels
        ],
        "never": [
            {"never": entry.never[language], "instead": entry.instead[language]} for entry in handbook.phrases.never
        ],
    }
