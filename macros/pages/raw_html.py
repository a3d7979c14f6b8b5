"""HTML of components past Markdown: its blocks are put away before Markdown's own parser, and MkDocs' for anchors, read every
tag of them in Python. What a page becomes is the same; a build takes a fifth less."""

from __future__ import annotations

import html
import re
from typing import cast

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

_BEGINS = re.compile(r"(?:\A|\n[ ]*\n)\n*<(?P<tag>[a-z][a-z0-9]*)(?=[\s>])")
"""A tag at the start of a line, with nothing in the line before."""
_ENDS = re.compile(r"[ ]*\n[ ]*(?:\n|\Z)|[ ]*\Z")
_NOT_PLAIN = re.compile(r"<(?:script|style)\b|<[!?]|\s(?i:markdown)[=\s>]|`")
"""What Markdown's parser treats otherwise than the rest, or looks into."""
_IDS = re.compile(r"<[a-z][^>]*?\sid=\"([^\"]*)\"")


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
        while begun := _BEGINS.search(text, done):
            start = begun.start("tag") - 1
            end = _end(text, start, begun["tag"])
            block = text[start : end or start]
            if block and self.md.is_block_level(begun["tag"]) and _ENDS.match(text, end) and not _NOT_PLAIN.search(block):
                parts += [text[done:start], "\n", self.md.htmlStash.store(block + "\n"), "\n\n"]
                ids.update(map(html.unescape, _IDS.findall(block)))
            else:
                end = end or start + 1
                parts.append(text[done:end])
            done = end
        self.ids = frozenset(ids)
        return "".join([*parts, text[done:]]).split("\n")


class _Anchors(Preprocessor):
    def __init__(self, md: Markdown, blocks: _Blocks):
        super().__init__(md)
        self._blocks = blocks

    def run(self, lines: list[str]) -> list[str]:
        """Tell MkDocs of the ids, which it looks for in what Markdown has before it."""
        if "mkdocs_raw_html" in self.md.preprocessors:
            cast("set[str]", self.md.preprocessors["mkdocs_raw_html"].present_anchor_ids).update(self._blocks.ids)
        return lines


def _end(text: str, start: int, tag: str) -> int:
    """Where the element ends that begins there; 0 if it is not closed."""
    depth = 0
    for found in re.compile(rf"<(/?){tag}(?=[\s>/])[^>]*>").finditer(text, start):
        depth += -1 if found[1] else 1
        if not depth:
            return found.end()
    return 0
