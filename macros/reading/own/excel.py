"""The places of an Excel file: cells that bear a name, and marks in the text of cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from ...model.own_form import Found, Left, Place, Widget, gathered
from .archive import RELATIONS, Parts, Unfit, attribute, is_on, marks

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_CELLS = re.compile(
    r"(?:(?:'(?P<quoted>(?:[^']|'')+)'|(?P<plain>[^'!]+))!)?(?P<range>\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)"
)
_DAYS = frozenset({*range(14, 18), 22, *range(27, 32), 36, *range(50, 55), 57, 58})
"""The built-in formats of numbers that show a day; those between them show a time only."""
_X14 = "{http://schemas.microsoft.com/office/spreadsheetml/2009/9/main}"
_XM = "{http://schemas.microsoft.com/office/excel/2006/main}"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
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
        self._hidden: set[str] = set()
        self._heads: dict[str, list[str]] = {}
        self._beside: list[str] = []
        for sheet in workbook.iter(f"{S}sheet"):
            kind, part = related[sheet.get(f"{RELATIONS}id") or ""]
            if kind == "worksheet":
                name = sheet.get("name") or ""
                self._sheets[name] = part, parts.tree(part)
                self._hidden |= {name} if sheet.get("state") in ("hidden", "veryHidden") else set()
                self._look_beside(parts, part)
        self._left: list[Left] = []

    def _look_beside(self, parts: Parts, sheet: str) -> None:
        """What belongs to a sheet and stands in parts of its own: heads of tables, and texts that are drawn over it."""
        for kind, part in parts.related(sheet).values():
            if part in parts and kind == "table":
                tree = parts.tree(part)
                if tree.get("headerRowCount") != "0":
                    first, last = ((tree.get("ref") or "A1").split(":") * 2)[:2]
                    ends = last.rstrip("0123456789") + first.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
                    self._heads.setdefault(sheet, []).append(f"{first}:{ends}")
            elif part in parts and kind == "drawing":
                for paragraph in parts.tree(part).iter(f"{_DRAWN}p"):
                    self._beside += marks("".join(each.text or "" for each in paragraph.iter(f"{_DRAWN}t")))

    def found(self) -> Found:
        """All places, those of cells first."""
        headed = set(self._in_heads())
        places = [*self._named(), *(each for each in self._marked() if each.name not in headed)]
        self._left += [Left(name, "stands in the head of a table whose columns go by it") for name in sorted(headed)]
        for _part, tree in self._sheets.values():
            for setting in tree.iterfind(f"{S}headerFooter/*"):
                self._beside += marks(setting.text or "")
        self._left += [
            Left(name, "stands in a text box or in a header or footer") for name in dict.fromkeys(self._beside)
        ]
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
            sheet = _sheet_of(cells)
            if sheet not in self._sheets:
                continue
            part, tree = self._sheets[sheet]
            first, *last = cells["range"].replace("$", "").split(":")
            merged = [(each.get("ref") or "").split(":") for each in tree.iter(f"{S}mergeCell")]
            if last and last[0] != first and [first, *last] not in merged:
                if sheet not in self._hidden and not self._is_reckoned_with(name, defined.text or ""):
                    self._left.append(Left(name, "names several cells that are not merged"))
                continue
            around = next((each for each in merged if each[0] != first and _within(first, each)), None)
            cell = tree.find(f"{S}sheetData/{S}row/{S}c[@r='{first}']")
            if sheet in self._hidden:
                self._left.append(Left(name, "stands on a hidden sheet"))
            elif self._is_head(part, first):
                self._left.append(Left(name, "stands in the head of a table whose columns go by it"))
            elif around:
                self._left.append(Left(name, "stands within merged cells"))
            elif cell is not None and cell.find(f"{S}f") is not None:
                self._left.append(Left(name, "holds a formula"))
            else:
                yield self._place(name, part, tree, first, cell)

    def _is_reckoned_with(self, name: str, cells: str) -> bool:
        """Whether a formula, a list of answers or another name uses a name of several cells; then nobody is to fill them in."""
        tags = (*(f"{S}{each}" for each in ("f", "formula", "formula1", "formula2")), f"{_XM}f")
        said = [each.text or "" for _part, tree in self._sheets.values() for each in tree.iter(*tags)]
        others = (each for each in self._workbook.iter(f"{S}definedName") if each.get("name") != name)
        said += [each.text or "" for each in others]
        used = re.compile(rf"(?<![\w.]){re.escape(name)}(?![\w.])", re.IGNORECASE)
        return any(used.search(formula) or cells in formula for formula in said)

    def _place(self, name: str, part: str, tree: etree._Element, at: str, cell: etree._Element | None) -> Place:
        style = self._style(_style_of(tree, at, cell))
        dated = _shows_day(style, self._styles)
        alignment = style.find(f"{S}alignment") if style is not None else None
        wraps = alignment is not None and is_on(alignment.get("wrapText") or "0")
        where = {"part": part, "cell": at, "dated": dated, "wraps": wraps}
        kind, formula = _check_of(tree, at)
        if kind == "list":
            sheet = next(each for each, (own, _) in self._sheets.items() if own == part)
            answers = self._answers(formula, sheet)
            if len(answers) >= _FEWEST:
                return Place(name, "choice", "", tuple((each, each) for each in answers), (where,))
        usual: Widget = "date" if dated else "number" if _holds_number(cell) else "text"
        return Place(name, _WIDGETS.get(kind) or usual, where=(where,))

    def _is_head(self, part: str, cell: str) -> bool:
        return any(_within(cell, head.split(":")) for head in self._heads.get(part, ()))

    def _in_heads(self) -> Iterator[str]:
        """The names of marks in heads of tables."""
        for part, tree in self._sheets.values():
            for cell in tree.iter(f"{S}c") if part in self._heads else ():
                if self._is_head(part, cell.get("r") or ""):
                    yield from marks(self._text(cell))

    def _answers(self, formula: str, own: str) -> list[str]:
        """What a list offers: written in it, or in cells of the file; a sheet that is not named is its own."""
        if formula.startswith('"'):
            found = [each.strip() for each in formula.strip('"').replace('""', '"').split(",")]
            return list(dict.fromkeys(each for each in found if each))
        named = (each.text for each in self._workbook.iter(f"{S}definedName") if each.get("name") == formula)
        cells = _CELLS.fullmatch((next(named, None) or formula).strip())
        sheet = (_sheet_of(cells) or own) if cells else ""
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


def _sheet_of(cells: re.Match[str]) -> str:
    return (cells["quoted"] or cells["plain"] or "").replace("''", "'")


def _check_of(tree: etree._Element, at: str) -> tuple[str, str]:
    """What a cell takes: the kind, and the formula that says more of it. Later versions of Excel write lists of other sheets apart."""
    for each in tree.iter(f"{S}dataValidation"):
        if _is_of(at, each.get("sqref") or ""):
            return each.get("type") or "", (each.findtext(f"{S}formula1") or "").strip()
    for each in tree.iter(f"{_X14}dataValidation"):
        if _is_of(at, each.findtext(f"{_XM}sqref") or ""):
            return each.get("type") or "", (each.findtext(f"{_X14}formula1/{_XM}f") or "").strip()
    return "", ""


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
