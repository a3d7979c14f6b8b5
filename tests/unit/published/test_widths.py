"""Columns of tables: a day or an address is never broken in the middle, and all columns together are as wide as the page."""

from __future__ import annotations

import io

import pytest
from docx import Document

from macros.downloads.docx import write
from macros.downloads.measures import column_widths
from macros.model.letterhead import MM
from macros.model.template import TableField
from macros.reading import loading
from tests.unit.sound import sound

TOTAL = 10_000


@pytest.mark.parametrize(
    ("template", "column", "least"),
    [
        ("follow-up-tracker", "closed-on", 23.9),
        ("follow-up-tracker", "promised-for", 23.9),
        ("contact-directory", "entry-checked-on", 23.9),
        ("contact-directory", "contact-mailbox", 36),
        ("contact-directory", "if-out-of-reach", 19),
        ("background-research", "decider-reach", 36),
        ("follow-up-tracker", "tracking-state", 19),
        ("on-call-rota", "turn-phone", 36),
    ],
)
def test_a_column_has_room_for_its_longest_word(template: str, column: str, least: float) -> None:
    form = loading.handbook_of(sound()).template[template]
    tables = [each for each in form.fields if isinstance(each, TableField)]
    table = next(each for each in tables if column in {part.id for part in each.columns})
    widths = column_widths(table, TOTAL)
    width = dict(zip((each.id for each in table.columns), widths, strict=True))[column]
    paper = 261 if len(table.columns) > 7 else 172
    assert sum(widths) == TOTAL
    assert width * paper / TOTAL >= least


def test_a_day_in_words_keeps_to_a_line_in_every_letter() -> None:
    """In a cell that leaves 3.5 mm free, 25 September 2026 takes 29.4 mm and 2026年12月25日 25."""
    own = loading.handbook_of(sound())
    said = {
        (template.id, line.rows.field)
        for template in own.templates
        if template.body
        for line in template.body.lines("en")
        if line.rows and line.rows.pattern is None
    }
    found = 0
    for template in own.templates:
        for field in template.fields:
            if not isinstance(field, TableField) or (template.id, field.id) not in said:
                continue
            widths = column_widths(field, round(172 * MM), in_words=True)
            days = [
                width / MM
                for width, column in zip(widths, field.columns, strict=True)
                if column.kind.family in ("date", "datetime")
            ]
            found += len(days)
            assert all(width > 33.9 for width in days), f"{template.id} {field.id}: {days}"
    assert found >= 4


def test_no_line_of_a_word_file_ends_within_a_day_in_figures() -> None:
    own = loading.handbook_of(sound())
    for language in ("zh", "en"):
        text = Document(io.BytesIO(write(own.template["follow-up-tracker"], language, own))).element.xml
        assert "2026-10-13" not in text and text.count("w:noBreakHyphen") >= 2
