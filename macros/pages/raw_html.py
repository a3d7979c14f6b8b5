"""HTML of components past Markdown: its blocks are put away before Markdown's own parser, and MkDocs' for anchors, read every
tag of them in Python. What a page becomes is the same; a build takes a fifth less."""

from __future__ import annotations

import html
import re
from typing import Any, cast

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

_TAG = r"\n*<(?P<tag>[a-z][a-z0-9]*)(?=[\s>])"
_BEGINS = re.compile(rf"(?:\A|\n[ ]*\n){_TAG}")
"""A tag at the start of a line, with nothing in the line before."""
_GOES_ON = re.compile(rf"\n{_TAG}")
"""The same in the line behind a block."""
_BLANK_LINE = re.compile(r"(?:[ ]*\n){2}")
_NOT_PLAIN = re.compile(r"<(?:script|style)\b|<[!?]|\s(?i:markdown)[=\s>]|`")
"""What Markdown's parser treats otherwise than the rest, or looks into."""
_IDS = re.compile(r"<[a-z](?:\"[^\"]*\"|'[^']*'|[^\"'>])*?\sid=\"([^\"]*)\"")


class RawHTML(Extension):
    """Puts blocks of HTML away early."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register with Markdown: behind what finds code (25), before MkDocs' search for anchors (21) and Markdown's own
        parser of HTML (20); the anchors are handed in between the two."""
        blocks = _Blocks(md)
        md.preprocessors.register(blocks, "handbook_raw_html", 22)
        md.preprocessors.register(_Anchors(md, blocks), "handbook_anchors", 20.5)


class _Blocks(Preprocessor):
    ids: frozenset[str] = frozenset()
    """The ids in what was put away."""

    def run(self, lines: list[str]) -> list[str]:
        text, parts, done, ids = "\n".join(lines), list[str](), 0, set[str]()
        if "<!--" in text:
            return lines  # a comment may hold half a block
        begun = _BEGINS.search(text)
        while begun:
            start = begun.start("tag") - 1
            end = _end(text, start, begun["tag"])
            if not end:
                break  # all that follows stands in it
            block = text[start:end]
            if self._is_plain(begun["tag"], block) and text.startswith("\n", end):
                stored = block + "\n" if _BLANK_LINE.match(text, end) else block
                parts += [text[done:start], "\n", self.md.htmlStash.store(stored), "\n\n"]
                ids.update(map(html.unescape, _IDS.findall(block)))
                begun = _GOES_ON.match(text, end) or _BEGINS.search(text, end)
            else:
                parts.append(text[done:end])
                begun = _BEGINS.search(text, end)
            done = end
        self.ids = frozenset(ids)
        return "".join([*parts, text[done:]]).split("\n")

    def _is_plain(self, tag: str, block: str) -> bool:
        return bool(self.md.is_block_level(tag)) and not _NOT_PLAIN.search(block)


class _Anchors(Preprocessor):
    def __init__(self, md: Markdown, blocks: _Blocks):
        super().__init__(md)
        self._blocks = blocks

    def run(self, lines: list[str]) -> list[str]:
        """Tell MkDocs of the ids, which it looks for in what Markdown has before it."""
        if "mkdocs_raw_html" in self.md.preprocessors:
            cast("Any", self.md.preprocessors["mkdocs_raw_html"]).present_anchor_ids.update(self._blocks.ids)
        return lines


def _end(text: str, start: int, tag: str) -> int:
    """Where the element ends that begins there; 0 if it is not closed."""
    depth = 0
    for found in re.compile(rf"<(/?){tag}(?=[\s>/])[^>]*>").finditer(text, start):
        depth += -1 if found[1] else 1
        if not depth:
            return found.end()
    return 0
