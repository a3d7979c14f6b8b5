"""Where the macros that are called stand: the page, its language, and what they find there."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from ... import addresses
from ...errors import nearest
from ...model.languages import LANGUAGES, Language
from ...wording import Wording
from ..arguments import MacroError
from ..views import Views


class Place:
    """The page that is being rendered. `stand_on` says which it is."""

    def __init__(self, views: dict[Language, Views], pages: Collection[str]):
        """
        Args:
            views: the components in each language.
            pages: every page by its place below `docs/zh`, without `.md`.
        """
        self._views = views
        self._base = "."
        self.pages = pages
        self.source = ""
        self.language: Language = LANGUAGES.first
        self.terms = 0
        """How many terms were named on the page so far."""
        self.handbook = next(iter(views.values())).handbook

    def stand_on(self, source: str) -> None:
        """Say on which page the next calls stand: its source below `docs/`, such as `zh/channels/email.md`."""
        self.source = source
        self.terms = 0
        self.language, address = addresses.of_source(source)
        self._base = addresses.to_root(address)

    @property
    def wording(self) -> Wording:
        """Values in the words of the page's language."""
        return self._views[self.language].wording

    def show(self, component: str, **values: Any) -> str:
        """A component as HTML, with the addresses that are right on this page."""
        return self._views[self.language].render(component, self._base, **values)

    def own(self, kind: str, folder: str) -> str:
        """The id of the thing whose own page this is.

        Args:
            kind: what it is, for the message.
            folder: where pages of its kind stand.

        Raises:
            MacroError: where this is no such page.
        """
        language_folder, _, name = self.source.removesuffix(".md").rpartition("/")
        if language_folder.partition("/")[2] != folder:
            raise MacroError(f'this page is no {kind}\'s own; name one: id="…"')
        return name

    def known(self, kind: str, given: str, known: Collection[str]) -> str:
        """What was given, if it is one of those that there are.

        Raises:
            MacroError: where it is none, with the nearest, or what it was renamed to.
        """
        if given not in known:
            raise MacroError(f"unknown {kind} '{given}'; {self.handbook.redirects.hint(kind, str(given), known)}")
        return given

    def among(self, name: str, given: str, known: tuple[str, ...]) -> None:
        """Refuse a filter that is none of those that there are; a blank one filters nothing.

        Raises:
            MacroError: where it is none.
        """
        if given and given not in known:
            raise MacroError(f"{name}='{given}': {nearest(given, known)}")
