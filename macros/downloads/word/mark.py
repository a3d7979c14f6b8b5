"""The mark by which a program that reads a Word form back knows which form it is: a document property of our own.

Word, WPS and LibreOffice keep such a property when they save; other places they write anew.
"""

from __future__ import annotations

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree
from lxml.builder import ElementMaker

NAME = "handbook-template"
"""The name of the property; its value is the id of the template."""

_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_OUR_OWN = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set of properties that the standard leaves to users; their numbers begin at 2."""


def mark(document: Document, template_id: str) -> None:
    """Say in a document which template it was made from."""
    made = ElementMaker(namespace=_PROPERTIES, nsmap={None: _PROPERTIES, "vt": _TYPES})
    value = ElementMaker(namespace=_TYPES).lpwstr(template_id)
    properties = made.Properties(made.property(value, fmtid=_OUR_OWN, pid="2", name=NAME))
    content = etree.tostring(properties, xml_declaration=True, encoding="UTF-8", standalone=True)
    package = document.part.package
    part = Part(PackURI("/docProps/custom.xml"), CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, content, package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
