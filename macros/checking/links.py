"""Every link, image and anchor that a page names leads somewhere, said with the line that names it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from urllib.parse import unquote

from ..errors import Faults, closest, nearest
from ..reading.markdown import FENCE
from .prose import Page

_LINK = re.compile(
    r"""(?P<image>!?)\[[^\[\]]*\]\(\s*<?(?P<target>[^()\s<>]*(?:\([^()\s]*\)[^()\s]*)?)>?(?:\s+["'][^)]*)?\s*\)"""
    r"""|\b(?:href|src)=["'](?P<written>[^"']*)["']|^\[[^\]]+\]:\s*(?P<defined>\S+)"""
)
_MARK = re.compile(r"\{[:\s]*[^}\n]*?#([\w-]+)[^}\n]*\}")
_WRITTEN = re.compile(r"""id=(?<!\wid=)["']([^"']+)["']""")
"""Both begin with what is looked for as it stands, which is three times as quick as one pattern for the two."""
_CODE = re.compile(r"`[^`\n]*`")
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
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
    for page in pages:
        for line, target in _targets(page):
            if message := _fault(page.source, target, anchors, files, unread, moved):
                faults.add(page.path, line, "link", message)


def _targets(page: Page) -> Iterator[tuple[int, str]]:
    """What the page links to, with the line; what a macro puts together is the macro's own matter."""
    fenced = False
    for number, line in enumerate(page.body.split("\n"), 1):
        if FENCE.match(line):
            fenced = not fenced
        for match in () if fenced else _LINK.finditer(_CODE.sub("``", line)):
            target = next((match[name] for name in ("target", "written", "defined") if match[name] is not None), "")
            if "{{" not in target:
                yield number + page.offset, target


def _fault(
    source: str,
    target: str,
    anchors: Mapping[str, Collection[str]],
    files: Collection[str],
    unread: Collection[str],
    moved: Mapping[str, str],
) -> str | None:
    if not target:
        return "leads nowhere; write the page or the address between the parentheses"
    if _OUTSIDE.match(target):
        return None
    path, _, anchor = unquote(target).partition("#")
    path = path.partition("?")[0]
    if path.startswith("/"):
        return f"'{target}' begins at the host's root, where this site need not stand; write the way from this page"
    there = posixpath.normpath(posixpath.join(posixpath.dirname(source), path)) if path else source
    if there in unread:
        return None
    if there not in anchors:
        if there in files:
            return None
        if not there.endswith(".md") and (f"{there}.md" in anchors or f"{there}/index.md" in anchors):
            wanted = f"{path.rstrip('/')}.md" if f"{there}.md" in anchors else f"{path.rstrip('/')}/index.md"
            return f"'{target}' is no file; link to the page's source: {wanted}"
        language, _, place = there.removesuffix(".md").partition("/")
        if now := moved.get(place):
            return f"there is no {there}; it is called '{language}/{now}.md' now; write that"
        close = closest(there, anchors if there.endswith(".md") else files)
        return f"there is no {there}; " + (
            f"did you mean '{close}'?" if close else "mend the path, or take the link out"
        )
    if anchor not in _OF_THE_FRAME and anchor not in anchors[there]:
        where = "this page" if there == source else there
        return f"{where} has no heading or place with the id '{anchor}'; {nearest(anchor, sorted(anchors[there]))}"
    return None
