"""Rows of tables that nothing leads to any more, as when what named them was left out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..errors import Faults
from ..model.handbook import Handbook
from ..reading import source
from ..reading.layer import places
from ..reading.layer.following import named
from .prose import Page

_FILE = "response-times.yml"


def rows(root: Path, handbook: Handbook, pages: list[Page]) -> Iterator[str]:
    """A line for each matter among the times owed to people outside that no scenario, contact, list, advice or page names."""
    known = {
        *(scenario.outside_time for scenario in handbook.scenarios),
        *(contact.answer.outside_time for contact in handbook.contacts),
        *(item.due.outside_time for checklist in handbook.checklists for item in checklist.items if item.due),
        *(row.outside_time for row in handbook.chooser.rows),
        *(person.outside_time for row in handbook.chooser.rows for person in handbook.chooser.owed(row)),
        *(ident for page in pages for _, kind, ident in named(page.text) if kind == "outside"),
    }
    left = {row.id for row in handbook.response_times.outside if row.id not in known}
    place = places.path_of(root, _FILE)
    read = source.read(root / place, root, Faults()) if left else None
    for number, row in enumerate(read.data["outside"] if read else ()):
        if read and row.get("id") in left:
            yield (
                f"{place}:{read.line(('outside', number))}: outside[{number}]: nothing but its table names "
                f"'{row['id']}' any more; leave it out too, by `response-times/outside/{row['id']}`, or keep it"
            )
