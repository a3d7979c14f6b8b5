"""Feeds the readers of foreign files with damaged ones, and says what came of it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser

from macros.downloads import docx
from macros.downloads import pdf as pdf_writer
from tests.filled_forms import described, hostile_values
from tests.forms import full_template, stand_in_handbook
from tests.fuzzing import imports, links, pdf, word, word_said
from tests.fuzzing.readers import Readers, readers

SEED = 20261126
LONGEST = 1000
"""Milliseconds that a reader may take for a file."""
_BATCH = 25


@dataclass
class Kind:
    """What came of the files of one kind."""

    name: str
    files: int = 0
    read: int = 0
    """Of which something was offered; the others were refused in words."""
    slowest: float = 0
    faults: list[str] = field(default_factory=list)
    """What must not be: a script error, a hang, something offered that the file does not say."""


@dataclass(frozen=True)
class _Feed:
    """Files of a kind, how they are read, and how to tell what they do not say."""

    name: str
    files: Sequence[Any]
    read: Callable[[list[Any]], list[dict[str, Any]]]
    unsaid: Callable[[Any, Any], list[str]]


def feed(browser: Browser, number: int, seed: int = SEED, longest: int = LONGEST) -> list[Kind]:
    """Feed so many files: two in five from Word, the others PDF, links and imports.

    Args:
        browser: in which they are read.
        number: of files.
        seed: the same seed makes the same files.
        longest: what a reader may take for a file, in milliseconds.
    """
    with readers(browser) as page:
        kinds = [_fed(each, seed, longest) for each in _feeds(page, random.Random(seed), number)]
        if page.errors:
            kinds[0].faults += [f"nobody caught: {error}" for error in page.errors]
    return kinds


def _feeds(page: Readers, chance: random.Random, number: int) -> Iterator[_Feed]:
    form = described(full_template())
    empty = {language: docx.write(full_template(), language, stand_in_handbook()) for language in ("zh", "en", "zh-en")}
    few = [page.filled(file, form, hostile_values(form, lambda table: 2), language) for language, file in empty.items()]
    files = [*empty.values(), *few]
    said = [answer["made"]["values"] for answer in page.word(form, files)]
    mutants = [*word.mutants(chance, [*zip(files, said, strict=True)], number * 2 // 5)]
    yield _Feed(
        "Word files",
        mutants,
        lambda some: page.word(form, [each.content for each in some]),
        lambda each, made: word_said.unsaid(form, each.content, each.said, made["values"]),
    )
    empty_pdf = [pdf_writer.write(full_template(), language, stand_in_handbook()) for language in ("zh", "zh-en")]
    yield _Feed(
        "PDF files",
        [*pdf.mutants(chance, empty_pdf, number // 5)],
        lambda some: page.pdf(form, [each.content for each in some]),
        lambda each, made: pdf.unsaid(each, made["values"]),
    )
    yield _Feed(
        "links",
        [*links.links(chance, form, number // 5)],
        lambda some: page.links(form, some),
        lambda each, made: links.unsaid(form, each, made["values"]),
    )
    yield _Feed(
        "imports",
        [*imports.imports(chance, number // 5)],
        lambda some: page.imports(some, imports.LISTS, imports.TITLES),
        imports.unsaid,
    )


def _fed(feed: _Feed, seed: int, longest: int) -> Kind:
    kind = Kind(feed.name)
    for begin in range(0, len(feed.files), _BATCH):
        some = list(feed.files[begin : begin + _BATCH])
        for file, answer in zip(some, feed.read(some), strict=True):
            place = f"{feed.name} {kind.files} of seed {seed}"
            if ways := getattr(file, "ways", None):
                place += f" ({', '.join(ways)})"
            kind.files += 1
            kind.slowest = max(kind.slowest, answer["milliseconds"])
            if answer["milliseconds"] > longest:
                kind.faults.append(f"{place}: took {answer['milliseconds']:.0f} ms")
            if answer.get("strange"):
                kind.faults.append(f"{place}: {answer['fault']}")
            elif "made" in answer and "fault" not in answer["made"]:
                kind.read += 1
                kind.faults += [f"{place}: {each}" for each in feed.unsaid(file, answer["made"])]
    return kind
