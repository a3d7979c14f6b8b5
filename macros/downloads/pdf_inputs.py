"""What a page asks: its texts in the languages of the file, and the inputs that it leaves room for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal

from ..model.base import Text
from ..model.fields import AnyColumn, LoneField
from ..model.fields.families import ChoiceColumn, ChoicesColumn
from ..model.fields.kind import Family
from ..model.languages import Language
from ..model.signs import SIGNS
from ..model.template import FormField, TableField
from ..wording import Wording
from .form import Form
from .measures import column_widths, letters
from .plain import HINTS

InputKind = Literal["line", "lines", "choice", "boxes", "ticks", "tick"]
"""A choice is a list to open where there is no room for boxes, of which one is ticked."""
Compose = Callable[[Language, Wording], str]
Parts = list[dict[str, str]]
"""A text as `form.typ` takes it: `lang` and `text` for each language that has something else to say."""

BOX_OF = "#"
"""Stands between the name of a choice and the answer of which a box is; no id has it."""
_A_BOX, _HALF_A_LINE = 5, 36
"""What a box takes besides its answer, and how much a line of half a page holds, in half-width letters."""
_KINDS: dict[Family, InputKind] = {
    "block": "lines",
    "choice": "choice",
    "choices": "ticks",
    "tick": "tick",
}
"""How a family is typeset, where that is not a single line."""
_LATIN = {"phone", "email"}
"""What is written in other than Chinese letters everywhere."""
_NOT_PRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_FEWEST_ROWS, _SPARE_ROWS = 3, 2
"""How many rows a table keeps, and how many it may lose (see `most-lost` in `form.typ`)."""


@dataclass(frozen=True)
class Input:
    """A place to type in."""

    kind: InputKind
    tooltip: str
    required: bool
    options: tuple[tuple[str, str], ...] = ()
    """Id and label of each answer of a choice."""
    words: Literal["", "wide", "narrow"] = ""
    """Of an answer in words, how wide its letters are: Chinese, or others."""
    longest: int = 0
    """How many characters its example has."""
    spare: bool = False
    """Whether its row may be left out where that saves a page."""


class Inputs:
    """The inputs of a page by their names, as they are asked for.

    A name is a field's id, `table.row.column` for a cell, and ends in `.option` for each of several answers.
    """

    def __init__(self, form: Form, before: str = ""):
        """
        Args:
            form: the template and its languages.
            before: what all names begin with.
        """
        self._before = before
        self._wordings = [(language, Wording(form.handbook, language)) for language in form.languages]
        self.asked: dict[str, Input] = {}

    def lone(self, field: LoneField, *, boxed: bool = False) -> dict[str, Any]:
        """Ask for an answer that stands alone; returns it as `form-parts.typ` takes it; `boxed`: whether a choice has a box for each answer."""
        name = f"{self._before}{field.id}"
        self._ask(field, name, lambda language, _: field.label[language], (field.example,), boxed=boxed)
        return self._field(field, field.id, boxed=boxed)

    def takes_lines(self, field: LoneField) -> float:
        """How many lines of half a page the boxes of a choice take, about."""
        options = field.options if isinstance(field, ChoiceColumn) else ()
        return sum(letters(joined(self.text(option.label), " ")) + _A_BOX for option in options) / _HALF_A_LINE

    def closing(self, options: tuple[str, ...]) -> dict[str, Any]:
        """Ask which closing a letter has; see `lone`. No field has a name like its."""
        name, label = f"{self._before}_closing", self.words("letter_closing")
        self.asked[name] = Input(
            "choice", joined(label), required=False, options=tuple((each, each) for each in options)
        )
        return {"name": name, "kind": "choice", "label": label, "options": []}

    def in_row(self, table: TableField, row: int, column: AnyColumn) -> dict[str, Any]:
        """Ask for the answer of a column in one row; see `lone`."""

        def cell(language: Language, wording: Wording) -> str:
            return wording.text("form_cell", table=table.label[language], n=row, column=column.label[language])

        examples = [each[column.id] for each in table.example]
        name, spare = f"{self._before}{table.id}.{row}.{column.id}", row > max(_FEWEST_ROWS, table.rows - _SPARE_ROWS)
        self._ask(column, name, cell, examples, in_table=True, spare=spare)
        return self._field(column, f"{table.id}.{row}.{column.id}")

    def table(self, table: TableField, *, labelled: bool) -> dict[str, Any]:
        """Ask for all cells of a table; returns it as `form-parts.typ` takes it; `labelled`: whether its label stands above it."""
        for row in range(1, table.rows + 1):
            for column in table.columns:
                self.in_row(table, row, column)
        return {
            "label": self.text(table.label),
            "labelled": labelled,
            "rows": table.rows,
            "columns": [
                {**self._field(column, f"{table.id}.[row].{column.id}"), "share": width / 1000}
                for column, width in zip(table.columns, column_widths(table, 1000), strict=False)
            ],
        }

    def _field(self, field: AnyColumn, name: str, *, boxed: bool = False) -> dict[str, Any]:
        options = field.options if isinstance(field, ChoiceColumn | ChoicesColumn) else ()
        boxed = boxed and isinstance(field, ChoiceColumn)
        return {
            "name": f"{self._before}{name}",
            "kind": "boxes" if boxed else _KINDS.get(field.kind.family, "line"),
            "label": self.text(field.label),
            "options": [
                {
                    "name": f"{self._before}{name}{BOX_OF if boxed else '.'}{option.id}",
                    "label": self.text(option.label),
                }
                for option in options
            ],
        }

    def _ask(
        self,
        field: AnyColumn,
        name: str,
        label: Compose,
        examples: Iterable[object],
        *,
        in_table: bool = False,
        spare: bool = False,
        boxed: bool = False,
    ) -> None:
        """Note the inputs of a field, each with its label and help as tooltip."""
        # The rows of a table that nobody needs stay empty, so no cell is required.
        required = field.required and not in_table
        if isinstance(field, ChoicesColumn):
            for option in field.options:

                def answer(language: Language, wording: Wording, of: Text = option.label) -> str:
                    return wording.text("form_detail", text=label(language, wording), detail=of[language])

                # No single one of several answers is required.
                self.asked[f"{name}.{option.id}"] = Input(
                    "tick", self._tooltip(field, answer), required=False, spare=spare
                )
        elif isinstance(field, ChoiceColumn):
            options = tuple((option.id, joined(self.text(option.label), " ")) for option in field.options)
            kind: InputKind = "boxes" if boxed else "choice"
            self.asked[name] = Input(kind, self._tooltip(field, label), required, options, spare=spare)
        else:
            self.asked[name] = Input(
                _KINDS.get(field.kind.family, "line"),
                self._tooltip(field, label),
                required,
                words=self._letters(field),
                longest=self._longest(examples),
                spare=spare,
            )

    def _letters(self, field: AnyColumn) -> Literal["", "wide", "narrow"]:
        if not field.kind.is_words:
            return ""
        return "wide" if self._wordings[0][0] == "zh" and field.kind.detail not in _LATIN else "narrow"

    def _longest(self, examples: Iterable[object]) -> int:
        said = [each[language] for each in examples if isinstance(each, Text) for language, _ in self._wordings]
        return max(map(len, said), default=0)

    def _tooltip(self, field: AnyColumn, label: Compose) -> str:
        return joined(
            self.in_each(
                lambda language, wording: wording.text(
                    "form_field_help", label=label(language, wording), help=whole_help(field, language, wording)
                )
            )
        )

    def text(self, text: Text) -> Parts:
        """A text of the data in each language of the file."""
        return self.in_each(lambda language, _: text[language])

    def words(self, key: str, **values: object) -> Parts:
        """A text of the interface; a bilingual value stands in its own language in each."""
        return self.in_each(
            lambda language, wording: wording.text(
                key, **{name: value[language] if isinstance(value, Text) else value for name, value in values.items()}
            )
        )

    def in_each(self, compose: Compose) -> Parts:
        """The text in each language of the file; a text that both share stands once."""
        parts: Parts = []
        for language, wording in self._wordings:
            text = printable(compose(language, wording))
            if text not in [part["text"] for part in parts]:
                parts.append({"lang": language, "text": text})
        return parts


def printable(text: str) -> str:
    """A text without what no page can show."""
    return _NOT_PRINTABLE.sub("", text)


def joined(parts: Parts, glue: str = " / ") -> str:
    """The languages of a text, one after the other."""
    return glue.join(part["text"] for part in parts)


def whole_help(field: FormField | AnyColumn, language: Language, wording: Wording) -> str:
    """The help of a field, with what it must be told besides: the form in which a date is written, that it is required."""
    key = HINTS.get(field.kind.family)
    details = ([wording.text(key)] if key else []) + ([wording.text("form_required")] if field.required else [])
    if not details:
        return field.help[language]
    return wording.text("form_detail", text=field.help[language], detail=SIGNS[language].comma.join(details))
