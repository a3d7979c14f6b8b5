"""Departments and roles that a company calls by one name: where a text lists two of them, that name stands once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from .languages import Language

if TYPE_CHECKING:
    from .base import Text

_AND: dict[Language, str] = {"zh": "、|和|或", "en": ", | and | or "}
"""What stands between the parts of a list."""
_ID = "[a-z][a-z0-9-]*"
_KIND = r"(?P<kind>dept|role|call)\."
_IN_DATA = (r"\{", r"\}")
_ON_PAGES = (r"\{\{ ?company\.", r" ?\}\}")


def _lists(before: str, behind: str) -> dict[Language, re.Pattern[str]]:
    first, other = f"(?:the )?{before}{_KIND}{_ID}{behind}", f"(?:the )?{before}(?P=kind)\\.{_ID}{behind}"
    return {language: re.compile(f"{first}(?:(?:{signs}){other})+") for language, signs in _AND.items()}


_DATA, _PAGES = _lists(*_IN_DATA), _lists(*_ON_PAGES)
_TOKEN = re.compile(rf"(?:dept|role|call)\.{_ID}")


def once_in_data(text: str, names: Mapping[str, Text], language: Language) -> str:
    """A text of the data in which no list of `{dept.hr} and {dept.legal}` says a name twice."""
    return _DATA[language].sub(_without_twins(names, language), text)


def once_on_page(body: str, names: Mapping[str, Text], language: Language) -> str:
    """The Markdown of a page in which no list of `{{ company.dept.hr }} and {{ company.dept.legal }}` says a name twice."""
    return _PAGES[language].sub(_without_twins(names, language), body)


def _without_twins(names: Mapping[str, Text], language: Language) -> Callable[[re.Match[str]], str]:
    signs = re.compile(f"({_AND[language]})")

    def replace(found: re.Match[str]) -> str:
        items, between = signs.split(found[0])[::2], signs.split(found[0])[1::2]
        tokens = [_TOKEN.search(item) for item in items]
        by_name: dict[str, str] = {}
        for token, item in zip(tokens, items, strict=True):
            if token is None or token[0] not in names:
                return found[0]  # which is a fault of its own
            by_name.setdefault(names[token[0]][language], item)
        kept = list(by_name.values())
        if len(kept) in (1, len(items)):
            return kept[0] if len(kept) == 1 else found[0]
        return f"{between[0].join(kept[:-1])}{between[-1]}{kept[-1]}"

    return replace
