"""Nobody reads a wall of text: how long a paragraph may be, in data and on pages, and how long a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...model.base import TOKEN, Text
from ...model.han import HAN
from ...model.languages import LANGUAGES, Language
from ...model.standing import Sentences
from ...model.tokens import tokens_of
from ...reading import texts
from ...reading.loaded import Loaded
from ...reading.markdown import NO_WORDS, without_code

PARAGRAPH: dict[Language, int] = {"zh": 180, "en": 90}
"""Chinese characters, or English words, of a paragraph, an item of a list or a line of an example."""
PAGE: dict[Language, int] = {"zh": 2400, "en": 1200}
LOOKED_UP = {"about/authors.md", "about/legal.md"}
"""Pages that nobody reads from top to bottom: the list of macros, and that of the places which touch law."""

_NAMES: dict[Language, str] = {"zh": "Chinese characters", "en": "words"}
_COUNTED: dict[Language, re.Pattern[str]] = {
    "zh": re.compile(f"[{HAN}]"),
    "en": re.compile(r"[A-Za-z0-9][\w'’%.,:-]*"),
}
_SAY = re.compile(r"\{\{ *say\(\"([\w-]+)\"\) *\}\}|\{say\.([\w-]+)\}")
_CALL = re.compile(rf"\{{\{{.*?\}}\}}|\{{{TOKEN}\}}")
_BEGINS_ALONE = re.compile(r"^(#|\||!!!)")
_ITEM = re.compile(r"^([-*]|\d+\.) ")


@dataclass(frozen=True)
class Paragraph:
    """A paragraph or an item of a list: the line on which it begins, and its text."""

    line: int
    text: str


class Lengths:
    """Measures texts as readers see them, with the sentences that they take over."""

    def __init__(self, sentences: Sentences | None, names: Iterable[Text]):
        """Names are those of the company profile, which the sentences hold in full."""
        said = sentences.sentences if sentences else ()
        self._said = {sentence.id: sentence.text for sentence in said}
        names = tuple(names)
        self._names = {language: _any_of({name[language] for name in names}) for language in LANGUAGES}

    def amount(self, text: str, language: Language) -> int:
        """How much a text says: Chinese characters, or English words. What a call shows counts as one word, and so does a name
        of the profile: whoever has a long one can't shorten the sentence around it."""
        text = _SAY.sub(lambda call: self._sentence(call[1] or call[2], language), text)
        text = NO_WORDS.sub(" ", _CALL.sub("字" if language == "zh" else " x ", text))
        return len(_COUNTED[language].findall(text))

    def faults_on(self, body: str, language: Language, path: str) -> Iterator[tuple[int, str]]:
        """Paragraphs of a page that are too long, each with its line within the body, and the page if it is.

        Args:
            body: the page without its front matter.
            language: its language.
            path: the page as both languages name it, such as `about/legal.md`.
        """
        for paragraph in paragraphs(body):
            if message := self.too_long(paragraph.text, language):
                yield paragraph.line, message
        if path not in LOOKED_UP and self.amount("\n".join(_shown(body)), language) > PAGE[language]:
            yield (
                1,
                f"the page has more than {PAGE[language]} {_NAMES[language]}; split it, or cut what nobody asks for",
            )

    def too_long(self, paragraph: str, language: Language) -> str | None:
        """What is wrong with a paragraph that is too long."""
        amount, most = self.amount(paragraph, language), PARAGRAPH[language]
        if amount <= most:
            return None
        return f"a paragraph of {amount} {_NAMES[language]}; {most} is the most: split it, or make a list of it"

    def _sentence(self, name: str, language: Language) -> str:
        if name not in self._said:
            return ""
        return self._names[language].sub("字" if language == "zh" else " x ", self._said[name][language])


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """What finds any of these names, the longest first, and nothing where there is none."""
    found = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True) if name)
    return re.compile(rf"(?<![A-Za-z])(?:{found})(?![A-Za-z])" if found else r"(?!)", re.IGNORECASE)


def check(loaded: Loaded) -> None:
    """Report texts of the data with a line that is too long."""
    company, words = loaded.records.get("company.yml"), loaded.records.get("tokens.yml")
    names = tokens_of(company, words).values() if company and words else ()
    lengths = Lengths(loaded.records.get("sentences.yml"), names)
    for path, location, text in texts.of_data(loaded):
        if len(text) <= PARAGRAPH["en"]:
            continue
        language = texts.language_of(location)
        if language is None:
            continue
        for line in text.split("\n"):
            if len(line) > PARAGRAPH["en"] and (message := lengths.too_long(line, language)):
                loaded.fault(path, location, message)


def paragraphs(body: str) -> Iterator[Paragraph]:
    """The paragraphs and items of a page; tables, headings and code are none."""
    begun, gathered = 0, list[str]()
    for number, line in enumerate(_shown(body), 1):
        alone, item = _BEGINS_ALONE.match(line), _ITEM.match(line)
        if (not line or alone or item) and gathered:
            yield Paragraph(begun, "\n".join(gathered))
            gathered = []
        if line and not alone:
            begun = begun if gathered else number
            gathered.append(line)
    if gathered:
        yield Paragraph(begun, "\n".join(gathered))


def _shown(body: str) -> list[str]:
    """The lines of a page without their indentation; those of code are blank."""
    return [line.strip() for line in without_code(body)]
