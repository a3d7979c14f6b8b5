"""What belongs to one build is named by it, so that no browser, cache or open page ever puts parts of two builds together.

A file is named by its content: `assets/handbook.css` is published as `assets/handbook.3f2a9c1b07.css`. Templates and data
go on writing the plain name; pages get the published one once they are made. Pages and downloads keep their addresses,
which are a promise.

What a browser waits for before it paints a page, its style sheets and the script before the first paint, is put into the page: it
comes with the page, one way to the host and back sooner. The files are published as well, for hosts that refuse what stands within
pages (`overrides/components/refused.js`).
"""

from __future__ import annotations

import codecs
import hashlib
import posixpath
import re
from collections.abc import Iterable
from pathlib import Path, PurePath
from urllib.parse import urlsplit

from ..reading.strays import is_leftover

_LENGTH = 10
"""Signs of a digest in a name: enough that two versions of one file never share it."""
_NAMED_IN_PAGES = re.compile(r'"([^"<>\s]*?assets/[^"<>\s?#]+)"')
_WAITED_FOR = re.compile(r'<link rel="stylesheet" href="([^"]+)">|<script src="([^"]+)"([^>]*)></script>')
"""What a browser waits for: a sheet, but one for paper, and a script that is no module, with what else is said of it."""
_ENDS = re.compile(r"</(?:style|script)|<!--", re.IGNORECASE)
"""What, in a text within a page, would end it or hide its end."""


class Names:
    """The published names of one build's files."""

    def __init__(self, build: str = "") -> None:
        """
        Args:
            build: the id of the build; blank under `mkdocs serve`, where every file keeps its plain name, so that an edit
                of a style changes no page.
        """
        self.build = build
        self._published: dict[str, str] = {}
        self._texts: dict[str, str] = {}

    def by_content(self, address: str, content: bytes) -> str:
        """Name a file by what it holds, and say under which address it is published."""
        published = self._named(address, hashlib.sha256(content).hexdigest()[:_LENGTH])
        if self.build and address.endswith((".css", ".js")) and not _ENDS.search(text := content.decode()):
            self._texts[posixpath.basename(published)] = text
        return published

    def by_build(self, address: str) -> str:
        """Name a file by the build, because pages name it before its content is there."""
        return self._named(address, self.build)

    def _named(self, address: str, mark: str) -> str:
        if self.build:
            stem, ending = posixpath.splitext(address)
            self._published[address] = f"{stem}.{mark}{ending}"
        return self.of(address)

    def of(self, address: str) -> str:
        """Under which address a file is published."""
        return self._published.get(address, address)

    def in_page(self, html: str, page: str, site_url: str) -> str:
        """Put published names into a page, wherever an attribute names a file, and what it waits for in place of its name.

        Args:
            html: the page.
            page: its address below the root.
            site_url: the site's own address, or blank.
        """
        if not self._published:
            return html
        named = _NAMED_IN_PAGES.sub(lambda found: f'"{self._in_attribute(found[1], page, site_url)}"', html)
        return _WAITED_FOR.sub(self._within, named)

    def _within(self, found: re.Match[str]) -> str:
        sheet, script, said = found.groups()
        text = self._texts.get(posixpath.basename(sheet or script))
        if text is None:
            return found[0]
        if sheet:
            return f'<style data-file="{sheet}">{text}</style>'
        return f'<script data-file="{script}"{said}>{text}</script>'

    def _in_attribute(self, value: str, page: str, site_url: str) -> str:
        if site_url and value.startswith(site_url):
            address = value.removeprefix(site_url)
        elif value.startswith("/"):
            address = value.removeprefix(urlsplit(site_url).path or "/")
        else:
            address = posixpath.normpath(posixpath.join(page, value))
        published = self._published.get(address)
        return posixpath.join(posixpath.dirname(value), posixpath.basename(published)) if published else value


def build_id(root: Path, sources: Iterable[str]) -> str:
    """The id of what is built from these sources: the same wherever, whenever and however often that is done.

    Args:
        root: the project's root.
        sources: files and folders below it; what other programs left in them does not count.
    """
    found = hashlib.sha256()
    for source in sources:
        top = root / source
        for file in sorted(top.rglob("*")) if top.is_dir() else [top]:
            below = PurePath(file.relative_to(root))
            if file.is_file() and file.suffix != ".pyc" and not is_leftover(below):
                # Some checkouts change the ends of lines, some programs mark a text at its beginning.
                content = file.read_bytes().replace(b"\r\n", b"\n").removeprefix(codecs.BOM_UTF8)
                found.update(b"%s\0%d\0%s" % (below.as_posix().encode(), len(content), content))
    return found.hexdigest()[:_LENGTH]
