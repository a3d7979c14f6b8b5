"""Practice: situations with choices; after the answer the reason, and the page that says more."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from .base import Id, Record, Review, Text


class Choice(Record):
    """One thing that one could do, and why it is right or wrong."""

    id: Id
    text: Text
    right: bool = False
    because: Text


class Question(Record):
    """A case of judgement; it belongs to a scenario or to a step of a procedure."""

    id: Id
    scenario: Id | None = None
    step: str | None = None
    """A step as `internal/channel`."""
    situation: Text
    choices: Annotated[tuple[Choice, ...], Field(min_length=3)]

    @model_validator(mode="after")
    def _one_topic_one_answer(self) -> Question:
        if (self.scenario is None) == (self.step is None):
            raise ValueError("names either a scenario or a step, so that its page can be shown")
        right = [choice.id for choice in self.choices if choice.right]
        if not right:
            raise ValueError("no choice has `right: true`; write it at the one that is right")
        if len(right) > 1:
            raise ValueError(f"{len(right)} choices have `right: true`: {', '.join(right)}; leave it at one of them")
        return self


class Practice(Review):
    """`docs/data/practice.yml`: the written cases; more questions are made from the data."""

    pass_at: Annotated[int, Field(ge=1, le=100)]
    """The share of right answers, in per cent, from which a round is passed."""
    questions: tuple[Question, ...]
