"""What the sample company is called, uses and answers on stands in its profile only: another company's handbook has none of it.

`tests/test_nothing_of_the_sample.py` holds the same of every published byte, in a sweep."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import ROOT
from tests.second_company import NAMED_ANYWHERE, SAMPLE, literals

UNPUBLISHED = {"cast.yml", "page-fingerprints.yml", "released.yml", "synonyms.yml"}
"""What rules hold texts against, and the words of the search."""


def sources() -> Iterator[tuple[str, str]]:
    """Data and pages by their places, and the contacts that a company begins with."""
    for folder in ("data", "zh", "en", "sample/contacts"):
        for file in sorted(Path(ROOT, "docs", folder).rglob("*")):
            if file.suffix in (".yml", ".md") and file.name not in UNPUBLISHED:
                text = file.read_text(encoding="utf-8")
                yield file.relative_to(ROOT).as_posix(), text


def test_no_source_says_what_only_the_profile_may():
    values = [(value.casefold(), value, pattern) for value, pattern in dict(literals()).items()]
    found = []
    for place, text in sources():
        there = text.casefold()  # to look for a pattern takes a hundred times longer
        found += [f"{place}: {value}" for folded, value, pattern in values if folded in there and pattern.search(text)]
    assert [each for each in found if not each.startswith(NAMED_ANYWHERE)] == []


A_KIND_OF_TOOL = re.compile(
    "文档库|SharePoint|document library|the library|用分机|分机转过去|把分机转|from your extension|on the desk extension|forward your extension",
    re.IGNORECASE,
)
"""Where files lie and what rings is the company's tool, and not everywhere a library or a desk extension."""


def test_no_source_takes_for_granted_what_kind_of_tool_a_company_has():
    found = [
        f"{place}: {match[0]}"
        for place, text in sources()
        if not place.startswith("docs/sample/")  # what people search for
        for match in A_KIND_OF_TOOL.finditer(text)
    ]
    assert found == []


def test_no_source_writes_an_article_before_a_tool_that_may_be_a_product():
    """“The SharePoint” reads wrong; where a name needs an article, the profile has it."""
    article = re.compile(r"\b[Tt]he (?:\{storage\}|\{\{ company\.storage \}\})")
    assert [place for place, text in sources() if article.search(text)] == []


DEPARTMENTS = {each["en"] for name, each in SAMPLE["departments"].items() if name != "it"}
IN_A_SENTENCE = re.compile(
    rf"(?:(?<=[a-z,;] )|(?<=“))(?:{'|'.join(sorted(map(re.escape, DEPARTMENTS), key=len, reverse=True))})\b(?![-”.])"
)
"""A department as the sample's English calls it, within a sentence, where no other word has a capital letter."""


def test_english_calls_no_department_as_the_sample_company_does():
    found = []
    for place, text in sources():
        said = text if place.startswith("docs/en/") else "\n".join(re.findall(r"\ben: (?!\[).*", text))
        said = re.sub(r"\A---\n.*?\n---\n", "", said, flags=re.DOTALL)
        found += [
            f"{place}: {match[0]}: {said[max(0, match.start() - 40) : match.end()]}"
            for match in IN_A_SENTENCE.finditer(said)
        ]
    assert not found, "\n".join(found)
