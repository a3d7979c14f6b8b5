"""The record of how pages read when both languages last agreed is as the command writes it."""

from __future__ import annotations

from pathlib import Path

from ...errors import Faults
from ...reading import source
from ...reading.loaded import Loaded

RECORD = "docs/data/page-fingerprints.yml"


def check(loaded: Loaded) -> None:
    """Report a record that cannot be read, after a merge for example."""
    read(loaded.root, loaded.faults)


def read(root: Path, faults: Faults) -> dict[str, dict[str, str]]:
    """The fingerprints of each page by language; what is wrong with them is added to the faults."""
    file = root / RECORD
    found = source.read(file, root, faults) if file.is_file() else None
    good: dict[str, dict[str, str]] = {}
    for page, prints in found.data.items() if found else ():
        if isinstance(prints, dict) and all(isinstance(each, str) for each in (*prints, *prints.values())):
            good[page] = prints
        else:
            faults.add(
                RECORD,
                found.line((page,)) if found else 1,
                str(page),
                "is not what `make translated` writes; "
                f"delete the entry, and record it anew: make translated PAGE={page}",
            )
    return good
