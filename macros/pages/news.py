"""Changes of facts as readers see them: in words, with where each of them stands."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from .. import addresses
from ..model.facts import Answer, Change, Fact, changes, facts_of
from ..model.handbook import Handbook
from ..model.languages import Language
from ..wording import Wording

_ON_A_PAGE: dict[str, tuple[str, str]] = {
    "times": ("reference/response-times/", ""),
    "outside": ("reference/response-times/", ""),
    "sendings": ("reference/confidentiality/", ""),
    "contacts": ("contacts/", ""),
}
"""What has no page of its own: the page on which it stands, and where on it."""


@dataclass(frozen=True)
class Told:
    """A change as a reader is told of it."""

    key: str
    kind: str
    what: str
    title: str
    page: str
    """The address of the page on which it stands; blank where it is gone."""
    link: str
    """The same with the place on it."""
    before: str
    now: str


class News:
    """What changed since readers knew the handbook as it was, in one language."""

    def __init__(self, handbook: Handbook, language: Language):
        """
        Args:
            handbook: the model.
            language: of the reader.
        """
        self._handbook, self._language = handbook, language
        self._wording = Wording(handbook, language)

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """All changes, kind by kind; none where no earlier facts are kept."""
        kept = self._handbook.released
        if kept is None:
            return ()
        now = facts_of(self._handbook)
        return tuple(map(self._told, changes(self._moved(kept.since(self._handbook.version).facts, now), now)))

    @cached_property
    def key(self) -> str:
        """By what a browser knows that a reader has seen all of it; blank where there is nothing."""
        keys = " ".join(sorted(each.key for each in self.told))
        return hashlib.sha256(keys.encode()).hexdigest()[:8] if keys else ""

    @cached_property
    def groups(self) -> dict[str, tuple[Told, ...]]:
        """What is new, what is gone, and what is otherwise."""
        found: dict[str, list[Told]] = {}
        for each in self.told:
            found.setdefault(each.what if each.what in ("new", "gone") else "otherwise", []).append(each)
        return {name: tuple(found[name]) for name in ("otherwise", "new", "gone") if name in found}

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """Each change in a line of text."""
        return tuple(self.line(each) for these in self.groups.values() for each in these)

    def line(self, told: Told) -> str:
        """A change in a line of text."""
        return self._wording.text(f"changed_{told.what}", kind=self.kind(told.kind), **self._parts(told))

    def said(self, told: Told) -> str:
        """The same at the place itself, where it need not be named."""
        return self._wording.text(f"changed_here_{told.what}", n=self._handbook.version, **self._parts(told))

    def kind(self, kind: str) -> str:
        """What a kind of thing is called."""
        return self._wording.text(f"changed_kind_{kind}")

    def by_kind(self, told: Iterable[Told]) -> dict[str, list[Told]]:
        """Changes by the names of what they are about, as lists are headed."""
        found: dict[str, list[Told]] = {}
        for each in told:
            key = f"search_in_{each.kind}"
            known = key in self._handbook.interface.texts
            found.setdefault(self._wording.text(key) if known else self.kind(each.kind), []).append(each)
        return found

    def at(self, address: str) -> tuple[Told, ...]:
        """What of it concerns a page, by its address."""
        return self._by_page.get(address.removeprefix("./"), ())

    @cached_property
    def _by_page(self) -> Mapping[str, tuple[Told, ...]]:
        found: dict[str, list[Told]] = {}
        for each in self.told:
            found.setdefault(each.page, []).append(each)
        return {page: tuple(these) for page, these in found.items() if page}

    @staticmethod
    def _parts(told: Told) -> dict[str, str]:
        return {"title": told.title, "before": told.before, "now": told.now}

    def _moved(self, before: Mapping[str, Fact], now: Mapping[str, Fact]) -> dict[str, Fact]:
        """Facts under the ids that things have now."""
        leads = {each.old: each.new for each in self._handbook.redirects.redirects}
        moved = {place: leads.get(place, place) for place in before}
        return {new if new in now else place: before[place] for place, new in moved.items()}

    def _told(self, change: Change) -> Told:
        language = self._language
        page = link = ""
        if change.now:
            on_a_page = _ON_A_PAGE.get(change.kind)
            if on_a_page:
                page = addresses.page(on_a_page[0], language)
                row = change.kind == "contacts"
                link = addresses.row("contacts", change.id, language) if row else f"{page}{on_a_page[1]}"
            else:
                page = link = addresses.thing(change.kind, change.id, language)
        before, now = (self._value(change.what, fact) for fact in (change.before, change.now))
        return Told(change.key, change.kind, change.what, change.title[language], page, link, before, now)

    def _value(self, what: str, fact: Fact | None) -> str:
        value: Any = getattr(fact, what, None)
        if what not in ("answer", "channels", "levels", "by"):
            return ""
        if isinstance(value, Answer):
            return self._wording.duration(value.within, value.clock)
        if not value:
            return self._wording.text("changed_no_answer" if what == "answer" else "changed_nothing")
        if what == "by":
            return str(value[self._language])
        return self._wording.list(tuple(self._name(what, ident) for ident in value))

    def _name(self, what: str, ident: str) -> str:
        """What is called so now; of what is gone, its id is what is left."""
        language = self._language
        if what == "levels":
            level = self._handbook.level.get(ident)
            return level.name[language] if level else ident
        channel = self._handbook.channel.get(ident)
        return channel.label[language] if channel else ident
