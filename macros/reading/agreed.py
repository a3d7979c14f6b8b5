"""The record of how pages read when both languages last agreed, by their fingerprints."""

from __future__ import annotations

from pathlib import Path

from ..errors import Faults
from . import source
from .layer import places

RECORD = f"{places.DATA}/{places.TRANSLATED}"
"""The handbook's own."""
OF_COMPANY = f"{places.COMPANY}/{places.TRANSLATED}"
"""The company's, of pages that are its own or that it has recorded anew."""


def in_use(root: Path) -> str:
    """The record into which the commands write: no release of the handbook changes the company's."""
    return OF_COMPANY if (root / places.COMPANY).is_dir() else RECORD


def read(root: Path, faults: Faults, record: str = RECORD) -> dict[str, dict[str, str]]:
    """The fingerprints of each page by language; what is wrong with them is added to the faults."""
    file = root / record
    found = source.read(file, root, faults) if file.is_file() else None
    good: dict[str, dict[str, str]] = {}
    for page, prints in found.data.items() if found else ():
        if isinstance(prints, dict) and all(isinstance(each, str) for each in (*prints, *prints.values())):
            good[page] = prints
        else:
            faults.add(
                record,
                found.line((page,)) if found else 1,
                str(page),
                "is not what `python -m macros translated` writes; "
                f"delete the entry, and record it anew: python -m macros translated {page}",
            )
    return good
