"""After a pull: what of the handbook arrived, what is gone, and what of the company's was overtaken."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from ..errors import Faults
from ..reading import changelog, source
from ..reading.layer import changes, own, places
from ..reading.layer.composing import lay
from ..reading.strays import is_leftover
from ..reading.writing import dumped, write
from . import overridden, sampled

REQUIREMENTS = "requirements.txt"
_PROGRAMS = ("macros", "overrides", "mkdocs.yml", REQUIREMENTS)
"""What a release brings besides texts and data, and a company never writes."""
_LENGTH = 12
_HEAD = (
    "# Written by `python -m macros update`: what there was of the handbook when you last looked. Not edited by hand.\n"
)


@dataclass(frozen=True)
class News:
    """What a look at the handbook says."""

    before: str
    """The version when the company last looked; blank where it never did."""
    now: str
    arrived: list[str]
    changed: list[str]
    gone: list[str]
    """Files of the handbook, below the project's root."""
    overtaken: list[str]
    """Lines of the company's that stand over something that has changed, each with what to do."""
    programs: list[str]
    """Parts of the handbook besides its texts and data in which something has changed."""
    learnt: list[str]
    """What of the sample company's is new, changed or gone, and comes into no company's layer by itself; each line with what to do."""


class Unreadable(Exception):
    """What there was when the company last looked cannot be read; `faults` says why."""

    def __init__(self, faults: Faults):
        super().__init__(faults.report())
        self.faults = faults


def look(root: Path) -> News:
    """Compare the handbook with what there was, and record what there is.

    Args:
        root: the project's root, with a company's layer.

    Raises:
        Unreadable: nothing is recorded then, for a new record would leave unsaid all that came.
    """
    read = _recorded(root)
    before: dict[str, str] = read.data["files"] if read else {}
    learnt = [*sampled.look(root, read.data.get("sample"))] if read and before else []
    programs, values = (read.data.get(key) if read else None for key in ("programs", "values"))
    own_values = {str(path) for path in changes.read(root, Faults()).set}
    record(
        root,
        {path: state for path, state in values.items() if path in own_values} if isinstance(values, dict) else None,
    )
    now, programs_now = _fingerprints(root), _programs(root)
    changed = [name for name in sorted(now.keys() & before.keys()) if now[name] != before[name]]
    return News(
        str(read.data.get("version", "")) if read and before else "",
        _version(root),
        sorted(now.keys() - before.keys()),
        changed,
        sorted(before.keys() - now.keys()),
        [*own.notices(root), *overridden.look(root, values, changed), *lay(root, Faults()).renamed],
        [each for each in programs_now if isinstance(programs, dict) and programs.get(each) != programs_now[each]],
        learnt,
    )


def record(root: Path, values: dict[str, str] | None = None) -> None:
    """Write down what there is of the handbook.

    Args:
        root: the project's root, with a company's layer.
        values: what the company has otherwise as last recorded; what is no more among it stays known.
    """
    state = {
        "version": _version(root),
        "files": _fingerprints(root),
        "programs": _programs(root),
        "sample": sampled.fingerprints(root),
        "values": (values or {}) | overridden.fingerprints(root),
    }
    text = _HEAD + dumped(state)
    write(root / places.COMPANY / places.LAST_UPDATE, text)


def _recorded(root: Path) -> source.Source | None:
    """What was recorded when the company last looked; None where it never did."""
    file, faults = root / places.COMPANY / places.LAST_UPDATE, Faults()
    read = source.read(file, root, faults) if file.exists() else None
    known = read.data.get("files") if read else None
    if read and isinstance(known, dict):  # as typed: earlier versions wrote 089123456789 bare
        known = read.data["files"] = {name: read.typed(("files", name)) for name in known}
    if read and not (isinstance(known, dict) and all(isinstance(part, str) for pair in known.items() for part in pair)):
        faults.add(*read.where(("files",), "must hold a file and its fingerprint in each line"))
    if faults:
        raise Unreadable(faults)
    return read


def _fingerprints(root: Path) -> dict[str, str]:
    files = [file for folder in (places.DATA, "docs/zh", "docs/en") for file in (root / folder).rglob("*")]
    ours = sorted(
        file
        for file in files
        if file.suffix in (".yml", ".md")
        and file.name not in (places.TRANSLATED, places.RELEASED)
        and not is_leftover(file.relative_to(root))
    )
    return {file.relative_to(root).as_posix(): own.fingerprint(file) for file in ours}


def _programs(root: Path) -> dict[str, str]:
    """What tells one state of each part from another, whatever ends its lines."""
    found = {}
    for part in _PROGRAMS:
        files = sorted((root / part).rglob("*")) if (root / part).is_dir() else [root / part]
        whole = hashlib.sha256()
        for file in files:
            if file.is_file() and file.suffix != ".pyc" and not is_leftover(file.relative_to(root)):
                whole.update(f"{file.relative_to(root).as_posix()} {own.fingerprint(file)}\n".encode())
        found[part] = whole.hexdigest()[:_LENGTH]
    return found


def _version(root: Path) -> str:
    log = root / "CHANGELOG.md"
    releases = changelog.read(log.read_text(encoding="utf-8"), log.name, Faults())
    return releases[0].version if releases else ""
