"""The handbook as books: PDF and EPUB, whole and in parts, each language, and what the contract says of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor

from .. import addresses
from ..model.handbook import Handbook
from ..model.languages import LANGUAGES
from .book import pdf
from .books import BOOKS, contents
from .epub import epub
from .knowledge import Leaf

_AT_ONCE = 2
"""Typesetting happens outside of Python, and each book on a core of its own."""


def files(handbook: Handbook, leaves: Mapping[str, Leaf], root: str) -> Iterator[tuple[str, bytes]]:
    """Each book in each language and format with its address.

    Args:
        handbook: the model.
        leaves: every page of the site by its address.
        root: the site's own address with a closing slash, or `/` where it is unknown.
    """
    with ThreadPoolExecutor(max_workers=_AT_ONCE) as beside:
        books = [
            book for name in BOOKS for language in LANGUAGES if (book := contents(name, handbook, leaves, language))
        ]
        printed = [(book, beside.submit(pdf, book, handbook, root)) for book in books]
        bound = [(book, beside.submit(epub, book, handbook, root)) for book in books]
        for ending, made in (("pdf", printed), ("epub", bound)):
            for book, content in made:
                yield addresses.book(book.name, book.language, ending), content.result()
