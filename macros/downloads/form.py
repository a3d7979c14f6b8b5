"""What every writer needs to know of a form: its texts in the languages of the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..model.base import Text
from ..model.handbook import Handbook
from ..model.languages import ALL, Language
from ..model.template import Template
from ..wording import Wording

FileLanguage = Literal["zh", "en", "zh-en"]
_PUBLIC = "public"


def languages_in(file_language: FileLanguage) -> tuple[Language, ...]:
    """The languages that a file shows, in their order."""
    return ALL if file_language == "zh-en" else (file_language,)


@dataclass(frozen=True)
class Form:
    """A template about to be written in the languages of one file."""

    template: Template
    file_language: FileLanguage
    handbook: Handbook

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages that the file shows, in their order."""
        return languages_in(self.file_language)

    @property
    def main_language(self) -> Language:
        """The language that the file declares as its own."""
        return self.languages[0]

    @property
    def mark(self) -> str:
        """What stands at the top right: its number and version in document control and how confidential it is, as far as that is settled.

        What goes outside bears neither, and what is public needs no level.
        """
        template, control = self.template, self.handbook.control(self.template)
        if template.is_letter and template.audience == "external":
            return ""
        number = f"{control.number} V{control.version}" if control else ""
        level = self.say(self.handbook.level[template.level].name) if template.level not in (None, _PUBLIC) else ""
        return " · ".join(part for part in (number, level) if part)

    @property
    def numbered_as_official(self) -> bool:
        """Whether its pages are numbered as official papers in Chinese are (GB/T 9704)."""
        return self.template.face == "official" and self.main_language == "zh"

    def say(self, text: Text) -> str:
        """A text of the data in the languages of the file, one behind the other; a shared name stands once."""
        return " ".join(dict.fromkeys(text[language] for language in self.languages))

    def interface(self, key: str, glue: str = " ", **values: object) -> str:
        """A text of the interface in the languages of the file, joined by `glue` (see `Wording.text`)."""
        shown = dict.fromkeys(Wording(self.handbook, language).text(key, **values) for language in self.languages)
        return glue.join(shown)
