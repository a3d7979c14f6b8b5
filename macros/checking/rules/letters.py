"""A letter has a text in which every answer has its place; what a template says of its date, number and signatures fits its fields."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...errors import nearest
from ...model.fields.families import ChoicesColumn
from ...model.languages import ALL, LANGUAGES, Language
from ...model.letter import Capitals, Line, Part, Rows
from ...model.template import FormField, TableField, Template
from ...reading.loaded import Loaded

_WANTED = {
    "own_date": ("date", "datetime"),
    "department": ("department", "person", "text"),
    "number": ("text",),
    "place": ("text",),
    "salutation": ("text",),
    "filed_as": ("text",),
}
"""What kind of field says it; a small company may name a person for the department."""
_NAMED = re.compile(r"\{(?:table:|list:|capitals:)?([a-z0-9-]+)")
_LEFT = re.compile(r"[{}]|\[\[|\]\]")


def check(loaded: Loaded) -> None:
    """Report letters whose text lacks something, and what does not fit the kind of the template or of a field."""
    named = {
        "tokens.yml",
        "company.yml",
        "sentences.yml",
    } <= loaded.records.keys()  # Else names still stand in braces in the texts.
    for path, template in loaded.folder("templates").items():
        fields = {field.id: field for field in template.fields}
        _check_places(loaded, path, template, fields)
        if template.kind == "list" and template.as_list is None:
            loaded.fault(path, ("kind",), "a list is one table with 8 columns or more and nothing else; write 'form'")
        if template.kind != "letter":
            for name in ("body", "face"):
                if getattr(template, name) is not None:
                    loaded.fault(path, (name,), f"only a letter has it; write 'kind: letter' or delete '{name}'")
        elif template.body is None:
            loaded.fault(path, ("kind",), "a letter has a text; write 'body' with zh and en, or 'kind: form'")
        else:
            if template.face is None:
                loaded.fault(path, ("kind",), "a letter has a look; write 'face', such as business")
            if named:
                _check_body(loaded, path, template, fields)


def _named_as_written(loaded: Loaded, path: str, language: Language) -> set[str]:
    """Whose answers the text of a language that is off asks for, which the record has no more: the form keeps them."""
    body = loaded.sources[path].data.get("body")
    text = body.get(language) if isinstance(body, dict) else None
    return set(_NAMED.findall(text)) if isinstance(text, str) else set()


def _check_places(loaded: Loaded, path: str, template: Template, fields: dict[str, FormField]) -> None:
    for name, types in _WANTED.items():
        field = fields.get(getattr(template, name) or "")
        if field and field.type not in types:
            loaded.fault(path, (name,), f"'{field.id}' is a field of {field.type}; name one of {' or '.join(types)}")
    for number, signature in enumerate(template.signs):
        signer = fields.get(signature.field)
        if signer and signer.kind.detail != "name":
            loaded.fault(path, ("signs", number, "field"), f"'{signer.id}' is a field of {signer.type}; a person signs")


def _check_body(loaded: Loaded, path: str, template: Template, fields: dict[str, FormField]) -> None:
    assert template.body is not None
    said = {language: _named_as_written(loaded, path, language) for language in ALL if language not in LANGUAGES}
    for language in LANGUAGES:
        said[language] = set()
        for line in template.body.lines(language):
            for message in _faults_of(line, fields):
                loaded.fault(path, ("body", language), message)
            said[language] |= {gap.field for gap in line.gaps()} | ({line.rows.field} if line.rows else set())
    elsewhere = {*template.aside, template.number, template.own_date, template.mail_subject_field}
    elsewhere |= {signature.field for signature in template.signs}
    for field in template.fields:
        if field.id in elsewhere or template.has_in_head(field) or any(field.id in found for found in said.values()):
            continue
        loaded.fault(
            path,
            ("body",),
            f"nothing says the answer of '{field.id}'; write {{{field.id}}} where it stands, or name it in aside",
        )


def _faults_of(line: Line, fields: dict[str, FormField]) -> Iterator[str]:
    for piece in line.pieces:
        inner = piece.pieces if isinstance(piece, Part) else (piece,)
        if any(isinstance(one, str) and _LEFT.search(one) for one in inner):
            yield f"a bracket has no partner in “{''.join(one for one in inner if isinstance(one, str)).strip()}”"
        for one in inner:
            if isinstance(one, Capitals) and (one.field not in fields or fields[one.field].type != "money"):
                yield f"'{one.field}' is no field of money, which alone is said in capitals"
    for gap in line.gaps():
        if gap.field not in fields:
            yield f"no field '{gap.field}'; {nearest(gap.field, fields)}"
        elif isinstance(fields[gap.field], TableField):
            yield f"'{gap.field}' is a table; write {{table:{gap.field}}} or {{list:{gap.field}|…}} on a line of its own"
    if line.rows is not None:
        yield from _faults_of_rows(line, line.rows, fields)


def _faults_of_rows(line: Line, rows: Rows, fields: dict[str, FormField]) -> Iterator[str]:
    field = fields.get(rows.field)
    if len(line.pieces) > 1:
        yield f"'{rows.field}' stands on a line of its own"
    if field is None:
        yield f"no field '{rows.field}'; {nearest(rows.field, fields)}"
    elif isinstance(field, TableField):
        columns = {column.id for column in field.columns}
        named = Line("text", rows.pattern or ())
        yield from (
            f"'{rows.field}' has no column '{gap.field}'; {nearest(gap.field, columns)}"
            for gap in named.gaps()
            if gap.field not in columns
        )
        if rows.pattern == ():
            yield f"say what a line of '{rows.field}' is: {{list:{rows.field}|{{{field.columns[0].id}}}}}"
    elif rows.pattern is None or rows.pattern or not isinstance(field, ChoicesColumn):
        yield f"'{rows.field}' is no table; only several answers to choose from can be listed, as {{list:{rows.field}}}"
