"""The company's logo and favicon as the site shows them; without a favicon, the handbook's own sign in the company's colour."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .. import addresses
from ..downloads.fonts import typeset
from ..downloads.logo import as_data
from ..model.brand import OWN, tint_of
from ..model.handbook import Handbook

_ICON = Path(__file__).with_name("icon.typ")


def files(handbook: Handbook, overrides: Path) -> Iterator[tuple[str, bytes]]:
    """The pictures with the addresses under which they are published.

    Args:
        handbook: the model.
        overrides: the folder of the theme.
    """
    yield from ((each.address, each.content) for each in handbook.brand.pictures)
    if addresses.favicon(handbook) == addresses.COLOURED_FAVICON and not handbook.brand.favicon:
        sign = (overrides / "theme" / addresses.FAVICON).read_text(encoding="utf-8")
        colour = handbook.company.colour
        yield addresses.COLOURED_FAVICON, sign.replace(tint_of(OWN), tint_of(colour)).replace(OWN, colour).encode()


def icon(handbook: Handbook, size: int) -> bytes:
    """The sign as a PNG of so many pixels, where the handbook is installed."""
    inputs: dict[str, Any] = {
        "size": str(size),
        "colour": handbook.company.colour,
        "tint": tint_of(handbook.company.colour),
    }
    own = handbook.brand.favicon
    return typeset(
        _ICON, format="png", ppi=72, sys_inputs={**inputs, **({"own": json.dumps(as_data(own))} if own else {})}
    )
