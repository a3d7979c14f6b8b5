"""The empty document that every form starts from: our styles and settings, instead of python-docx's old ones."""

from __future__ import annotations

import io
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentType

from .archive import pack

_FOLDER = Path(__file__).parent / "blank"


def blank_document() -> DocumentType:
    """A new document with no content."""
    return Document(io.BytesIO(pack(blank_parts())))


def blank_parts() -> dict[str, bytes]:
    """Its parts by name; `blank/` holds them as they stand in the file."""
    return {file.relative_to(_FOLDER).as_posix(): file.read_bytes() for file in _FOLDER.rglob("*") if file.is_file()}
