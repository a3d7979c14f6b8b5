"""The company's own products are named in its profile only, so that changing them there is enough.

That is for whoever writes the text: a company's product may be called by any word that the handbook's own files say for something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.company import Company
from ...reading import texts
from ...reading.loaded import Loaded

_FREE_FILES = {"browsers.yml", "company.yml", "synonyms.yml"}


class ProductNames:
    """Finds the products of a company in texts."""

    def __init__(self, company: Company):
        self._tokens: dict[str, list[str]] = {}
        for token, text in company.products().items():
            for name in sorted({text.zh, text.en}):
                self._tokens.setdefault(name, []).append(token)
        # A Latin name counts as a word only: “Meet” is no part of “Meeting”.
        self._patterns = {
            name: re.compile(f"{_edge(name[0], '<!')}{re.escape(name)}{_edge(name[-1], '!')}") for name in self._tokens
        }

    def named_in(self, text: str) -> Iterator[tuple[str, list[str]]]:
        """Each product that a text names, with the tokens that stand for it."""
        for name, pattern in self._patterns.items():
            if name in text and pattern.search(text):
                yield name, self._tokens[name]


def check(loaded: Loaded) -> None:
    """Report texts of the data that name a product where they should take it from the profile."""
    company = loaded.records.get("company.yml")
    if company is None:
        return
    products = ProductNames(company)
    for path, location, text in texts.of_data(loaded, _FREE_FILES, texts.SEARCHED):
        for name, tokens in products.named_in(text):
            if not loaded.is_ours_to_change(path, location):
                continue
            written = " or ".join(f"{{{token}}}" for token in tokens)
            loaded.fault(path, location, f"'{name}' stands in the company profile; write {written} here")


def _edge(letter: str, looking: str) -> str:
    return f"(?{looking}[A-Za-z0-9])" if letter.isascii() and letter.isalnum() else ""
