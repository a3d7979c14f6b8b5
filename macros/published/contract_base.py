"""What every part of `handbook.json` is made of: ids, addresses, durations, texts in both languages."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

# Patterns that every reader of a schema takes alike: classes written out, no \d and \w.
Id = Annotated[str, Field(pattern="^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
Address = Annotated[str, Field(pattern="^([^/:.][^:]*)?$")]
"""Relative to the site's root, with no leading slash."""
Duration = Annotated[str, Field(pattern="^P([0-9]+[YMWD])*(T([0-9]+[HM])+)?$", min_length=3)]
"""An ISO 8601 duration."""


class Part(BaseModel):
    """Of whatever the contract is made; it has what is named and nothing else."""

    model_config = ConfigDict(extra="forbid")


class Both(Part):
    """A text in both languages."""

    zh: str
    en: str


class BothAddresses(Part):
    """The address of a page in both languages."""

    zh: Address
    en: Address


class BothLists(Part):
    """Words in both languages."""

    zh: list[str]
    en: list[str]


class Thing(Part):
    """A thing that a company may change or have of its own."""

    model_config = ConfigDict(populate_by_name=True)
    origin: Literal["handbook", "changed", "company"] = Field("handbook", alias="from")
    """Whose it is; `changed` is the handbook's with changes of the company."""
