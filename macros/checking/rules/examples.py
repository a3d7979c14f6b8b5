"""Examples of forms are answers that the form itself would take."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ...model.base import Text
from ...model.fields.families import Column
from ...model.languages import LANGUAGES
from ...model.template import TableField
from ...reading.loaded import Loaded
from ...reading.source import Location


def check(loaded: Loaded) -> None:
    """Report examples, in fields and in rows of tables, that the check of their kind refuses."""
    if not {"tokens.yml", "company.yml", "sentences.yml"} <= loaded.records.keys():
        return  # names still stand in braces in the texts
    for path, template in loaded.folder("templates").items():
        for s, section in enumerate(template.sections):
            for f, field in enumerate(section.fields):
                for place, column, given in _examples(field):
                    for said in _refused(column, given):
                        loaded.fault(
                            path,
                            ("sections", s, "fields", f, "example", *place),
                            f"the form refuses '{said}', since it is {column.type}; write an answer that it takes",
                        )


def _examples(field: Any) -> Iterator[tuple[Location, Column, Any]]:
    """Each example of a field: its place below `example`, by which column it is held, what it says."""
    if not isinstance(field, TableField):
        yield (), field, field.example
        return
    columns = {column.id: column for column in field.columns}
    for number, row in enumerate(field.example):
        yield from (((number, name), columns[name], given) for name, given in row.cells if name in columns)


def _refused(column: Column, given: Any) -> Iterator[str]:
    if column.kind.check:
        answers = [given[language] for language in LANGUAGES] if isinstance(given, Text) else [str(given)]
        yield from (said for said in dict.fromkeys(answers) if said and not re.search(column.kind.check, said))
