"""YAML files → plain data, with the line of every value kept, and every fault of the text itself reported."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from ..errors import Faults, shortened
from . import keys, merging, remarks, yaml_faults

Location = tuple[str | int, ...]
"""Where a value stands in its file: keys, and numbers of entries from 0."""

_ALIAS = "an alias (`*name`) stands here for a value that is written elsewhere; write it out"
_NO_CHARACTER = "the text holds an escape for what is no character that can be shown; delete it"
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
READ_OTHERWISE = re.compile("[\x85\u2028\u2029\ufeff]")
"""What ends a line for YAML and for no editor, so that lines would be counted otherwise; and the mark at the head of a file
anywhere else, which one reader of YAML passes over and the other does not."""
_BEYOND = re.compile(r"\\U(?!000|0010)[0-9a-fA-F]{8}")
"""An escape for a number that is no character's, at which Python's own reader breaks off."""
_DEEPEST = 30
"""How many lists and mappings may stand in one another: more than any record has, and no more than a reader in C can hold."""


class _Depth:
    """Counts how deeply values stand in one another, since a reader calls itself for each and would break off."""

    _depth = 0

    def descend_resolver(self, parent: yaml.Node | None, _: object) -> None:
        """Called by a loader before each value."""
        self._depth += 1
        if self._depth > _DEEPEST and parent is not None:
            problem = "lists and mappings stand in one another more deeply than any data"
            raise yaml.composer.ComposerError(None, None, problem, parent.start_mark)

    def ascend_resolver(self) -> None:
        """Called by a loader behind each value."""
        self._depth -= 1


class Loader(_Depth, yaml.SafeLoader):
    """Reads scalars as YAML 1.2 does, numbers as people write them.

    YAML 1.1 turns `no` into false, `18:00` into 1080, `010` into 8 and `2026-01-01` into a date object; an editor who
    writes working hours or a country code must get back what was typed.
    """


_Fast: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class FastLoader(_Depth, _Fast):  # type: ignore[misc]  # which of the two there is, the system decides
    """The same in C, eight times as fast; a text that it refuses is left to `Loader`, which says more on why."""


for _class in (Loader, FastLoader):
    _class.yaml_implicit_resolvers = {}
    for _tag, _pattern, _first in (
        ("tag:yaml.org,2002:null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
        ("tag:yaml.org,2002:bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
        ("tag:yaml.org,2002:int", r"^[-+]?[0-9]{1,18}$", list("-+0123456789")),
        ("tag:yaml.org,2002:float", r"^[-+]?(?:[0-9]{0,15}\.[0-9]{1,15}|[0-9]{1,15}\.)$", list("-+.0123456789")),
    ):
        _class.add_implicit_resolver(_tag, re.compile(_pattern), _first)
    _class.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))


@dataclass(frozen=True)
class Source:
    """One data file as read: its path for messages, its data, and the tree that knows the lines."""

    path: str
    data: Any
    _root: yaml.Node
    text: str = field(default="", repr=False, kw_only=True)
    """The file as it was typed; blank where no single file holds these data."""

    @functools.cached_property
    def texts(self) -> tuple[tuple[Location, str], ...]:
        """Every text in it, with its place."""
        return tuple(_texts(self.data, ()))

    def line(self, location: Location) -> int:
        """The line (from 1) of the value at `location`; of a missing value, the line of what should hold it."""
        return self._find(location)[0]

    @property
    def tree(self) -> yaml.Node:
        """The tree that knows the lines."""
        return self._root

    def where(self, location: Location, message: str) -> tuple[str, int, str, str]:
        """What a fault at `location` says: file, line, field, message."""
        return self.path, self.line(location), dotted(location), message

    def written_in(self, location: Location) -> str:
        """The file in which the value at `location` was written."""
        return self.path

    def is_told(self, location: Location) -> bool:
        """Whether what is wrong at `location` was said already."""
        return False

    def is_dropped(self, location: Location) -> bool:
        """Whether the company wants nothing to stand at `location`, where the handbook has something."""
        return False

    def typed(self, location: Location) -> str | None:
        """The value at `location` as it was typed, such as `010`; None where no single value stands there."""
        node = self._find(location)[1]
        return node.value if isinstance(node, yaml.ScalarNode) else None

    def remark(self, location: Location) -> str:
        """What YAML took for a remark in place of the value at `location`, such as `#1d5a8c`; blank where nothing was."""
        return remarks.remark(self._find(location)[1], self.text)

    def _find(self, location: Location) -> tuple[int, yaml.Node | None]:
        node, line = self._root, self._root.start_mark.line + 1
        for step in location:
            if isinstance(node, yaml.MappingNode):
                # The last of several with the same key, whose value PyYAML keeps.
                pair = next((p for p in reversed(node.value) if keys.written(p[0]) == keys.as_text(step)), None)
                if pair is None:
                    return line, None
                line, node = pair[0].start_mark.line + 1, pair[1]
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
                line = node.start_mark.line + 1
            else:
                return line, None
        return line, node


def dotted(location: Location) -> str:
    """A location as an editor reads it: `("channels", 0, "because")` → `channels[0].because`."""
    text = ""
    for step in location:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else str(step)
    return text


def _texts(value: Any, location: Location) -> Iterator[tuple[Location, str]]:
    if isinstance(value, str):
        yield location, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _texts(part, (*location, str(key)))
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from _texts(part, (*location, number))


def decode(file: Path, root: Path, faults: Faults) -> str | None:
    """The text of a file, without a byte order mark, its lines ending in line feeds.

    Returns:
        The text, or None, and faults, where it is not UTF-8 or where a merge left conflicts in it.
    """
    raw, path = file.read_bytes(), file.relative_to(root).as_posix()
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        byte = f"0x{raw[error.start]:02x}"
        from_excel = f"byte {byte} is not UTF-8; save the file as UTF-8, in Excel as “CSV UTF-8”"
        other = f"byte {byte} is not UTF-8; save the file as UTF-8: in Notepad “Save as”, encoding “UTF-8”"
        faults.add(path, line, "encoding", from_excel if file.suffix == ".csv" else other)
        return None
    left = list(merging.conflicts(text))
    for line, message in left:
        faults.add(path, line, "merge", message)
    return None if left else text


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
    text = decode(file, root, faults)
    return None if text is None else parse(text, path, faults)


def parse(text: str, path: str, faults: Faults) -> Source | None:
    """Read a YAML text that must hold a mapping; `path` is for messages (see `read`)."""
    odd = list(READ_OTHERWISE.finditer(text))
    for each in odd:
        line = text.count("\n", 0, each.start()) + 1
        faults.add(path, line, "yaml", f"the character U+{ord(each[0]):04X} is not allowed in YAML; delete it")
    if odd:
        return None
    try:
        node, data, found = load_text(text)
    except yaml.YAMLError as error:
        faults.add(path, *yaml_faults.explain(error, text))
        return None
    except (ValueError, OverflowError):
        escape = _BEYOND.search(text)
        faults.add(path, text.count("\n", 0, escape.start() if escape else 0) + 1, "yaml", _NO_CHARACTER)
        return None
    for fault in found:
        faults.add(path, *fault)
    if node is None or node.value == "":
        faults.add(path, 1, "file", "is empty; write its data, or restore it")
        return None
    if not isinstance(data, dict):
        kind = f"the single value '{shortened(node.value)}'" if isinstance(node, yaml.ScalarNode) else "a list"
        faults.add(path, node.start_mark.line + 1, "file", f"holds {kind}; it must hold a mapping (`key: value` lines)")
        return None
    unusable = {_ALIAS, _NO_CHARACTER} & {message for _, _, message in found}
    return None if unusable else Source(path, data, node, text=text)


def load_text(text: str) -> tuple[yaml.Node | None, Any, list[tuple[int, str, str]]]:
    """The tree of a text, its data, and what PyYAML lets pass: line, field and message of each fault."""
    try:
        node, data = load_with(FastLoader, text)
    except yaml.YAMLError:
        node, data = load_with(Loader, text)
    return node, data, list(_faults_in(node, (), 1, set())) if node else []


def keep_read() -> None:
    """Keep what is read from now on, for a process that reads again: of a text that has not changed, nothing is new."""
    global load_text
    load_text = functools.lru_cache(maxsize=1024)(load_text)


def load_with(loader_type: type, text: str) -> tuple[yaml.Node | None, Any]:
    """The tree of a text and its data, by one of the two readers."""
    loader = loader_type(text)
    try:
        node = loader.get_single_node()
        if node is not None and "!" in text:
            _refuse_tags(loader, node, set())
        return node, None if node is None else loader.construct_document(node)
    finally:
        loader.dispose()


def _refuse_tags(loader: Any, node: yaml.Node, met: set[int]) -> None:
    """Raise the YAML fault of a value that says of itself what it is (`!!binary`, `!!timestamp`), which no data need."""
    if id(node) in met:
        return
    met.add(id(node))
    plain = isinstance(node, yaml.ScalarNode) and not node.style
    if node.tag != loader.resolve(type(node), node.value if plain else "", (plain, not plain)):
        raise yaml.constructor.ConstructorError(None, None, f"the tag {node.tag} is not used here", node.start_mark)
    for part in node.value if isinstance(node, yaml.CollectionNode) else ():
        for each in part if isinstance(part, tuple) else (part,):
            _refuse_tags(loader, each, met)


def _faults_in(node: yaml.Node, location: Location, line: int, met: set[int]) -> Iterator[tuple[int, str, str]]:
    """Keys that a mapping holds twice, aliases, and escapes such as `\\ud800` that no file can hold.

    PyYAML would silently keep the last of two keys; an alias may stand for the very thing that holds it.
    """
    if id(node) in met:
        yield line, dotted(location), _ALIAS
        return
    met.add(id(node))
    if isinstance(node, yaml.ScalarNode) and _CONTROLS.search(node.value):
        yield line, dotted(location), _NO_CHARACTER
    elif isinstance(node, yaml.MappingNode):
        first: dict[str, int] = {}
        for key, value in node.value:
            below = key.start_mark.line + 1
            if _CONTROLS.search(str(key.value)):
                yield below, dotted((*location, _CONTROLS.sub("?", str(key.value)))), _NO_CHARACTER
            if key.value in first:
                yield (
                    below,
                    dotted((*location, key.value)),
                    f"duplicate key '{key.value}', already given in line {first[key.value]}; keep one of them",
                )
            first.setdefault(key.value, below)
            yield from _faults_in(value, (*location, key.value), below, met)
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            yield from _faults_in(value, (*location, number), value.start_mark.line + 1, met)
