"""A checklist is short, and no act stands on two of them: who ticks one would have to tick the other too."""

from __future__ import annotations

from ...model.languages import LANGUAGES
from ...reading.loaded import Loaded

FEWEST, MOST = 7, 15
"""How many items a checklist holds; beyond, it is split by the moment at which its parts are used."""


def check(loaded: Loaded) -> None:
    """Report checklists with too few or too many items, and items that another checklist has in the same words."""
    seen: dict[tuple[str, str], tuple[str, str]] = {}
    for path, checklist in loaded.folder("checklists").items():
        count = len(checklist.items)
        if not FEWEST <= count <= MOST:
            advice = (
                "split it by the moment at which its parts are used, or drop what leaves nothing to see"
                if count > MOST
                else "join it to the checklist that is used at the same moment"
            )
            loaded.fault(path, ("groups",), f"holds {count} items; a checklist holds {FEWEST} to {MOST}: {advice}")
        for g, group in enumerate(checklist.groups):
            for i, item in enumerate(group.items):
                for language in LANGUAGES:
                    other = seen.setdefault((language, item.text[language]), (path, item.id))
                    if other[0] != path:
                        loaded.fault(
                            path,
                            ("groups", g, "items", i, "text", language),
                            f"stands in {other[0]} as '{other[1]}' in the same words; keep it on one of the two",
                        )
