"""What a printed form says and asks: the data that `form.typ` typesets, and the inputs that it leaves room for."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from ..model.base import Language, Text
from ..model.fields import AnyColumn
from ..model.fields.families import ChoiceColumn, ChoicesColumn
from ..model.fields.kind import Family
from ..model.signs import SIGNS
from ..model.template import FormField, TableField
from ..wording import Wording
from .form import Form
from .measures import column_widths, fits_half, is_wide
from .plain import HINTS

InputKind = Literal["line", "lines", "choice", "ticks", "tick"]
Compose = Callable[[Language, Wording], str]
Parts = list[dict[str, str]]
"""A text as `form.typ` takes it: `lang` and `text` for each language that has something else to say."""

_KINDS: dict[Family, Literal["line", "lines", "choice", "ticks", "tick"]] = {
    "block": "lines",
    "choice": "choice",
    "choices": "ticks",
    "tick": "tick",
}
"""How a family is typeset, where that is not a single line."""
_NOT_PRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Input:
    """A place to type in."""

    kind: InputKind
    tooltip: str
    required: bool
    options: tuple[tuple[str, str], ...] = ()
    """Id and label of each answer of a choice."""


class Page:
    """The data for `form.typ`, and the inputs by their names.

    A name is a field's id, `table.row.column` for a cell, and ends in `.option` for each of several answers.
    """

    def __init__(self, form: Form):
        self._form = form
        self._wordings = [(language, Wording(form.handbook, language)) for language in form.languages]
        self.inputs: dict[str, Input] = {}
        self.data = self._page()

    def _page(self) -> dict[str, Any]:
        template, handbook = self._form.template, self._form.handbook
        return {
            "lang": self._form.main_language,
            "landscape": is_wide(template),
            "document_title": _joined(self._text(template.title)),
            "author": _joined(self._text(handbook.company.name)),
            "company": self._text(handbook.company.name),
            "title": self._text(template.title),
            "page": self._words("form_page"),
            "sections": [
                {
                    "title": None if section.title == template.title else self._text(section.title),
                    "parts": self._parts(section.fields),
                }
                for section in template.sections
            ],
            "signatures": self._words("form_signatures"),
            "signs": [
                {
                    "label": self._text(field.label),
                    "date": self._words("form_sign_date"),
                    "seal": self._words("form_sign_seal") if sign.seal else [],
                }
                for sign, field in template.signed
            ],
            "guide": {
                "title": self._words("form_how"),
                "note": self._words("form_guide_note"),
                "rows": [*self._about(), *(row for field in template.fields for row in self._guided(field))],
            },
        }

    def _about(self) -> list[dict[str, Any]]:
        """What the guide says of the whole form."""
        template = self._form.template
        texts = (
            ("form_for", template.summary),
            ("form_use_when", template.use_when),
            ("form_recipients", template.recipients),
            ("form_filing", template.filing),
        )
        return [{"label": self._words(key), "text": self._text(text), "level": 0} for key, text in texts]

    def _guided(self, field: FormField | AnyColumn, level: int = 1) -> list[dict[str, Any]]:
        """What the guide says of a field and, below it, of its columns."""
        own = {
            "label": self._text(field.label),
            "text": self._in_each(lambda language, wording: _whole_help(field, language, wording)),
            "level": level,
        }
        columns = field.columns if isinstance(field, TableField) else ()
        return [own, *(row for column in columns for row in self._guided(column, level + 1))]

    def _parts(self, fields: tuple[FormField, ...]) -> list[dict[str, Any]]:
        """Tables, and between them rows of one field or of two narrow ones."""
        parts: list[dict[str, Any]] = []
        may_join = False
        for field in fields:
            if isinstance(field, TableField):
                parts.append({"kind": "table", "table": self._table(field)})
                may_join = False
                continue
            if not parts or parts[-1]["kind"] == "table":
                parts.append({"kind": "rows", "rows": []})
            rows, narrow = parts[-1]["rows"], fits_half(field)
            if not (narrow and may_join):
                rows.append([])
            rows[-1].append(self._field(field, field.id))
            may_join = narrow and not may_join
            self._ask(field, field.id, _saying(field.label))
        return parts

    def _table(self, table: TableField) -> dict[str, Any]:
        for row in range(1, table.rows + 1):
            for column in table.columns:

                def cell(language: Language, wording: Wording, row: int = row, label: Text = column.label) -> str:
                    return wording.text("form_cell", table=table.label[language], n=row, column=label[language])

                self._ask(column, f"{table.id}.{row}.{column.id}", cell, in_table=True)
        return {
            "label": self._text(table.label),
            "rows": table.rows,
            "columns": [
                {**self._field(column, f"{table.id}.[row].{column.id}"), "share": width / 1000}
                for column, width in zip(table.columns, column_widths(table, 1000), strict=False)
            ],
        }

    def _field(self, field: AnyColumn, name: str) -> dict[str, Any]:
        options = field.options if isinstance(field, ChoiceColumn | ChoicesColumn) else ()
        return {
            "name": name,
            "kind": _KINDS.get(field.kind.family, "line"),
            "label": self._text(field.label),
            "options": [{"name": f"{name}.{option.id}", "label": self._text(option.label)} for option in options],
        }

    def _ask(self, field: AnyColumn, name: str, label: Compose, in_table: bool = False) -> None:
        """Note the inputs of a field, each with its label and help as tooltip."""
        # The rows of a table that nobody needs stay empty, so no cell is required.
        required = field.required and not in_table
        if isinstance(field, ChoicesColumn):
            for option in field.options:

                def answer(language: Language, wording: Wording, of: Text = option.label) -> str:
                    return wording.text("form_detail", text=label(language, wording), detail=of[language])

                # No single one of several answers is required.
                self.inputs[f"{name}.{option.id}"] = Input("tick", self._tooltip(field, answer), False)
        elif isinstance(field, ChoiceColumn):
            options = tuple((option.id, _joined(self._text(option.label), " ")) for option in field.options)
            self.inputs[name] = Input("choice", self._tooltip(field, label), required, options)
        else:
            kind = _KINDS.get(field.kind.family, "line")
            self.inputs[name] = Input(kind, self._tooltip(field, label), required)

    def _tooltip(self, field: AnyColumn, label: Compose) -> str:
        return _joined(
            self._in_each(
                lambda language, wording: wording.text(
                    "form_field_help", label=label(language, wording), help=_whole_help(field, language, wording)
                )
            )
        )

    def _text(self, text: Text) -> Parts:
        return self._in_each(lambda language, _: text[language])

    def _words(self, key: str, **values: object) -> Parts:
        """A text of the interface; a bilingual value stands in its own language in each."""
        return self._in_each(
            lambda language, wording: wording.text(
                key, **{name: value[language] if isinstance(value, Text) else value for name, value in values.items()}
            )
        )

    def _in_each(self, compose: Compose) -> Parts:
        """The text in each language of the file; a text that both share stands once."""
        parts: Parts = []
        for language, wording in self._wordings:
            text = _NOT_PRINTABLE.sub("", compose(language, wording))
            if text not in [part["text"] for part in parts]:
                parts.append({"lang": language, "text": text})
        return parts


def _joined(parts: Parts, glue: str = " / ") -> str:
    return glue.join(part["text"] for part in parts)


def _saying(label: Text) -> Compose:
    return lambda language, _: label[language]


def _whole_help(field: FormField | AnyColumn, language: Language, wording: Wording) -> str:
    """The help of a field, with what it must be told besides: the form in which a date is written, that it is required."""
    key = HINTS.get(field.kind.family)
    details = ([wording.text(key)] if key else []) + ([wording.text("form_required")] if field.required else [])
    if not details:
        return field.help[language]
    return wording.text("form_detail", text=field.help[language], detail=SIGNS[language].comma.join(details))
