"""What is left out and yet named: titles that stand as words in a sentence, which nobody but an editor can put otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..errors import Faults
from ..model.languages import LANGUAGES
from ..reading.layer import changes, places
from ..reading.layer.composing import Laid
from .prose import Page

_KINDS = ("scenarios", "templates", "checklists")
"""Things whose titles are names; those of channels and terms are words that any sentence may need."""
_NOT_READ = ("synonyms.yml", "search.yml", places.RELEASED)
"""Data whose words readers type, and what was said once."""
_SHOWN = 3
"""How many places a notice names; it counts the others."""


@dataclass(frozen=True)
class _Said:
    """A text in one language, and where it stands."""

    place: str
    text: str


def notices(root: Path, laid: Laid, pages: list[Page]) -> Iterator[str]:
    """A line for each thing that is left out and that texts still name.

    Args:
        root: the project's root.
        laid: its sources, with the company's layer over them.
        pages: its pages, as the company has them.
    """
    left_out = changes.read(root, Faults())
    gone = [
        (kind, ident, number)
        for kind in _KINDS
        for ident, number in laid.gone.get(kind, {}).items()
        if 0 <= number < len(left_out.leave_out)
    ]
    if not gone:
        return
    for language in LANGUAGES:
        said, titles = [*_said(laid, pages, language)], [*_titles(laid, language)]
        for kind, ident, number in gone:
            title = laid.names.get(f"{kind}/{ident}", {}).get(language, "")
            found = [each.place for each in _naming(title, said, titles)] if title else []
            if found:
                path, line = left_out.place("leave_out", number)
                more = f" (+{len(found) - _SHOWN})" if len(found) > _SHOWN else ""
                yield (
                    f"{path}:{line}: leave_out[{number}]: texts still name '{title}': {', '.join(found[:_SHOWN])}{more}; "
                    "say it otherwise, under set or by `python -m macros replace`, or keep what makes sense without it"
                )


def _said(laid: Laid, pages: list[Page], language: str) -> Iterator[_Said]:
    """Every text in a language that readers see."""
    for name, read in laid.sources.items():
        if name in _NOT_READ:
            continue
        for location, text in read.texts:
            if location[-1] == language and "aliases" not in location:
                yield _Said(f"{read.path}:{read.line(location)}", text)
    for page in pages:
        if page.language == language:
            for number, line in enumerate(page.text.split("\n"), 1):
                yield _Said(f"{page.path}:{number}", line)


def _titles(laid: Laid, language: str) -> Iterator[str]:
    """The titles of what is left."""
    for read in laid.sources.values():
        titled = read.data.get("title") if isinstance(read.data, dict) else None
        if isinstance(titled, dict) and isinstance(titled.get(language), str):
            yield titled[language]


def _naming(title: str, said: list[_Said], titles: list[str]) -> Iterator[_Said]:
    """The texts with a title in them that is no part of a longer one."""
    word = re.compile(rf"(?<![A-Za-z]){re.escape(title)}(?![A-Za-z])", re.IGNORECASE)
    longer = [each for each in titles if each != title and word.search(each)]
    for each in said:
        text = each.text
        for other in longer:
            text = text.replace(other, "")
        if word.search(text):
            yield each
