"""The register of the macros that authors call on pages; `docs/<language>/about/authors.md` shows each with an example.

A file here is a subject. A new macro is a method of one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from ...model.alike import once_on_page
from ...model.handbook import Handbook
from ...model.languages import Language
from ..arguments import checked
from ..views import Views
from .anything import AnyThing
from .channels import Channels
from .checklists import Checklists
from .company import Company
from .contacts import Contacts
from .forms import Forms
from .place import Place
from .procedures import Procedures
from .records import Records
from .scenarios import Scenarios
from .times import Times
from .words import Words

SUBJECTS = (AnyThing, Scenarios, Channels, Procedures, Forms, Checklists, Words, Times, Records, Contacts)


class Macros:
    """The macros of one handbook. Before a page is rendered, `stand_on` says which page it is."""

    def __init__(self, views: dict[Language, Views], pages: Collection[str]):
        """
        Args:
            views: the components in each language.
            pages: every page by its place below `docs/zh`, without `.md`.
        """
        self._page = Place(views, pages)
        self._said: dict[str, tuple[str, str]] = {}

    @property
    def handbook(self) -> Handbook:
        """What the macros speak of."""
        return self._page.handbook

    @property
    def company(self) -> Company:
        """The company profile, as pages write its names."""
        return Company(self._page)

    def stand_on(self, source: str) -> None:
        """Say on which page the next calls stand: its source below `docs/`, such as `zh/channels/email.md`."""
        self._page.stand_on(source)

    def as_rendered(self, body: str) -> str:
        """The Markdown of the page on which the macros stand, as it is to be rendered: a list names a department once, also where
        the company gives two of them one name."""
        return once_on_page(body, self.handbook.tokens, self._page.language)

    def keep(self, source: str, body: str, said: str) -> None:
        """Keep what a page became on trial.

        Args:
            source: the page below `docs/`.
            body: its text without front matter.
            said: the same after its macros.
        """
        self._said[source] = body, said

    def said(self, source: str, body: str) -> str | None:
        """What a page became on trial, if it was tried and still reads the same; how many blank lines it begins with is all one."""
        tried, said = self._said.get(source, ("", ""))
        begins = len(tried) - len(tried.lstrip("\n"))
        return said[begins:] if said and tried[begins:] == body.lstrip("\n").removesuffix("\n") else None

    def registered(self) -> dict[str, Callable[..., str]]:
        """The macros by the name under which pages call them."""
        subjects = [subject(self._page) for subject in SUBJECTS]
        return {name: checked(macro) for subject in subjects for name, macro in subject.macros().items()}
