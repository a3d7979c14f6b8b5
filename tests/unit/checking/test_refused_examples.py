"""An example that its own form would refuse is told, with its line."""

from __future__ import annotations

import dataclasses

from macros.checking import refused_examples
from macros.model.base import Text
from macros.reading import loading
from tests.conftest import ROOT
from tests.unit.sound import changed, sound

TEXT = Text.model_construct(zh="字", en="word")


def told(template: str, *changes: tuple) -> list[str]:
    """What is said once a form's texts are others, places and values one after the other."""
    handbook, laid = loading.handbook_of(sound()), sound().laid
    assert laid and list(refused_examples.notices(ROOT, handbook, laid)) == []
    for location, value in changes:
        templates = tuple(
            changed(each, location, value) if each.id == template else each for each in handbook.templates
        )
        handbook = dataclasses.replace(handbook, things={**handbook.things, "templates": templates})
    return list(refused_examples.notices(ROOT, handbook, laid))


def test_words_for_a_phone_number_are_told_with_their_line():
    template, at = next(
        (template.id, ("sections", s, "fields", f, "example"))
        for template in loading.handbook_of(sound()).templates
        for s, section in enumerate(template.sections)
        for f, field in enumerate(section.fields)
        if field.type == "phone"
    )
    first, *_ = told(template, (at, TEXT))
    path, line, _, message = first.split(":", 3)
    assert "example" in (ROOT / path).read_text(encoding="utf-8").splitlines()[int(line) - 1]
    assert message.strip() == "the form refuses '字', since it is phone; write an answer that it takes"


def test_an_example_in_a_row_is_held_by_its_column():
    template, at, row, column = next(
        (template.id, ("sections", s, "fields", f, "example", 0), field.example[0], column)
        for template in loading.handbook_of(sound()).templates
        for s, section in enumerate(template.sections)
        for f, field in enumerate(section.fields)
        if field.type == "table" and field.example
        for column in field.columns
        if column.kind.check and field.example[0][column.id] is not None
    )
    cells = tuple((name, TEXT if name == column.id else given) for name, given in row.cells)
    assert any(f"{column.id}: the form refuses 'word'" in said for said in told(template, ((*at, "cells"), cells)))
