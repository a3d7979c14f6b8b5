"""Tables that become cards on a phone: those that authors write in Markdown like those of the components."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_CARDS_ON_PHONE = re.compile(r'<table class="cards-on-phone.*?</table>', re.DOTALL)
_ROLES = {"table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "td": "cell", "th": "columnheader"}
_TAG = re.compile(rf"<({'|'.join(_ROLES)})(?=[ >])([^>]*)")


def name_roles(html: str) -> str:
    """Let the parts of such tables say what they are: once they are cards, some browsers no longer see a table."""
    return _CARDS_ON_PHONE.sub(lambda table: _TAG.sub(_with_role, table[0]), html)


def _with_role(tag: re.Match[str]) -> str:
    role = "rowheader" if 'scope="row"' in tag[2] else _ROLES[tag[1]]
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
    """The same table, marked up as the components do, in the box that measures its width."""
    table.set("class", "cards-on-phone")
    columns = table.findall("thead/tr/th")
    for column in columns:
        column.set("scope", "col")
    labels = ["".join(column.itertext()).strip() for column in columns]
    for row in table.findall("tbody/tr"):
        for label, cell in list(zip(labels, row, strict=False))[1:]:
            cell.set("data-label", label)
        row[0].tag = "th"
        row[0].attrib = {"scope": "row"}
    box = Element("div", {"class": "table-tools"})
    box.tail, table.tail = table.tail, None
    box.append(table)
    return box
