"""The empty document that every form starts from: our styles and settings, instead of python-docx's old ones."""

from __future__ import annotations

import io
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentType
from docx.oxml.ns import qn

from ...model.brand import OWN, mixed
from .archive import pack
from .markup import TINT, Element

_FOLDER = Path(__file__).parent / "blank"


def tinted(block: Element, colour: str) -> None:
    """Put a shade of the company's colour behind labels, in place of the handbook's.

    Args:
        block: a part of the document.
        colour: the company's.
    """
    if colour != OWN:
        for shade in block.iter(qn("w:shd")):
            if shade.get(qn("w:fill")) == TINT:
                shade.set(qn("w:fill"), mixed(colour, "#ffffff", 0.92).removeprefix("#").upper())


def blank_document(colour: str) -> DocumentType:
    """A new document with no content.

    Args:
        colour: the company's, in which names are set.
    """
    return Document(io.BytesIO(pack(blank_parts(colour))))


def blank_parts(colour: str) -> dict[str, bytes]:
    """Its parts by name; `blank/` holds them as they stand in the file, in the handbook's colour.

    Args:
        colour: the company's, in which names are set.
    """
    own = (OWN.removeprefix("#").upper().encode(), colour.removeprefix("#").upper().encode())
    return {
        file.relative_to(_FOLDER).as_posix(): file.read_bytes().replace(*own)
        for file in _FOLDER.rglob("*")
        if file.is_file()
    }
