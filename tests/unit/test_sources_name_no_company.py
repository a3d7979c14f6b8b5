"""What the sample company is called, uses and answers on stands in its profile only: another company's handbook has none of it.

`tests/test_nothing_of_the_sample.py` holds the same of every published byte, in a sweep."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import ROOT
from tests.second_company import NAMED_ANYWHERE, literals

UNPUBLISHED = {"cast.yml", "page-fingerprints.yml", "released.yml", "synonyms.yml"}
"""What rules hold texts against, and the words of the search."""


def sources() -> Iterator[tuple[str, str]]:
    """Data and pages by their places, without what people may type into the search."""
    for folder in ("data", "zh", "en"):
        for file in sorted(Path(ROOT, "docs", folder).rglob("*")):
            if file.suffix in (".yml", ".md") and file.name not in UNPUBLISHED:
                text = file.read_text(encoding="utf-8")
                yield file.relative_to(ROOT).as_posix(), re.sub(r"aliases:(?:\s+(?:zh|en): \[.*\])*", "", text)


def test_no_source_says_what_only_the_profile_may():
    values = [(value.casefold(), value, pattern) for value, pattern in dict(literals()).items()]
    found = []
    for place, text in sources():
        there = text.casefold()  # to look for a pattern takes a hundred times longer
        found += [f"{place}: {value}" for folded, value, pattern in values if folded in there and pattern.search(text)]
    assert [each for each in found if not each.startswith(NAMED_ANYWHERE)] == []
