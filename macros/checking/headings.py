"""The headings of the pages: an id each, and the same in both languages, since the switch of the language leads to the same heading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..errors import Faults, shortened
from ..model.base import has_chinese
from ..reading.markdown import without_code
from .prose import Page

_HEADING = re.compile(r"^(#{2,6}) *(?P<text>.*?)(?: *\{ *#(?P<id>[\w-]+) *\})? *$")


def of(page: Page) -> Iterator[tuple[int, str, str | None]]:
    """The headings below the title, each with its line in the file, its level (`##`) and its id, if it has one."""
    for number, line in enumerate(without_code(page.body), 1):
        if match := _HEADING.match(line):
            yield number + page.offset, match[1], match["id"]


def compare(pages: list[Page], faults: Faults) -> None:
    """Report headings without an id, with that of another, in the other language, and those that the other language has not."""
    by_source = {page.source: page for page in pages}
    for page in pages:
        _check_page(page, faults)
        other = by_source.get(f"en/{page.in_either_language}") if page.source.startswith("zh/") else None
        if other:
            _compare_with(other, page, faults)


def _check_page(page: Page, faults: Faults) -> None:
    lines, met = page.text.split("\n"), dict[str, int]()
    for line, _, heading_id in of(page):
        shown = shortened(lines[line - 1])
        if heading_id is None:
            found = f"'{shown}' has no id; end it with {{#…}}, the same in both languages"
            faults.add(page.path, line, "heading", found)
        elif heading_id in met:
            first = met[heading_id]
            found = f"duplicate id '{heading_id}', already given to the heading in line {first}; give this one an id of its own"
            faults.add(page.path, line, "heading", found)
        if page.source.startswith("en/") and has_chinese(lines[line - 1]):
            faults.add(page.path, line, "heading", f"'{shown}' holds Chinese characters; write it in English")
        met.setdefault(heading_id or "", line)


def _compare_with(other: Page, page: Page, faults: Faults) -> None:
    """Report the first heading that differs, where all have an id."""
    found = list(of(page))
    ours, theirs = [each[1:] for each in found], [each[1:] for each in of(other)]
    if ours == theirs or None in [heading_id for _, heading_id in ours + theirs]:
        return
    pairs = enumerate(zip(ours, theirs, strict=False))
    place = next((at for at, (one, two) in pairs if one != two), min(len(ours), len(theirs)))
    line = found[min(place, len(found) - 1)][0] if found else 1
    here, there = (
        " {#".join(map(str, side[place])) + "}" if place < len(side) else "no heading" for side in (ours, theirs)
    )
    message = (
        f"differs from {other.path}: here {here}, there {there}; give both pages the same headings in the same order"
    )
    faults.add(page.path, line, "heading", message)
