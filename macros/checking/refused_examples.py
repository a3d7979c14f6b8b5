"""Examples of forms that the form itself would refuse, such as words for a phone number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..errors import Faults
from ..model.base import Text
from ..model.fields.families import Column
from ..model.handbook import Handbook
from ..model.languages import LANGUAGES
from ..model.template import TableField, Template
from ..reading import source
from ..reading.layer import places
from ..reading.layer.laid import Laid
from ..reading.source import Location, dotted


def notices(root: Path, handbook: Handbook, laid: Laid) -> Iterator[str]:
    """A line for each answer, in fields and in rows of tables, that the check of its kind refuses.

    Args:
        root: the project's root.
        handbook: the model.
        laid: its sources, with the company's layer over them.
    """
    for template in handbook.templates:
        for at, column, said in _of_form(template):
            path = f"templates/{template.id}.yml"
            read = laid.sources.get(path) or source.read(root / places.path_of(root, path), root, Faults())
            if read:
                yield (
                    f"{read.path}:{read.line(at)}: {dotted(at)}: the form refuses '{said}', "
                    f"since it is {column.type}; write an answer that it takes"
                )


def _of_form(template: Template) -> Iterator[tuple[Location, Column, str]]:
    for s, section in enumerate(template.sections):
        for f, field in enumerate(section.fields):
            for place, column, said in _refused(field):
                yield ("sections", s, "fields", f, "example", *place), column, said


def _refused(field: Any) -> Iterator[tuple[Location, Column, str]]:
    for place, column, given in _examples(field):
        if column.kind.check:
            answers = [given[language] for language in LANGUAGES] if isinstance(given, Text) else [str(given)]
            for said in dict.fromkeys(answers):
                if said and not re.search(column.kind.check, said):
                    yield place, column, said


def _examples(field: Any) -> Iterator[tuple[Location, Column, Any]]:
    """Each example of a field: its place below `example`, by which column it is held, what it says."""
    if not isinstance(field, TableField):
        yield (), field, field.example
        return
    columns = {column.id: column for column in field.columns}
    for number, row in enumerate(field.example):
        yield from (((number, name), columns[name], given) for name, given in row.cells if name in columns)
