"""The record of how pages read when both languages last agreed is as the command writes it."""

from __future__ import annotations

from ...reading import agreed
from ...reading.loaded import Loaded


def check(loaded: Loaded) -> None:
    """Report a record that cannot be read, after a merge for example."""
    for record in (agreed.RECORD, agreed.OF_COMPANY):
        agreed.read(loaded.root, loaded.faults, record)
