"""The texts of a form as plain words: one for each language of the file, free of what no file can hold."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..model.base import Text
from ..model.fields.kind import Family
from ..model.languages import Language
from ..wording import Wording
from .form import Form

Spoken = dict[Language, str]
"""What is said, by language; what both languages share stands once, under the first."""

HINTS: dict[Family, str] = {"date": "form_date_hint", "datetime": "form_datetime_hint"}
"""The texts of the interface that say how a value is written, by the family of its field."""
NOT_HOLDABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control characters, halves of characters and non-characters: XML cannot hold them, and nobody can read them."""


class PlainWords:
    """Says the texts of one form."""

    def __init__(self, form: Form):
        self._form = form

    def spoken(self, text: Text) -> Spoken:
        """A text of the data."""
        return self._in_each(lambda language: text[language])

    def own_spoken(self, key: str, **values: object) -> Spoken:
        """A text of the interface.

        Args:
            key: its key in `docs/data/interface.yml`.
            values: what stands for its `[name]` marks; a `Text` is said in the language of the sentence.
        """
        return self._in_each(
            lambda language: Wording(self._form.handbook, language).text(
                key, **{name: value[language] if isinstance(value, Text) else value for name, value in values.items()}
            )
        )

    def each(self, text: Text) -> list[str]:
        """A text of the data in each language."""
        return list(self.spoken(text).values())

    def own(self, key: str, **values: object) -> list[str]:
        """A text of the interface in each language; see `own_spoken`."""
        return list(self.own_spoken(key, **values).values())

    def one(self, text: Text, glue: str = " ") -> str:
        """A text of the data, its languages one after the other."""
        return glue.join(self.each(text))

    def with_detail(self, language: Language, text: str, detail: str) -> str:
        """A text with a detail behind it, where there is one."""
        if not detail:
            return text
        return Wording(self._form.handbook, language).text("form_detail", text=text, detail=detail)

    def interface_text(self, key: str) -> Text:
        """A text of the interface in all languages."""
        return self._form.handbook.interface.texts[key]

    def _in_each(self, say: Callable[[Language], str]) -> Spoken:
        said: Spoken = {}
        for language in self._form.languages:
            words = NOT_HOLDABLE.sub("", say(language)).strip()
            if words and words not in said.values():
                said[language] = words
        return said
