"""Columns of tables: a day or an address is never broken in the middle, and all columns together are as wide as the page."""

from __future__ import annotations

import pytest

from macros.downloads.measures import column_widths
from macros.model.template import TableField
from macros.reading import loading
from tests.unit.sound import sound

TOTAL = 10_000


@pytest.mark.parametrize(
    ("template", "column"),
    [
        ("follow-up-tracker", "closed-on"),
        ("follow-up-tracker", "promised-for"),
        ("contact-directory", "entry-checked-on"),
        ("contact-directory", "contact-mailbox"),
        ("background-research", "decider-reach"),
    ],
)
def test_a_column_has_room_for_its_longest_word(template: str, column: str) -> None:
    form = loading.handbook_of(sound()).template[template]
    tables = [each for each in form.fields if isinstance(each, TableField)]
    table = next(each for each in tables if column in {part.id for part in each.columns})
    widths = column_widths(table, TOTAL)
    width = dict(zip((each.id for each in table.columns), widths, strict=True))[column]
    paper = 261 if len(table.columns) > 7 else 172
    assert sum(widths) == TOTAL
    assert width * paper / TOTAL >= (36 if column in ("contact-mailbox", "decider-reach") else 23.9)
