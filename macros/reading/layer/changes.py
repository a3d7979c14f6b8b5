"""What a company has otherwise than the handbook, in `docs/company/changes.yml`: `leave_out` and `set`."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ...errors import Faults, nearest
from .. import keys, source
from .places import CHANGES, LAST_UPDATE, layer_of

_KEYS = ("leave_out", "set")


@dataclass(frozen=True)
class Changes:
    """The file as read; empty where a layer has none."""

    leave_out: tuple[str, ...] = ()
    """Patterns of what the company does without, such as `checklists/media-*`."""
    set: dict[str, Any] = field(default_factory=dict)
    """Single values by their paths, such as `response-times/times/email/normal/answer_within`."""
    known: frozenset[str] = frozenset()
    """Paths among `set` that led somewhere when the company last looked at what a release brought."""
    source: source.Source | None = None
    unsure: bool = False
    """Whether something in the file is wrong, so that more may be meant than was read."""

    def __bool__(self) -> bool:
        return bool(self.leave_out or self.set)

    def without(self, paths: frozenset[str]) -> Changes:
        """The same, with some of the paths passed over."""
        return replace(self, set={path: value for path, value in self.set.items() if path not in paths})

    def place(self, *location: str | int) -> tuple[str, int]:
        """The file and the line at which an entry stands."""
        return (self.source.path, self.source.line(location)) if self.source else (CHANGES, 1)


def read(root: Path, faults: Faults) -> Changes:
    """The changes of the layer in use; what cannot be read is among the faults.

    Args:
        root: the project's root.
        faults: where to report what is wrong with the form of the file.
    """
    noted = Faults()
    changes = _read(root, noted)
    for each in noted:
        faults.add(each.path, each.line, each.field, each.message)
    return replace(changes, unsure=bool(noted))


def _read(root: Path, faults: Faults) -> Changes:
    file = layer_of(root) / CHANGES
    text = source.decode(file, root, faults) if file.is_file() else None
    if text is None or all(not line.strip() or line.lstrip().startswith("#") for line in text.split("\n")):
        return Changes()
    found = source.parse(text, file.relative_to(root).as_posix(), faults)
    if found is None:
        return Changes()
    for name in map(keys.as_text, found.data):
        if name not in _KEYS:
            faults.add(*found.where((name,), f"unknown key '{name}'; {nearest(name, _KEYS)}"))
    left, given = found.data.get("leave_out"), found.data.get("set")
    if left is not None and not (isinstance(left, list) and all(isinstance(each, str) for each in left)):
        message = "a list of texts belongs here; write each as `- scenarios/absence`"
        faults.add(found.path, found.line(("leave_out",)), "leave_out", message)
        left = None
    if given is not None and not isinstance(given, dict):
        message = "a mapping belongs here; write each as `templates/work-report/order: 5`"
        faults.add(found.path, found.line(("set",)), "set", message)
        given = None
    blank = "is blank; write what is meant, or delete the line"
    for number, pattern in enumerate(left or ()):
        if not pattern:
            faults.add(*found.where(("leave_out", number), blank))
    for path in given or {}:
        if path in (None, ""):
            faults.add(*found.where(("set", keys.as_text(path)), blank))
    values = {keys.as_text(path): value for path, value in (given or {}).items() if path not in (None, "")}
    return Changes(tuple(left or ()), values, _known(root) if values else frozenset(), found)


def _known(root: Path) -> frozenset[str]:
    file = layer_of(root) / LAST_UPDATE
    recorded = source.read(file, root, Faults()) if file.is_file() else None
    values = recorded.data.get("values") if recorded else None
    return frozenset(values if isinstance(values, dict) else ())
