"""How a telephone number is written for the readers of a language."""

from __future__ import annotations

import re

from .base import Text

_CHINESE = re.compile(r"\+86 (?:(?P<mobile>1\d{2}) |(?P<area>\d{2,3}) )(?P<rest>\d[\d ]*)")

_TRUNK = re.compile(r"^(\+[^(]*)\(0\)")


def written(number: str) -> Text:
    """A number in China as it is written there for readers of Chinese; any other, and for readers abroad, with its country."""
    match = _CHINESE.fullmatch(number)
    if match is None:
        return Text.model_construct(zh=number, en=number)
    mobile, area, rest = match.groups()
    return Text.model_construct(zh=f"{mobile} {rest}" if mobile else f"0{area}-{rest}", en=number)


def dialled(number: str) -> str:
    """What a telephone dials: the digits, with the + of a country. A zero in brackets behind that is dialled only within it."""
    return re.sub("[^+0-9]", "", _TRUNK.sub(r"\1", number))
