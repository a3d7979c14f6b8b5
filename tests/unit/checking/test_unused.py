"""A matter among the times owed to people outside that nothing names any more is told, with its line and what to do."""

from __future__ import annotations

import dataclasses

from macros.checking import unused
from macros.checking.prose import Page
from macros.reading import loading
from tests.conftest import ROOT
from tests.unit.sound import sound

MATTER = "authority"


def test_a_row_that_nothing_names_any_more_is_told():
    handbook = loading.handbook_of(sound())
    assert list(unused.rows(ROOT, handbook, [])) == []

    def without(folder: str) -> tuple:
        return tuple(thing for thing in handbook.things[folder] if MATTER not in repr(thing))

    things = {**handbook.things, **{folder: without(folder) for folder in ("scenarios", "contacts", "checklists")}}
    rows = tuple(row for row in handbook.chooser.rows if row.outside_time != MATTER)
    chooser = handbook.chooser.model_copy(update={"rows": rows})
    lines = (ROOT / "docs/data/response-times.yml").read_text(encoding="utf-8").splitlines()
    left = dataclasses.replace(handbook, things=things, chooser=chooser)
    (said,) = unused.rows(ROOT, left, [page("the row, `{{ response_times() }}`")])
    path, line, field, message = said.split(":", 3)
    assert path == "docs/data/response-times.yml" and lines[int(line) - 1].strip() == f"- id: {MATTER}"
    assert field.strip() == "outside[5]" and f"`response-times/outside/{MATTER}`" in message
    assert list(unused.rows(ROOT, left, [page(f'Within {{{{ outside_within("{MATTER}") }}}}.')])) == []


def page(text: str) -> Page:
    """A page with nothing but a text."""
    return Page("en/guide/scope.md", text, 0)
