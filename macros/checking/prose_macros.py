"""What the pages show with the data: their macros, tried, and the words in which they are written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from ..errors import Faults, closest
from ..model.base import TOKEN
from ..model.handbook import Handbook
from ..pages.authoring import Macros
from ..reading.markdown import INLINE_CODE, without_code
from .prose import Page
from .rehearsal import Trial
from .rules.cast import CastNames
from .rules.lengths import Lengths
from .rules.product_names import ProductNames
from .rules.terms import AvoidedWords

_OF_ALL_PRODUCTS = "about/assistants.md"
"""The page that compares messengers, the company's own among them, which it therefore calls by their names."""
_SINGLE_BRACES = re.compile(rf"(?<!\{{)\{{({TOKEN})\}}(?!\}})")
_CALL = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)


def check(pages: list[Page], macros: Macros, faults: Faults, step: Callable[[], None] = lambda: None) -> dict[str, str]:
    """Report what needs sound data: macros that fail, names of products that belong into the company profile.

    Args:
        pages: what authors wrote.
        macros: what the pages call.
        faults: where to report.
        step: called before each page; may raise, to break off.

    Returns:
        The Markdown of each page after its macros, by source below `docs/`.
    """
    trial, products = Trial(macros), ProductNames(macros.handbook.company)
    people = CastNames(macros.handbook.cast, macros.handbook.company, macros.handbook.tokens)
    words = AvoidedWords(macros.handbook.terms)
    lengths = Lengths(macros.handbook.sentences, macros.handbook.tokens.values())
    for page in pages:
        step()
        for line, message in trial.faults(page.source, page.body):
            faults.add(page.path, line + page.offset, "macro", message)
        _find_names(page, macros.handbook, products, faults)
        _find_people(page, people, faults)
        _find_avoided_words(page, words, faults)
        for line, message in lengths.faults_on(page.body, page.language, page.in_either_language):
            faults.add(page.path, line + page.offset, "text", message)
    _report_missing_texts(trial, faults)
    return trial.rendered


def rendered_alone(
    pages: Iterable[tuple[str, str]], macros: Macros, faults: Faults, place: Callable[[str], str]
) -> dict[str, str]:
    """Pages that are made from data, after their macros; one that fails is reported and left out.

    Args:
        pages: the Markdown of each, by its source below `docs/`.
        macros: what they call.
        faults: where to report: at the component that fails, or else at the data of which the page is made.
        place: where a file below `docs/data/` stands, below the project's root.
    """
    trial = Trial(macros)
    for page, markdown in pages:
        if failure := trial.failure(page, markdown):
            data = page.partition("/")[2].removesuffix(".md") + ".yml"
            path, line = failure.component or (place(data), 1)
            faults.add(path, line, "macro", f"{failure.message}; mend it: pages that are made from data need it")
    _report_missing_texts(trial, faults)
    return trial.rendered


def _report_missing_texts(trial: Trial, faults: Faults) -> None:
    for key in trial.missing_texts:
        faults.add(
            "docs/data/interface.yml",
            1,
            "texts",
            f"'{key}' is missing, which pages show; add `{key}: {{zh: …, en: …}}`",
        )


def _find_people(page: Page, people: CastNames, faults: Faults) -> None:
    """The people of the examples keep their department and their extension from page to page."""
    for number, line in enumerate(page.body.split("\n"), 1):
        for message in dict.fromkeys(people.faults_in(line, page.language)):
            faults.add(page.path, number + page.offset, "text", message)


def _find_avoided_words(page: Page, words: AvoidedWords, faults: Faults) -> None:
    """Words that the list of terms avoids; code and what shows how not to say it are free."""
    # A call may go over several lines; the lines stay, so that their numbers do.
    text = _CALL.sub(lambda call: "\n" * call[0].count("\n"), page.text)
    for number, line in enumerate(without_code(text), 1):
        for message in words.found_on(line, page.language):
            faults.add(page.path, number, "text", message)


def _find_names(page: Page, handbook: Handbook, products: ProductNames, faults: Faults) -> None:
    """The company's own products stand in its profile only, so that changing them there is enough."""
    tokens, prose = handbook.tokens, without_code(page.body)
    for number, line in enumerate(page.body.split("\n"), 1):
        for name, standing in products.named_in(line) if page.ours and not page.path.endswith(_OF_ALL_PRODUCTS) else ():
            written = " or ".join(f"{{{{ company.{token} }}}}" for token in standing)
            faults.add(
                page.path, number + page.offset, "text", f"'{name}' stands in the company profile; write {written} here"
            )
        for name in _SINGLE_BRACES.findall(INLINE_CODE.sub("", prose[number - 1])):
            faults.add(
                page.path,
                number + page.offset,
                "text",
                f"'{{{name}}}' is how data files write it; write {{{{ company.{closest(name, tokens) or '…'} }}}} here",
            )
