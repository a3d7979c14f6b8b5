"""Writes into the company's `changes.yml`, line by line, so that what the company has noted there stays as it is."""

from __future__ import annotations

from pathlib import Path

import yaml

from ..console import in_words, said
from ..errors import Faults
from ..reading import source
from ..reading.layer.places import CHANGES, COMPANY
from ..reading.writing import write


class NotWritable(Exception):
    """The file is written in a way that this does not change. The text says what to do."""


def set_values(root: Path, values: dict[str, str]) -> list[int]:
    """Write single values under `set`, over those that stand there.

    Args:
        root: the project's root.
        values: by the paths of their ids.

    Returns:
        The line of each.

    Raises:
        NotWritable: the file cannot be read, or has `set` on one line.
    """
    for path, value in values.items():
        lines, _, node = _read(root, "set")
        there = {key.value: given for key, given in node.value} if isinstance(node, yaml.MappingNode) else {}
        if path in there:
            start, end = there[path].start_mark, there[path].end_mark
            if start.line != end.line:
                raise NotWritable(said("changes_by_hand", file=_name(), line=start.line + 1, what=f"{path}: {value}"))
            line = lines[start.line]
            lines[start.line] = f"{line[: start.column]}{value}{line[end.column :]}"
            _write(root, lines)
        else:
            _insert(root, "set", f"{path}: {value}")
    lines, _, node = _read(root, "set")
    places = {key.value: key.start_mark.line + 1 for key, _ in node.value} if node else {}
    return [places[path] for path in values]


def leave_out(root: Path, path: str) -> int:
    """Write an entry of `leave_out`.

    Returns:
        Its line.

    Raises:
        NotWritable: the file cannot be read, or has `leave_out` on one line.
    """
    return _insert(root, "leave_out", f"- {path}")


def _insert(root: Path, key: str, entry: str) -> int:
    """Lay a line in behind the last that begins an entry, or begin with one."""
    lines, place, node = _read(root, key)
    if place is None:
        while lines and not lines[-1].strip():
            lines.pop()
        lines += [*([""] if lines else []), f"{key}:", f"  {entry}"]
        at = len(lines) - 1
    elif isinstance(node, yaml.CollectionNode) and node.value:
        if node.flow_style:
            raise NotWritable(said("changes_by_hand", file=_name(), line=place + 1, what=entry))
        # Before the first: where the last ends, no mark tells for sure.
        first = node.value[0][0] if isinstance(node, yaml.MappingNode) else node.value[0]
        at = first.start_mark.line
        lines.insert(at, f"{' ' * node.start_mark.column}{entry}")
    else:
        at = place + 1
        lines[place] = lines[place].partition(":")[0] + ":"
        lines.insert(at, f"  {entry}")
    _write(root, lines)
    return at + 1


def _read(root: Path, key: str) -> tuple[list[str], int | None, yaml.Node | None]:
    """The lines of the file, and the line and the value of a key of it; None where it has none."""
    file, faults = root / COMPANY / CHANGES, Faults()
    text = source.decode(file, root, faults) if file.is_file() else ""
    says_nothing = all(not line.strip() or line.lstrip().startswith("#") for line in (text or "").split("\n"))
    found = None if says_nothing else source.parse(text or "", _name(), faults)
    if faults:
        raise NotWritable(faults.report(in_words))
    pairs = found.tree.value if found else []
    pair = next((pair for pair in pairs if pair[0].value == key), None)
    lines = (text or "").rstrip("\n").split("\n") if text else []
    return lines, pair[0].start_mark.line if pair else None, pair[1] if pair else None


def _write(root: Path, lines: list[str]) -> None:
    write(root / COMPANY / CHANGES, "\n".join(lines) + "\n")


def _name() -> str:
    return f"{COMPANY}/{CHANGES}"
