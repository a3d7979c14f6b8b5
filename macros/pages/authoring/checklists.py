"""Macros of the checklists, their runs, and the practice."""

from __future__ import annotations

from collections import Counter
from typing import get_args

from ...model.checklist import PARTS, Checklist
from ...model.scenario import Audience
from ..onboarding import stages
from ..practice import by_group, questions
from .subject import Subject


class Checklists(Subject):
    """One method a macro."""

    def checklist(self, id: str) -> str:
        """A checklist embedded in the page; what is ticked here is ticked everywhere."""
        return self.page.show("checklist", checklist=self._checklist(id), full=False)

    def checklist_page(self, id: str) -> str:
        """Everything on a checklist: its items, its runs, what to take along."""
        return self.page.show("checklist-page", checklist=self._checklist(id))

    def checklist_cards(self, part: str = "") -> str:
        """Checklists as cards, all or those of one part."""
        self.page.among("part", part, ("procedure", "scenario", "meeting", "message", "onboarding"))
        chosen = tuple(c for c in self.page.handbook.checklists if part in ("", c.part))
        return self.page.show("checklist-cards", checklists=chosen)

    def checklist_groups(self) -> str:
        """A line of the parts of the checklists, which a phone shows: each leads to the heading with its id on the same page."""
        numbers = Counter(c.part for c in self.page.handbook.checklists)
        return self.page.show(
            "checklist-groups", parts=tuple((part, numbers[part]) for part in PARTS if part in numbers)
        )

    def onboarding_path(self) -> str:
        """The days of someone new, which lead to their parts of the checklists on the same page."""
        return self.page.show("onboarding-path", stages=stages(self.page.handbook))

    def my_runs(self) -> str:
        """All runs that the reader's browser keeps; for the page /my/ only."""
        return self.page.show("my-runs", newcomers=self._newcomers())

    def run_comparison(self) -> str:
        """Records of newcomers side by side, read from the files that they took along; kept nowhere."""
        return self.page.show("run-comparison", checklists=self._newcomers())

    def practice(self) -> str:
        """The practice: questions in rounds, and the way to all of them; for its own page only."""
        return self.page.show("practice", number=len(questions(self.page.handbook, self.page.language)))

    def practice_questions(self, audience: Audience) -> str:
        """All questions of the practice about one side of the guide, with answers and reasons, readable without a script."""
        self.page.known("audience", audience, get_args(Audience))
        groups = by_group(self.page.handbook, self.page.language, audience)
        return self.page.show("practice-questions", groups=tuple((key, tuple(asked)) for key, asked in groups.items()))

    def _newcomers(self) -> tuple[Checklist, ...]:
        return tuple(c for c in self.page.handbook.checklists if c.part == "onboarding")

    def _checklist(self, given: str) -> Checklist:
        return self.page.handbook.checklist[self.page.known("checklist", given, self.page.handbook.checklist)]
