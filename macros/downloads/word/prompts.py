"""The grey words that a control shows while it is empty, kept in the file so that they come back when it is cleared."""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from .markup import Element, element, holdable, paragraph, run

STYLE = "PlaceholderText"
BLANK = "\u00a0" * 5
"""What the standard shows in an empty control that has no words of its own."""

_SPACE = uuid.UUID("6f2c4a1e-8a53-5c0b-9d1f-3d0a6c0b7e55")


class Prompts:
    """The prompts of one document; the same words are kept once."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def name(self, words: str) -> str:
        """The name by which a control refers to its prompt."""
        return self._names.setdefault(holdable(words), f"Prompt{len(self._names) + 1}")

    def keep_in(self, document: Document, called: Mapping[str, str]) -> None:
        """Add the part that holds the prompts: Word's “glossary”, which has styles of its own.

        Args:
            document: gets it.
            called: ids of our styles in it, where they are not our own.
        """
        package, main = document.part.package, document.part
        entries = [_entry(name, words, called) for words, name in self._names.items()]
        content = etree.tostring(
            element("w:glossaryDocument", element("w:docParts", *entries)),
            xml_declaration=True,
            encoding="UTF-8",
            standalone=True,
        )
        glossary = Part(PackURI("/word/glossary/document.xml"), CONTENT_TYPE.WML_DOCUMENT_GLOSSARY, content, package)
        look = main.part_related_by(RELATIONSHIP_TYPE.STYLES).blob
        styles = Part(PackURI("/word/glossary/styles.xml"), CONTENT_TYPE.WML_STYLES, look, package)
        glossary.relate_to(styles, RELATIONSHIP_TYPE.STYLES)
        main.relate_to(glossary, RELATIONSHIP_TYPE.GLOSSARY_DOCUMENT)


def _entry(name: str, words: str, called: Mapping[str, str]) -> Element:
    guid = str(uuid.uuid5(_SPACE, words)).upper()
    return element(
        "w:docPart",
        element(
            "w:docPartPr",
            element("w:name", val=name),
            element("w:category", element("w:name", val="General"), element("w:gallery", val="placeholder")),
            element("w:types", element("w:type", val="bbPlcHdr")),
            element("w:behaviors", element("w:behavior", val="content")),
            element("w:guid", val=f"{{{guid}}}"),
        ),
        element(
            "w:docPartBody",
            paragraph(called.get("FormAnswer", "FormAnswer"), run(words, style=called.get(STYLE, STYLE))),
        ),
    )
