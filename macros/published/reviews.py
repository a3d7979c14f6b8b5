"""Whose turn it is, for other programs: `reviews.json`, and a calendar for each role."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from .. import addresses
from ..model.handbook import Handbook
from ..model.languages import LANGUAGES
from ..model.reviewing import Turn, by_owner, turns
from ..wording import Wording
from .calendars import calendar, whole_days


def files(handbook: Handbook, today: date) -> Iterator[tuple[str, bytes]]:
    """Finished files with their addresses; what is due depends on the day of the build, the days themselves do not."""
    found = turns(handbook, today)
    wordings = {language: Wording(handbook, language) for language in LANGUAGES}
    listed = [
        {
            "kind": turn.folder or "data",
            "id": turn.id,
            "title": {language: wordings[language].turn(turn) for language in LANGUAGES},
            "owner": turn.owner_id,
            "owner_name": {language: turn.owner[language] for language in LANGUAGES},
            "reviewed": turn.reviewed.isoformat(),
            "due": turn.due.isoformat(),
        }
        for turn in found
    ]
    yield "reviews.json", (json.dumps({"version": 1, "reviews": listed}, ensure_ascii=False, indent=1) + "\n").encode()
    for language in LANGUAGES:
        for owner, theirs in by_owner(found).items():
            events = [line for turn in theirs for line in _event(handbook, turn, wordings[language])]
            yield addresses.review_calendar(owner, language), calendar(handbook, f"reviews {owner}", events)


def _event(handbook: Handbook, turn: Turn, wording: Wording) -> Iterator[str]:
    uid = f"review-{turn.folder or 'data'}-{turn.id}-{turn.due}"
    said = wording.text("review_event", title=wording.turn(turn))
    yield from whole_days(handbook, uid, turn.due, turn.due, said)
