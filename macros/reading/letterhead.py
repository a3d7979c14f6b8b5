"""The company's letterhead, `letterhead.docx`: its page, its heads and feet with their pictures, its styles.

Nothing else of the file is taken: no text, no macros, no settings, nothing that leads to another file than a web address does.
"""

from __future__ import annotations

import copy
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from ..model.letterhead import MM, Letterhead, Part
from .own.archive import RELATIONS, Closed, Parts, is_on

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OF_SECTION = ("headerReference", "footerReference", "pgSz", "pgMar", "paperSrc", "pgBorders", "titlePg", "docGrid")
"""What a letter takes of a section; columns, numbers of lines and notes are of a text that is not there."""
_OF_TEXT = ("styles", "theme", "fontTable", "numbering", "header", "footer")
_OF_PARTS = ("image", "font", "hyperlink")
"""Kinds of relationships: those of the text that are followed, and those that a part which is taken may have."""
_SHOWN = ("t", "drawing", "pict")
_WORD = "wordprocessingml.document"
_LEAST_MM = 90
_USUAL_PAGE = {
    "pgSz": {"w": "11906", "h": "16838"},
    "pgMar": dict.fromkeys(("top", "right", "bottom", "left"), "1440") | {"header": "720", "footer": "720"},
}
"""A4 with the margins of Word, for a file that does not say it."""


class Unfit(Exception):
    """Why the file is no letterhead, and what to do."""


def letterhead(content: bytes) -> Letterhead:
    """What letters take of the file.

    Raises:
        Unfit: for a file that gives letters no head and foot.
    """
    try:
        return _Reader(Parts(content)).letterhead()
    except Closed as reason:
        raise Unfit(f"{reason}; save it in Word as a plain .docx file") from None
    except (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, LookupError, ValueError, EOFError, StopIteration):
        raise Unfit("is damaged or locked by a password; open it in Word and save it as a .docx file again") from None
    except NotImplementedError:
        raise Unfit("is packed in a way that nobody else reads; open it in Word and save it again") from None


class _Reader:
    """Reads one file."""

    def __init__(self, parts: Parts):
        self._parts = parts
        if "[Content_Types].xml" not in parts:
            raise Unfit("is no Word file inside; save it in Word as a .docx file")
        self._main = parts.main()
        self._types = parts.tree("[Content_Types].xml")
        if _WORD not in (self._type_of(self._main) or ""):
            raise Unfit("is no Word file inside; save it in Word as a .docx file")
        self._taken: dict[str, Part] = {}

    def letterhead(self) -> Letterhead:
        """All that is taken."""
        # The first section is that of the first page.
        section = next(self._parts.tree(self._main).iter(f"{_W}sectPr"), etree.Element(f"{_W}sectPr"))
        links = {key: link for key, link in self._parts.related(self._main).items() if link[0] in _OF_TEXT}
        section, used = self._page(section)
        links = {key: link for key, link in links.items() if link[0] not in ("header", "footer") or key in used}
        if not any(self._shows(links[key][1]) for key in used):
            raise Unfit(
                "has nothing in its header and footer; put name, logo and address there (Insert > Header), not into the text"
            )
        for _, part in links.values():
            self._take(part)
        settings = [part for kind, part in self._parts.related(self._main).values() if kind == "settings"]
        facing = next(
            (each for part in settings for each in self._parts.tree(part).iter(f"{_W}evenAndOddHeaders")), None
        )
        return Letterhead(
            section=etree.tostring(section),
            links=links,
            parts=dict(sorted(self._taken.items())),
            left_and_right=facing is not None and is_on(facing.get(f"{_W}val")),
        )

    def _page(self, section: etree._Element) -> tuple[etree._Element, list[str]]:
        """The section with what a letter takes of it, and the ids of its heads and feet."""
        made = etree.Element(f"{_W}sectPr", nsmap={"w": _W[1:-1], "r": RELATIONS[1:-1]})
        for name in _OF_SECTION:
            found = section.findall(f"{_W}{name}")
            made.extend(copy.deepcopy(each) for each in found)
            if name in _USUAL_PAGE and not found:
                etree.SubElement(made, f"{_W}{name}", {f"{_W}{key}": value for key, value in _USUAL_PAGE[name].items()})
        page, margins = (made.find(f"{_W}{name}") for name in _USUAL_PAGE)
        assert page is not None and margins is not None
        wide = _length(page, "w") - _length(margins, "left") - _length(margins, "right")
        high = _length(page, "h") - abs(_length(margins, "top")) - abs(_length(margins, "bottom"))
        if min(wide, high) < _LEAST_MM * MM:
            raise Unfit(
                f"leaves {max(0, round(wide / MM))} by {max(0, round(high / MM))} mm for a letter, and {_LEAST_MM} are the "
                "least; make its margins narrower"
            )
        return made, [each.get(f"{RELATIONS}id") or "" for each in made if each.get(f"{RELATIONS}id")]

    def _shows(self, part: str) -> bool:
        tree = self._parts.tree(part)
        said = "".join(each.text or "" for each in tree.iter(f"{_W}t"))
        return bool(said.strip()) or any(True for name in _SHOWN[1:] for _ in tree.iter(f"{_W}{name}"))

    def _take(self, name: str) -> None:
        """A part with what it leads to."""
        if name in self._taken:
            return
        if not name.isascii() or " " in name:
            raise NotImplementedError  # As an address has it, which not every program takes for the same part.
        content = self._parts.content(name)
        self._taken[name] = Part(content, self._type_of(name) or "application/octet-stream")
        if not name.lower().endswith(".xml"):
            return
        self._parts.tree(name)
        relations = self._parts.relations_of(name)
        if relations not in self._parts:
            return
        for kind, inside in self._leads(relations):
            if kind not in _OF_PARTS:
                raise Unfit(
                    f"holds something other than text and pictures in its header or footer ({kind}); replace it by a picture"
                )
            if not inside and kind != "hyperlink":
                raise Unfit("shows a picture from another file; have it embedded, and save it again")
        self._taken[relations] = Part(self._parts.content(relations), "")
        for _, part in self._parts.related(name).values():
            self._take(part)

    def _leads(self, relations: str) -> Iterator[tuple[str, bool]]:
        """The kinds of the relationships, and whether each stays within the file."""
        for each in self._parts.tree(relations):
            yield (each.get("Type") or "").rpartition("/")[2], each.get("TargetMode") != "External"

    def _type_of(self, name: str) -> str | None:
        for each in self._types:
            if (each.get("PartName") or "").lower() == f"/{name}".lower():
                return each.get("ContentType")
        ending = name.rpartition(".")[2].lower()
        return next(
            (each.get("ContentType") for each in self._types if (each.get("Extension") or "").lower() == ending), None
        )


def _length(element: etree._Element, name: str) -> float:
    """In twentieths of a point."""
    return float(element.get(f"{_W}{name}") or 0)
