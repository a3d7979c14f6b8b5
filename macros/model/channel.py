"""A channel: a way to reach someone, and what it is good for."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from .base import Icon, Id, Record, Review, Text
from .example import Example
from .languages import Language
from .sections import WithSections
from .signs import SIGNS

Texts = Annotated[tuple[Text, ...], Field(min_length=1)]


_TOO_LIGHT = range(50, 91)
"""Yellow and yellow-green, of which letters on a pale ground of the same hue cannot be read."""


def _readable(hue: int) -> int:
    if hue in _TOO_LIGHT:
        raise ValueError("is too light to be read; take one below 50 or above 90")
    return hue


class CarriedAs(Record):
    """The only form in which a channel carries a level of confidentiality, such as an encrypted attachment."""

    level: Id
    form: Text


class Channel(WithSections, Review):
    """One file in `docs/data/channels/`, named by the id."""

    id: Id
    order: int
    """Its place in lists of channels, smallest first."""
    name: Text
    label: Text
    """The name for chips and tables: the same, unless that is too long there."""
    tool: Text
    """The company's own product or means for it."""
    hue: Annotated[int, Field(ge=0, le=359), AfterValidator(_readable)]
    """Its colour everywhere: the angle on the colour circle, in degrees."""
    icon: Icon
    """Its icon everywhere."""
    summary: Text
    use_for: Texts
    not_for: Texts
    etiquette: Texts
    afterwards: Texts
    """What must be put in writing after it was used."""
    never_send: Texts
    example: Example | None = None
    """A message by it, which its page shows where it says `channel_example`."""
    carries: Annotated[tuple[Id, ...], Field(min_length=1)]
    """The levels of confidentiality that may go over it."""
    carries_as: tuple[CarriedAs, ...] = ()
    """In what form it carries a level that it carries in one form only."""
    carries_note: Text

    @field_validator("carries_as")
    @classmethod
    def _are_carried(cls, forms: tuple[CarriedAs, ...], info: ValidationInfo) -> tuple[CarriedAs, ...]:
        for each in forms:
            if each.level not in info.data.get("carries", (each.level,)):
                raise ValueError(
                    f"says how '{each.level}' is carried, which carries does not list; add it there, or take it out here"
                )
        return forms

    def label_for(self, level: str, language: Language) -> str:
        """Its short name and, in brackets, the only form in which it carries a level."""
        form = self.form_for(level, language)
        before, after = SIGNS[language].remark
        return self.label[language] + (f"{before}{form}{after}" if form else "")

    def form_for(self, level: str, language: Language) -> str:
        """The only form in which it carries a level; blank where any will do."""
        return next((each.form[language] for each in self.carries_as if each.level == level), "")
