"""Headings that `redirects.yml` names: those that went are no longer on their page, and those they lead to are."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ..errors import nearest
from ..model.languages import LANGUAGES
from ..reading.loaded import Loaded

_FILE = "redirects.yml"


def check(loaded: Loaded, anchors: Mapping[str, Collection[str]]) -> None:
    """Report headings that are there although they went, and those that are not although they are led to.

    Args:
        loaded: sound data.
        anchors: of every page that could be read, by its source below `docs/`.
    """
    for number, each in enumerate(loaded.records[_FILE].redirects):
        for key, place in (("old", each.old), ("new", each.new)):
            page, sign, heading = place.partition("#")
            for language in LANGUAGES:
                there = anchors.get(f"{language}/{page}.md") if sign else None
                if there is not None and (heading in there) == (key == "old"):
                    message = (
                        f"{language}/{page}.md still has '{heading}', and nobody would be led on; delete this line"
                        if key == "old"
                        else f"{language}/{page}.md has no heading or place with the id '{heading}'; {nearest(heading, sorted(there))}"
                    )
                    loaded.fault(_FILE, ("redirects", number, key), message)
