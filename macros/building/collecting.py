"""How often Python collects what nothing leads to any more."""

from __future__ import annotations

import gc


def look_seldom() -> None:
    """Collect less often than Python does by itself: a build or a check makes much and drops little of it, so that
    looking takes a tenth of the time and finds next to nothing. Yet not so seldom that finished Word files pile up."""
    gc.set_threshold(20_000, 20, 100)
