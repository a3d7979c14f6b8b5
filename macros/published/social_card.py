"""The picture that a messenger shows beside a link to the handbook."""

from __future__ import annotations

import json
from pathlib import Path

from ..downloads.fonts import typeset
from ..model.base import Language
from ..model.brand import tint_of
from ..wording import Wording

_SOURCE = Path(__file__).with_name("social-card.typ")


def social_card(wording: Wording, language: Language, colour: str) -> bytes:
    """A PNG of 1200 by 630 pixels with the name of the handbook and what it is for."""
    card = {
        "lang": language,
        "title": wording.text("site_name"),
        "description": wording.text("site_description"),
        "colour": colour,
        "tint": tint_of(colour),
    }
    return typeset(_SOURCE, format="png", ppi=72, sys_inputs={"card": json.dumps(card)})
