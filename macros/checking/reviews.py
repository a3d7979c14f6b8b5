"""What is due for review."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ..model.handbook import Handbook
from ..model.languages import Language
from ..reading.layer import places
from ..reading.lines import place_of


def due(root: Path, handbook: Handbook, today: date, language: Language) -> Iterator[str]:
    """One line for each thing whose review no longer holds on a day, or is dated after it; who answers for it is named in a language, zh or en."""
    for path, thing in handbook.reviews():
        if thing.reviewed > today:
            place, line = place_of(root, path, ("reviewed",))
            yield (
                f"{place}:{line}: reviewed: {thing.reviewed} is still to come; write the day on which it was last read through"
            )
        elif thing.due <= today:
            (place, line), owner = place_of(root, path, ("reviewed",)), thing.owner[language]
            yield (
                f"{place}:{line}: reviewed: was due for review on {thing.due}; the {owner} reads it "
                "through and sets `reviewed` to that day"
            )


def not_practised(root: Path, handbook: Handbook) -> list[str]:
    """Each scenario that no written case of the practice asks about, as a line for the person who writes it."""
    practised = {question.scenario for question in handbook.practice.questions}
    return [
        f"{places.path_of(root, f'scenarios/{scenario.id}.yml')}:1: id: no case of the practice is about it; "
        f"`python -m macros new case {scenario.id}` writes a draft into {places.practice(root)}, to be filled in"
        for scenario in handbook.scenarios
        if scenario.id not in practised
    ]
