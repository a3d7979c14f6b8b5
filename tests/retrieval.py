"""Plain retrieval, as an assistant without anything clever would do it: BM25 over whole files."""

from __future__ import annotations

import csv
import itertools
import math
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

QUESTIONS = Path(__file__).with_name("knowledge-questions.tsv")
_COMMON = frozenset(
    {
        *("a", "an", "and", "are", "as", "at", "be", "by", "can", "do", "does", "for", "from", "how", "i", "in", "is"),
        *("it", "m", "me", "my", "of", "on", "or", "our", "s", "should", "so", "t", "that", "the", "their", "them"),
        *("they", "this", "to", "was", "we", "what", "when", "who", "with", "you", "your"),
    }
)
_JOINING = frozenset(
    "的了么吗呢吧啊是就都也还很太和跟与及或被把给让那哪什谁怎您我你他她它们该在不有一这要上下里到从为会能可以"
)
"""Words and characters that tell nothing, which every such program leaves out."""
_ENDING = re.compile(r"(?:ies|ied|ing|ed|es|s|y|e)$")
_RUN = re.compile(r"[\u3400-\u9fff]+|[a-z0-9]+")
_SHORT = 4
_K, _B = 1.2, 0.75
_SOURCE = re.compile(r"<(?:https?://[^/>]+)?/((?:en/)?[^>]*)>\S*(?: · [^\n]*)?\n*\Z")


def words(text: str) -> Iterator[str]:
    """Words in Latin letters without their endings, single Chinese characters and pairs of them."""
    for run in _RUN.findall(text.lower()):
        if run in _COMMON:
            continue
        if run.isascii():
            yield _ENDING.sub("", run) if len(run) > _SHORT else run
        else:
            yield from (sign for sign in run if sign not in _JOINING)
            yield from (a + b for a, b in itertools.pairwise(run) if not {a, b} <= _JOINING)


class Bm25:
    """A collection of texts by their names."""

    def __init__(self, texts: Mapping[str, str]):
        self._counts = {name: Counter(words(text)) for name, text in texts.items()}
        self._holding = Counter(word for count in self._counts.values() for word in count)
        self._lengths = {name: count.total() for name, count in self._counts.items()}
        self._mean = sum(self._lengths.values()) / len(texts)

    def best(self, question: str) -> list[str]:
        """The names of the texts, the best first."""
        asked = Counter(words(question))

        def score(name: str) -> float:
            count, length = self._counts[name], self._lengths[name]
            return sum(
                times
                * math.log(1 + (len(self._counts) - self._holding[word] + 0.5) / (self._holding[word] + 0.5))
                * count[word]
                * (_K + 1)
                / (count[word] + _K * (1 - _B + _B * length / self._mean))
                for word, times in asked.items()
                if word in count
            )

        return sorted(self._counts, key=score, reverse=True)


def asked(language: str) -> list[tuple[str, set[str]]]:
    """The questions of a language, each with the addresses that answer it, as they stand in Chinese."""
    with QUESTIONS.open(encoding="utf-8", newline="") as file:
        return [(row[1], set(row[2].split())) for row in csv.reader(file, delimiter="\t") if row[0] == language]


def packed(site: Path, language: str) -> dict[str, str]:
    """The texts of a pack by the addresses that they name as their source, as they stand in Chinese."""
    found = {}
    with zipfile.ZipFile(site / f"downloads/handbook-knowledge.{language}.zip") as archive:
        for name in archive.namelist():
            text = archive.read(name).decode()
            source = _SOURCE.search(text)
            assert source, f"{name} does not say where it is from"
            found[source[1].removeprefix("en/")] = text
    return found
