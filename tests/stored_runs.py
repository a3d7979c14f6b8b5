"""What a browser keeps of checklists, as tests put it there and read it back."""

from __future__ import annotations

import json

from tests.checklist_pages import LIST, WITH_DUE
from tests.conftest import ROOT

EARLIER = sorted((ROOT / "tests").glob("kept-*.json"))
"""What the browser kept under each earlier version of the format, by key; a new version adds its own file, and changes none."""
CURRENT = {"handbook:current": json.dumps({LIST: "abcdef123456", WITH_DUE: "abcdef123456"})}
"""The note that the run of `run_of` is being worked on."""

_KEPT = 'Object.keys(localStorage).filter((key) => key.startsWith("handbook:")).sort().map((key) => [key, localStorage.getItem(key)])'


def run_of(checklist: str = LIST, **changes) -> dict:
    """A run as a store keeps it, with changes."""
    return {"v": 2, "id": "abcdef123456", "checklist": checklist, "name": "Old", "started": 1_700_000_000_000,
            "changed": 1_700_000_000_000, "finished": 0, "answers": {}, "times": {}, **changes}


def done(text: str, **more) -> dict:
    """An answer as a store keeps it."""
    return {"state": "done", "at": 1_700_000_000_000, "text": text, "note": "", **more}


def kept(page) -> dict[str, str]:
    """Everything of the handbook that lies in the browser, by key."""
    return dict(page.evaluate(_KEPT))


def kept_in(file) -> dict[str, str]:
    """What one of the `EARLIER` files says the browser kept, as texts."""
    return {key: json.dumps(value) for key, value in json.loads(file.read_text(encoding="utf-8")).items()}
