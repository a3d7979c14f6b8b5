"""Macros that go for things of every kind, and those of single pages."""

from __future__ import annotations

from ... import addresses
from ...errors import nearest
from ...model.things import BY_FOLDER, WITH_PAGES
from ..arguments import MacroError
from ..reading_times import reading_time_of
from .subject import Subject

_PROSE = "guide", "onboarding", "reference", "about"
"""Parts whose pages have no data of their own."""


class AnyThing(Subject):
    """One method a macro."""

    def facts(self, page: str = "") -> str:
        """What the data say of a thing, as its kind shows it: the page's own, or that of the page named."""
        place = page or self.page.source.partition("/")[2].removesuffix(".md")
        folder, _, name = place.rpartition("/")
        thing = next((each for each in self.page.handbook.things.get(folder, ()) if each.id == name), None)
        if thing is None:
            raise MacroError(f"'{place}' belongs to no data; name a page that does, such as scenarios/absence")
        kind = BY_FOLDER[folder].name
        return self.page.show(f"{kind}-facts", **{kind: thing})

    def things(self, folder: str) -> str:
        """All things of a kind, by its folder, as cards with title and summary."""
        if folder not in self.page.handbook.things or BY_FOLDER[folder] not in WITH_PAGES:
            raise MacroError(f"unknown kind '{folder}'; {nearest(folder, [kind.folder for kind in WITH_PAGES])}")
        return self.page.show("thing-cards", folder=folder)

    def page_cards(self, page: str, *more: str) -> str:
        """Pages as cards with title and description, by their places below `docs/zh`, without `.md`."""
        return self.page.show("page-cards", pages=tuple(self._pages(page, *more)))

    def card_filter(self) -> str:
        """A box above the cards of a page that shows those alone which fit what is typed; it needs a script."""
        return self.page.show("card-filter")

    def page_index(self) -> str:
        """An index of the smaller headings of a long page, which also folds each part's away."""
        return self.page.show("page-index", parts=())

    def reading_time(self, page: str, *more: str) -> str:
        """How long reading a page takes, or several one after the other."""
        return reading_time_of(addresses.named(each, self.page.language) for each in self._pages(page, *more))

    def not_saved(self) -> str:
        """Which page was asked for without a connection and is not saved; for the page about/offline only."""
        return self.page.show("not-saved")

    def knowledge_files(self) -> str:
        """What an assistant in a messenger is fed with, in both languages, to download."""
        return self.page.show("knowledge-files")

    def search_page(self) -> str:
        """The search with all its results, and all pages by name, in their groups; for the page /search/ only."""
        listed = {part: tuple(self._beside_overview(part)) for part in _PROSE if f"{part}/index" in self.page.pages}
        return self.page.show("search-page", parts=tuple(listed.items()))

    def changes(self) -> str:
        """What changed in the handbook, release by release."""
        return self.page.show("changes")

    def accessibility_table(self) -> str:
        """How far each criterion of WCAG 2.2 is met, and how that was found out."""
        return self.page.show("accessibility-table")

    def browsers_table(self) -> str:
        """Which browsers show everything, and what others get."""
        return self.page.show("browsers-table")

    def to_write(self, what: str) -> str:
        """A passage that is still to be written; no site is built as long as one is left (see `prose_text.check`)."""
        return what

    def _beside_overview(self, part: str) -> list[str]:
        return sorted(page for page in self.page.pages if page.rpartition("/")[0] == part and page != f"{part}/index")

    def _pages(self, *named: str) -> list[str]:
        return [self.page.known("page", each, self.page.pages) for each in named]
