"""What sentences of a page cannot do without is not left out: a time owed to people outside, how long something is kept, a sentence."""

from __future__ import annotations

from ...errors import Faults
from ...reading.layer import changes
from ...reading.layer.following import named
from ...reading.layer.prose import NEEDED, text_of
from ...reading.loaded import Loaded


def check(loaded: Loaded) -> None:
    """Report what is left out and yet named by a macro on a page that is left: each once, at the first such line."""
    if loaded.laid is None:
        return
    every = loaded.laid.gone
    gone = {(kind, ident): number for kind in NEEDED for ident, number in every.get(kind, {}).items()}
    left_out = changes.read(loaded.root, Faults()) if gone else changes.Changes()
    for page in loaded.pages if gone else ():
        for line, kind, ident in named(text_of(page, loaded.laid, loaded.root, Faults()) or ""):
            number = gone.pop((kind, ident), None)
            if number is None:
                continue
            path, at = left_out.place("leave_out", number)
            message = (
                f"{loaded.page(page)}:{line} says '{ident}', of '{left_out.leave_out[number]}'; "
                "keep it, or write that page without it, as one of your own"
            )
            loaded.faults.add(path, at, f"leave_out[{number}]", message)
