"""Built pages as a browser reads them, with their links, anchors and texts."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html

ORIGIN = "http://site.test/"
"""Stands for the site's own address while links are resolved."""

_UNREAD = ("script", "style", "template", "svg")


_LINKS = (
    "//@*["
    + " or ".join(f"local-name()='{name}'" for name in ("href", "src", "srcset", "action", "data", "poster"))
    + "]"
)


@dataclass(frozen=True)
class BuiltPage:
    """One HTML file of a built site; `address` is relative to the site's root, as in the contract."""

    site: Path
    address: str

    @property
    def language(self) -> str:
        """zh or en, by where the page stands."""
        return "en" if self.address.startswith("en/") else "zh"

    @property
    def in_either_language(self) -> str:
        """The address that both languages share, such as `channels/email/`."""
        return self.address.removeprefix("en/")

    @property
    def tree(self):
        """The document's root element."""
        return _parse(self.site / file_of(self.address))

    @property
    def article(self):
        """The page's own part: no header, no navigation, no footer."""
        return self.tree.xpath("//article[@id='content']")[0]

    def ids(self) -> tuple[str, ...]:
        """The ids of all elements, in the order of the page."""
        return _ids(self.site / file_of(self.address))

    def headings(self) -> list[tuple[str, str | None]]:
        """The headings of the article with their ids, in order; `h1` to `h4`."""
        return [
            (element.tag, element.get("id"))
            for element in self.article.iter()
            if element.tag in ("h1", "h2", "h3", "h4")
        ]

    def links(self) -> tuple[tuple[str, str, str], ...]:
        """Everything on the page that names another file or place: tag, attribute, value as it stands there."""
        return _links(self.site / file_of(self.address))

    def resolve(self, link: str) -> str:
        """A link as seen from this page → an absolute one; those within the site begin with `ORIGIN`."""
        return urljoin(ORIGIN + self.address, link)


def parsed(content: bytes):
    """The root element of a page. `test_built_pages.py` sees to it that the quick parser reads our pages as the standard says."""
    return html.document_fromstring(content, parser=html.HTMLParser(encoding="utf-8", huge_tree=True))


@functools.cache
def _parse(file: Path):
    return parsed(file.read_bytes())


@functools.cache
def _ids(file: Path) -> tuple[str, ...]:
    return tuple(_parse(file).xpath("//*[not(ancestor-or-self::template)]/@id"))


@functools.cache
def _links(file: Path) -> tuple[tuple[str, str, str], ...]:
    found = []
    for value in _parse(file).xpath(_LINKS):
        several = (
            [part.split()[0] for part in value.split(",") if part.strip()] if value.attrname == "srcset" else [value]
        )
        found += [(value.getparent().tag, value.attrname, str(link)) for link in several]
    return tuple(found)


def file_of(address: str) -> str:
    """The file that a host of static pages sends for an address below the root, without query and anchor.

    >>> file_of("channels/email/#rules")
    'channels/email/index.html'
    """
    path = unquote(urlsplit(address).path)
    return path + "index.html" if path == "" or path.endswith("/") else path


def published(site: Path, address: str) -> Path:
    """The file of a build by its plain address: its name holds what it contains, or the build (`macros/published/named.py`).

    >>> published(site, "assets/handbook.css")
    …/assets/handbook.3f2a9c1b07.css
    """
    plain = site / address
    (found,) = plain.parent.glob(f"{plain.stem}.??????????{plain.suffix}")
    return found


def pages(site: Path) -> list[BuiltPage]:
    """Every page of a site but its 404 page and those that merely lead on, sorted by address."""
    return list(_pages(site))


@functools.cache
def _pages(site: Path) -> tuple[BuiltPage, ...]:
    files = sorted(file for file in site.rglob("index.html") if b"<a data-moved" not in file.read_bytes())
    return tuple(BuiltPage(site, file.relative_to(site).as_posix().removesuffix("index.html")) for file in files)


def text(element, skipped: tuple[str, ...] = _UNREAD) -> str:
    """The text that a reader may see in an element, attributes apart, with white space as it stands."""
    if not isinstance(element.tag, str) or element.tag in skipped:
        return ""
    parts = [element.text or ""]
    for child in element:
        parts += [text(child, skipped), child.tail or ""]
    return "".join(parts)
