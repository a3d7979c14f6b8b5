"""Model and pages → the search's index: for each language what is loaded first, what is loaded behind it, and the text of all pages."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from .. import addresses
from ..downloads import WRITERS
from ..model.handbook import Handbook
from ..model.languages import LANGUAGES, Language
from ..model.signs import SIGNS
from . import body, characters
from .entries import entries
from .entry import WORTH, Entry
from .folding import normal
from .pages import Page, page_of
from .sections import sections_asked
from .whole_text import whole_text

_WORDS = "found_"
"""How the keys of the interface's texts begin that the search says."""

__all__ = ["Page", "index_files", "page_of", "signs"]


def signs() -> bytes:
    """The simplified character for each traditional one, for whatever else filters by what is typed."""
    return _json(characters.packed(characters.simplified()))


def index_files(
    handbook: Handbook,
    pages: dict[str, Page],
    downloads: Collection[str],
    named: Callable[[str, bytes], str],
) -> Iterator[tuple[str, bytes]]:
    """The files of the index with their addresses; the types `Head` and `Rest` of `engine.js`, and `Whole` of `whole-text.js`, say what they hold.

    Args:
        handbook: the model.
        pages: every page of the site by its address.
        downloads: the addresses of all files to download.
        named: gives the address under which a file is published, by its own and what it holds.
    """
    for language in LANGUAGES:
        found = entries(handbook, pages, downloads, language)
        foreign = _json(_foreign(found))
        rest = _json(_rest(handbook, found, pages, language, foreign.decode()))
        rest_address = named(addresses.page("assets/search-rest.json", language), rest)
        yield rest_address, rest
        whole = _json(whole_text(pages, language))
        whole_address = named(addresses.page("assets/search-whole.json", language), whole)
        yield whole_address, whole
        behind = {"rest": posixpath.basename(rest_address), "whole": posixpath.basename(whole_address)}
        if LANGUAGES.others(language):
            foreign_address = named(addresses.page("assets/search-foreign.json", language), foreign)
            yield foreign_address, foreign
            behind["foreign"] = posixpath.basename(foreign_address)
        head = _head(handbook, found, language) | behind
        yield addresses.page("assets/search.json", language), _json(head)


def _head(handbook: Handbook, found: list[Entry], language: Language) -> dict[str, Any]:
    frequent = [
        {"title": question.question[language], "url": addresses.named(question.page, language)}
        for question in handbook.search.frequent
    ]
    texts = handbook.interface.texts
    words = {key.removeprefix(_WORDS): texts[key][language] for key in texts if key.startswith(_WORDS)}
    return {
        "words": words,
        "worth": WORTH,
        "feedback": handbook.company.feedback_address,
        "levels": _levels(handbook, language),
        "formats": {ending: texts[f"format_{ending}"][language] for ending in WRITERS},
        "chooser": addresses.page("choose/", language),
        "contacts": addresses.page("contacts/", language),
        "frequent": frequent,
        "emergency": _emergency(handbook),
        "entries": [entry.head() for entry in found],
        "names": [_joined(entry.first_names()) for entry in found],
    }


def _emergency(handbook: Handbook) -> list[str]:
    """The public numbers of all offices, each once."""
    offices = [each.emergency for each in handbook.company.offices.values() if each.emergency]
    numbers = [each.model_dump().values() for each in (handbook.company.emergency, *offices)]
    return list(dict.fromkeys(number for some in numbers for number in some))


def _levels(handbook: Handbook, language: Language) -> dict[str, dict[str, str]]:
    """Of each level of confidentiality, by what it may be sent and by what not, and on what terms to outsiders."""
    comma = SIGNS[language].comma
    found = {}
    for level in handbook.confidentiality.levels:
        may = [channel.label_for(level.id, language) for channel in handbook.channels if level.id in channel.carries]
        may_not = [channel.label[language] for channel in handbook.channels if level.id not in channel.carries]
        found[level.id] = {
            "name": level.name[language],
            "yes": comma.join(may),
            "no": comma.join(may_not),
            "mind": level.mind[language] if level.mind else "",
            "outside": level.outside[language] if level.outside else "",
        }
    return found


def _foreign(found: list[Entry]) -> list[list[str]]:
    """Names in the other language, which nobody is shown: in the form in which they are compared, and in an order that packs well."""
    return [sorted({normal(name) for name in entry.other_names}) for entry in found]


def _rest(
    handbook: Handbook, found: list[Entry], pages: dict[str, Page], language: Language, foreign: str
) -> dict[str, Any]:
    texts = [pages[entry.url].text if entry.url in pages else "" for entry in found]
    names = [" · ".join((entry.title, *entry.names, *entry.other_names)) for entry in found]
    told = [f"{name} · {entry.text}" for name, entry in zip(names, found, strict=True)]
    rest = {
        "texts": [entry.text for entry in found],
        "names": [_joined(entry.more_names()) for entry in found],
        "answers": {number: entry.answer for number, entry in enumerate(found) if entry.is_told_later},
        "sections": sections_asked(found, pages),
        "called": _called(found),
        "synonyms": [_joined(word for each in LANGUAGES for word in group[each]) for group in handbook.synonyms.groups],
        "near": [
            [_joined(each.said[language]), _joined(each.means[language])]
            for each in handbook.synonyms.near
            if each.said[language]
        ],
        "body": body.telling_terms(texts, told, [len(entry.names) for entry in found]),
        "commonReadings": characters.common_readings(),
        "readings": characters.readings("".join(names)),
    }
    titles = "".join(entry.title for entry in found)
    return rest | {"simple": characters.packed(characters.simplified_in(titles + foreign + _json(rest).decode()))}


def _called(found: list[Entry]) -> dict[str, list[int]]:
    """Which entries are meant by what is typed alone."""
    called: dict[str, list[int]] = {}
    for number, entry in enumerate(found):
        for name in entry.called:
            called.setdefault(name, []).append(number)
    return called


def _joined(words: Iterable[str]) -> str:
    """Words in one text, which packs better than a list of them."""
    return "|".join(words)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
