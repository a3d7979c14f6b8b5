"""A page in Markdown → the markup that `book.typ` typesets. What a page says stands in it as strings only, so that nothing in it is
taken for markup or code."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Container, Iterable
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from ..downloads.measures import letters
from ..downloads.plain import NOT_HOLDABLE

MARKDOWN = MarkdownIt("commonmark", {"html": False, "xhtmlOut": True}).enable("table")
TERMS = "reference/glossary/"
_A_LINE = 90
"""How many Latin letters stand in a line of a table."""
_LEAST_SHARE = 2.6
"""Of a column, as a share of the line beside others: room for a word."""
_A_TALL_ROW = 3000
"""From how many letters on a row, with as much in each of its cells, takes a large part of a page."""
_MANY = 8
"""From how many names on a list of nothing else stands in columns."""
_SHORT_NAME = 30
"""How many Latin letters fit into one of three such columns."""
_A_LABEL = 2
"""The spans of a label: what is bold, and a colon."""
_PAGE_LEVEL = 2
"""A page is a section of its part; its own headings go below that."""


def string(text: str) -> str:
    """A text as Typst writes it."""
    return json.dumps(NOT_HOLDABLE.sub("", text), ensure_ascii=False)


class Pages:
    """Turns the pages of one book into markup; links among them lead within it."""

    def __init__(self, inside: Container[str], root: str):
        """
        Args:
            inside: the addresses of the book's pages.
            root: how the addresses of the site's pages begin in their Markdown.
        """
        self._inside, self._root = inside, root
        self._level = _PAGE_LEVEL

    def page(self, markdown: str, left_out: Container[str]) -> str:
        """The body of a page, without its title and its last paragraph, which says where it stands.

        Args:
            markdown: the page.
            left_out: texts of headings whose sections are not wanted.
        """
        self._level = _PAGE_LEVEL
        kept, wanted = [], True
        for block in _parsed(markdown)[1:-1]:
            if block.type == "heading" and block.tag == "h2":
                wanted = _plain(block) not in left_out
            if wanted:
                kept.append(block)
        return self._blocks(kept)

    def _blocks(self, nodes: Iterable[SyntaxTreeNode]) -> str:
        return "\n\n".join(self._block(node) for node in nodes)

    def _block(self, node: SyntaxTreeNode) -> str:
        kind = node.type
        if kind == "heading":
            # No level is passed over, whatever the page does.
            self._level = min(int(node.tag[1]) + 1, self._level + 1)
            return f"#heading(level: {self._level})[{self._inline(node.children)}]"
        if kind == "paragraph":
            named = f"#par[{self._inline(node.children)}]"
            return f"#naming[{named}]" if _names_what_follows(node) else named
        if kind in ("bullet_list", "ordered_list"):
            items = ", ".join(f"[{self._blocks(item.children)}]" for item in node.children)
            if len(node.children) >= _MANY and all(map(_is_a_link, node.children)):
                longest = max(letters(_plain(item)) for item in node.children)
                return f"#names({3 if longest <= _SHORT_NAME else 2}, {items})"
            return f"#{'list' if kind == 'bullet_list' else 'enum'}({items})"
        if kind == "blockquote":
            return f"#said[{self._blocks(node.children)}]"
        if kind == "table":
            rows = [
                [self._inline(cell.children) for cell in row.children]
                for part in node.children
                for row in part.children
            ]
            cells = "".join(f"[{cell}]," for row in rows for cell in row)
            texts = [[_plain(cell) for cell in row.children] for part in node.children for row in part.children]
            return f"#rows(({_columns(texts)}), ({cells}), {str(_is_tall(texts)).lower()})"
        return "" if kind == "hr" else f"#raw({string(node.content)}, block: true)"

    def _inline(self, nodes: Iterable[SyntaxTreeNode]) -> str:
        return "".join(self._span(node) for node in nodes)

    def _span(self, node: SyntaxTreeNode) -> str:
        kind = node.type
        if kind in ("inline", "strong", "em"):
            said = self._inline(node.children)
            return said if kind == "inline" else f"#{kind if kind == 'strong' else 'emph'}[{said}];"
        if kind == "link":
            return self._link(str(node.attrs["href"]), self._inline(node.children))
        if kind in ("hardbreak", "softbreak"):
            return "#linebreak();" if kind == "hardbreak" else " "
        if kind == "code_inline":
            return f"#raw({string(node.content)});"
        # Cells hold <br> between what stood in paragraphs.
        return "#linebreak();".join(f"#{string(part)};" for part in re.split(r" ?<br> ?", node.content) if part)

    def _link(self, href: str, said: str) -> str:
        address, _, place = href.removeprefix(self._root).partition("#")
        within = href.startswith(self._root)
        mark = f"#mentions({string(place)});" if within and place and address.endswith(TERMS) else ""
        if within and address in self._inside:
            return f"{mark}#to-page({string(address)})[{said}];"
        # Without an address of the site, nothing outside the book can be reached from it.
        outside = href if ":" in href else None
        return f"{mark}#link({string(outside)})[{said}];" if outside else f"{mark}{said}"


@cache
def _parsed(markdown: str) -> list[SyntaxTreeNode]:
    """The blocks of a page, which stands in several books."""
    return SyntaxTreeNode(MARKDOWN.parse(markdown)).children


def _columns(rows: list[list[str]]) -> str:
    """How wide the columns of a table are: as wide as what they hold where that fits on a line, else shared out by how much that is."""
    columns = [[letters(cell) for cell in column] for column in zip(*rows, strict=True)]
    if sum(map(max, columns)) <= _A_LINE:
        return "auto," * len(columns)
    shares = [max(math.sqrt(sum(column) / len(column)), _LEAST_SHARE) for column in columns]
    return "".join(f"{share:.2f}fr," for share in shares)


def _is_tall(rows: list[list[str]]) -> bool:
    """Whether a row may have to go on on the next page."""
    return max(letters(cell) for row in rows for cell in row) * len(rows[0]) > _A_TALL_ROW


def _is_a_link(item: SyntaxTreeNode) -> bool:
    """Whether an item of a list is a link and nothing else."""
    spans = item.children[0].children[0].children if item.children and item.children[0].type == "paragraph" else []
    return len(item.children) == 1 and [span.type for span in spans] == ["link"]


def _names_what_follows(paragraph: SyntaxTreeNode) -> bool:
    """Whether it is a label in bold and nothing else."""
    children = paragraph.children[0].children
    rest = "".join(child.content for child in children[1:] if child.type == "text")
    return bool(children) and children[0].type == "strong" and len(children) <= _A_LABEL and not rest.strip("：: ")


def _plain(node: SyntaxTreeNode) -> str:
    return "".join(each.content for each in node.walk() if each.type in ("text", "code_inline"))
