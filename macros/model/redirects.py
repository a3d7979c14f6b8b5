"""Ids that went, and where they lead now."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Annotated

from pydantic import AfterValidator

from ..errors import nearest
from .base import Record

_PLACE = re.compile(r"[a-z0-9-]+(/[a-z0-9-]+)*(#[A-Za-z0-9_-]+)?")


def _place(value: str) -> str:
    if not _PLACE.fullmatch(value):
        raise ValueError(
            "write folder and id, or the page's place below docs/zh without its ending, and a heading behind #: "
            "checklists/absence, reference/seals#lending"
        )
    return value


Place = Annotated[str, AfterValidator(_place)]
"""`checklists/absence`, `glossary/to-do`, `reference/seals`, `reference/seals#lending`."""


class Redirect(Record):
    """One of them."""

    old: Place
    new: Place
    renamed: bool = False
    """Whether it is the same thing under another id, so that what a company changed of it goes on there."""


class Redirects(Record):
    """`docs/data/redirects.yml`."""

    redirects: tuple[Redirect, ...] = ()

    def hint(self, kind: str, given: str, known: Collection[str]) -> str:
        """What to write for an id that nothing has: the one that a release gave it, or the nearest.

        Args:
            kind: what it is to be, such as `scenario` or `glossary term`.
            given: the id.
            known: those that there are.
        """
        folder = "glossary" if kind == "glossary term" else f"{kind}s"
        now = next((each.new for each in self.redirects if each.old == f"{folder}/{given}"), "").removeprefix(
            f"{folder}/"
        )
        return f"it is called '{now}' now; write that" if now in known else nearest(given, known)

    @property
    def pages(self) -> dict[str, str]:
        """Where pages that went are now; headings apart."""
        return {each.old: each.new for each in self.redirects if "#" not in each.old + each.new}

    @property
    def kept(self) -> dict[str, dict[str, str]]:
        """Ids under which browsers keep something, by folder, each with the one that it has now."""
        pairs = [(each.old.split("/"), each.new.split("/")) for each in self.redirects]
        return {
            folder: found
            for folder in ("checklists", "templates")
            if (found := {old[1]: new[1] for old, new in pairs if old[0] == new[0] == folder})
        }
