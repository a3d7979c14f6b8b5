"""The words of whole pages that tell one page from others: all of them would weigh several times the rest of the index."""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from ..model.han import HAN
from .folding import normal
from .numbers import base36

MOST = 14
"""How many terms a page keeps: those that are frequent on it and rare elsewhere."""
MANY_NAMES = 12
"""What has so many other words is found by them: no term of its page found anything more."""
_ONCE = 0.6
"""What a pair of characters counts that stands only once in all pages: of those, most are ends of two words that met."""
_EVERYWHERE = 0.4
"""A term on more than this share of all pages tells nothing."""

_RUN = re.compile(f"[{HAN}]+|[a-z][a-z0-9]+")
_JOINING = frozenset(
    "的了么吗呢吧啊呀嘛着是就都也还很太和跟与及或被把给让那哪什谁怎您你我他她它们该在不有一这要上下里到从为会能可以先再后"
)
"""Characters that only join others: a pair with one of them tells nothing of a page.

More than those which `terms.js` leaves out of queries: what somebody asks for is short, and every pair of it counts."""


def telling_terms(texts: Iterable[str], told: Iterable[str], names: Iterable[int]) -> dict[str, str]:
    """The terms that tell pages apart, each with the numbers of the pages that hold it.

    Args:
        texts: of each page, in the order of the entries.
        told: what the index says of each page otherwise; its terms are not said again.
        names: how many other words each has.

    Returns:
        Pairs of Chinese characters and Latin words, as `terms.js` cuts them, by their first sign, which packs to three
        quarters of what the terms would one by one: of each term what follows that sign, then a space before each number
        of its pages, in base 36 and but for the first as the distance from the one before; a comma between terms.
    """
    counts = [_terms(text) for text in texts]
    holding = Counter(term for count in counts for term in count)
    pages = max(1, sum(map(bool, counts)))
    found: dict[str, list[int]] = defaultdict(list)
    for number, (count, known, others) in enumerate(zip(counts, map(_terms, told), names, strict=True)):
        if others >= MANY_NAMES:
            continue
        worth = {
            term: (1 + math.log(times))
            * math.log(pages / holding[term])
            * (_ONCE if times == holding[term] == 1 and not term.isascii() else 1)
            for term, times in count.items()
            if holding[term] < _EVERYWHERE * pages
        }
        for term in sorted(worth, key=lambda term: (-worth[term], term))[:MOST]:
            if term not in known:
                found[term].append(number)
    by_sign: dict[str, list[str]] = defaultdict(list)
    for term, numbers in sorted(found.items()):
        by_sign[term[0]].append(" ".join((term[1:], *_steps(numbers))))
    return {sign: ",".join(terms) for sign, terms in by_sign.items()}


def _steps(numbers: list[int]) -> Iterator[str]:
    return (base36(number - before) for before, number in zip((0, *numbers), numbers, strict=False))


def _terms(text: str) -> Counter[str]:
    count: Counter[str] = Counter()
    for run in _RUN.findall(normal(text)):
        if run[0].isascii():
            count[run] += 1
        else:
            count.update(a + b for a, b in itertools.pairwise(run) if a not in _JOINING and b not in _JOINING)
    return count
