"""Every link, image and anchor that a page names leads somewhere, said with the line that names it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from ..errors import Faults, closest, nearest
from ..reading.markdown import INLINE_CODE, TARGET, without_code
from .prose import Page

_LINK = re.compile(
    rf"""\[[^\[\]]*\]{TARGET}"""
    r"""|\b(?:href|src)=["'](?P<written>[^"']*)["']|^\[[^\]]+\]:\s*(?P<defined>\S+)"""
)
_MARK = re.compile(r"\{[:\s]*[^}\n]*?#([\w-]+)[^}\n]*\}")
_WRITTEN = re.compile(r"""id=(?<!\wid=)["']([^"']+)["']""")
"""Both begin with what is looked for as it stands, which is three times as quick as one pattern for the two."""
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_ON_ONE_COMPUTER = re.compile(r"(?:file|[a-z]):", re.IGNORECASE)
"""A file by its place on a drive: `C:\\Forms\\leave.docx`."""
_RUN = re.compile(r"(?:javascript|vbscript):", re.IGNORECASE)
_OF_THE_FRAME = frozenset({"", "content", "top"})
"""Anchors that every page has."""


def ids(rendered: str) -> set[str]:
    """The anchors of a page, from its Markdown after the macros."""
    return {*_MARK.findall(rendered), *_WRITTEN.findall(rendered)}


def check(
    pages: list[Page],
    anchors: Mapping[str, Collection[str]],
    files: Collection[str],
    unread: Collection[str],
    faults: Faults,
    moved: Mapping[str, str],
) -> None:
    """Report links to pages, files and anchors that are not there.

    Args:
        pages: what authors wrote.
        anchors: of every page that there will be, by its source below `docs/`: `zh/channels/email.md`.
        files: what there is besides pages, below `docs/` or as the build makes it: `downloads/meeting-minutes.zh.docx`.
        unread: pages with a fault of their own, whose anchors nobody knows; it is reported once, there.
        faults: where to report.
        moved: where pages that went are now, by their place below a language's folder: `scenarios/absence`.
    """
    site = _Site(anchors, files, unread, moved)
    for page in pages:
        for line, target in _targets(page):
            if message := site.fault_of(page.source, target):
                faults.add(page.path, line, "link", message)


def _targets(page: Page) -> Iterator[tuple[int, str]]:
    """What the page links to, with the line; what a macro puts together is the macro's own matter."""
    for number, line in enumerate(without_code(page.body), 1):
        for match in _LINK.finditer(INLINE_CODE.sub("``", line)):
            target = next((match[name] for name in ("target", "written", "defined") if match[name] is not None), "")
            if "{{" not in target:
                yield number + page.offset, target


@dataclass(frozen=True)
class _Site:
    """What links may lead to; see `check`."""

    anchors: Mapping[str, Collection[str]]
    files: Collection[str]
    unread: Collection[str]
    moved: Mapping[str, str]

    def fault_of(self, source: str, target: str) -> str | None:
        """What is wrong with what a page links to; None where nothing is."""
        if not target:
            return "leads nowhere; write the page or the address between the parentheses"
        if _ON_ONE_COMPUTER.match(target):
            return f"'{target}' is a place on one computer, which browsers do not open from a site; give the address under which all can open it"
        if _RUN.match(target):
            return f"'{target}' runs a script, which browsers refuse here; take the link out"
        if _OUTSIDE.match(target):
            return None
        path, _, anchor = unquote(target).partition("#")
        path = path.partition("?")[0]
        if path.startswith("/"):
            return f"'{target}' begins at the host's root, where this site need not stand; write the way from this page"
        there = posixpath.normpath(posixpath.join(posixpath.dirname(source), path)) if path else source
        if there in self.unread or (there in self.files and there not in self.anchors):
            return None
        if there not in self.anchors:
            return self._missing(there, path, target)
        if anchor not in _OF_THE_FRAME and anchor not in self.anchors[there]:
            where, known = "this page" if there == source else there, sorted(self.anchors[there])
            return f"{where} has no heading or place with the id '{anchor}'; {nearest(anchor, known)}"
        return None

    def _missing(self, there: str, path: str, target: str) -> str:
        """What to write instead of a link to what is not there: its source, where it is now, or what is called nearly so."""
        if not there.endswith(".md"):
            for ending in (".md", "/index.md"):
                if f"{there}{ending}" in self.anchors:
                    return f"'{target}' is no file; link to the page's source: {path.rstrip('/')}{ending}"
        language, _, place = there.removesuffix(".md").partition("/")
        if now := self.moved.get(place):
            return f"there is no {there}; it is called '{language}/{now}.md' now; write that"
        close = closest(there, self.anchors if there.endswith(".md") else self.files)
        return f"there is no {there}; " + (
            f"did you mean '{close}'?" if close else "mend the path, or take the link out"
        )
