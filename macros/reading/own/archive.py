"""Word and Excel files as archives of parts, with the limits that browsers have for them."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MARK = re.compile(r"\{\{\s*([^{}]+?)\s*\}\}|\[\[\s*([^\[\]]+?)\s*\]\]")
LARGEST = 12_000_000
"""What a browser unpacks of one file, in bytes (see `overrides/shared/zip.js`)."""
MOST_PARTS = 1_000
"""How many parts it unpacks."""
_ENCRYPTED = 1
DAMAGED = "is damaged; open it in its program and save it anew"


class Closed(Exception):
    """Why nothing of a file can be filled in, in words that go on after its name."""


class Unfit(Closed):
    """Why a file is none of its kind at all, in such words."""


class Parts:
    """The parts of a file."""

    def __init__(self, content: bytes):
        """
        Raises:
            Closed: for a file that can be filled in by nobody.
            BadZipFile: for one that is damaged.
        """
        self._archive = zipfile.ZipFile(io.BytesIO(content))
        listed = self._archive.infolist()
        self.names = [each.filename for each in listed]
        if len(set(self.names)) < len(self.names) or len(listed) > MOST_PARTS:
            raise zipfile.BadZipFile
        if any(each.flag_bits & _ENCRYPTED for each in listed):
            raise Closed("is locked by a password")
        if any(name.endswith("vbaProject.bin") for name in self.names):
            raise Closed("holds macros; save it without them")
        if any(name.startswith("_xmlsignatures/") for name in self.names):
            raise Closed("is signed, and a change would break that")
        self._room = LARGEST

    def __contains__(self, name: str) -> bool:
        return name in self.names

    def content(self, name: str) -> bytes:
        """A part as it is.

        Raises:
            KeyError: where there is none of this name.
            Closed: for more than a browser unpacks of one file.
        """
        self._room -= self._archive.getinfo(name).file_size
        if self._room < 0:
            raise Closed("is larger than browsers can take")
        return self._archive.read(name)

    def tree(self, name: str) -> etree._Element:
        """A part as XML; it raises what `content` does.

        Raises:
            BadZipFile: for one that declares a type of document, which no such file does.
            XMLSyntaxError: for what is no XML.
            Closed: for a file in the strict form, whose names are others.
        """
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        parsed = etree.fromstring(self.content(name), parser)
        if parsed.getroottree().docinfo.internalDTD is not None:
            raise zipfile.BadZipFile
        if "purl.oclc.org" in (etree.QName(parsed).namespace or ""):
            raise Closed("is saved as Strict Open XML; save it as a usual file of its program")
        return parsed

    @staticmethod
    def relations_of(name: str) -> str:
        """The part in which the relationships of a part stand."""
        folder, base = posixpath.split(name)
        return f"{folder}/_rels/{base}.rels".lstrip("/")

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """Where the relationships of a part lead: by their ids, the end of the kind and the part."""
        folder, relations = posixpath.dirname(name), self.relations_of(name)
        found = {}
        for each in self.tree(relations) if relations in self else ():
            if each.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, each.get("Target") or "")).lstrip("/")
                # The archive may name a part as the relationship does, or in plain letters.
                part = target if target in self.names else unquote(target)
                found[each.get("Id") or ""] = ((each.get("Type") or "").rpartition("/")[2], part)
        return found

    def main(self) -> str:
        """The part in which the document stands.

        Raises:
            KeyError: where the file names none.
        """
        return dict(self.related("").values())["officeDocument"]


def marks(text: str) -> Iterator[str]:
    """The names that stand in a text as `{{name}}` or `[[name]]`."""
    for braces, brackets in MARK.findall(text):
        yield braces or brackets


def attribute(element: etree._Element | None, name: str) -> str:
    """An attribute, blank where there is none."""
    return (element.get(name) or "") if element is not None else ""


def is_on(value: str | None) -> bool:
    """Whether a switch is on, whose being there says that it is."""
    return value not in ("0", "false", "off")
