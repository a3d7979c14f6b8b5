"""A channel: a way to reach someone, and what it is good for."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from .base import Aliases, Icon, Id, Review, Text

Texts = Annotated[tuple[Text, ...], Field(min_length=1)]


_TOO_LIGHT = range(50, 91)
"""Yellow and yellow-green, of which letters on a pale ground of the same hue cannot be read."""


def _readable(hue: int) -> int:
    if hue in _TOO_LIGHT:
        raise ValueError("is too light to be read; take one below 50 or above 90")
    return hue


class Channel(Review):
    """One file in `docs/data/channels/`, named by the id."""

    id: Id
    order: int
    """Its place in lists of channels, smallest first."""
    name: Text
    label: Text
    """The short name for chips and tables."""
    tool: Text
    """The company's own product or means for it."""
    hue: Annotated[int, Field(ge=0, le=359), AfterValidator(_readable)]
    """Its colour everywhere: the angle on the colour circle, in degrees."""
    icon: Icon
    """Its icon everywhere."""
    aliases: Aliases
    summary: Text
    use_for: Texts
    not_for: Texts
    etiquette: Texts
    afterwards: Texts
    """What must be put in writing after it was used."""
    never_send: Texts
    carries: Annotated[tuple[Id, ...], Field(min_length=1)]
    """The levels of confidentiality that may go over it."""
    carries_note: Text
