"""The texts of a form as plain words: one for each language of the file, free of what no file can hold."""

from __future__ import annotations

import re

from ..model.base import Text
from ..wording import Wording
from .form import Form

_NOT_HOLDABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control characters, halves of characters and non-characters: XML cannot hold them, and nobody can read them."""


class PlainWords:
    """Says the texts of one form."""

    def __init__(self, form: Form):
        self._form = form
        self._wordings = {language: Wording(form.handbook, language) for language in form.languages}

    def each(self, text: Text) -> list[str]:
        """A text of the data in each language of the file; what both languages share stands once."""
        return self._kept(text[language] for language in self._wordings)

    def one(self, text: Text, glue: str = " ") -> str:
        """A text of the data, its languages one after the other."""
        return glue.join(self.each(text))

    def interface_text(self, key: str) -> Text:
        """A text of the interface in all languages."""
        return self._form.handbook.interface.texts[key]

    def own(self, key: str, **values: object) -> list[str]:
        """A text of the interface in each language of the file.

        Args:
            key: its key in `docs/data/interface.yml`.
            values: what stands for its `[name]` marks; a `Text` is said in the language of the sentence.
        """
        return self._kept(wording.text(key, **{
            name: value[language] if isinstance(value, Text) else value for name, value in values.items()})
            for language, wording in self._wordings.items())

    @staticmethod
    def _kept(texts) -> list[str]:
        clean = (_NOT_HOLDABLE.sub("", text).strip() for text in texts)
        return [text for text in dict.fromkeys(clean) if text]
