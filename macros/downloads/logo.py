"""The company's logo on forms and letters: how large it stands there, and how each writer takes it."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from ..model.pictures import Picture
from .fonts import typeset

_SOURCE = Path(__file__).with_name("logo.typ")
_HIGHEST_MM, _WIDEST_MM = 7.0, 42.0
"""What the margin above a form has room for."""
_PER_INCH = 300


def size(logo: Picture) -> tuple[float, float]:
    """Width and height on paper, in millimetres."""
    scale = min(_HIGHEST_MM / logo.height, _WIDEST_MM / logo.width)
    return logo.width * scale, logo.height * scale


def as_data(picture: Picture) -> dict[str, Any]:
    """A picture as the typesetter takes it among its inputs."""
    content = picture.content.decode() if picture.is_drawn else list(picture.content)
    return {"content": content, "format": "svg" if picture.is_drawn else "png"}


def within(logo: Picture, width: float, height: float) -> dict[str, Any]:
    """The same with its size, as large as there is room for.

    Args:
        logo: the company's.
        width: how wide it may be, in points.
        height: how high.
    """
    scale = min(width / logo.width, height / logo.height)
    return {**as_data(logo), "width": logo.width * scale, "height": logo.height * scale}


@lru_cache(maxsize=4)
def of_pixels(logo: Picture) -> bytes:
    """As PNG, which Word and Excel show in every version."""
    return typeset(
        _SOURCE,
        format="png",
        ppi=_PER_INCH,
        sys_inputs={"logo": json.dumps(as_data(logo)), "height": f"{size(logo)[1]}"},
    )
