"""What a page says of others: their titles, what they are about and how long reading them takes: filled in once all pages of the language
are there, so that neither grows old in data or prose."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import escape

from lxml import etree
from markupsafe import Markup

from ..model.han import HAN
from ..shared.trees import texts_in, tree_of

CHARACTERS, WORDS = 300, 220
"""Chinese characters and words of other scripts that a careful reader takes in a minute."""
_FINE = 10
"""Up to so many minutes the figure is exact to the minute, beyond it to five."""
_NOT_READ = "script", "style", "template", "svg", "check-list", "run-panel"
"""A checklist is worked through, not read."""
_UNIT = re.compile(rf"(?P<character>[{HAN}])|[^\W\d_{HAN}]+")
_MARK = re.compile(r'<span data-(?P<what>title|description|reading)-of="(?P<of>[^"]+)"></span>')


def title_of(address: str) -> Markup:
    """What stands for the title of another page until it is filled in."""
    return Markup(f'<span data-title-of="{address}"></span>')


def description_of(address: str) -> Markup:
    """What stands for what another page is about until it is filled in."""
    return Markup(f'<span data-description-of="{address}"></span>')


def reading_time_of(addresses: Iterable[str]) -> Markup:
    """What stands for the time that reading other pages takes until it is filled in."""
    return Markup(f'<span data-reading-of="{" ".join(addresses)}"></span>')


class OtherPages:
    """The pages of a build, each by its address."""

    def __init__(self) -> None:
        self._pages: dict[str, tuple[str, str, str]] = {}
        self._minutes: dict[str, float] = {}

    def note(self, address: str, title: str, description: str, html: str) -> None:
        """Keep a page: its title, what it is about and what it shows."""
        self._pages[address] = title, description, html
        self._minutes.pop(address, None)

    def fill_in(self, html: str, duration: Callable[[str], str]) -> str:
        """Put what a page says of others where its marks stand.

        Args:
            html: the page.
            duration: puts an ISO 8601 duration into words.

        Raises:
            KeyError: for a page that was not built.
        """

        def filled(found: re.Match[str]) -> str:
            if found["what"] == "reading":
                return escape(duration(f"PT{self._reading_time(found['of'].split(' '))}M"), quote=False)
            title, description, _ = self._pages[found["of"]]
            return escape(title if found["what"] == "title" else description, quote=False)

        return _MARK.sub(filled, html)

    def _reading_time(self, addresses: list[str]) -> int:
        """Minutes, at least one for each, for pages read one after the other: the sum of what is said of each."""
        return sum(map(self._of_one, addresses))

    def _of_one(self, address: str) -> int:
        if address not in self._minutes:
            self._minutes[address] = _minutes(self._pages[address][2])
        whole = max(1, round(self._minutes[address]))
        return whole if whole <= _FINE else 5 * round(whole / 5)


def _minutes(html: str) -> float:
    tree = tree_of(html)
    etree.strip_elements(tree, *_NOT_READ, with_tail=False)
    characters: list[str] = _UNIT.findall(" ".join(texts_in(tree)))  # blank for a word
    read = sum(map(bool, characters))
    return read / CHARACTERS + (len(characters) - read) / WORDS
