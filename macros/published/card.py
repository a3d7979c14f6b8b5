"""The card of each language: a page for the wall, and one to cut out and fold for the pocket."""

from __future__ import annotations

import io
import json
from collections.abc import Container, Iterator
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
    "may": "reference/confidentiality",
    "say": "reference/phrases",
}
"""The page behind the code of each part, by its place below `docs/zh`."""
_WORDS = (
    *("card_title", "card_crisis", "card_channels", "card_may", "card_say", "card_scan", "card_fold"),
    *("crisis_role", "crisis_phone", "crisis_call_for", "channel", "use_for", "level", "level_meaning"),
    *("may", "may_not", "never_say", "say_instead", "answer_within"),
)
"""Texts of the interface that `card.typ` shows."""


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
    """What `card.typ` sets."""
    words, company = Wording(handbook, language), handbook.company
    return {
        "lang": language,
        "colour": company.colour,
        "company": company.short_name[language],
        "company_name": company.name[language],
        "version": words.text("handbook_version", n=handbook.version),
        "released": handbook.releases[0].released.isoformat(),
        "site": company.site.address or "",
        "words": {key: words.text(key) for key in _WORDS},
        "codes": {name: _code(handbook, page, language, pages) for name, page in _LEADS_TO.items()},
        "emergency": [
            {"name": words.text(f"card_{name}"), "number": company.number_of(name)[language]}
            for name in ("ambulance", "fire", "police")
        ],
        "calls": list(_calls(handbook, language)),
        "urgencies": [urgency.name[language] for urgency in handbook.response_times.urgencies],
        "channels": _channels(handbook, words, language),
        "levels": [
            {
                "name": level.name[language],
                "meaning": level.meaning[language],
                "may": [
                    {"allowed": level.id in channel.carries, "form": _begun(channel.form_for(level.id, language))}
                    for channel in handbook.channels
                ],
            }
            for level in handbook.confidentiality.levels
        ],
        "never": [
            {"never": entry.never[language], "instead": entry.instead[language]} for entry in handbook.phrases.never
        ],
    }


def _code(handbook: Handbook, page: str, language: Language, pages: Container[str]) -> dict[str, str] | None:
    """The QR code that leads to a page; None where the site has no address, or not this page."""
    root = handbook.company.site.address
    if root is None or f"{language}/{page}.md" not in pages:
        return None
    address = root + addresses.named(page, language)
    return {"picture": qr.svg(address), "address": address}


def _calls(handbook: Handbook, language: Language) -> Iterator[dict[str, str]]:
    """Whom to call in a crisis: those that have a number."""
    for contact in handbook.crisis_contacts:
        number = handbook.address_of(contact, "phone")
        if number is not None:
            yield {
                "role": _begun(handbook.company.roles[contact.role].name[language]),
                "number": number[language],
                "for": contact.crisis[language] if contact.crisis else "",
            }


def _begun(text: str) -> str:
    """What stands alone in a cell begins large."""
    return text[:1].upper() + text[1:]


def _channels(handbook: Handbook, words: Wording, language: Language) -> list[dict[str, Any]]:
    """What each channel is for, and how soon it answers at each urgency."""
    times, (before, behind) = handbook.response_times, SIGNS[language].remark

    def within(channel: str, urgency: str) -> str:
        found = times.find(channel, urgency)
        if found is None:
            return "–"
        said = words.duration(found.answer_within, found.clock)
        if found.clock != "calendar":
            return said
        counted = found.after_hours[language] if found.after_hours else words.text("whole_day")
        return f"{said}{before}{counted}{behind}"

    return [
        {
            "name": channel.label[language],
            "for": channel.use_for[0][language],
            "times": [within(channel.id, urgency.id) for urgency in times.urgencies],
        }
        for channel in handbook.channels
    ]
