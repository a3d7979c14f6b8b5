"""Word files as Word and other programs leave them: a form of ours, changed in one way."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from docx.oxml.ns import qn
from lxml import etree

DOCUMENT = "word/document.xml"
STRICT = b"http://purl.oclc.org/ooxml/"
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "own": "urn:somebody-else",
    }.items()
)

Change = Callable[[etree._Element], None]


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def changed(content: bytes, *changes: Change) -> bytes:
    """A Word file whose text was changed."""
    parts = parts_of(content)
    root = etree.fromstring(parts[DOCUMENT])
    for change in changes:
        change(root)
    return packed({**parts, DOCUMENT: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)})


def elements(xml: str) -> list[etree._Element]:
    """XML of a text, its prefixes known."""
    return list(etree.fromstring(f"<x {_NAMESPACES}>{xml}</x>"))


def tagged(root: etree._Element, tag: str) -> list[etree._Element]:
    """The controls with a tag."""
    return [
        control
        for control in root.iter(qn("w:sdt"))
        if (found := control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")) is not None and found.get(qn("w:val")) == tag
    ]


def filled_with(tag: str, xml: str, number: int = 0) -> Change:
    """Somebody types: the content of a control becomes this, and the word that it shows its prompt goes."""

    def change(root: etree._Element) -> None:
        control = tagged(root, tag)[number]
        for prompt in control.findall(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}"):
            prompt.getparent().remove(prompt)
        content = control.find(qn("w:sdtContent"))
        content[:] = elements(xml)

    return change


def typed(tag: str, text: str, number: int = 0) -> Change:
    """Somebody types a text on one line."""
    return filled_with(tag, run(text), number)


def run(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return f'<w:r><w:t xml:space="preserve">{escaped}</w:t></w:r>'


def dropped(*names: str) -> Change:
    """A program that does not know these properties of controls leaves them out."""

    def change(root: etree._Element) -> None:
        for name in names:
            sample = elements(f"<{name}/>")[0]
            for found in list(root.iter(sample.tag)):
                found.getparent().remove(found)

    return change


def without_control(tag: str, number: int = 0) -> Change:
    """A program, or a reader, takes a control away and leaves its words."""

    def change(root: etree._Element) -> None:
        control = tagged(root, tag)[number]
        for child in list(control.find(qn("w:sdtContent"))):
            control.addprevious(child)
        control.getparent().remove(control)

    return change


def without(tag: str, part: str) -> Change:
    """A program takes a part of a control away."""

    def change(root: etree._Element) -> None:
        control = tagged(root, tag)[0]
        control.remove(control.find(qn(f"w:{part}")))

    return change


def rows_of(root: etree._Element, tag: str) -> list[etree._Element]:
    """The rows of a table in which controls with this tag stand."""
    return [next(control.iterancestors(qn("w:tr"))) for control in tagged(root, tag)]
