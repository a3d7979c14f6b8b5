"""What a browser keeps of checklists, as tests put it there and read it back."""

from __future__ import annotations

import json

from tests.checklist_pages import LIST, WITH_DUE
from tests.conftest import ROOT

EARLIER = sorted((ROOT / "tests").glob("kept-*.json"))
"""What the browser kept under each earlier version of the format, by key; a new version adds its own file, and changes none."""
CURRENT = {"handbook:current": json.dumps({LIST: "abcdef123456", WITH_DUE: "abcdef123456"})}
"""The note that the run of `run_of` is being worked on."""

_KEPT = """(area) => Object.keys(window[area]).filter((key) => key.startsWith("handbook:")).sort()
    .map((key) => [key.split("@")[0], window[area].getItem(key)])"""


def run_of(checklist: str = LIST, **changes) -> dict:
    """A run as a store keeps it, with changes."""
    return {
        "v": 3,
        "id": "abcdef123456",
        "checklist": checklist,
        "name": "Old",
        "started": 1_700_000_000_000,
        "changed": 1_700_000_000_000,
        "finished": 0,
        "exported": 0,
        "stamps": {"name": 1_700_000_000_000, "finished": 1_700_000_000_000},
        "answers": {},
        "times": {},
        **changes,
    }


def done(text: str, **more) -> dict:
    """An answer as a store keeps it."""
    return {"state": "done", "at": 1_700_000_000_000, "text": text, "note": "", "noted": 1_700_000_000_000, **more}


def kept(page, area: str = "localStorage") -> dict[str, str]:
    """Everything of the handbook that lies in the browser, by key without the path of the site."""
    return dict(page.evaluate(_KEPT, area))


def kept_in(file) -> dict[str, str]:
    """What one of the `EARLIER` files says the browser kept, as texts."""
    kept_then = json.loads(file.read_text(encoding="utf-8"))
    return {key: value if isinstance(value, str) else json.dumps(value) for key, value in kept_then.items()}
