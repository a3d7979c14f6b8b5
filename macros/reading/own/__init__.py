"""What of a form of the company's own can be filled in: the places that bear a name, in a file of each format.

Only what the file itself names is found: content controls, form fields, `{{name}}` and `[[name]]` in Word; named cells and
the same marks in Excel; the fields of a PDF. Nothing is guessed from labels or dotted lines. The scripts in
`overrides/forms/own/` find the same places by what is said of them here: change both together.
"""

from __future__ import annotations

import zipfile
import zlib

from lxml import etree

from ...model.own_form import Found
from . import excel, word
from .archive import Closed

DAMAGED = "is damaged or locked by a password"


def find(content: bytes, ending: str) -> Found:
    """What bears a name in a file.

    Args:
        content: the file.
        ending: docx, xlsx or pdf.
    """
    try:
        if ending == "pdf":
            from . import pdf  # its library is needed by those only who have such a form

            return pdf.find(content)
        return {"docx": word.find, "xlsx": excel.find}[ending](content)
    except Closed as reason:
        return Found(closed=str(reason))
    except (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, KeyError, ValueError, EOFError, NotImplementedError):
        return Found(closed=DAMAGED)
