"""How a telephone number is written for the readers of a language."""

from __future__ import annotations

import re

from .base import Text

_CHINESE = re.compile(r"\+86 (?:(?P<mobile>1\d{2}) |(?P<area>\d{2,3}) )(?P<rest>\d[\d ]*)")
_WITH_EXTENSION = re.compile(r"(?P<number>\+?[0-9][0-9 ()/.-]*?) ?(?:转|分机|ext\.?) ?(?P<extension>[0-9]+)")
_FURTHER = re.compile(r"[,;，；、或转]|\b(?:or|ext|extension)\b|分机|(?<=[0-9]) ?x(?=[0-9])", re.IGNORECASE)
"""What stands before another number, or an extension."""
_WHOLE = 8
"""As many digits are a whole number, and no code of a town with its country's."""
_TRUNK = re.compile(r"^(\+[^(]*)\(0\)")


def written(number: str) -> Text:
    """A number in China as it is written there for readers of Chinese; any other, and for readers abroad, with its country; an extension
    as the language says it."""
    if found := _WITH_EXTENSION.fullmatch(number):
        line = written(found["number"])
        return Text.model_construct(zh=f"{line.zh}转{found['extension']}", en=f"{line.en} ext. {found['extension']}")
    match = _CHINESE.fullmatch(number)
    if match is None:
        return Text.model_construct(zh=number, en=number)
    mobile, area, rest = match.groups()
    return Text.model_construct(zh=f"{mobile} {rest}" if mobile else f"0{area}-{rest}", en=number)


def dialled(number: str) -> str:
    """What a telephone dials: the digits, with the + of a country. A zero in brackets behind that is dialled only within it. Of several
    numbers it is the first; an extension is asked for when somebody answers."""
    first = next((part for part in _FURTHER.split(number) if re.search("[0-9]", part)), "")
    before, _, after = first.partition("/")
    digits, others = (len(re.sub("[^0-9]", "", part)) for part in (before, after))
    if digits >= _WHOLE or digits == others:  # else the stroke stands behind the code of a town
        first = before
    return re.sub("[^+0-9]", "", _TRUNK.sub(r"\1", first))
