"""YAML files → plain data, with the line of every value kept, and every fault of the text itself reported."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from .errors import Faults


class _Loader(yaml.SafeLoader):
    """Reads the scalars of YAML 1.2's core schema only.

    YAML 1.1 turns `no` into false, `18:00` into 1080 and `2026-01-01` into a date object; an editor who writes
    working hours or a country code must get back what was typed.
    """


_Loader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("tag:yaml.org,2002:null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("tag:yaml.org,2002:bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("tag:yaml.org,2002:int", r"^[-+]?[0-9]+$", list("-+0123456789")),
    ("tag:yaml.org,2002:float", r"^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?$", list("-+.0123456789")),
):
    _Loader.add_implicit_resolver(_tag, re.compile(_pattern), _first)


@dataclass(frozen=True)
class Source:
    """One data file as read: its path for messages, its data, and the tree that knows the lines."""

    path: str
    data: Any
    _root: yaml.Node

    def line(self, location: tuple[str | int, ...]) -> int:
        """The line (from 1) of the value at `location`; of a missing value, the line of what should hold it."""
        node, line = self._root, self._root.start_mark.line + 1
        for step in location:
            if isinstance(node, yaml.MappingNode):
                pair = next((p for p in node.value if p[0].value == str(step)), None)
                if pair is None:
                    return line
                line, node = pair[0].start_mark.line + 1, pair[1]
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
                line = node.start_mark.line + 1
            else:
                return line
        return line


def read(file: Path, root: Path, faults: Faults) -> Source | None:
    """Read one YAML file that must hold a mapping.

    Args:
        file: the file.
        root: the project's root; paths in messages are relative to it.
        faults: collects what is wrong with the text: encoding, syntax, duplicate keys, no content, no mapping.

    Returns:
        The source, or None where the file cannot be used at all. A duplicate key is a fault, yet the rest is read.
    """
    path = file.relative_to(root).as_posix()
    raw = file.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        faults.add(path, line, "", f"byte 0x{raw[error.start]:02x} is not UTF-8; save the file as UTF-8")
        return None
    loader = None
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
        if node is None:
            faults.add(path, 1, "", "the file is empty; write its data, or delete the file")
            return None
        _find_duplicates(node, (), path, faults)
        data = loader.construct_document(node)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        faults.add(path, mark.line + 1 if mark else 1, "", _explain(error, text))
        return None
    except yaml.reader.ReaderError as error:
        line = text[: error.position].count("\n") + 1
        faults.add(path, line, "", f"character U+{error.character:04X} is not allowed in YAML; delete it")
        return None
    finally:
        if loader is not None:
            loader.dispose()
    if not isinstance(data, dict):
        kind = "a list" if isinstance(data, list) else f"the single value {data!r}"
        faults.add(path, node.start_mark.line + 1, "",
                   f"the file holds {kind}; it must hold a mapping (`key: value` lines)")
        return None
    return Source(path, data, node)


def _explain(error: yaml.MarkedYAMLError, text: str) -> str:
    """A YAML fault in words that an editor can act on."""
    mark = error.problem_mark or error.context_mark
    lines = text.splitlines()
    line = lines[mark.line] if mark and mark.line < len(lines) else ""
    problem = error.problem or error.context or "cannot be read"
    if "\t" in line[: len(line) - len(line.lstrip())] or "'\\t'" in problem:
        return "a tab in the indentation; YAML takes spaces only, so replace the tab with two spaces"
    if "mapping values are not allowed" in problem:
        return (f"YAML: {problem} in {line.strip()!r}; check the indentation, "
                "and put a text that holds ': ' in quotes")
    return f"YAML: {problem} at {line.strip()!r}; check indentation, quotes and colons on this line and the one above"


def _find_duplicates(node: yaml.Node, location: tuple[str, ...], path: str, faults: Faults) -> None:
    """Report every key that a mapping holds twice (PyYAML would silently keep the last)."""
    if isinstance(node, yaml.MappingNode):
        first: dict[str, int] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if key.value in first:
                faults.add(path, line, ".".join((*location, key.value)),
                           f"duplicate key '{key.value}', already given in line {first[key.value]}; keep one of them")
            first.setdefault(key.value, line)
            _find_duplicates(value, (*location, key.value), path, faults)
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            _find_duplicates(item, (*location, str(number)), path, faults)
