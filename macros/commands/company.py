"""Lays the company's layer down: a copy of the sample company's, from then on the company's own."""

from __future__ import annotations

import shutil
from pathlib import Path

from ..reading.layer import places
from . import update

_CHANGES = """\
# What is different with us. Nothing here, and everything is as in the handbook.
#
# leave_out:                                   # what we do without; what leads there goes with it
#   - scenarios/media-public-relations
#   - checklists/media-*
#   - glossary/to-do
#   - reference/seals
# set:                                         # single values, by the path of their ids
#   response-times/times/email/normal/answer_within: PT8H
"""


def lay_down(root: Path) -> list[str]:
    """Copy the sample company's layer, and move there what an earlier version had in `docs/data`.

    Args:
        root: the project's root.

    Returns:
        What was written, below the root.

    Raises:
        FileExistsError: where the company has its folder already; nothing is written then.
    """
    company, data = root / places.COMPANY, root / places.DATA
    if company.exists():
        raise FileExistsError(f"{places.COMPANY} is there already")
    shutil.copytree(root / places.SAMPLE, company)
    (company / places.CHANGES).write_text(_CHANGES, encoding="utf-8", newline="\n")
    update.record(root)
    if (data / places.PROFILE).is_file():
        shutil.move(data / places.PROFILE, company / places.PROFILE)
    if (data / places.CONTACTS).is_dir():
        shutil.rmtree(company / places.CONTACTS)
        shutil.move(data / places.CONTACTS, company / places.CONTACTS)
    return [
        f"{places.COMPANY}/{name}"
        for name in (places.PROFILE, f"{places.CONTACTS}/", f"{places.BRAND}/", places.CHANGES)
    ]
