"""What a host must send with the site: headers, types of files, how long each may be kept; and the same as configuration.

The policy allows scripts and styles by where they come from, and those that stand within pages by their hashes, which
only a finished site tells.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Literal
from urllib.parse import unquote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..model.languages import ALL

_TEMPLATES = Path(__file__).resolve().parent / "templates" / "hosting"

TYPES: Mapping[str, str] = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "mjs": "text/javascript",
    "json": "application/json",
    "map": "application/json",
    "webmanifest": "application/manifest+json",
    "yaml": "application/yaml",
    "svg": "image/svg+xml",
    "png": "image/png",
    "ico": "image/x-icon",
    "xml": "application/xml",
    "txt": "text/plain",
    "md": "text/markdown",
    "csv": "text/csv",
    "vcf": "text/vcard",
    "ics": "text/calendar",
    "eml": "message/rfc822",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "epub": "application/epub+zip",
    "zip": "application/zip",
    "gz": "application/gzip",
}
"""The type of each ending of a published file. Browsers that are forbidden to guess refuse scripts and styles of another."""

IN_UTF_8 = tuple(
    sorted({kind for kind in TYPES.values() if kind.startswith("text/") or kind.endswith(("/xml", "+xml"))})
)
"""Types whose charset must be said; JSON is always in UTF-8."""

COMPRESSED = tuple(sorted({*IN_UTF_8, "application/json", "application/manifest+json"}))
"""Types that a host should send compressed; the others are compressed files already."""

NAMED_BY_CONTENT = rf"(?:(?:{'|'.join(ALL)})/)?assets/(?:.*/)?[^/]*\.[0-9a-f]{{8,64}}\.[^/]+"
"""Addresses, whichever language stands at the root, below the site's root whose file never changes: with other content it has another name."""

FOR_EVER = "public, max-age=31536000, immutable"
ASK_FIRST = "no-cache"
"""For everything else: kept, and asked for again at each use, which costs an answer without a body."""

Kind = Literal["script", "style"]


@dataclass(frozen=True)
class Hosting:
    """What a host needs to know of a site.

    Attributes:
        under: the path of the site on its host, with a slash at both ends.
        scripts: hashes of the scripts that stand within pages, as a policy names them.
        styles: the same for style sheets.
        named: addresses of files that are named by their content and that pages ask for.
    """

    under: str = "/"
    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    def policy(self) -> dict[str, tuple[str, ...]]:
        """The content policy: what a page may load, run and be shown in."""
        return {
            "default-src": ("'none'",),
            "script-src": ("'self'", *self.scripts),
            "style-src": ("'self'", *self.styles),
            "img-src": ("'self'", "data:"),
            "connect-src": ("'self'",),
            "worker-src": ("'self'",),
            "manifest-src": ("'self'",),
            "base-uri": ("'none'",),
            "form-action": ("'self'",),
            "frame-ancestors": ("'self'",),
            "require-trusted-types-for": ("'script'",),
            # Each published script is joined by itself and brings the same rules.
            "trusted-types": ("handbook", "'allow-duplicates'"),
        }

    def headers(self) -> dict[str, str]:
        """What every answer carries, whatever is asked for."""
        return {
            "Content-Security-Policy": "; ".join(" ".join((name, *said)) for name, said in self.policy().items()),
            "Strict-Transport-Security": "max-age=31536000",
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "same-origin",
            "Cross-Origin-Opener-Policy": "same-origin",
        }


def hosting(site: Path) -> Hosting:
    """Look through the folder of a finished site for what its host must know of it.

    Raises:
        FileNotFoundError: there is no finished site.
    """
    # The page for what was not found stands at any depth, so it alone names the site's path from the host's root.
    root = re.search(r'<meta name="handbook-root" content="([^"]*)"', (site / "404.html").read_text(encoding="utf-8"))
    under = f"/{unquote(root[1]).strip('/')}/".replace("//", "/") if root else "/"
    within = Within()
    for page in sorted(site.rglob("*.html")):
        within.read(page.read_text(encoding="utf-8"))
    asked_for = (
        path
        for folder in ("assets", *(f"{each}/assets" for each in ALL))
        for path in sorted((site / folder).glob("*.*"))
    )
    named = (path.relative_to(site).as_posix() for path in asked_for)
    return Hosting(
        under,
        tuple(sorted(within.hashes["script"])),
        tuple(sorted(within.hashes["style"])),
        tuple(address for address in named if re.fullmatch(NAMED_BY_CONTENT, address)),
    )


def lay_headers(site: Path) -> None:
    """Lay `_headers` into a finished site, for hosts that take a file of this name."""
    (site / "_headers").write_text(configuration("_headers", hosting(site)), encoding="utf-8", newline="\n")


FILES = ("nginx-http.conf", "nginx-server.conf", "handbook.caddy", "apache.conf", "_headers")
"""What `deploy/` holds."""


def configuration(name: str, known: Hosting) -> str:
    """One of `FILES`."""
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # nothing of it is markup
    )
    endings: dict[str, list[str]] = {}
    for ending, kind in TYPES.items():
        endings.setdefault(kind, []).append(ending)
    return environment.get_template(name).render(
        under=known.under,
        headers=known.headers(),
        types=endings,
        in_utf_8=IN_UTF_8,
        compressed=COMPRESSED,
        named=known.named,
        named_by_content=NAMED_BY_CONTENT,
        for_ever=FOR_EVER,
        ask_first=ASK_FIRST,
    )


class Within(HTMLParser):
    """Collects the hashes of scripts and style sheets that stand within pages."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.hashes: dict[Kind, set[str]] = {"script": set(), "style": set()}
        self._open: Kind | None = None
        self._text: list[str] = []

    def read(self, page: str) -> None:
        """Read a page: its head, where as the handbook comes all of the kind stands, and what is behind it only where that has some."""
        head, end, rest = page.partition("</head>")
        for part in (head + end, rest):
            if _INLINE.search(part):
                self.reset()
                self.feed(part)
                self.close()

    def handle_starttag(self, tag: str, attrs: Iterable[tuple[str, str | None]]) -> None:
        """What begins here counts where a browser would run it."""
        said = dict(attrs)
        runs = (said.get("type") or "module").lower() in _RUN
        if tag == "style":
            self._open, self._text = "style", []
        elif tag == "script" and "src" not in said and runs:
            self._open, self._text = "script", []

    def handle_data(self, data: str) -> None:
        """Text of a script or style sheet, as it stands."""
        if self._open:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        """What ended is as a whole what the hash is of."""
        if self._open and self._open == tag:
            digest = hashlib.sha256("".join(self._text).encode()).digest()
            self.hashes[self._open].add(f"'sha256-{base64.b64encode(digest).decode()}'")
            self._open = None


_INLINE = re.compile(r"<style|<script(?![^>]*\s(?:src=|type=\"application/json\"))", re.IGNORECASE)
_RUN = ("module", "text/javascript", "application/javascript", "importmap", "speculationrules")
"""Types of scripts that a policy speaks of; others hold data."""
