"""A file in a folder of data is named by the id that it holds."""

from __future__ import annotations

from pathlib import PurePosixPath

from ...reading.loaded import Loaded


def check(loaded: Loaded) -> None:
    """Report files whose name and id differ."""
    for path, record in loaded.records.items():
        name = PurePosixPath(path)
        if name.parent.name and record.id != name.stem:
            loaded.fault(
                path,
                ("id",),
                f"'{record.id}' differs from the file's name; "
                f"write 'id: {name.stem}' or rename the file to {record.id}.yml",
            )
