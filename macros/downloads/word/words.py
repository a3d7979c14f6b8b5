"""The texts of a form as runs of text, in the languages of the file: the second one smaller and lighter."""

from __future__ import annotations

from ...model.base import Language, Text
from ..form import Form
from .markup import Element, element, run


class Words:
    """Says the texts of one form."""

    def __init__(self, form: Form):
        self._form = form

    @property
    def main_language(self) -> Language:
        """The language that the file declares as its own."""
        return self._form.main_language

    def own(self, key: str) -> Text:
        """A text of the interface in all languages."""
        return self._form.handbook.interface.texts[key]

    def plain(self, text: Text) -> str:
        """The text in the languages of the file, where only letters can stand."""
        return self._form.say(text)

    def each(self, text: Text) -> list[tuple[Language, str]]:
        """The text in each language of the file; a name that both languages share stands once."""
        spoken: dict[str, Language] = {}
        for language in self._form.languages:
            spoken.setdefault(text[language], language)
        return [(language, words) for words, language in spoken.items()]

    def runs(
        self, text: Text, style: str | None = None, second: str = "FormTranslation"
    ) -> list[tuple[Language, Element]]:
        """A run for each language of the file.

        Args:
            text: what is said.
            style: the id of the character style of the first language.
            second: that of the second.
        """
        return [
            (language, run(words, language, second if number else style))
            for number, (language, words) in enumerate(self.each(text))
        ]

    def beside(self, text: Text, style: str | None = None, second: str = "FormTranslation") -> list[Element]:
        """The languages one after the other; see `runs`."""
        return _joined([said for _, said in self.runs(text, style, second)], run("  "))

    def below(self, text: Text, style: str | None = None) -> list[Element]:
        """The languages one below the other; see `runs`."""
        return _joined([said for _, said in self.runs(text, style)], element("w:r", element("w:br")))


def _joined(runs: list[Element], glue: Element) -> list[Element]:
    # There are at most two languages, so that the glue is needed once.
    return [*runs[:1], *([glue] if len(runs) > 1 else []), *runs[1:]]
