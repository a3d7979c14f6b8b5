"""The company's colour, and what goes with it: shades for light and dark pages on which everything can be read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator

from .base import Record

OWN = "#1d5a8c"
"""The handbook's own colour."""
LEAST = 4.5
"""The contrast of text that WCAG 2.2 asks for at level AA."""
_WHITE, _INK, _PAGE, _DARK_PAGE, _DARK_INK = "#ffffff", "#000000", "#f5f7f9", "#1b212a", "#0e1621"
"""Of the surfaces of pages by day and by night; see `10-tokens.css`."""
_STEPS = 100


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart, 1 to 21, as WCAG reckons it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(colour: str, other: str, share: float) -> str:
    """A colour with a share of another, 0 to 1."""
    pairs = zip(_parts(colour), _parts(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _parts(colour: str) -> list[int]:
    """Red, green and blue, 0 to 255."""
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def _luminance(colour: str) -> float:
    linear = [part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in _parts(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@dataclass(frozen=True)
class Shades:
    """What the pages' own names for colours (`--accent` …) stand for."""

    accent: str
    soft: str
    on_accent: str

    @property
    def css(self) -> str:
        """The three as declarations of a style sheet."""
        return f"--accent: {self.accent}; --accent-soft: {self.soft}; --on-accent: {self.on_accent};"

    @property
    def readable(self) -> bool:
        """Whether the colour can be read on each surface, and what stands on it."""
        return all(contrast(self.accent, other) >= LEAST for other in (self.soft, self.on_accent))


def by_day(colour: str) -> Shades:
    """On light pages the colour stands as it is."""
    return Shades(colour, mixed(colour, _WHITE, 0.9), _WHITE)


def by_night(colour: str) -> Shades:
    """On dark pages it is as much lighter as it must be."""
    soft = mixed(_DARK_PAGE, colour, 0.25)
    lighter = (mixed(colour, _WHITE, step / _STEPS) for step in range(_STEPS + 1))
    found = (Shades(each, soft, _DARK_INK) for each in lighter)
    return next(each for each in found if each.readable and contrast(each.accent, _DARK_PAGE) >= LEAST)


def tint_of(colour: str) -> str:
    """The lighter half of the sign beside the colour."""
    return "#7db3dd" if colour == OWN else mixed(colour, _WHITE, 0.5)


def _readable(colour: str) -> bool:
    return by_day(colour).readable and contrast(colour, _PAGE) >= LEAST


def _checked(value: str) -> str:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        raise ValueError("write a colour as # and six digits, 0 to 9 and a to f, such as #1d5a8c")
    colour = value.lower()
    if not _readable(colour):
        darker = (mixed(colour, _INK, step / _STEPS) for step in range(1, _STEPS + 1))
        nearest = next(each for each in darker if _readable(each))
        raise ValueError(
            f"is too light to be read on white (contrast {contrast(colour, _WHITE):.1f}, it takes {LEAST}); the nearest "
            f"that can be read is {nearest}"
        )
    return colour


class Brand(Record):
    """What the company looks like; part of the profile."""

    colour: Annotated[str, AfterValidator(_checked)]
    """Of links, buttons, the sign of the handbook and the picture beside a link; in quotes, since # begins a remark."""
