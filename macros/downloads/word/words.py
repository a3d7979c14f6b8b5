"""The texts of a form as runs of text, in the languages of the file: the second one smaller and lighter."""

from __future__ import annotations

from collections.abc import Sequence

from ...model.base import Text
from ...model.languages import Language
from ..form import Form
from ..measures import letters
from .markup import Element, element, run

_FIRST, _SECOND, _BETWEEN, _SIDES = 4.7, 4.4, 6.0, 11.0
"""What a half-width letter of a label takes in the first language and in the second, what stands between the two, and what a cell
leaves empty at its sides, in points."""


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

    def below(self, text: Text, style: str | None = None, second: str = "FormTranslation") -> list[Element]:
        """The languages one below the other; see `runs`."""
        return _joined([said for _, said in self.runs(text, style, second)], element("w:r", element("w:br")))

    def labels(self, named: Sequence[tuple[Text, int]]) -> list[list[Element]]:
        """The labels of a row: their languages beside each other where every cell has room for that, else one below the other.

        Args:
            named: each label and the width of its cell, in twentieths of a point.
        """
        beside = all(self._is_short(text, width) for text, width in named)
        return [(self.beside if beside else self.below)(text) for text, _ in named]

    def beside_width(self, text: Text) -> float:
        """About how much room a text takes in a line, in points; see `beside`."""
        first, *others = [letters(words) for _, words in self.each(text)]
        return _FIRST * first + sum(_SECOND * other + _BETWEEN for other in others)

    def _is_short(self, text: Text, width: int) -> bool:
        return self.beside_width(text) <= width / 20 - _SIDES


def _joined(runs: list[Element], glue: Element) -> list[Element]:
    # There are at most two languages, so that the glue is needed once.
    return [*runs[:1], *([glue] if len(runs) > 1 else []), *runs[1:]]
