"""Lays the company's layer down: a copy of the sample company's, from then on the company's own."""

from __future__ import annotations

import shutil
from pathlib import Path

from ..reading.layer import places
from . import update

_CHANGES = """\
# 我们和手册不同的地方。什么都不写，就全照手册。要用的行，把开头的#和一个空格去掉。
# What is different with us. Nothing here, and everything is as in the handbook. Take # and one space away from the lines that you use.
#
# leave_out:                                   # 不要的；指向它们的地方一起去掉 · what we do without; what leads there goes with it
#   - scenarios/media-public-relations
#   - checklists/media-*
#   - glossary/to-do
#   - reference/seals
# set:                                         # 只改一个值；左边是一路的id；写null就没有了 · single values, by the path of their ids; null takes away
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
    try:
        shutil.copytree(root / places.SAMPLE, company)
    except OSError:
        shutil.rmtree(company, ignore_errors=True)
        raise
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
