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
from .archive import DAMAGED, Closed, Unfit

_FIRST_OF_A_PDF = 1024
"""Among so many bytes programs look for its mark."""
_ARCHIVE = b"PK\x03\x04"
_CALLED = {"docx": "Word file", "xlsx": "Excel file", "pdf": "PDF"}
_OTHERS = ((b"%PDF-", "a PDF"), (rb"{\rtf", "an RTF file"), (b"<html", "a web page"), (b"<!doctype", "a web page"))
"""How a file begins that only bears the name of another kind."""
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
    no_file = f"is no {_CALLED[ending]} inside"
    if ending == "pdf":
        if b"%PDF-" not in content[:_FIRST_OF_A_PDF]:
            raise Unfit(no_file)
    elif content.startswith(_COMPOUND):
        if _LOCKED in content:
            raise Closed("is locked by a password")
        raise Unfit(f"is a file of Office 97 to 2003 inside; open it in its program and save it as .{ending}")
    elif not zipfile.is_zipfile(io.BytesIO(content)):
        if content.startswith(_ARCHIVE):
            raise Unfit("is cut off or damaged; copy it anew from where it was")
        begin = content[:_FIRST_OF_A_PDF].lstrip(b"\xef\xbb\xbf\r\n\t ").lower()
        other = next((kind for mark, kind in _OTHERS if begin.startswith(mark.lower())), "")
        raise Unfit(f"is {other} inside; save it as .{ending} in its program" if other else no_file)
