"""How much of a page the blocks of a form take, about as Word sets them; one that would take a second page for little is set closer."""

from __future__ import annotations

from collections.abc import Iterator

from docx.oxml.ns import qn

from ...model.letterhead import MM
from .body import ROW_HEIGHT
from .markup import Element, element

_HEIGHTS = {"Title": 28.0, "Heading1": 22.0, "FormCaption": 18.0, "FormGap": 6.0, "FormEnd": 1.0}
"""Of paragraphs by their style, with what is free around them, in points."""
_LINE = 12.5
"""Of a line in a cell."""
_LEFT = 12.0
"""What a page may have to spare for fonts with higher lines, in points."""
_CLOSE_ROW, _CLOSE_TEXT, _CLOSE_LINE, _CLOSE_HEADING = round(5.2 * MM), round(6.6 * MM), 200, 40
"""The least height of a row, and of one for a long text; a line of a label of two; what is free above a heading; in twentieths of a point."""
_FEWEST, _FEWER = 3, 2
"""How many rows a table keeps, and how many it may lose: on the screen each “+” brings one more."""
_ITEM = qn("w:sdtPr") + "/{http://schemas.microsoft.com/office/word/2012/wordml}repeatingSectionItem"


def fit(blocks: list[Element], page: float) -> None:
    """Set blocks closer where they would take more than a page.

    Args:
        blocks: of a form, without the page that says how it is filled in.
        page: the height of its text area, in points.
    """
    if sum(map(_height, blocks)) > page - _LEFT:
        for block in blocks:
            _set_close(block)


def _height(block: Element) -> float:
    if block.tag == qn("w:tbl"):
        return sum(map(_row, block.iter(qn("w:tr"))))
    return _HEIGHTS.get(_style(block), _LINE)


def _row(row: Element) -> float:
    least = [int(each.get(qn("w:val")) or 0) / 20 for each in row.iter(qn("w:trHeight"))]
    texts = [sum(map(_text, cell.iter(qn("w:p")))) for cell in row.iter(qn("w:tc"))]
    return max(*least, *texts)


def _text(paragraph: Element) -> float:
    lines = 1 + sum(1 for _ in paragraph.iter(qn("w:br")))
    return _HEIGHTS["FormEnd"] if _style(paragraph) == "FormEnd" else lines * _LINE


def _style(paragraph: Element) -> str:
    return next((each.get(qn("w:val")) or "" for each in paragraph.iter(qn("w:pStyle"))), "")


def _set_close(block: Element) -> None:
    rows = list(_items(block))
    for surplus in rows[max(_FEWEST, len(rows) - _FEWER) :]:
        surplus.getparent().remove(surplus)  # type: ignore[union-attr]  # it stands in the list
    for height in block.iter(qn("w:trHeight")):
        is_long = height.getparent().find(qn("w:cantSplit")) is None  # type: ignore[union-attr]  # it stands in the row
        if is_long or height.get(qn("w:val")) == str(ROW_HEIGHT):
            height.set(qn("w:val"), str(_CLOSE_TEXT if is_long else _CLOSE_ROW))
    for paragraph in block.iter(qn("w:p")):
        if _style(paragraph) == "Heading1":
            _space(paragraph, before=_CLOSE_HEADING)
        elif _style(paragraph) == "FormLabel" and next(paragraph.iter(qn("w:br")), None) is not None:
            _space(paragraph, line=_CLOSE_LINE, lineRule="exact")


def _items(within: Element) -> Iterator[Element]:
    return (each for each in within.iter(qn("w:sdt")) if each.find(_ITEM) is not None)


def _space(paragraph: Element, **distances: int | str) -> None:
    """Give a paragraph distances of its own; the schema wants them before what sets it to the right."""
    spacing = element("w:spacing", **distances)
    for aligned in paragraph.iter(qn("w:jc")):
        aligned.addprevious(spacing)
        return
    next(paragraph.iter(qn("w:pPr"))).append(spacing)
