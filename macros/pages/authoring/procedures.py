"""Macros of the procedures and their steps."""

from __future__ import annotations

from ...model.procedure import Procedure, Step
from ..arguments import MacroError
from .subject import Subject


class Procedures(Subject):
    """One method a macro."""

    def procedure_picture(self, id: str) -> str:
        """A procedure as a picture: its steps in order, each a link."""
        return self.page.show("procedure-picture", procedure=self._procedure(id))

    def procedure_steps(self, id: str) -> str:
        """The steps of a procedure as cards."""
        return self.page.show("procedure-steps", procedure=self._procedure(id))

    def step_facts(self) -> str:
        """Title, place in the procedure and outcome of the page's own step."""
        procedure, step = self._step()
        return self.page.show("step-facts", procedure=procedure, step=step)

    def step_next(self) -> str:
        """What belongs to the page's own step, and the way on."""
        procedure, step = self._step()
        return self.page.show("step-next", procedure=procedure, step=step)

    def _procedure(self, given: str) -> Procedure:
        return self.page.handbook.procedure[self.page.known("procedure", given, self.page.handbook.procedure)]

    def _step(self) -> tuple[Procedure, Step]:
        for procedure, step in self.page.handbook.steps():
            if self.page.source == f"{self.page.language}/guide/{procedure.id}/{step.id}.md":
                return procedure, step
        raise MacroError("this page is no step of a procedure")
