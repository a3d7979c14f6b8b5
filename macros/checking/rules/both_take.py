"""What one language of a text takes from the company profile, the other takes from there too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ...model.base import TOKEN, Text
from ...model.languages import ALL, Language
from ...model.tokens import tokens_of
from ...reading.loaded import Loaded
from ...reading.source import Location

_TOKEN = re.compile(rf"\{{({TOKEN})\}}")


def check(loaded: Loaded) -> None:
    """Report texts that say in one language as a word what they take from the profile in the other."""
    company, words = loaded.records.get("company.yml"), loaded.records.get("tokens.yml")
    if company is None or words is None:
        return
    products = company.products()  # which a rule of its own looks for
    tokens = {token: said for token, said in tokens_of(company, words).items() if token not in products}
    for path, read in loaded.sources.items():
        if path == "company.yml":
            continue
        for place, one in _texts(read.data, ()):
            for language, token, said in _said_as_a_word(one, tokens):
                if not any(loaded.is_ours_to_change(path, (*place, each)) for each in ALL):
                    continue  # where a name of the company's may be any word
                other = next(each for each in ALL if each != language)
                loaded.fault(
                    path,
                    (*place, language),
                    f"'{said}' stands here as a word, and in {other} as {{{token}}}; write {{{token}}} here too",
                )


def _said_as_a_word(text: dict[str, str], tokens: dict[str, Text]) -> Iterator[tuple[Language, str, str]]:
    """The language, the token that it lacks, and what it says instead."""
    taken = {language: set(_TOKEN.findall(text[language])) for language in ALL}
    for language in ALL:
        for token in sorted(set().union(*taken.values()) - taken[language]):
            said = tokens[token][language] if token in tokens else ""
            if len(said) > 1 and re.search(rf"(?<![A-Za-z0-9]){re.escape(said)}(?![A-Za-z0-9])", text[language]):
                yield language, token, said


def _texts(value: Any, location: Location) -> Iterator[tuple[Location, dict[str, str]]]:
    """Each text in both languages, as it was written."""
    if isinstance(value, dict):
        if all(isinstance(value.get(language), str) for language in ALL):
            yield location, value
        else:
            for key, part in value.items():
                yield from _texts(part, (*location, str(key)))
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from _texts(part, (*location, number))
