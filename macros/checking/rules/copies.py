"""No file among the sources is a copy that a system made of another."""

from __future__ import annotations

from ...reading import strays
from ...reading.loaded import Loaded


def check(loaded: Loaded) -> None:
    """Report pages and data files that are named as copies of others are; nothing reads them."""
    docs = loaded.root / "docs"
    for file in docs.rglob("*"):
        place = file.relative_to(docs)
        name = None if strays.is_leftover(place) or not file.is_file() else strays.copied_from(place)
        if name is None:
            continue
        advice = (
            "delete it, or keep it outside of docs/"
            if file.with_name(name).is_file()
            else f"name it {name}, or delete it"
        )
        loaded.faults.add(f"docs/{place.as_posix()}", 1, "file", f"looks like a copy of {name}; {advice}")
