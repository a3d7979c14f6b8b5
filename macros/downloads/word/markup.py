"""WordprocessingML elements: what python-docx has no call for is made here, with its own element factory."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, TypeAlias

from docx.oxml.ns import qn
from docx.oxml.parser import oxml_parser
from lxml.etree import _Element

from ...model.languages import Language

Element: TypeAlias = _Element
"""An element of a Word document."""

TINT = "EEF3F8"
"""The colour behind labels."""
_NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
}
_PREFIXES = {prefix: {prefix: namespace} for prefix, namespace in _NAMESPACES.items()}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_HELD = re.compile(
    r"(?<=(?<!\d)\d{4})-(?=\d\d-\d\d(?!\d))|(?<=(?<!\d)\d{4}-\d\d)-(?=\d\d(?!\d))"
    r"|(?<=(?<![\w@/.-])[A-Za-z])-(?=[a-z]+\b(?![-@/._]))"
)
"""The hyphens at which no line may end: of a day in figures, and behind a single letter, as in “e-mail”; none of an address."""
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def holdable(text: str) -> str:
    """The text without the characters that XML cannot hold, such as control characters."""
    return _NOT_XML.sub("", text)


def clipped(text: str, length: int) -> str:
    """The text on one line, and no longer than Word allows at that place.

    Args:
        text: any text.
        length: the limit in UTF-16 units, by which Word counts.
    """
    line = " ".join(holdable(text).split())
    units = line.encode("utf-16-le")
    return line if len(units) <= 2 * length else units[: 2 * (length - 1)].decode("utf-16-le", "ignore") + "…"


def element(tag: str, *children: Element, **attributes: Any) -> Element:
    """An element with its children; attributes take the prefix of the tag: `element("w:jc", val="center")`."""
    prefix, name = tag.split(":")
    made = oxml_parser.makeelement(
        _qualified(prefix, name),
        {_qualified(prefix, key): str(value) for key, value in attributes.items()},
        _PREFIXES[prefix],
    )
    made.extend(children)
    return made


@cache
def _qualified(prefix: str, name: str) -> str:
    """The name as lxml writes it; a document has some thousand elements, of a few dozen names."""
    return f"{{{_NAMESPACES[prefix]}}}{name}"


def run(text: str, language: Language | None = None, style: str | None = None) -> Element:
    """A run of text; line breaks stay, and a day in figures stays on its line, as does “e-mail”.

    Args:
        text: what it says.
        language: `zh` makes marks that both scripts share, such as “ ” and …, full-width.
        style: the id of a character style.
    """
    properties = element("w:rPr")
    if style:
        properties.append(element("w:rStyle", val=style))
    if language == "zh":
        properties.append(element("w:rFonts", hint="eastAsia"))
    made = element("w:r", properties) if len(properties) else element("w:r")
    for number, line in enumerate(holdable(text).split("\n")):
        if number:
            made.append(element("w:br"))
        for place, part in enumerate(_HELD.split(line)):
            if place:
                made.append(element("w:noBreakHyphen"))
            words = element("w:t")
            words.text = part
            words.set(_SPACE, "preserve")
            made.append(words)
    return made


def tab() -> Element:
    """A run that jumps to the next tab stop."""
    return element("w:r", element("w:tab"))


def running(code: str, number: int) -> Element:
    """A field that Word keeps up to date, such as `PAGE`, and the number that it shows until then."""
    return element("w:fldSimple", run(str(number)), instr=code)


def paragraph(style: str, *content: Element, right_tab: int | None = None, at_end: bool = False) -> Element:
    """A paragraph in a paragraph style, with a tab stop at the right margin if `right_tab` says where that is, or set to the right."""
    properties = element("w:pPr", element("w:pStyle", val=style))
    if right_tab:
        properties.append(element("w:tabs", element("w:tab", val="right", pos=right_tab)))
    if at_end:
        properties.append(element("w:jc", val="right"))
    return element("w:p", properties, *content)


def keep_with_next(block: Element) -> None:
    """Keep every paragraph of a block on one page with what follows it."""
    for properties in block.iter(qn("w:pPr")):
        style = properties.find(qn("w:pStyle"))
        properties.insert(0 if style is None else 1, element("w:keepNext"))


def cell(
    width: int,
    *content: Element,
    span: int = 1,
    fill: str | None = None,
    middle: bool = True,
    bottom: bool = False,
    lines: bool = True,
    merged: bool | None = None,
) -> Element:
    """A cell of a table.

    Args:
        width: in twentieths of a point.
        content: paragraphs, or block-level controls that hold them.
        span: how many columns it takes.
        fill: the colour behind it, six hexadecimal digits.
        middle: whether the content stands in the middle of the height, else at the top.
        bottom: whether it stands at the bottom instead.
        lines: whether it is framed as its table is, or only where the next cell begins.
        merged: whether it goes on from the row above, or may go on below; a cell of one row says nothing.
    """
    properties = element("w:tcPr", element("w:tcW", w=width, type="dxa"))
    if span > 1:
        properties.append(element("w:gridSpan", val=span))
    if merged is not None:
        properties.append(element("w:vMerge") if merged else element("w:vMerge", val="restart"))
    if not lines:
        edges = (element(f"w:{edge}", val="nil") for edge in ("top", "left", "bottom"))
        properties.append(element("w:tcBorders", *edges))
    if fill:
        properties.append(element("w:shd", val="clear", color="auto", fill=fill))
    if not lines:
        # What stands in no frame begins where headings do.
        properties.append(element("w:tcMar", element("w:left", w=0, type="dxa")))
    if middle or bottom:
        properties.append(element("w:vAlign", val="bottom" if bottom else "center"))
    return element("w:tc", properties, *content)


def row(height: int, *cells: Element, heading: bool = False, whole: bool = True) -> Element:
    """A row of a table.

    Args:
        height: the least height, in twentieths of a point.
        cells: its cells.
        heading: whether it is repeated at the top of each page.
        whole: whether it stays on one page.
    """
    properties = element("w:trPr")
    if whole:
        properties.append(element("w:cantSplit"))
    properties.append(element("w:trHeight", val=height, hRule="atLeast"))
    if heading:
        properties.append(element("w:tblHeader"))
    return element("w:tr", properties, *cells)


def table(style: str, widths: list[int], *rows: Element, name: str) -> Element:
    """A table of fixed column widths, in twentieths of a point; those who hear it are told its name."""
    return element(
        "w:tbl",
        element(
            "w:tblPr",
            element("w:tblStyle", val=style),
            element("w:tblW", w=sum(widths), type="dxa"),
            element("w:tblLayout", type="fixed"),
            element("w:tblCaption", val=holdable(name)),
        ),
        element("w:tblGrid", *(element("w:gridCol", w=width) for width in widths)),
        *rows,
    )
