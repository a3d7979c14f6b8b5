"""Other words of which one section of a page tells, so that who searches for them gets there."""

from __future__ import annotations

from typing import Self

from pydantic import ValidationInfo, field_validator, model_validator

from .base import Aliases, Id, Record
from .languages import LANGUAGES


class SectionAliases(Aliases):
    """Other words for what one section of a page tells."""

    heading: Id
    """What stands behind the `#` of its address; the same in every language."""


class WithSections(Record):
    """A thing whose page is read: who searches for what only a section of it tells gets there."""

    aliases: Aliases
    """Other words for it: in a data file those that mean the whole page, in the model those of its sections too."""
    section_aliases: tuple[SectionAliases, ...] = ()
    """Other words that one section answers."""

    @field_validator("section_aliases")
    @classmethod
    def _in_one_place(cls, sections: tuple[SectionAliases, ...], info: ValidationInfo) -> tuple[SectionAliases, ...]:
        aliases: Aliases = info.data.get("aliases", Aliases())
        for language in LANGUAGES:
            names = [*aliases[language], *(name for section in sections for name in section[language])]
            if twice := next((name for place, name in enumerate(names) if name in names[:place]), ""):
                raise ValueError(
                    f"'{twice}' is an alias of the page and of a section of it, or of two; leave it in one place"
                )
        return sections

    @model_validator(mode="after")
    def _with_those_of_sections(self) -> Self:
        if self.section_aliases:
            every = {
                str(language): (
                    *self.aliases[language],
                    *(name for each in self.section_aliases for name in each[language]),
                )
                for language in LANGUAGES
            }
            object.__setattr__(self, "aliases", self.aliases.model_copy(update=every))
        return self
