"""What YAML takes for a remark though somebody meant it as a value."""

from __future__ import annotations

import re

import yaml

_REMARK = re.compile(r"[ \t]*(#[^#\s].*?)(,\s+[\w-]+:.*|[,\]}]+)?\s*$")
"""Words directly behind #: somebody meant them, while a remark has a space. What goes on between brackets is none of theirs."""
_CLOSING = ("}", "]", ",")


def remark(node: yaml.Node | None, text: str) -> str:
    """What YAML took for a remark where a value should be, such as `#1d5a8c`; blank where there is none.

    Args:
        node: the blank value.
        text: the file in which it stands; blank where no single one holds it.
    """
    if not isinstance(node, yaml.ScalarNode) or node.value or not text:
        return ""
    lines, number, column = text.split("\n"), node.end_mark.line, node.end_mark.column
    if lines[number][column : column + 1] in _CLOSING and not lines[number][:column].strip():
        # Between brackets, libyaml marks a blank value where reading went on, behind the remark.
        number = next((n for n in range(number - 1, -1, -1) if lines[n].strip()), number)
        column = lines[number].find(": #") + 1
    found = _REMARK.match(lines[number], column) if column else None
    return found[1] if found else ""
