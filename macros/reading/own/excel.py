"""The places of an Excel file: cells that bear a name, and marks in the text of cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from ...model.own_form import Found, Place, Widget, gathered
from .archive import RELATIONS, Parts, Unfit, attribute, is_on, marks

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_CELLS = re.compile(r"(?:'(?P<quoted>(?:[^']|'')+)'|(?P<plain>[^'!]+))!(?P<range>\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)")
_DAYS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
"""The built-in formats of numbers that show a day or a time."""
_FEWEST, _MOST_LISTED = 2, 200
_WIDGETS: Mapping[str, Widget] = {"date": "date", "time": "text", "whole": "number", "decimal": "number"}


def find(content: bytes) -> Found:
    """What bears a name in an Excel file.

    Raises:
        Closed: where nothing can be filled in, `Unfit` where it is none of its kind.
        BadZipFile, XMLSyntaxError, KeyError, ValueError: for one that is damaged.
    """
    parts = Parts(content)
    if "[Content_Types].xml" not in parts:
        raise Unfit("is no Excel file inside")
    main = parts.main()
    workbook = parts.tree(main)
    if workbook.tag != f"{S}workbook":
        raise Unfit("is no Excel file inside")
    return _Reader(parts, main, workbook).found()


class _Reader:
    """Reads one file."""

    def __init__(self, parts: Parts, main: str, workbook: etree._Element):
        self._workbook, related = workbook, parts.related(main)
        of_kind = {kind: part for kind, part in related.values() if part in parts}
        self._main, self._strings_part = main, of_kind.get("sharedStrings")
        self._strings = list(parts.tree(self._strings_part).iter(f"{S}si")) if self._strings_part else []
        self._styles = parts.tree(of_kind["styles"]) if "styles" in of_kind else None
        self._sheets: dict[str, tuple[str, etree._Element]] = {}
        for sheet in workbook.iter(f"{S}sheet"):
            kind, part = related[sheet.get(f"{RELATIONS}id") or ""]
            if kind == "worksheet":
                self._sheets[sheet.get("name") or ""] = part, parts.tree(part)
        self._left: list[str] = []

    def found(self) -> Found:
        """All places, those of cells first."""
        places = [*self._named(), *self._marked()]
        settings = self._workbook.find(f"{S}workbookPr")
        document = {
            "workbook": self._main,
            "strings": self._strings_part,
            "sheets": [{"name": name, "part": part} for name, (part, _) in self._sheets.items()],
            "since1904": settings is not None and is_on(settings.get("date1904") or "0"),
        }
        return gathered(places, left=self._left, document=document)

    def _named(self) -> Iterator[Place]:
        for defined in self._workbook.iter(f"{S}definedName"):
            name, cells = defined.get("name") or "", _CELLS.fullmatch((defined.text or "").strip())
            if name.startswith("_xlnm") or is_on(defined.get("hidden") or "0") or not cells:
                continue
            sheet = (cells["quoted"] or cells["plain"]).replace("''", "'")
            if sheet not in self._sheets:
                continue
            part, tree = self._sheets[sheet]
            first, *last = cells["range"].replace("$", "").split(":")
            merged = [(each.get("ref") or "").split(":") for each in tree.iter(f"{S}mergeCell")]
            if last and last[0] != first and [first, *last] not in merged:
                continue  # A range, such as the answers of a list.
            around = next((each for each in merged if each[0] != first and _within(first, each)), None)
            cell = tree.find(f"{S}sheetData/{S}row/{S}c[@r='{first}']")
            if around:
                self._left.append(f"{name} (stands within merged cells)")
            elif cell is not None and cell.find(f"{S}f") is not None:
                self._left.append(f"{name} (holds a formula)")
            else:
                yield self._place(name, part, tree, first, cell)

    def _place(self, name: str, part: str, tree: etree._Element, at: str, cell: etree._Element | None) -> Place:
        style = self._style(_style_of(tree, at, cell))
        dated = _shows_day(style, self._styles)
        alignment = style.find(f"{S}alignment") if style is not None else None
        wraps = alignment is not None and is_on(alignment.get("wrapText") or "0")
        where = {"part": part, "cell": at, "dated": dated, "wraps": wraps}
        check = next(
            (each for each in tree.iter(f"{S}dataValidation") if _is_of(at, each.get("sqref") or "")),
            None,
        )
        kind = attribute(check, "type")
        if kind == "list" and check is not None:
            answers = self._answers((check.findtext(f"{S}formula1") or "").strip())
            if len(answers) >= _FEWEST:
                return Place(name, "choice", "", tuple((each, each) for each in answers), (where,))
        usual: Widget = "date" if dated else "number" if _holds_number(cell) else "text"
        return Place(name, _WIDGETS.get(kind) or usual, where=(where,))

    def _answers(self, formula: str) -> list[str]:
        """What a list offers: written in it, or in cells of the file."""
        if formula.startswith('"'):
            found = [each.strip() for each in formula.strip('"').replace('""', '"').split(",")]
            return list(dict.fromkeys(each for each in found if each))
        named = (each.text for each in self._workbook.iter(f"{S}definedName") if each.get("name") == formula)
        cells = _CELLS.fullmatch((next(named, None) or formula).strip())
        sheet = (cells["quoted"] or cells["plain"]).replace("''", "'") if cells else ""
        if not cells or sheet not in self._sheets:
            return []
        between = cells["range"].replace("$", "").split(":")
        said = (
            self._text(cell) for cell in self._sheets[sheet][1].iter(f"{S}c") if _within(cell.get("r") or "", between)
        )
        return list(dict.fromkeys(each for each in said if each.strip()))[:_MOST_LISTED]

    def _marked(self) -> Iterator[Place]:
        used = set()
        for _part, tree in self._sheets.values():
            for cell in tree.iter(f"{S}c"):
                used |= {int(cell.findtext(f"{S}v") or -1)} if cell.get("t") == "s" else set()
        for number, text in enumerate(self._strings):
            if number in used:
                yield from (Place(name, where=({"marked": True},)) for name in marks(_words(text)))
        for _part, tree in self._sheets.values():
            for text in tree.iter(f"{S}is"):
                yield from (Place(name, where=({"marked": True},)) for name in marks(_words(text)))
            for cell in tree.iter(f"{S}c"):
                # Some libraries write texts as if formulas had come to them.
                if cell.get("t") == "str" and cell.find(f"{S}f") is None:
                    said = cell.findtext(f"{S}v") or ""
                    yield from (Place(name, where=({"marked": True},)) for name in marks(said))

    def _text(self, cell: etree._Element) -> str:
        value = cell.findtext(f"{S}v") or ""
        if cell.get("t") == "s":
            return _words(self._strings[int(value)])
        inline = cell.find(f"{S}is")
        return _words(inline) if inline is not None else value

    def _style(self, number: int) -> etree._Element | None:
        found = self._styles.findall(f"{S}cellXfs/{S}xf") if self._styles is not None else []
        return found[number] if number < len(found) else None


def _holds_number(cell: etree._Element | None) -> bool:
    return cell is not None and cell.get("t") in (None, "n") and bool(cell.findtext(f"{S}v"))


def _style_of(tree: etree._Element, at: str, cell: etree._Element | None) -> int:
    """The style of a cell; where it is not written down, that of its row or its column."""
    if cell is not None:
        return int(cell.get("s") or 0)
    letters, number = _parts(at)
    row = tree.find(f"{S}sheetData/{S}row[@r='{number}']")
    if row is not None and is_on(row.get("customFormat") or "0"):
        return int(row.get("s") or 0)
    columns = (
        each for each in tree.iter(f"{S}col") if int(each.get("min") or 0) <= letters <= int(each.get("max") or 0)
    )
    return int(attribute(next(columns, None), "style") or 0)


def _shows_day(style: etree._Element | None, styles: etree._Element | None) -> bool:
    number = int(attribute(style, "numFmtId") or 0)
    if styles is None or number in _DAYS:
        return number in _DAYS
    own = styles.find(f"{S}numFmts/{S}numFmt[@numFmtId='{number}']")
    code = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", attribute(own, "formatCode"))
    return bool(re.search(r"[yd]|m.*[yd]", code, re.IGNORECASE)) and "General" not in code


def _words(text: etree._Element) -> str:
    """What a text says, without how its signs are pronounced."""
    runs = (each for each in text.iter(f"{S}t") if not any(above.tag == f"{S}rPh" for above in each.iterancestors()))
    return "".join(each.text or "" for each in runs)


def _parts(cell: str) -> tuple[int, int]:
    letters = cell.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = 26 * column + ord(letter) - 64
    return column, int(cell[len(letters) :])


def _within(cell: str, between: list[str]) -> bool:
    if not cell:
        return False
    (column, row), first, last = _parts(cell), _parts(between[0]), _parts(between[-1])
    return first[0] <= column <= last[0] and first[1] <= row <= last[1]


def _is_of(cell: str, references: str) -> bool:
    return any(_within(cell, each.split(":")) for each in references.replace("$", "").split())
