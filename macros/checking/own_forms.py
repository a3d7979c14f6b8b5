"""What of a form of the company's own could be filled in by a program: the places that bear a name.

Only what the file itself names is found: content controls, form fields, `{{name}}` and `[[name]]` in Word; named cells and
the same marks in Excel; the fields of a PDF. Nothing is guessed from labels or dotted lines.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from ..model.handbook import Handbook
from ..reading.layer import places

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_MARK = re.compile(r"\{\{\s*([^{}]+?)\s*\}\}|\[\[\s*([^\[\]]+?)\s*\]\]")
_TEXTS = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_CELL = re.compile(r"^.+!\$[A-Z]+\$\d+$")
_MOST_SAID = 12
"""How many names a notice lists."""


@dataclass(frozen=True)
class Found:
    """The places of one file."""

    names: tuple[str, ...]
    """Of each place, in the order of the file; the same name once."""
    unnamed: int = 0
    """How many places there are that bear no name."""
    closed: str = ""
    """Why it could not be read."""


def find(content: bytes, ending: str) -> Found:
    """What bears a name in a file.

    Args:
        content: the file.
        ending: docx, xlsx or pdf.
    """
    try:
        return {"docx": _in_word, "xlsx": _in_excel, "pdf": _in_pdf}[ending](content)
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError):
        return Found((), closed="is damaged or locked by a password")


def notices(root: Path, handbook: Handbook) -> Iterator[str]:
    """One line for each form of the company's own: what of it bears a name, or that nothing does."""
    folder = f"{places.layer_of(root).relative_to(root).as_posix()}/{places.FORMS}"
    for template in handbook.templates:
        if template.file is None:
            continue
        found = find(handbook.own_forms[template.id], str(template.own_format))
        said = _said(found)
        yield f"{folder}/{template.id}.yml:1: file: {template.file} {said}; it is offered as it is"


def _said(found: Found) -> str:
    if found.closed:
        return found.closed
    if not found.names and not found.unnamed:
        return "has no place that bears a name"
    listed = ", ".join(found.names[:_MOST_SAID])
    rest = len(found.names) - _MOST_SAID
    named = f"names {len(found.names)} places: {listed}{f' and {rest} more' if rest > 0 else ''}" if found.names else ""
    unnamed = f"{found.unnamed} places bear no name; give each a tag" if found.unnamed else ""
    return "; ".join(part for part in (named, unnamed) if part)


def _in_word(content: bytes) -> Found:
    names: list[str] = []
    unnamed = 0
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if "word/document.xml" not in archive.namelist():
            return Found((), closed="is no Word file inside")
        for part in sorted(archive.namelist()):
            if not _TEXTS.fullmatch(part):
                continue
            root = _parsed(archive.read(part))
            for control in root.iter(f"{_W}sdtPr"):
                if control.find(f"{_W}docPartObj") is not None:
                    continue  # A table of contents or the like.
                given = [control.find(f"{_W}{name}") for name in ("tag", "alias")]
                name = next((each.get(f"{_W}val") for each in given if each is not None and each.get(f"{_W}val")), None)
                unnamed += name is None
                names += [name] if name else []
            for field in root.iter(f"{_W}ffData"):
                named = field.find(f"{_W}name")
                name = named.get(f"{_W}val") if named is not None else None
                unnamed += not name
                names += [name] if name else []
            for paragraph in root.iter(f"{_W}p"):
                names += _marks("".join(text.text or "" for text in paragraph.iter(f"{_W}t")))
    return Found(tuple(dict.fromkeys(names)), unnamed)


def _in_excel(content: bytes) -> Found:
    names: list[str] = []
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in _parsed(archive.read("xl/workbook.xml")).iter(f"{_S}definedName"):
            given = name.get("name") or ""
            if not given.startswith("_xlnm") and name.get("localSheetId") is None and _CELL.match(name.text or ""):
                names.append(given)
        for part in sorted(archive.namelist()):
            if part == "xl/sharedStrings.xml" or re.fullmatch(r"xl/worksheets/[^/]+\.xml", part):
                for text in (
                    *_parsed(archive.read(part)).iter(f"{_S}si"),
                    *_parsed(archive.read(part)).iter(f"{_S}is"),
                ):
                    names += _marks("".join(each.text or "" for each in text.iter(f"{_S}t")))
    return Found(tuple(dict.fromkeys(names)))


def _in_pdf(content: bytes) -> Found:
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            form = pdf.Root.get("/AcroForm")
            if form is None:
                return Found(())
            if "/XFA" in form and not len(form.get("/Fields", ())):
                return Found((), closed="is an XFA form, which browsers and most programs cannot fill in")
            return Found(tuple(dict.fromkeys(_names_below(form.get("/Fields", ()), ""))))
    except pikepdf.PdfError:
        return Found((), closed="is damaged or locked by a password")


def _names_below(fields: object, above: str) -> Iterator[str]:
    for field in fields:  # type: ignore[attr-defined]
        own = str(field["/T"]) if "/T" in field else ""
        name = ".".join(part for part in (above, own) if part)
        below = [kid for kid in field.get("/Kids", ()) if "/T" in kid]
        if below:
            yield from _names_below(below, name)
        elif name:
            yield name


def _marks(text: str) -> list[str]:
    return [braces or brackets for braces, brackets in _MARK.findall(text)]


def _parsed(content: bytes) -> etree._Element:
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
