"""One word for one thing: words that the list of terms avoids stand neither in data nor on pages."""

from __future__ import annotations

import copy
import itertools
import operator
import re
from collections.abc import Iterator

from ...model.languages import LANGUAGES, Language
from ...model.terms import Terms
from ...reading import texts
from ...reading.loaded import Loaded
from ...reading.markdown import NOT_PROSE

_FREE = {*texts.SEARCHED, "bad", "never", "what_people_say"}
"""Keys below which any word may stand: what people type into the search, and what shows how not to say it."""
_FREE_FILES = {"company.yml", "terms.yml", "synonyms.yml", "search.yml"}
"""Files in which any word may stand: the company calls its own as it does."""


class AvoidedWords:
    """Finds words that the list of terms avoids."""

    def __init__(self, terms: Terms):
        self._patterns: dict[Language, list[tuple[tuple[str, ...], re.Pattern[str], str]]] = {
            language: [
                (
                    tuple(word.casefold() for word in preference.avoid),
                    _pattern(preference.avoid, preference.unless, language),
                    preference.write,
                )
                for preference in terms[language]
            ]
            for language in LANGUAGES
        }

    def found_in(self, text: str, language: Language) -> Iterator[str]:
        """What to write instead, a sentence each."""
        folded = text.casefold()
        for words, pattern, write in self._patterns[language]:
            if not any(word in folded for word in words):
                continue  # nearly always, and found out much sooner than by the pattern
            for word in dict.fromkeys(match["word"] for match in pattern.finditer(text) if match["word"]):
                yield f"'{word}' is avoided in docs/data/terms.yml; write '{write}', or reword"

    def of(self, text: str) -> AvoidedWords:
        """Those alone whose letters a text holds, as a word or within another: quicker for its parts."""
        folded, narrowed = text.casefold(), copy.copy(self)
        narrowed._patterns = {
            language: [each for each in self._patterns[language] if any(word in folded for word in each[0])]
            for language in LANGUAGES
        }
        return narrowed

    def found_on(self, line: str, language: Language) -> Iterator[str]:
        """The same for a line of a page."""
        yield from self.found_in(NOT_PROSE.sub(" ", line), language)


def check(loaded: Loaded) -> None:
    """Report avoided words in the texts of the data."""
    terms = loaded.records.get("terms.yml")
    if terms is None:
        return
    words = AvoidedWords(terms)
    found = texts.of_data(loaded, _FREE_FILES, _FREE)
    for path, group in itertools.groupby(found, key=operator.itemgetter(0)):
        of_file = list(group)
        narrowed = words.of("\n".join(text for _, _, text in of_file))
        for _, location, text in of_file:
            if language := texts.language_of(location):
                for message in narrowed.found_in(text, language):
                    loaded.fault(path, location, message)


def _pattern(avoid: tuple[str, ...], unless: tuple[str, ...], language: Language) -> re.Pattern[str]:
    """What finds an avoided word; a longer word that is right is met first and is none."""
    longest = sorted(avoid, key=len, reverse=True)
    word = "|".join(map(re.escape, longest))
    right = "|".join(map(re.escape, unless))
    edges = (r"(?<![\w-])", r"(?![\w-])") if language == "en" else ("", "")
    return re.compile((f"(?:{right})|" if right else "") + f"{edges[0]}(?P<word>{word}){edges[1]}", re.IGNORECASE)
