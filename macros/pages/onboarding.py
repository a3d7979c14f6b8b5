"""The path of someone new: which acts belong to which working day, taken from the checklists."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from ..model.base import Text
from ..model.checklist import Checklist, Group
from ..model.handbook import Handbook


@dataclass(frozen=True)
class Stage:
    """What is done by one working day."""

    day: int
    checklist: Checklist
    groups: tuple[Group, ...]

    @property
    def title(self) -> Text:
        """The list's, where the day has all of it; else that of its first group."""
        return self.checklist.title if len(self.groups) == len(self.checklist.groups) else self.groups[0].title

    @property
    def items(self) -> tuple[str, ...]:
        """The ids of its acts."""
        return tuple(item.id for group in self.groups for item in group.items)


def stages(handbook: Handbook) -> tuple[Stage, ...]:
    """The groups of checklists that name a day, those of one list and day together."""
    return tuple(sorted(_stages(handbook), key=lambda stage: stage.day))


def _stages(handbook: Handbook) -> Iterator[Stage]:
    for checklist in handbook.checklists:
        for day, groups in itertools.groupby(checklist.groups, key=lambda group: group.day):
            if day is not None:
                yield Stage(day, checklist, tuple(groups))
