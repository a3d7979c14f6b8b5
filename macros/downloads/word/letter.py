"""A letter as Word has it: a block for each line, in which each answer is a content control.

All blocks of one language stand in a control with the tag `letter.zh` or `letter.en`, one block a line of the letter, in the same
order: scripts that fill it in go through both side by side.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import takewhile

from docx.oxml.ns import qn

from ...model.fields import AnyColumn
from ...model.fields.families import BlockColumn, ChoiceColumn, ChoicesField, DateColumn, DateTimeColumn
from ...model.handbook import Handbook
from ...model.languages import Language
from ...model.letter import Gap, Line, Part, Piece, Rows
from ...model.letterhead import Letterhead
from ...model.template import FormField, TableField, Template
from ..form import Form
from ..letter import Letter, closings, lines
from ..measures import column_widths, letters
from .answers import is_number
from .controls import Controls
from .letterhead import first_page_again
from .markup import Element, cell, element, keep_with_next, paragraph, row, run, tab, table

_STYLES = {
    "top": "LetterTop",
    "title": "LetterTitle",
    "heading": "LetterHeading",
    "subject": "LetterSubject",
    "line": "LetterLine",
    "apart": "LetterApart",
    "annexes": "LetterAnnexes",
    "copies": "LetterCopies",
    "issued": "LetterCopies",
    "right": "LetterSigned",
    "room": "LetterRoom",
    "confirm": "LetterConfirm",
    "head": "LetterHead",
}
_ROW_HEIGHT = 400
_SIGN = 240
"""How wide a sign of a signature is reckoned, in twentieths of a point: a little more than it is."""
_NARROWEST = 16
"""So many signs is a signature's column wide at least: a date in its middle then ends four signs from the margin."""
_FOOT, _FOOT_EDGE = ("copies", "issued"), 220
"""What stands at the foot of the last page, in one style so that one frame holds it, and how far its ends are from the margins, in
twentieths of a point."""
_KEPT = 2
"""So many short lines above a signature stay with it."""


def letter(form: Form, controls: Controls, width: int, paper: Letterhead | None) -> Iterator[Element]:
    """The letter in each language of the file, each on a page of its own.

    Args:
        form: the letter.
        controls: makes its controls.
        width: of the text, in twentieths of a point.
        paper: the company's, where it has one of its own.
    """
    for number, language in enumerate(form.languages):
        if number and paper:
            yield first_page_again(paper)
        elif number:
            yield paragraph("FormEnd", element("w:r", element("w:br", type="page")))
        yield _WordLetter(form.template, language, form.handbook, controls, width).block()


class _WordLetter:
    """Makes the blocks of one letter in one language."""

    def __init__(self, template: Template, language: Language, handbook: Handbook, controls: Controls, width: int):
        self._template, self._language, self._controls, self._width = template, language, controls, width
        self._handbook = handbook
        self._lines = lines(template, language, handbook)
        self._letter = Letter(template, language, handbook, filled=False)
        self._headed = handbook.brand.letterhead is not None
        self._fields = {field.id: field for field in template.fields}

    def block(self) -> Element:
        """All of it."""
        blocks = [self._line(line, before) for before, line in zip((None, *self._lines), self._lines, strict=False)]
        signature = self._signature()
        # What stands at the foot of the last page goes there with the line before it, such as whom to ask.
        foot = sum(line.kind in _FOOT for line in self._lines)
        last = blocks[-foot - 1 :] if foot else []
        for made in (*blocks[max(0, signature - _KEPT) : signature], *last):
            if made.tag == qn("w:p"):
                keep_with_next(made)
        left = self._left_of_signature()
        for signed in (each for made in blocks for each in made.iter(qn("w:p")) if _styled(each) == "LetterSigned"):
            next(signed.iter(qn("w:pPr"))).append(element("w:ind", left=left))
        return self._controls.wrapped(f"letter.{self._language}", blocks)

    def _signature(self) -> int:
        """The number of the line with which the signature begins: the room to sign, or in a mail its lines at the end."""
        kinds = [line.kind for line in self._lines]
        if "room" in kinds:
            return kinds.index("room")
        return len(kinds) - len([*takewhile(lambda kind: kind == "line", reversed(kinds))])

    def _left_of_signature(self) -> int:
        """Where the column begins in whose middle the lines of a signature stand, wide enough for the longest."""
        said = [paragraph.text for paragraph in self._letter.paragraphs() if paragraph.kind == "right"]
        wide = max([_NARROWEST, *(letters(text) / 2 + 1 for text in said)])
        return max(0, self._width - round(wide * _SIGN))

    def _line(self, line: Line, before: Line | None) -> Element:
        if line.rows is not None:
            return self._rows(line.rows)
        if line.kind == "head" and self._headed:
            # The paper says it. A line for a line: scripts count them.
            return paragraph("FormEnd")
        style = self._style(line, before)
        only = line.pieces[0] if len(line.pieces) == 1 else None
        field = self._fields[only.field] if isinstance(only, Gap) else None
        if isinstance(field, BlockColumn):
            return self._controls.long_text(
                field.id, field.label[self._language], self._letter.blank(field), locked=field.required, style=style
            )
        made = paragraph(style, *self._pieces(line.pieces, self._fields, ""), right_tab=self._ends(line))
        if line.kind in _FOOT:
            made[0].insert(1, _at_the_foot(self._width))
        if self._ends(line):
            next(made.iter(qn("w:pPr"))).append(element("w:jc", val="left"))
        return made

    def _ends(self, line: Line) -> int | None:
        """Where the right end of a line stands that has two."""
        if not any(isinstance(piece, str) and "\t" in piece for piece in line.pieces):
            return None
        return self._width - (_FOOT_EDGE if line.kind in _FOOT else 0)

    def _style(self, line: Line, before: Line | None) -> str:
        chinese, official = self._language == "zh", self._template.face == "official"
        if line.kind == "text":
            begins = before is not None and before.kind == "line"
            return "LetterIndented" if chinese else "LetterBegins" if begins else "LetterText"
        if line.kind == "reference":
            # The red rule of an official paper stands below its number: two equal ones after another are drawn once.
            centred = "LetterCentred" if self._headed else "LetterRedReference"
            return (centred if official else "LetterRight") if chinese else "LetterLine"
        return "LetterRedHead" if line.kind == "head" and official else _STYLES[line.kind]

    def _pieces(
        self, pieces: tuple[Piece, ...], fields: Mapping[str, FormField | AnyColumn], table_id: str
    ) -> Iterator[Element]:
        for piece in pieces:
            if isinstance(piece, str) and (both := closings(piece, self._template, self._language, self._handbook)):
                title = self._handbook.interface.texts["letter_closing"][self._language]
                yield self._controls.standing("_closing", title, piece, both)
            elif isinstance(piece, str):
                for number, words in enumerate(piece.split("\t")):
                    if number:
                        yield tab()
                    if words:
                        yield run(words, self._language)
            elif isinstance(piece, Part):
                yield from self._pieces(piece.pieces, fields, table_id)
            elif isinstance(piece, Gap):
                tag = f"{table_id}.{piece.field}" if table_id else piece.field
                # What need not be answered goes with its line; the rows of a table go too.
                yield self._control(fields[piece.field], tag, locked=fields[piece.field].required and not table_id)

    def _control(self, field: FormField | AnyColumn, tag: str, *, locked: bool) -> Element:
        title, prompt = field.label[self._language], self._letter.blank(field)
        if isinstance(field, DateColumn):
            return self._controls.date(tag, title, prompt, locked=locked, pattern=_DAY[self._language])
        if isinstance(field, DateTimeColumn):
            return self._controls.moment(tag, title, prompt, locked=locked, pattern=_MOMENT[self._language])
        if isinstance(field, ChoicesField):
            boxes = [(f"{tag}.{option.id}", option.label[self._language]) for option in field.options]
            return self._controls.ticks(tag, title, boxes, locked=locked)
        if isinstance(field, ChoiceColumn):
            options = [(option.id, option.label[self._language]) for option in field.options]
            return self._controls.choice(tag, title, prompt, locked=locked, options=options)
        return self._controls.text(tag, title, prompt, locked=locked, several=isinstance(field, BlockColumn))

    def _rows(self, rows: Rows) -> Element:
        """What a letter has a line of its own for each of: choices to tick, rows of a table as sentences, or the table."""
        field = self._fields[rows.field]
        if isinstance(field, ChoicesField):
            return self._boxes(field)
        assert isinstance(field, TableField)
        return self._table(field) if rows.pattern is None else self._items(field, rows.pattern)

    def _boxes(self, field: ChoicesField) -> Element:
        boxes = [
            paragraph(
                "LetterIndented" if self._language == "zh" else "LetterLine",
                self._controls.tick(f"{field.id}.{option.id}", option.label[self._language], locked=field.required),
                run("\u00a0"),
                run(option.label[self._language], self._language),
            )
            for option in field.options
        ]
        return self._controls.wrapped(f"list.{field.id}", boxes)

    def _items(self, field: TableField, pattern: tuple[Piece, ...]) -> Element:
        columns = {column.id: column for column in field.columns}
        style = "LetterIndented" if self._language == "zh" else "LetterText"
        items = [
            paragraph(style, run(f"{number}. "), *self._pieces(pattern, columns, field.id))
            for number in range(1, field.rows + 1)
        ]
        return self._controls.repeated(field.id, field.label[self._language], items)

    def _table(self, field: TableField) -> Element:
        title, widths = field.label[self._language], column_widths(field, self._width, in_words=True)
        heads = [
            paragraph("FormLabel", run(column.label[self._language], self._language), at_end=is_number(column))
            for column in field.columns
        ]
        body = [
            _row(
                widths,
                [
                    paragraph(
                        "Normal",
                        self._control(column, f"{field.id}.{column.id}", locked=False),
                        at_end=is_number(column),
                    )
                    for column in field.columns
                ],
            )
            for _ in range(field.rows)
        ]
        made = table(
            "LetterTable",
            widths,
            _row(widths, heads, heading=True),
            self._controls.repeated(field.id, title, body),
            name=title,
        )
        # Word has no room below a table of its own.
        return self._controls.wrapped(f"table.{field.id}", [made, paragraph("FormGap")])


def _styled(made: Element) -> str:
    return next((each.get(qn("w:val"), "") for each in made.iter(qn("w:pStyle"))), "")


def _at_the_foot(width: int) -> Element:
    """What has a paragraph stand at the foot of the text of its page."""
    place = {"hAnchor": "margin", "xAlign": "left", "vAnchor": "margin", "yAlign": "bottom"}
    return element("w:framePr", w=width, wrap="around", **place)


def _row(widths: list[int], cells: list[Element], *, heading: bool = False) -> Element:
    return row(_ROW_HEIGHT, *(cell(*each) for each in zip(widths, cells, strict=True)), heading=heading)


_DAY: dict[Language, str] = {"zh": "yyyy年M月d日", "en": "d MMMM yyyy"}
_MOMENT: dict[Language, str] = {"zh": "yyyy年M月d日HH:mm", "en": "HH:mm 'on' d MMMM yyyy"}
"""How Word writes what is picked in a calendar."""
