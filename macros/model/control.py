"""Document control: by which number, version and day a form is known, as offices under ISO 9001 keep them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field

from .base import Date, Record, Text

_PARTS = ("audience", "number")
OWN_FROM = 501
"""The first number of a form of the company's own: those of the handbook's stay below, so that no later release brings one that is taken."""


def _pattern(value: str) -> str:
    for part in re.findall(r"\{([^{}]*)\}", value):
        if part not in _PARTS:
            raise ValueError(f"'{{{part}}}' stands for nothing here; there are {{audience}} and {{number}}")
    if "{number}" not in value:
        raise ValueError("has no {number}, so that forms would share one; write it, such as HB-{audience}-{number}")
    bare = re.sub(r"\{[^{}]*\}", "", value)
    if not re.fullmatch(r"[A-Za-z0-9._/-]*", bare):
        raise ValueError("beside {audience} and {number}, a form number has Latin letters, digits and . _ / - only")
    return value


def next_number(taken: Iterable[int], *, is_own: bool) -> int:
    """The number that a new form can have.

    Args:
        taken: the numbers that forms have.
        is_own: whether the form is a company's own, not the handbook's.
    """
    among = [number for number in taken if is_own or number < OWN_FROM]
    return max([*among, OWN_FROM - 1 if is_own else 0]) + 1


class AudienceCodes(Record):
    """What stands for `{audience}` in a form number."""

    internal: Annotated[str, Field(pattern=r"^[A-Za-z0-9]{1,8}$", examples=["I"])]
    external: Annotated[str, Field(pattern=r"^[A-Za-z0-9]{1,8}$", examples=["I"])]


class DocumentControl(Record):
    """How the company numbers its forms; part of the profile."""

    pattern: Annotated[str, AfterValidator(_pattern)]
    """Such as `HB-{audience}-{number}`."""
    audiences: AudienceCodes
    digits: Annotated[int, Field(ge=1, le=8)] = 3
    """To how many digits a number is filled up with zeros."""

    def number_of(self, audience: str, number: int) -> str:
        """A form number as it stands on the form: `HB-I-007`."""
        code: str = getattr(self.audiences, audience)
        return self.pattern.replace("{audience}", code).replace("{number}", f"{number:0{self.digits}d}")


class Control(Record):
    """What a template's file says of its control."""

    number: Annotated[int, Field(ge=1, le=99_999_999)]
    """Its own for good: never changed, never given to another form."""
    version: Annotated[str, Field(pattern=r"^[A-Z0-9]+([./-][A-Z0-9]+)*$", max_length=12, examples=["1.0"])]
    """Such as "1.0" or "A/0"."""
    valid_from: Date


@dataclass(frozen=True)
class Controlled:
    """What stands on a controlled form and in the register."""

    number: str
    version: str
    valid_from: date
    owner: Text
    level: Text | None
    """The name of its level of confidentiality as a rule, once it is filled in; None where that depends on the matter."""
