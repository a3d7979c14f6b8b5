"""What an editor has just changed, checked without all the rest, so that it can be shown at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from ..errors import Faults
from ..reading.layer.composing import lay
from . import checked as whole
from . import links, prose, prose_macros, prose_text
from .checked import Checked


def page(root: Path, source: str, checked: Checked) -> Faults:
    """Everything that is wrong on one page, or between its languages.

    Args:
        root: the project's root.
        source: the page below `docs/`; one made from data has no file, and is tried by being made.
        checked: the last good handbook; the places on the page are noted there.
    """
    faults = Faults()
    pages = prose.read_both(root, source.partition("/")[2], faults)
    prose_text.check(pages, faults)
    changed = [each for each in pages if each.source == source]
    rendered = prose_macros.check(changed, checked.macros, faults)
    if not faults:
        anchors = {**checked.anchors, **{each: links.ids(text) for each, text in rendered.items()}}
        links.check(changed, anchors, checked.files, (), faults, checked.handbook.redirects.pages)
        checked.anchors.update(anchors)
    return faults


def data(root: Path, today: date, last: Checked) -> tuple[Checked | None, Faults]:
    """The data anew, and what pages are made with; the pages themselves are not tried.

    Args:
        root: the project's root.
        today: the day against which reviews are held.
        last: the last good handbook; what did not change is taken from there.
    """
    handbook, faults = whole.load(root)
    if handbook is None or faults:
        return None, faults
    # Downloads stay what is served, till all is built: what every one of them says (the company's name) takes half a minute.
    found = whole.prepared(root, handbook, prose.read(root, faults), today, last.downloads)
    found.anchors.update(last.anchors)
    return replace(found, laid=lay(root, Faults())), faults
