"""Takes something out of the handbook: the handbook's own by `leave_out`, the company's own by deleting its files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from ..checking import checked
from ..console import said
from ..errors import Fault, Faults
from ..reading import clock
from ..reading.layer import composing, places
from ..reading.layer.laid import Laid
from ..reading.layer.prose import text_of
from . import changes_file, finding

_TO_SET = re.compile(r"as `(\S+/.*)`$")
"""The lines that a fault names which say what stands instead."""
_NUMBERED = re.compile(r"^leave_out\[\d+\]")
"""The place of an entry of `leave_out`, which a new one before it moves."""


@dataclass(frozen=True)
class Removed:
    """What came of it."""

    deleted: list[str]
    """Files, below the project's root."""
    left_out: str
    """Where the line stands that leaves it out, as `file:line`; blank where nothing of the handbook's was meant."""
    went: list[str]
    """What referred to it and went with it, each with its file and line."""
    faults: list[str]
    """What refers to it and can't be without it; what was wrong before is not among it."""
    to_set: list[str]
    """The lines for `set` that the faults name."""


def remove(root: Path, kind: str, ident: str) -> Removed:
    """Take it out, and see what referred to it.

    Args:
        root: the project's root.
        kind: of thing, or `term`, or `page`, or the beginning of its place.
        ident: its id.

    Raises:
        finding.NotFound: there is none.
        changes_file.NotWritable: the company's changes must be written by hand.
    """
    found = finding.to_remove(root, kind, ident)
    known = {_without_line(fault) for fault in _faults(root)}
    before = composing.lay(root, Faults())
    pages = {page: text_of(page, before, root, Faults()) or "" for page in before.pages}
    has_layer = (root / places.COMPANY).is_dir()
    own = [file for file in found.files if not has_layer or file.is_relative_to(root / places.COMPANY)]
    if not has_layer and not own:
        raise changes_file.NotWritable(said("no_file_of_its_own", what=found.path))
    is_ours = has_layer and (len(own) < len(found.files) or not own or _has_ours(root, own))
    line = changes_file.leave_out(root, found.path) if is_ours else 0
    for file in own:
        file.unlink()
    after = composing.lay(root, Faults())
    faults = [str(fault) for fault in _faults(root) if _without_line(fault) not in known]
    return Removed(
        [file.relative_to(root).as_posix() for file in own],
        f"{places.COMPANY}/{places.CHANGES}:{line}" if line else "",
        [*_dropped(before, after), *_changed(root, pages, after)],
        faults,
        [line for fault in faults if (named := _TO_SET.search(fault)) for line in named[1].split("`, `")],
    )


def _faults(root: Path) -> Faults:
    return checked.check(root, clock.today(), with_downloads=False)[1]


def _without_line(fault: Fault) -> tuple[str, str, str]:
    """What a fault says, however many lines come to stand above it."""
    return fault.path, _NUMBERED.sub("leave_out", fault.field), fault.message


def _has_ours(root: Path, own: list[Path]) -> bool:
    """Whether the company's files stand instead of the handbook's."""
    below = (file.relative_to(root / places.COMPANY).as_posix() for file in own)
    return any((root / "docs" / name).is_file() for name in below)


def _dropped(before: Laid, after: Laid) -> list[str]:
    """What the data lose, without the number of the line that leaves it out, which a new line may have moved."""
    known = {each.place for each in before.dropped}
    return [each.place for each in after.dropped if each.place not in known]


def _changed(root: Path, before: dict[str, str], after: Laid) -> list[str]:
    """The lines of pages that read otherwise now; every line keeps its number."""
    found = []
    for page, file in after.pages.items():
        now = text_of(page, after, root, Faults()) or ""
        if now != before.get(page):
            pairs = enumerate(zip(before[page].split("\n"), now.split("\n"), strict=True), 1)
            path = file.relative_to(root).as_posix()
            found += [f"{path}:{number}: {was.strip()}" for number, (was, is_) in pairs if was != is_ and was.strip()]
    return found
