"""Model → what the browser must know of a form to have it filled in, as JSON: one description a template, both languages.

The scripts in `overrides/forms/` read it; it goes with the handbook and is no part of the public contract.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any, get_args

from .. import addresses
from ..downloads import WRITERS, enclosed, file_languages, letter
from ..downloads.form import FileLanguage
from ..downloads.form import Form as PaperForm
from ..downloads.letter import around_capitals
from ..downloads.measures import fits_half
from ..downloads.plain import HINTS
from ..downloads.rendering import MARKDOWN
from ..model.base import Text
from ..model.brand import mixed
from ..model.durations import duration_parts
from ..model.fields import AnyColumn
from ..model.fields.families import ChoiceColumn, ChoicesColumn, DayColumn
from ..model.handbook import Handbook
from ..model.languages import ALL
from ..model.template import FormField, TableField, Template
from ..wording import Wording
from . import own_forms

_FILLED = ("docx", "xlsx")
"""The files that scripts take to fill them in, besides the company's own; by its sum they know whether one is that of their build."""

_SAYINGS = {
    "sum": "letter_sum",
    "signatures": "form_signatures",
    "signedOn": "form_sign_date",
    "seal": "form_sign_seal",
    "unnamed": "letter_unnamed",
    "sincerely": "letter_sincerely",
    "faithfully": "letter_faithfully",
}
"""Texts of the interface that stand in the files, by the name under which scripts know them."""

_MINUTES = {"years": 525_600, "months": 43_200, "weeks": 10_080, "days": 1_440, "hours": 60, "minutes": 1}

Both = dict[str, str]
"""A text in both languages."""


def descriptions(handbook: Handbook, files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """The description of every form with its address.

    Args:
        handbook: the model.
        files: all downloads by their addresses.
    """
    for template in handbook.templates:
        if template.file and not handbook.own_forms[template.id].sections:
            continue
        form = _form(template, handbook, files)
        yield addresses.form(template.id), json.dumps(form, ensure_ascii=False, separators=(",", ":")).encode()


def asked(handbook: Handbook) -> bytes:
    """By template, as `openRequired` and `doubtsIn` of the scripts count them, the fields by which it is seen how many required answers a
    draft lacks and how many are to be looked at."""
    found: dict[str, list[dict[str, Any]]] = {}
    for template in handbook.templates:
        fields = [field for section in _sections(template, handbook) for field in section["fields"]]
        before = {part.get("notBefore") for field in fields for part in (field, *field.get("columns", ()))}
        found[template.id] = [
            _bare(field)
            for field in fields
            if field["id"] in before or any(_counts(part) for part in (field, *field.get("columns", ())))
        ]
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()


def _counts(part: dict[str, Any]) -> bool:
    return bool(part["required"] or "check" in part or "notBefore" in part)


def _bare(field: dict[str, Any]) -> dict[str, Any]:
    bare: dict[str, Any] = {
        name: field[name] for name in ("id", "family", "required", "check", "notBefore") if name in field
    }
    if "options" in field:
        bare["options"] = [{"id": option["id"]} for option in field["options"]]
    if "columns" in field:
        bare["columns"] = [_bare(column) for column in field["columns"]]
    return bare


def _form(template: Template, handbook: Handbook, files: Mapping[str, bytes]) -> dict[str, Any]:
    filled = (*_FILLED, *filter(None, (template.own_format,)))
    zones = {id: office.working_hours.time_zone for id, office in handbook.company.offices.items()}
    return {
        "id": template.id,
        "kind": template.kind,
        "audience": template.audience,
        "title": _both(template.title),
        "fileName": _both(template.file_name),
        "telling": template.telling,
        "ownDate": template.own_date,
        "department": template.department,
        "filing": _both(template.filing),
        **({"filedAs": template.filed_as} if template.filed_as else {}),
        "mailSubject": _both(template.mail_subject) if template.mail_subject else None,
        "letter": template.is_letter,
        "body": letter.as_data(template, handbook),
        "face": template.face,
        "calendar": _calendar(template, handbook),
        **_reckoned(template),
        "signers": [signature.field for signature in template.signs],
        "paper": _paper(template, handbook),
        "aside": template.aside,
        "salutation": template.salutation,
        "subjectField": template.mail_subject_field,
        "markdown": MARKDOWN,
        "version": handbook.version,
        "colour": handbook.company.colour,
        "tint": mixed(handbook.company.colour, "#ffffff", 0.9),
        "zone": handbook.company.working_hours.time_zone,
        **({"zones": zones} if zones else {}),
        "draftsEndAfter": handbook.company.drafts_end_after,
        "confidential": [each.id for each in handbook.templates if each.level and handbook.is_restricted(each.level)],
        "files": _offered(template, files, WRITERS),
        "sums": {
            language: {ending: zlib.crc32(files[address]) for ending, address in offered.items()}
            for language, offered in _offered(template, files, filled).items()
        },
        "says": {name: _both(handbook.interface.texts[key]) for name, key in _SAYINGS.items()}
        | {"capitals": around_capitals(handbook)},
        "sections": _sections(template, handbook),
        **({"own": own_forms.described(template, handbook)} if template.file else {}),
    }


def _offered(template: Template, files: Container[str], endings: Iterable[str]) -> dict[str, dict[str, str]]:
    """The addresses of a form's files by language and format, as far as there are any."""
    return {
        language: {
            ending: address
            for ending in endings
            if (address := addresses.download(template.id, language, ending)) in files
        }
        for language in file_languages()
    }


def _sections(template: Template, handbook: Handbook) -> list[dict[str, Any]]:
    """The sections with their fields; those of a file of the company's own are what was found in it."""
    return [
        {
            "id": section.id,
            "title": _both(section.title),
            "fields": [
                as_data(field, handbook)
                | ({"head": True} if template.has_in_head(field) else {})
                | ({"listed": True} if field.id in enclosed.listed(template) else {})
                for field in section.fields
            ],
        }
        for section in (own_forms.sections(template, handbook) if template.file else template.sections)
    ]


def as_data(field: FormField | AnyColumn, handbook: Handbook) -> dict[str, Any]:
    """A field, or a column, as the browser is told of it."""
    described = {
        "id": field.id,
        "type": field.type,
        "family": field.kind.family,
        "label": _both(field.label),
        "help": _both(field.help),
        "required": field.required,
    }
    if field.kind.decimals:
        described["decimals"] = field.kind.decimals
    if field.kind.check:
        described["check"] = field.kind.check
    if field.kind.detail:
        described["detail"] = field.kind.detail
    if isinstance(field, DayColumn) and field.not_before:
        described["notBefore"] = field.not_before
    if field.kind.family in HINTS:
        hint = handbook.interface.texts[HINTS[field.kind.family]]
        described["blank"] = _own(handbook, "form_detail", text=field.help, detail=hint)
    if isinstance(field, ChoiceColumn | ChoicesColumn):
        described["options"] = [{"id": option.id, "label": _both(option.label)} for option in field.options]
    if isinstance(field, TableField):
        described |= {"columns": [as_data(column, handbook) for column in field.columns], "rows": field.rows}
        if due := _due(field):
            described["due"] = due
    return described


def _due(table: TableField) -> dict[str, Any] | None:
    """By what the rows of a table fall due, and what settles them."""
    due = table.falls_due
    if due is None:
        return None
    done = {"column": due.done.column, "option": due.done.option} if due.done else None
    return {"at": due.at, "says": due.says, "done": done, "remindOn": due.remind_on}


def _paper(template: Template, handbook: Handbook) -> dict[str, Any]:
    """How a form stands on paper: what is boxed at its head, which answers leave room beside them, and who signs at its foot."""
    signs = [{"field": field.id, "seal": sign.seal is not None} for sign, field in template.signed]
    return {
        "mark": {language: PaperForm(template, language, handbook).mark for language in get_args(FileLanguage)},
        "box": [field.id for field in template.box],
        "half": [field.id for field in template.fields if not isinstance(field, TableField) and fits_half(field)],
        "signs": signs,
    }


def _reckoned(template: Template) -> dict[str, Any]:
    """What is added up while a form is filled in, and what that is held against."""
    sums = [each.model_dump(exclude_none=True) for each in template.sums]
    lasts, price = template.lasts, template.repriced
    return {
        **({"adds": sums} if sums else {}),
        **({"lasts": lasts.model_dump()} if lasts else {}),
        **({"repriced": {**price.model_dump(exclude={"changed_by"}), "changedBy": price.changed_by}} if price else {}),
    }


def _calendar(template: Template, handbook: Handbook) -> dict[str, Any]:
    """What of a form goes into a calendar, in minutes where a time is meant."""
    happens, hours = template.happens, handbook.company.working_hours
    return {
        "happens": None
        if happens is None
        else {
            "begins": happens.begins,
            "ends": happens.ends,
            "called": _both(happens.called or template.title),
            "wholeDays": happens.whole_days,
            "place": template.place,
        },
        "due": [{"at": due.at, "remind": _minutes(due.remind) if due.remind else None} for due in template.falls_due],
        "works": [str(hours.start), str(hours.end)],
    }


def _minutes(duration: str) -> int:
    parts = duration_parts(duration)
    return sum(parts.get(unit, 0) * minutes for unit, minutes in _MINUTES.items())


def _both(text: Text) -> Both:
    return {language: text[language] for language in ALL}


def _own(handbook: Handbook, key: str, **values: Text | str) -> Both:
    """A text of the interface; a `Text` among its values is said in the language of the sentence."""
    return {
        language: Wording(handbook, language).text(
            key, **{name: value[language] if isinstance(value, Text) else value for name, value in values.items()}
        )
        for language in ALL
    }
