"""The book on A4 paper, typeset from the pages as they were built."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from ..downloads.fonts import typeset_for_all
from ..downloads.logo import within
from ..model.handbook import Handbook
from ..wording import Wording
from .book_markup import Pages, string
from .books import Contents

_SOURCE = Path(__file__).with_name("book.typ")
_LOGO = (230, 56)
"""How wide and how high a logo is at most on the cover, in points."""


def pdf(book: Contents, handbook: Handbook, root: str) -> bytes:
    """A book as PDF, the same bytes for the same arguments.

    Args:
        book: what stands in it.
        handbook: the model.
        root: the site's own address with a closing slash, or `/` where it is unknown.
    """
    import pikepdf  # takes its time, and a check needs none of it

    from ..downloads.pdf_packing import packed

    released = datetime.combine(handbook.releases[0].released, time(), UTC)
    inputs = {"book": json.dumps(_said(book, handbook, root))}
    content = typeset_for_all(_SOURCE, sys_inputs=inputs, timestamp=released)
    with pikepdf.open(io.BytesIO(content)) as made:
        return packed(made)


def _said(book: Contents, handbook: Handbook, root: str) -> dict[str, Any]:
    """What `book.typ` typesets."""
    words, company, logo = Wording(handbook, book.language), handbook.company, handbook.brand.logo
    pages = Pages({chapter.address for chapter in book.chapters}, root)
    lines, part = [], None
    for chapter in book.chapters:
        if chapter.part != part:
            part = chapter.part
            lines.append(f"#part({string(part)})")
        named = (chapter.address, chapter.title, chapter.owner, chapter.day)
        lines.append(f"#page-of({', '.join(map(string, named))})")
        lines.append(pages.page(chapter.markdown, book.left_out))
    return {
        "lang": book.language,
        "colour": company.colour,
        "logo": within(logo, *_LOGO) if logo else None,
        "company": company.name[book.language],
        "title": book.title,
        "part": book.part,
        "version": words.text("handbook_version", n=handbook.version),
        "released": handbook.releases[0].released.isoformat(),
        "words": {key: words.text(key) for key in ("book_contents", "book_index", "book_page", "owner", "reviewed")},
        "terms": [{"id": ident, "name": name} for ident, name in book.terms],
        "body": "\n\n".join(lines),
    }
