"""What is left out and yet named: titles that stand as words in a sentence, which nobody but an editor can put otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..errors import Faults
from ..model.languages import LANGUAGES
from ..reading import source, texts
from ..reading.layer import changes, places
from ..reading.layer.laid import Laid
from .prose import Page

_TITLED = ("scenarios", "templates", "checklists")
"""Things whose titles are names."""
_WORDS = ("channels", "glossary")
"""Things whose names are words that sentences may need: one notice for both languages, which only counts most places."""
_NOT_READ = ("synonyms.yml", "search.yml", places.RELEASED, places.PROFILE)
"""Data whose words readers type, what was said once, and how the company calls what is its own."""
_SHOWN, _SHOWN_OF_WORDS = 3, 8
"""How many places a notice names; it counts the others."""
_LEADING_UP = "by|via|over|by the|on the"
"""Before these the short name of a channel, “Phone”, means the channel, and not a number or a device."""


_Found = tuple[str, list[str]]
"""How a thing is called in a language, and the places of the texts that call it so."""


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
        for kind in (*_TITLED, *_WORDS)
        for ident, number in laid.gone.get(kind, {}).items()
        if 0 <= number < len(left_out.leave_out)
    ]
    if not gone:
        return
    said = {language: [*_said(laid, pages, language)] for language in LANGUAGES}
    titles = {language: [*_titles(laid, language)] for language in LANGUAGES}
    for kind, ident, number in gone:
        path, line = left_out.place("leave_out", number)
        name = laid.names.get(f"{kind}/{ident}", {})
        found: list[_Found] = []
        for language in LANGUAGES:
            pattern = _called(root, kind, ident, name, language)
            at = [*_naming(pattern, said[language], titles[language])] if pattern else []
            if kind == "channels":
                # A column that is called so and nothing else is for a number or an address.
                at = [each for each in at if not re.fullmatch(pattern, each.text.strip(), re.IGNORECASE)]
            if at:
                found.append((name.get(language) or name["same"], [*dict.fromkeys(each.place for each in at)]))
        if kind in _TITLED:
            # Something that is left may be called the same.
            found = [each for each in found if not any(each[0] in left for left in titles.values())]
        yield from _told(path, line, number, kind, found)


def _told(path: str, line: int, number: int, kind: str, found: list[_Found]) -> Iterator[str]:
    """What is said of a thing that texts still name: of one with titles a line for each, of a word one for both languages."""
    if kind in _TITLED:
        for title, at in found:
            yield (
                f"{path}:{line}: leave_out[{number}]: texts still name '{title}': {_listed(at, _SHOWN)}; "
                "say it otherwise, under set or by `python -m macros replace`, or keep what makes sense without it"
            )
    elif found:
        words = "', '".join(dict.fromkeys(title for title, _ in found))
        listed = _listed([*dict.fromkeys(place for _, at in found for place in at)], _SHOWN_OF_WORDS)
        yield (
            f"{path}:{line}: leave_out[{number}]: texts still name the channel '{words}': {listed}; "
            "say under set, or by `python -m macros replace`, what they use instead"
            if kind == "channels"
            else f"{path}:{line}: leave_out[{number}]: texts still use the word '{words}': {listed}; "
            "nothing is to be done where everybody knows it; else put it otherwise, under set or by `python -m macros replace`"
        )


def _listed(found: list[str], shown: int) -> str:
    more = f" (+{len(found) - shown})" if len(found) > shown else ""
    return f"{', '.join(found[:shown])}{more}"


def _called(root: Path, kind: str, ident: str, name: Mapping[str, str], language: str) -> str:
    """The pattern by which a thing that is left out is found in texts of a language; blank where it has no name in it."""
    title = name.get(language, name.get("same", ""))
    if not title:
        return ""
    if kind in _TITLED:
        return _alone(re.escape(title))
    found = [_alone(f"{re.escape(title)}s?")]
    file = root / places.DATA / kind / f"{ident}.yml"
    read = source.read(file, root, Faults()) if kind == "channels" and file.is_file() else None
    if read:
        label, aliases = (read.data.get(key) or {} for key in ("label", "aliases"))
        if language == "en" and label.get("en"):
            found.append(rf"\b(?:{_LEADING_UP}) {re.escape(label['en'])}\b")
        # The company's own tool, as data and as pages write it.
        for tool in (each[1:-1] for each in aliases.get(language, ()) if each.startswith("{")):
            found.append(rf"\{{{tool}\}}|company\.{tool}\b")
    return "|".join(found)


def _alone(words: str) -> str:
    return rf"(?<![A-Za-z]){words}(?![A-Za-z])"


def _said(laid: Laid, pages: list[Page], language: str) -> Iterator[_Said]:
    """Every text in a language that readers see."""
    for name, read in laid.sources.items():
        if name in _NOT_READ:
            continue
        for location, text in read.texts:
            if location[-1] == language and texts.SEARCHED.isdisjoint(location):
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


def _naming(pattern: str, said: list[_Said], titles: list[str]) -> Iterator[_Said]:
    """The texts with a name in them that is no part of a longer title."""
    word = re.compile(pattern, re.IGNORECASE)
    longer = [each for each in titles if word.search(each) and not word.fullmatch(each)]
    for each in said:
        text = each.text
        for other in longer:
            text = text.replace(other, "")
        if word.search(text):
            yield each
