"""What of a form of the company's own can be filled in: the places that bear a name, in a file of each format.

Only what the file itself names is found: content controls, form fields, `{{name}}` and `[[name]]` in Word; named cells and
the same marks in Excel; the fields of a PDF. Nothing is guessed from labels or dotted lines. The scripts in
`overrides/forms/own/` find the same places by what is said of them here: change both together.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree

from ...model.own_form import Found
from . import excel, word
from .archive import Closed, Unfit

DAMAGED = "is damaged or locked by a password"
_FIRST_OF_A_PDF = 1024
"""Among so many bytes programs look for its mark."""
_COMPOUND, _LOCKED = bytes.fromhex("d0cf11e0a1b11ae1"), "EncryptedPackage".encode("utf-16-le")
"""Under a password an Office file is wrapped into a file of the old kind, which names what it holds."""


def find(content: bytes, ending: str) -> Found:
    """What bears a name in a file.

    Args:
        content: the file.
        ending: docx, xlsx or pdf.
    """
    try:
        _look_at(content, ending)
        if ending == "pdf":
            from . import pdf  # its library is needed by those only who have such a form

            return pdf.find(content)
        return {"docx": word.find, "xlsx": excel.find}[ending](content)
    except Closed as reason:
        return Found(closed=str(reason), unfit=isinstance(reason, Unfit))
    except (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, KeyError, ValueError, EOFError, NotImplementedError):
        return Found(closed=DAMAGED)


def _look_at(content: bytes, ending: str) -> None:
    """Refuse what is no file of its kind, whatever its name says."""
    if not content:
        raise Unfit("is empty")
    if ending == "pdf":
        if b"%PDF-" not in content[:_FIRST_OF_A_PDF]:
            raise Unfit("is no PDF inside")
    elif content.startswith(_COMPOUND) and _LOCKED in content:
        raise Closed("is locked by a password")
    elif not zipfile.is_zipfile(io.BytesIO(content)):
        raise Unfit("is no Word file inside" if ending == "docx" else "is no Excel file inside")
