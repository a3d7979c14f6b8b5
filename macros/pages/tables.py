"""Tables that become cards on a phone, but for those that fit it: those that authors write in Markdown like those of the
components."""

from __future__ import annotations

import html as markup
import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from ..downloads.measures import letters

_CARDS_ON_PHONE = re.compile(
    r'<h[1-4] id="(?P<heading>[^"]+)"|<table class="(?:cards-on-phone|stays-table).*?</table>', re.DOTALL
)
_ROLES = {"table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "td": "cell", "th": "columnheader"}
_TAG = re.compile(rf"<({'|'.join(_ROLES)})(?=[ >])([^>]*)")


_GROUP = re.compile(
    r'(?:<tbody[^>]* id="(?P<id>[^"]+)"[^>]*>\s*<tr\b[^>]*class="table-group"[^>]*><th\b[^>]*>|<h2 id="(?P<heading>[^"]+)"[^>]*>)'
    r"(?P<name>(?:[^<]|<span[^>]*>|</span>)+)"
)
_ROW = re.compile(r"<tr\b.*?</tr>", re.DOTALL)
_CELL = re.compile(r"<t[hd]\b[^>]*>(.*?)</t[hd]>", re.DOTALL)
_DATA_CELL = re.compile(r"<td((?: (?!class)[a-z-]+=\"[^\"]*\")*)>(.*?)</td>", re.DOTALL)
_MARKUP = re.compile(r"<[^>]*>")
_UNBROKEN = re.compile(r"[\u2e80-\u9fff\uff00-\uffef]|[^\s\u2e80-\u9fff\uff00-\uffef]+")
_LOWER = re.compile(r"^\s*[a-z](?![^\u2e80-\u9fff]*[\u2e80-\u9fff])")
"""A small letter that begins a text without Chinese."""
_LARGE = re.compile(r"<(?:ul|ol|button|copy-text|input|details)\b")
_ROOM = {2: 56, 3: 34}
"""How many Latin letters, of which a Chinese sign takes two, the halves of the longest cells may have together, by columns."""
_LINE = 30
"""How many go beside each other on a phone of 360 pixels."""
_WHOLE = 12
"""How many a cell may have that is not broken, such as a time: the columns beside the first have room for them."""
_ICON = 4
"""What a picture takes of that."""


def name_roles(html: str) -> str:
    """Let the parts of such tables say what they are: once they are cards, some browsers no longer see a table. One whose
    few columns are short enough for a phone stays a table there. A table is called as the heading above it."""
    heading = ""

    def prepared(found: re.Match[str]) -> str:
        nonlocal heading
        if found["heading"]:
            heading = found["heading"]
            return found[0]
        named = f' aria-labelledby="{heading}"' if heading else ""
        table = _as_table(found[0]) if fits_phone(found[0]) else found[0]
        return _TAG.sub(_with_role, table.replace(">", f"{named}>", 1))

    return _CARDS_ON_PHONE.sub(prepared, html)


def groups(html: str) -> tuple[tuple[str, str], ...]:
    """The groups of rows or cards on a page, each with where it stands and what it is called, and the
    headings between them, in order: what is on it."""
    return tuple(
        (group["id"] or group["heading"], markup.unescape(_MARKUP.sub("", group["name"])).strip())
        for group in _GROUP.finditer(html)
    )


def fits_phone(table: str) -> bool:
    """Whether two or three columns fit beside each other at 360 pixels, no cell with more than a few lines."""
    rows = [_CELL.findall(row) for row in _ROW.findall(table)]
    columns = list(zip(*rows, strict=False)) if len({len(row) for row in rows}) == 1 else []
    if len(columns) not in _ROOM or _LARGE.search(table):
        return False
    needs = [[_needs(cell) for cell in cells] for cells in columns]
    halves, parts = (sum(max(need[which] for need in column) for column in needs) for which in (0, 1))
    return halves <= _ROOM[len(columns)] and parts <= _LINE


def _needs(cell: str) -> tuple[int, int]:
    """Half of a cell's text, if that is more than its longest part that does not break; and that part."""
    text = markup.unescape(_MARKUP.sub("", cell)).strip()
    part = max((letters(each) for each in _UNBROKEN.findall(text)), default=0) + cell.count("<svg") * _ICON
    return max((letters(text) + 1) // 2, part), part


def _as_table(table: str) -> str:
    """A table that stays one; of its Chinese, which breaks between any two signs, a few in a cell stay together."""
    return _DATA_CELL.sub(_whole, table.replace("cards-on-phone", "stays-table", 1))


def _whole(cell: re.Match[str]) -> str:
    text = markup.unescape(_MARKUP.sub("", cell[2])).strip()
    return (
        f'<td class="whole"{cell[1]}>{cell[2]}</td>' if 0 < letters(text) <= _WHOLE and not text.isascii() else cell[0]
    )


def _with_role(tag: re.Match[str]) -> str:
    role = "rowheader" if 'scope="row' in tag[2] else _ROLES[tag[1]]
    return f'<{tag[1]} role="{role}"{tag[2]}'


class MarkdownTables(Extension):
    """Gives a table written in Markdown what components have: headings for its rows, labels in its cells."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register with Markdown, after its own inline patterns have run."""
        md.treeprocessors.register(_Tables(md), "handbook_tables", 5)


class _Tables(Treeprocessor):
    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for place, child in enumerate(parent):
                if child.tag == "table":
                    parent[place] = _as_component(child)


def _as_component(table: Element) -> Element:
    """The same table, marked up as the components do, in the box that measures its width. Where its columns are to be
    compared, each becomes a card, and a cell is called as its row; else each row does."""
    columns = table.findall("thead/tr/th")
    compared = any("even" in column.get("class", "").split() for column in columns)
    table.set("class", "cards-on-phone compared" if compared else "cards-on-phone")
    for column in columns:
        column.set("scope", "col")
    labels = ["".join(column.itertext()).strip() for column in columns]
    for row in table.findall("tbody/tr"):
        for label, cell in list(zip(labels, row, strict=False))[1:]:
            cell.set("data-label", "".join(row[0].itertext()).strip() if compared else label)
        if len(row[0]) or (row[0].text or "").strip():  # an empty cell is the heading of nothing
            row[0].tag = "th"
            row[0].attrib = {"scope": "row"}
            row[0].text = _LOWER.sub(lambda found: found[0].upper(), row[0].text or "")  # on a phone, a title
    box = Element("div", {"class": "table-tools"})
    box.tail, table.tail = table.tail, None
    box.append(table)
    return box
