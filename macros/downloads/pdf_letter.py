"""A letter as it is typeset: its lines, with a place to write in where an answer goes.

The same places stand in both languages of a file. Since an answer is said in one of them, those of each have names of their own, which
begin with `zh.` and `en.`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

from ..model.base import Text
from ..model.fields import AnyColumn
from ..model.fields.families import ChoiceColumn, ChoicesField
from ..model.fields.kind import Family
from ..model.languages import Language
from ..model.letter import Capitals, Gap, Line, Part, Piece, Rows
from ..model.template import FormField, TableField
from .form import Form
from .letter import Letter, closings, lines
from .measures import letters, lines_of
from .pdf_inputs import Inputs, printable

_LETTER_MM = 1.9
"""The width of a half-width letter, as it is typed."""
_ARROW_MM, _SLACK_MM = 8.0, 5.0
_NARROWEST_MM, _WIDEST_MM = 24.0, 160.0
_SIGNED_MM = 84.0
"""The most that an answer in a Chinese signature takes, so that the signature stays at the right."""
_TEXT_MM = 2.15
"""That of one of the letter itself."""
_CLOSEST = 0.7
_CLOSING_MM = 48.0
_SHARES = (1, 0.95, 0.9, 0.85, 0.8, 0.75, _CLOSEST)
"""To how much of their width places give way so that a line is not broken for its end."""
_LEAST_LINES, _MOST_LINES = 2, 8
"""Of an answer that has paragraphs of its own."""
_BY_FAMILY: dict[Family, float] = {"date": 36.0, "datetime": 44.0, "number": 30.0}


class LetterText:
    """One letter in one language: `data` for `letter.typ`, and what `says` asked for."""

    def __init__(self, form: Form, language: Language):
        """
        Args:
            form: the letter and the languages of its file.
            language: the one of these.
        """
        own = Form(form.template, language, form.handbook)
        self.says = Inputs(own, f"{language}." if len(form.languages) > 1 else "")
        self._form, self._language = form, language
        self._letter = Letter(form.template, language, form.handbook, filled=False)
        self._fields = {field.id: field for field in form.template.fields}
        self.data = {
            "lang": language,
            "face": form.template.face,
            "lines": [each for line in lines(form.template, language, form.handbook) for each in self._line(line)],
        }

    def _line(self, line: Line) -> Iterator[dict[str, Any]]:
        if line.rows is not None:
            yield from self._rows(line.rows)
            return
        pieces = list(self._pieces(line.pieces))
        if line.kind == "right":
            pieces = [
                {**piece, "width": min(piece["width"], _SIGNED_MM)} if "width" in piece else piece for piece in pieces
            ]
        yield {"kind": line.kind, "pieces": _on_few_lines(pieces)}

    def _pieces(self, pieces: tuple[Piece, ...]) -> Iterator[dict[str, Any]]:
        for piece in pieces:
            if isinstance(piece, str) and (
                both := closings(piece, self._form.template, self._language, self._form.handbook)
            ):
                # It is printed, and the other one covers it where that is chosen.
                yield {**self.says.closing(both), "blank": piece, "width": _CLOSING_MM, "lines": 1, "stands": True}
            elif isinstance(piece, str):
                yield {"text": "\t".join(map(printable, piece.split("\t")))}
            elif isinstance(piece, Part):
                yield from self._pieces(piece.pieces)
            elif isinstance(piece, Gap):
                field = self._fields[piece.field]
                assert not isinstance(field, TableField)
                yield self._place(self.says.lone(field), field, [field.example], alone=len(pieces) == 1)

    def _place(
        self, asked: dict[str, Any], field: FormField | AnyColumn, examples: list[Any], *, alone: bool
    ) -> dict[str, Any]:
        """A place to write in, as wide and as high as its examples need."""
        texts = [example[self._language] for example in examples if isinstance(example, Text)]
        wanted = self._wanted(field, texts)
        needed = math.ceil(wanted / _WIDEST_MM)
        if asked["kind"] == "lines":
            # Within a sentence there is room for no more than its lines.
            most = max((lines_of(text, round(_WIDEST_MM / _LETTER_MM)) - 1 for text in texts), default=1)
            needed = min(max(most, _LEAST_LINES if alone else 1), _MOST_LINES)
        return {
            **asked,
            "blank": "" if field.id in self._letter.theirs else printable(self._letter.blank(field)),
            "width": _WIDEST_MM if needed > 1 else min(max(wanted, _NARROWEST_MM), _WIDEST_MM),
            "lines": needed,
        }

    def _wanted(self, field: FormField | AnyColumn, texts: list[str]) -> float:
        if isinstance(field, ChoiceColumn):
            longest = max(letters(option.label[self._language]) for option in field.options)
            return min(longest * _LETTER_MM + _ARROW_MM, _WIDEST_MM)
        if texts:
            return max(map(letters, texts)) * _LETTER_MM + _SLACK_MM
        return _BY_FAMILY.get(field.kind.family, _NARROWEST_MM)

    def _rows(self, rows: Rows) -> Iterator[dict[str, Any]]:
        field = self._fields[rows.field]
        if isinstance(field, ChoicesField):
            for option in self.says.lone(field)["options"]:
                yield {"kind": "item", "pieces": [{"kind": "ticks", "options": [option]}]}
            return
        assert isinstance(field, TableField)
        if rows.pattern is None:
            yield {"kind": "table", "table": self.says.table(field, labelled=False)}
            return
        columns = {column.id: column for column in field.columns}
        for row in range(1, field.rows + 1):
            pieces = [{"text": f"{row}. "}, *self._in_row(rows.pattern, field, row, columns)]
            yield {"kind": "item", "pieces": _on_few_lines(pieces)}

    def _in_row(
        self,
        pieces: tuple[str | Gap | Capitals | Part, ...],
        table: TableField,
        row: int,
        columns: Mapping[str, AnyColumn],
    ) -> Iterator[dict[str, Any]]:
        for piece in pieces:
            if isinstance(piece, str):
                yield {"text": printable(piece)}
            elif isinstance(piece, Part):
                yield from self._in_row(piece.pieces, table, row, columns)
            elif isinstance(piece, Gap):
                column = columns[piece.field]
                examples = [given[column.id] for given in table.example]
                yield self._place(self.says.in_row(table, row, column), column, examples, alone=False)


def _on_few_lines(pieces: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The pieces of a line, with narrower places where it would otherwise take one line more for little."""
    wide = [piece["width"] if "width" in piece else letters(piece.get("text", "")) * _TEXT_MM for piece in pieces]
    fewest = max(1, math.ceil(sum(wide) * _CLOSEST / _WIDEST_MM))
    for share in _SHARES:
        narrow = [each * share if "width" in piece else each for piece, each in zip(pieces, wide, strict=True)]
        taken = _lines_taken(narrow)
        if taken == fewest or (share == 1 and taken < fewest):
            return [
                {**piece, "width": each} if "width" in piece else piece
                for piece, each in zip(pieces, narrow, strict=True)
            ]
    return pieces


def _lines_taken(widths: list[float]) -> int:
    """How many lines things take one after the other, a place to write in being never broken."""
    taken, used = 1, 0.0
    for wide in widths:
        if used and used + wide > _WIDEST_MM:
            taken, used = taken + 1, 0.0
        used += wide
    return taken
