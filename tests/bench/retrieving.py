"""How well an assistant with plain retrieval finds the right file of the knowledge pack, beside the same over the pages as HTML."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.bench.section import Section, table
from tests.bench.setting import Setting
from tests.built_pages import BuiltPage, pages
from tests.retrieval import Bm25, asked, packed

LANGUAGES = {"zh": "", "en": "en/"}
FIRST = 0.95


def measure(setting: Setting) -> Section:
    """The questions of each language, over the pack and over the pages."""
    return report({name: shares(setting.site, name, home) for name, home in LANGUAGES.items()})


def shares(site: Path, language: str, home: str) -> tuple[float, float]:
    """For how much of the questions the right file, and the right page, is the best."""
    return _share(packed(site, language), language), _share(_pages(site, home), language)


def report(found: Mapping[str, tuple[float, float]]) -> Section:
    """The shares of each language, the pack first, as a part of the report."""
    rows = [(language, f"{pack:.1%}", f"{page:.1%}") for language, (pack, page) in found.items()]
    text = f"""\
BM25 over whole files, as an assistant without anything clever would do it: {len(asked("zh"))} questions a language
(`tests/knowledge-questions.tsv`), right where the best file is one that answers. Over the files of the knowledge pack, and
over the texts of the pages as HTML. Goal: {FIRST:.0%} over the pack.

{table(("language", "pack", "pages as HTML"), rows)}"""
    short = [
        f"Retrieval, {language}: {pack:.1%} first over the pack; the goal is {FIRST:.0%}."
        for language, (pack, _) in found.items()
        if pack < FIRST
    ]
    return Section("Retrieval, for assistants", text, short)


def _pages(site: Path, home: str) -> dict[str, str]:
    """The text of each page's article by its address, as it stands in Chinese."""
    found = {}
    for page in pages(site):
        if page.address.endswith("404.html") or page.address.startswith("en/") != bool(home):
            continue
        article = BuiltPage(site, page.address).article
        found[page.address.removeprefix(home)] = " ".join(article.itertext())
    return found


def _share(texts: Mapping[str, str], language: str) -> float:
    """For how much of the questions the best text is one that answers; what stands on a page counts as that page."""
    retrieval, questions = Bm25(texts), asked(language)
    right = 0
    for question, answers in questions:
        best = retrieval.best(question)[0]
        right += best in answers or best in {answer.partition("#")[0] for answer in answers if "#" in answer}
    return right / len(questions)
