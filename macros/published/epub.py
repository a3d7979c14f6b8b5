"""The book as EPUB 3, for phones and readers: the pages as they were built, a file each, with contents, an index and a cover."""

from __future__ import annotations

import io
import json
import uuid
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..downloads.bundle import add
from ..downloads.fonts import typeset
from ..downloads.logo import within
from ..downloads.plain import NOT_HOLDABLE
from ..model.brand import tint_of
from ..model.handbook import Handbook
from ..model.signs import SIGNS
from ..wording import Wording
from .books import Chapter, Contents
from .epub_markup import Chapters

_FILES = Path(__file__).with_name("templates") / "epub"
_COVER = Path(__file__).with_name("epub-cover.typ")
_LOGO = (330, 80)
"""How wide and how high a logo is at most, of 600 by 800."""
_MIMETYPE = "application/epub+zip"


def epub(book: Contents, handbook: Handbook, root: str) -> bytes:
    """A book as EPUB, the same bytes for the same arguments.

    Args:
        book: what stands in it.
        handbook: the model.
        root: the site's own address with a closing slash, or `/` where it is unknown.
    """
    files = {chapter.address: f"{_name(chapter.address)}.xhtml" for chapter in book.chapters}
    pages = Chapters(files, root, book.language)
    named, parts = _named(book, handbook, root), _parts(book, files)
    held = {
        files[chapter.address]: _written(
            "chapter.xhtml", **named, chapter=chapter, body=pages.page(chapter.address, chapter.markdown, book.left_out)
        )
        for chapter in book.chapters
    }
    held |= {part["file"]: _written("part.xhtml", **named, each=part) for part in parts}
    terms = _terms(book, files, pages)
    if terms:
        held["terms.xhtml"] = _written("terms.xhtml", **named, terms=terms)
    held["cover.xhtml"] = _written("cover.xhtml", **named)
    held["nav.xhtml"] = _written("nav.xhtml", **named, parts=parts, with_terms=bool(terms))
    held["style.css"] = _written("style.css", **named)
    package = _written("package.opf", **named, reading=_reading(parts, with_terms=bool(terms)))
    cover = typeset(_COVER, format="png", ppi=144, sys_inputs={"cover": json.dumps(_cover(book, handbook, named))})
    return _bound(handbook, {"package.opf": package, **held}, cover)


def _named(book: Contents, handbook: Handbook, root: str) -> dict[str, Any]:
    """What each file of the book can name."""
    words, company = Wording(handbook, book.language), handbook.company
    return {
        "language": book.language,
        "tag": SIGNS[book.language].locale,
        "signs": SIGNS[book.language],
        "t": words.text,
        "book": book,
        "title": f"{company.short_name[book.language]} · {book.whole_title}",
        "company": company.name[book.language],
        "colour": company.colour,
        "version": words.text("handbook_version", n=handbook.version),
        "released": handbook.releases[0].released.isoformat(),
        "identifier": uuid.uuid5(uuid.NAMESPACE_URL, f"{root}{company.mail_domain}/{book.name}.{book.language}").urn,
    }


def _terms(book: Contents, files: dict[str, str], pages: Chapters) -> list[dict[str, Any]]:
    """The terms of the index that the chapters mention, each with the chapters that do."""
    titles = {chapter.address: chapter.title for chapter in book.chapters}
    return [
        {
            "name": name,
            "places": [{"file": files[address], "title": titles[address]} for address in pages.mentions[ident]],
        }
        for ident, name in book.terms
        if ident in pages.mentions
    ]


def _reading(parts: list[dict[str, Any]], *, with_terms: bool) -> list[str]:
    """The files in the order in which they are read."""
    files = ["cover.xhtml", "nav.xhtml"]
    for part in parts:
        files += [part["file"], *(page["file"] for page in part["pages"])]
    return [*files, "terms.xhtml"] if with_terms else files


def _parts(book: Contents, files: dict[str, str]) -> list[dict[str, Any]]:
    """The parts of a book in their order, each with its pages."""
    found: dict[str, list[Chapter]] = {}
    for chapter in book.chapters:
        found.setdefault(chapter.part, []).append(chapter)
    return [
        {
            "name": name,
            "file": f"part-{number}.xhtml",
            "pages": [{"file": files[chapter.address], "title": chapter.title} for chapter in chapters],
        }
        for number, (name, chapters) in enumerate(found.items(), 1)
    ]


def _name(address: str) -> str:
    """The name of a page's file; digits first are none of a name's that XML would take."""
    return f"p-{address.strip('/').removeprefix('en/').replace('/', '-')}"


def _cover(book: Contents, handbook: Handbook, named: dict[str, Any]) -> dict[str, Any]:
    logo = handbook.brand.logo
    return {
        "logo": within(logo, *_LOGO) if logo else None,
        "lang": book.language,
        "colour": handbook.company.colour,
        "tint": tint_of(handbook.company.colour),
        "title": book.title,
        "part": book.part,
        **{key: named[key] for key in ("company", "version", "released")},
    }


def _written(name: str, **values: Any) -> str:
    return _environment().get_template(name).render(**values)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_FILES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.finalize = lambda value: NOT_HOLDABLE.sub("", value) if type(value) is str else value
    return environment


def _bound(handbook: Handbook, held: dict[str, str], cover: bytes) -> bytes:
    """All files in one archive, what it is first, uncompressed, as the format wants it."""
    day, written = handbook.releases[0].released, io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        add(archive, "mimetype", _MIMETYPE.encode(), day, zipfile.ZIP_STORED)
        add(archive, "META-INF/container.xml", _written("container.xml").encode(), day)
        for name, text in held.items():
            add(archive, f"book/{name}", text.encode(), day)
        add(archive, "book/cover.png", cover, day, zipfile.ZIP_STORED)
    return written.getvalue()
