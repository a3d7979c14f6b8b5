"""The company's letterhead as the empty document of a letter: its page, head, foot and styles, and those of ours that it lacks."""

from __future__ import annotations

import io
from copy import deepcopy
from itertools import count

from docx import Document
from docx.document import Document as DocumentType
from docx.oxml.parser import parse_xml
from lxml import etree
from lxml.builder import ElementMaker

from ...model.letterhead import Letterhead
from .archive import pack
from .blank import blank_parts
from .markup import Element, element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DOCUMENT, _SETTINGS, _TYPES = "word/document.xml", "word/settings.xml", "[Content_Types].xml"
_STYLES, _OUR_STYLES = "styles", "word/styles.xml"
_FRAME = ("word/header.xml", "word/footer.xml", "word/footer-guide.xml")
_TEXT = "LetterText"
"""The style of a letter's text: font, size, colour and distance of lines are the company's."""
_NAMING = ("pStyle", "rStyle", "tblStyle")
_PLAIN = {"before": "0", "after": "0", "line": "240", "lineRule": "auto"}
_LINE = ("line", "lineRule")


def document_on(letterhead: Letterhead, colour: str) -> tuple[DocumentType, dict[str, str]]:
    """An empty document on the paper of the company, and what our styles are called in it where it has the same by another id.

    Args:
        letterhead: the paper.
        colour: the company's, in which names are set.
    """
    parts = blank_parts(colour)
    for name in _FRAME:
        del parts[name]
    theirs = next((part for kind, part in letterhead.links.values() if kind == _STYLES), None)
    styles, called = _styles(parts[_OUR_STYLES], letterhead.parts[theirs].content if theirs else b"")
    taken = {name: part for name, part in letterhead.parts.items() if name != theirs}
    parts |= {name: part.content for name, part in taken.items()}
    parts[_OUR_STYLES] = styles
    types = etree.fromstring(parts[_TYPES])
    for name in _FRAME:
        types.remove(next(each for each in types if each.get("PartName") == f"/{name}"))
    for name, part in taken.items():
        if part.media_type:
            types.append(types.makeelement(f"{{{_PACKAGE}/content-types}}Override", _override(name, part.media_type)))
    parts[_TYPES] = _written(types)
    parts[_DOCUMENT] = _with_section(parts[_DOCUMENT], letterhead.section)
    if letterhead.left_and_right:
        settings = etree.fromstring(parts[_SETTINGS])
        next(settings.iter(f"{_W}defaultTabStop")).addnext(element("w:evenAndOddHeaders"))
        parts[_SETTINGS] = _written(settings)
    parts["word/_rels/document.xml.rels"] = _relations(letterhead)
    return Document(io.BytesIO(pack(parts))), called


def first_page_again(letterhead: Letterhead) -> Element:
    """A paragraph behind which a new first page begins, with the head that the paper has for it."""
    return element("w:p", element("w:pPr", element("w:pStyle", val="FormEnd"), parse_xml(letterhead.section)))


def call_by(called: dict[str, str], tree: Element) -> None:
    """Have texts of ours name the styles as the document calls them."""
    for each in tree.iter(*(f"{_W}{name}" for name in _NAMING)):
        each.set(f"{_W}val", called.get(_value(each), _value(each)))


def _override(name: str, media_type: str) -> dict[str, str]:
    return {"PartName": f"/{name}", "ContentType": media_type}


def _with_section(document: bytes, section: bytes) -> bytes:
    tree = etree.fromstring(document)
    body, own = next(tree.iter(f"{_W}body")), next(tree.iter(f"{_W}sectPr"))
    body.replace(own, etree.fromstring(section))
    return _written(tree)


def _relations(letterhead: Letterhead) -> bytes:
    ours = (key for number in count(1) if (key := f"handbook{number}") not in letterhead.links)
    links = {
        next(ours): (_STYLES, _OUR_STYLES),
        next(ours): ("settings", _SETTINGS),
        **{key: link for key, link in letterhead.links.items() if link[0] != _STYLES},
    }
    space = f"{_PACKAGE}/relationships"
    made = ElementMaker(namespace=space, nsmap={None: space})
    return _written(
        made.Relationships(
            *(
                made.Relationship(Id=key, Type=f"{_KINDS}/{kind}", Target=f"/{part}")
                for key, (kind, part) in links.items()
            )
        )
    )


def _styles(ours: bytes, theirs: bytes) -> tuple[bytes, dict[str, str]]:
    """Their styles and those of ours that they lack; what they have under the same name is theirs."""
    own = etree.fromstring(ours)
    if not theirs:
        return ours, {}
    merged = etree.fromstring(theirs)
    there = {_key(style): style for style in merged.iter(f"{_W}style")}
    standing = {style.get(f"{_W}type"): style for style in there.values() if style.get(f"{_W}default") in ("1", "true")}
    ids = {style.get(f"{_W}styleId") for style in there.values()}
    called: dict[str, str] = {}
    added = []
    for style in own.iter(f"{_W}style"):
        name = _value(style, "styleId")
        known = standing.get(style.get(f"{_W}type")) if style.get(f"{_W}default") else there.get(_key(style))
        if known is not None:
            called[name] = _value(known, "styleId")
            continue
        called[name] = name if name not in ids else f"{name}Handbook"
        added.append(deepcopy(style))
    for style in added:
        _fit(style)
        style.set(f"{_W}styleId", called[_value(style, "styleId")])
        for link in style.iterchildren(*(f"{_W}{each}" for each in ("basedOn", "next", "link"))):
            link.set(f"{_W}val", called.get(_value(link), _value(link)))
        merged.append(style)
    return _written(merged), {name: other for name, other in called.items() if name != other}


def _key(style: Element) -> tuple[str | None, str]:
    """By what two styles are the same: programs name ids by their language, and names only in case."""
    name = style.find(f"{_W}name")
    return style.get(f"{_W}type"), ("" if name is None else _value(name)).lower()


def _value(each: Element, name: str = "val") -> str:
    return each.get(f"{_W}{name}") or ""


def _fit(style: Element) -> None:
    """Have a style of ours go with a document that is not: what it took from our document it says itself, a letter's text is the company's."""
    if style.get(f"{_W}type") != "paragraph":
        return
    based = style.find(f"{_W}basedOn")
    if based is None or based.get(f"{_W}val") != "Normal":
        return
    properties = style.find(f"{_W}pPr")
    if properties is None:
        properties = element("w:pPr")
        looks = style.find(f"{_W}rPr")
        (style.append if looks is None else looks.addprevious)(properties)
    spacing = properties.find(f"{_W}spacing")
    if spacing is None:
        spacing = element("w:spacing")
        _in_order(properties, spacing)
    for key, value in _PLAIN.items():
        if f"{_W}{key}" not in spacing.attrib:
            spacing.set(f"{_W}{key}", value)
    if style.get(f"{_W}styleId") == _TEXT:
        for key in _LINE:
            spacing.attrib.pop(f"{_W}{key}")
        for looks in style.findall(f"{_W}rPr"):
            style.remove(looks)


def _in_order(properties: Element, spacing: Element) -> None:
    behind = [each for each in properties if etree.QName(each).localname in ("ind", "jc", "outlineLvl")]
    if behind:
        behind[0].addprevious(spacing)
    else:
        properties.append(spacing)


def _written(tree: Element) -> bytes:
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
