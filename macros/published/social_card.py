"""The picture that a messenger shows beside a link to the handbook."""

from __future__ import annotations

import json
from pathlib import Path

from ..downloads.fonts import typeset
from ..downloads.logo import within
from ..model.brand import tint_of
from ..model.handbook import Handbook
from ..model.languages import Language
from ..wording import Wording

_SOURCE = Path(__file__).with_name("social-card.typ")
_LOGO = (520, 120)
"""How wide and how high a logo is at most."""


def social_card(wording: Wording, language: Language, handbook: Handbook) -> bytes:
    """A PNG of 1200 by 630 pixels with the name of the handbook and what it is for."""
    colour, logo = handbook.company.colour, handbook.brand.logo
    card = {
        "lang": language,
        "title": wording.text("site_name"),
        "description": wording.text("site_description"),
        "colour": colour,
        "tint": tint_of(colour),
        "logo": within(logo, *_LOGO) if logo else None,
    }
    return typeset(_SOURCE, format="png", ppi=72, sys_inputs={"card": json.dumps(card)})
