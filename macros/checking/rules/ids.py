"""A file in a folder of data is named by the id that it holds."""

from __future__ import annotations

from pathlib import PurePosixPath

from ...model.base import is_kebab
from ...reading.loaded import Loaded


def check(loaded: Loaded) -> None:
    """Report files whose name and id differ."""
    for path, record in loaded.records.items():
        name = PurePosixPath(path)
        if not name.parent.name or record.id == name.stem:
            continue
        if is_kebab(name.stem):
            message = (
                f"'{record.id}' differs from the file's name; "
                f"write 'id: {name.stem}' or rename the file to {record.id}.yml"
            )
        else:
            message = f"'{record.id}' differs from the file's name; rename the file to {record.id}.yml"
        loaded.fault(path, ("id",), message)
