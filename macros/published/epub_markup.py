"""A page in Markdown → the XHTML of a chapter, with links that lead within the book where the book has the page."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping

from markdown_it.token import Token
from markupsafe import Markup

from ..downloads.plain import NOT_HOLDABLE
from ..model.han import HAN
from ..model.languages import Language
from ..model.signs import SIGNS
from .book_markup import MARKDOWN, TERMS

_CHINESE = re.compile(rf"[0-9]*[{HAN}](?:[0-9+:/%.·–-]*[{HAN}\u3000-\u303f\uff00-\uffef“”‘’])*")
_A_FEW_WORDS = re.compile(r"[A-Za-z]{2,}(?:\W+[A-Za-z]+)+")
_BREAK = re.compile(r" ?<br> ?")


class Chapters:
    """Turns the pages of one book into XHTML."""

    def __init__(self, files: Mapping[str, str], root: str, language: Language):
        """
        Args:
            files: under which names the book's pages stand, by their addresses.
            root: how the addresses of the site's pages begin in their Markdown.
            language: of the book.
        """
        self._files, self._root, self._language = files, root, language
        self.mentions: dict[str, dict[str, None]] = {}
        """The pages that name a term of the glossary, by its id."""

    def page(self, address: str, markdown: str, left_out: Container[str]) -> Markup:
        """The body of a page, without its title and its last paragraph, which says where it stands.

        Args:
            address: of the page.
            markdown: what it says.
            left_out: texts of headings whose sections are not wanted.
        """
        written, level = [], 1
        for block in _wanted(MARKDOWN.parse(markdown), left_out):
            for token in block:
                if token.type == "heading_open":
                    # No level is passed over, whatever the page does.
                    level = min(int(token.tag[1]), level + 1)
                if token.type in ("heading_open", "heading_close"):
                    token.tag = f"h{level}"
                if token.type == "th_open":
                    token.attrSet("scope", "col")
                if token.children:
                    token.children = list(self._spans(token.children, address))
            written.append(MARKDOWN.renderer.render(block, MARKDOWN.options, {}))
        return Markup(NOT_HOLDABLE.sub("", self._in_its_language("".join(written))))  # the renderer has escaped it

    def _spans(self, tokens: Iterable[Token], address: str) -> Iterator[Token]:
        opened: list[bool] = []
        for token in tokens:
            if token.type == "link_open":
                href = self._led(str(token.attrs["href"]), address)
                opened.append(href is not None)
                if href is None:
                    continue
                token.attrs = {"href": href}
            if token.type == "link_close" and not opened.pop():
                continue
            if token.type == "text" and "<br>" in token.content:
                # Cells hold <br> between what stood in paragraphs.
                for place, part in enumerate(_BREAK.split(token.content)):
                    if place:
                        yield Token("hardbreak", "br", 0)
                    yield Token("text", "", 0, content=part)
                continue
            yield token

    def _led(self, href: str, here: str) -> str | None:
        """Where a link of a page leads in the book; None where that cannot be reached from it."""
        address, _, place = href.removeprefix(self._root).partition("#")
        within = href.startswith(self._root)
        if within and place and address.endswith(TERMS):
            self.mentions.setdefault(place, {})[here] = None
        if within and address in self._files:
            return self._files[address]
        # Without an address of the site, nothing outside the book can be reached from it.
        return href if ":" in href else None

    def _in_its_language(self, xhtml: str) -> str:
        """With what is in the other language marked as such, so that it is read aloud as that."""
        other = SIGNS["en" if self._language == "zh" else "zh"].locale
        mark = f'<span lang="{other}" xml:lang="{other}">'

        def marked(match: re.Match[str]) -> str:
            before, text, behind = match.groups()
            if self._language == "en":
                text = _CHINESE.sub(lambda found: f"{mark}{found[0]}</span>", text)
            elif _A_FEW_WORDS.search(text) and not _CHINESE.search(text):
                text = f"{mark}{text}</span>"
            return f">{before}{text}{behind}<"

        return re.sub(r">(\s*)([^<>]*[^<>\s])(\s*)<", marked, xhtml)


def _wanted(tokens: list[Token], left_out: Container[str]) -> Iterator[list[Token]]:
    """The blocks of a page but for the first and the last, and for sections that are not wanted."""
    blocks: list[list[Token]] = []
    for token in tokens:
        if token.level == 0 and token.nesting >= 0:
            blocks.append([])
        blocks[-1].append(token)
    wanted = True
    for block in blocks[1:-1]:
        if block[0].type == "heading_open" and block[0].tag == "h2":
            said = (child.content for child in block[1].children or () if child.type in ("text", "code_inline"))
            wanted = "".join(said) not in left_out
        if wanted:
            yield block
