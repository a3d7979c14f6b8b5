"""Other words for a thing → the section of its page that answers them: the one that its data name, or, if they name none, the only one that says the very words."""

from __future__ import annotations

import re

from .entry import Entry
from .folding import normal
from .numbers import base36
from .pages import Page

_NO_ANSWER = frozenset(("example", "belongings", "checklist", "why"))
"""Sections that many pages have and that answer nothing by themselves: a sample to copy, what is to be ticked, what else there is, reasons."""
_LONG = frozenset(("scenario", "channel", "step", "page"))
"""Kinds of thing whose page is read; of others the top is wanted: the files of a template, the list."""
_CLEAR = 3
"""How many times as often as any other a section must say the words, if it is not the only one."""

Sections = dict[int, list[tuple[str, str, str]]]


def sections_asked(found: list[Entry], pages: dict[str, Page]) -> Sections:
    """Of each entry by its number the sections that some of its names ask for: id, heading, and the numbers of the names.

    Args:
        found: all entries of a language.
        pages: every page of the site by its address.
    """
    curated = {normal(name) for entry in found if "#" in entry.url and entry.kind == "page" for name in entry.names}
    asked: Sections = {}
    for number, entry in enumerate(found):
        if not (entry.kind in _LONG or entry.sections) or entry.url not in pages:
            continue
        sections = {each[0]: each for each in pages[entry.url].sections}
        # Who wrote down what sections answer has left the other words to the page: its top answers them best.
        read = () if entry.sections else sections.items()
        said = [(each, normal(each[2])) for heading, each in read if heading not in _NO_ANSWER]
        answered = {name: sections.get(heading) for heading, theirs in entry.sections for name in theirs}
        names: dict[tuple[str, str], list[str]] = {}
        for place, name in enumerate((*entry.first_names(), *entry.more_names())):
            # The words that fit it best, which are loaded first, are its own and no section's.
            is_read = place >= entry.first and normal(name) not in curated
            section = answered.get(name) or (_saying(normal(name), said) if is_read else None)
            if section:
                names.setdefault(section[:2], []).append(base36(place))
        if names:
            asked[number] = [(*section, " ".join(places)) for section, places in names.items()]
    return asked


def _saying(name: str, sections: list[tuple[tuple[str, str, str], str]]) -> tuple[str, str, str] | None:
    """The section that says a name, if only one does or one far more often than any other."""
    words = re.compile(rf"(?<![a-z0-9]){re.escape(name)}(?![a-z0-9])")
    counts = sorted(((len(words.findall(text)), -place) for place, (_, text) in enumerate(sections)), reverse=True)
    if not counts or not counts[0][0] or (len(counts) > 1 and counts[0][0] < _CLEAR * counts[1][0]):
        return None
    return sections[-counts[0][1]][0]
