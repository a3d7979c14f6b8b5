"""The texts of a form as runs of text, in the languages of the file: the second one smaller and lighter."""

from __future__ import annotations

from ...model.base import Language, Text
from ..form import Form
from .markup import Element, element, run

_SECOND = "FormTranslation"


class Words:
    """Says the texts of one form."""

    def __init__(self, form: Form):
        self._form = form

    def each(self, text: Text) -> list[tuple[Language, str]]:
        """The text in each language of the file; a name that both languages share stands once."""
        spoken: dict[str, Language] = {}
        for language in self._form.languages:
            spoken.setdefault(text[language], language)
        return [(language, words) for words, language in spoken.items()]

    def own(self, key: str) -> Text:
        """A text of the interface in all languages."""
        return self._form.handbook.interface.texts[key]

    def beside(self, text: Text, required: bool = False, style: str | None = None, second: str = _SECOND) -> list[Element]:
        """The languages one after the other.

        Args:
            text: what is said.
            required: whether the red asterisk follows that marks a required answer.
            style: the id of the character style of the first language.
            second: that of the second.
        """
        return self._runs(text, required, run("  "), style, second)

    def below(self, text: Text, required: bool = False, style: str | None = None, second: str = _SECOND) -> list[Element]:
        """The languages one below the other; see `beside`."""
        return self._runs(text, required, element("w:r", element("w:br")), style, second)

    def asterisk(self) -> Element:
        """The mark of a required answer."""
        return run("*", style="FormRequired")

    def _runs(self, text: Text, required: bool, glue: Element, style: str | None, second: str) -> list[Element]:
        (language, words), *others = self.each(text)
        runs = [run(words, language, style)]
        if required:
            runs += [run(" "), self.asterisk()]
        for language, words in others:
            runs += [glue, run(words, language, second)]
        return runs
