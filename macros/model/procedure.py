"""A procedure: the steps, in their order, from a goal to a closed matter."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .base import Aliases, Id, Review, Text
from .scenario import Audience
from .sections import WithSections


class Step(WithSections):
    """One step; its prose stands in `docs/<language>/guide/<procedure>/<id>.md`."""

    id: Id
    title: Text
    summary: Text
    outcome: Text
    """What is there when the step is done."""
    templates: tuple[Id, ...] = ()
    checklists: tuple[Id, ...] = ()
    scenarios: tuple[Id, ...] = ()
    glossary: tuple[Id, ...] = ()


class Procedure(Review):
    """One file in `docs/data/procedures/`, named by the id."""

    id: Audience
    title: Text
    summary: Text
    aliases: Aliases
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
