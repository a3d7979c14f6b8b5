"""What is to be decided stands where it is said to stand, and what was decided is among it."""

from __future__ import annotations

from ...errors import nearest
from ...reading.layer.profile import KEPT
from ...reading.loaded import Loaded


def check(loaded: Loaded) -> None:
    """Report decisions without a place, and decided ones that there are not."""
    company, known = loaded.records.get("company.yml"), loaded.records.get("decisions.yml")
    if known is None or company is None:  # a profile that cannot be read is a fault of its own
        return
    for number, decision in enumerate(known.decisions):
        if not (loaded.root / decision.where).exists():
            message = f"there is no {decision.where}; name the file where this stands"
            loaded.fault("decisions.yml", ("decisions", number, "where"), message)
    ids = [decision.id for decision in known.decisions]
    kept = {f"{KEPT}{department}" for department in company.departments}
    for number, each in enumerate(company.decided):
        if each not in ids and each not in kept:
            meant = {*ids, *kept} if each.startswith(KEPT) else ids
            loaded.fault("company.yml", ("decided", number), f"unknown decision '{each}'; {nearest(each, meant)}")
