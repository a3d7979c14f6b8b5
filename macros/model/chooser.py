"""The chooser: a few questions, and a table that says for every combination of answers how to communicate."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field, model_validator

from .base import Aliases, Id, Record, Review, Text
from .scenario import Answerer, Audience, OutsideTime

Combination = dict[str, str]
"""One answer to each question: ids of answers by the id of their question."""
Case = dict[Id, Annotated[tuple[Id, ...], Field(min_length=1)]]
"""What a case asks for: the answers that fit, by question; a question that is not named may have any answer."""


class Answer(Record):
    """One thing that can be answered, and what the model makes of it."""

    id: Id
    name: Text | None = None
    """Left out where `urgency` names the answer."""
    help: Text | None = None
    """How to tell that it is this one; with `urgency`, its meaning stands there."""
    aliases: Aliases = Aliases()
    """Other words by which the table of all results is filtered."""
    audience: Audience | None = None
    urgency: Id | None = None
    """A degree of urgency of the response times, which gives name and meaning, and the time of an answer."""
    level: Id | None = None
    """The level of confidentiality that the channel must be allowed to carry."""
    scenarios: tuple[Id, ...] = ()
    """What is about these people, first what is so most: a row for several people offers each only their own."""
    outside_time: Id | None = None
    """How soon our side answers them, wherever we owe the answer and the row names no time of its own."""

    @model_validator(mode="after")
    def _of_somebody(self) -> Answer:
        if (self.scenarios or self.outside_time) and not self.audience:
            raise ValueError("scenarios and outside_time belong to answers that name an audience; delete them here")
        return self

    @model_validator(mode="after")
    def _named_once(self) -> Answer:
        if (self.name is None) == (self.urgency is None):
            raise ValueError("an answer has either a name of its own, or an urgency, which brings its name along")
        return self


class Question(Record):
    """One question with the answers among which one is chosen."""

    id: Id
    label: Text
    """The short name for tables."""
    title: Text
    help: Text
    answers: Annotated[tuple[Answer, ...], Field(min_length=2)]

    def asks_for(self, what: str) -> bool:
        """Whether its answers name an `audience`, an `urgency` or a `level`."""
        return any(getattr(answer, what) for answer in self.answers)

    @model_validator(mode="after")
    def _all_or_none(self) -> Question:
        for what in ("audience", "urgency", "level"):
            without = [answer.id for answer in self.answers if not getattr(answer, what)]
            if without and self.asks_for(what):
                raise ValueError(f"answer '{without[0]}' names no {what}, but others do; name one at each")
        return self


class RunnerUp(Record):
    """The second choice, with when it is the better one."""

    channel: Id
    when: Text


class Row(Record):
    """One result, and the combinations of answers that lead to it."""

    id: Id
    title: Text
    when: Annotated[tuple[Case, ...], Field(min_length=1)]
    """The row holds where one of these cases does."""
    channel: Id
    because: Text
    runner_up: RunnerUp | None = None
    """Left out where a company has no other channel for it."""
    answered_by: Answerer
    outside_time: OutsideTime = None
    template: Id | None = None
    checklist: Id | None = None
    scenarios: tuple[Id, ...] = ()
    """The scenarios that this row is about; it must agree with them."""
    see_also: tuple[Id, ...] = ()
    """Further scenarios that help, whose first channel may be another one."""

    def fits(self, combination: Combination) -> bool:
        """Whether the row holds for a combination."""
        return any(all(combination[question] in answers for question, answers in case.items()) for case in self.when)

    @model_validator(mode="after")
    def _second_is_another(self) -> Row:
        if self.runner_up and self.runner_up.channel == self.channel:
            raise ValueError(
                f"first and second choice are both '{self.channel}'; name another channel at one of them, or leave the second out"
            )
        return self


@dataclass(frozen=True)
class Gathered:
    """The rows for whom the same person is asked, or for several people of one audience."""

    audience: Audience
    people: tuple[Answer, ...]
    rows: tuple[Row, ...]

    @property
    def id(self) -> str:
        """What its place on a page is called."""
        return f"for-{self.people[0].id if len(self.people) == 1 else self.audience}"


class Chooser(Review):
    """`docs/data/chooser.yml`."""

    questions: Annotated[tuple[Question, ...], Field(min_length=1)]
    rows: Annotated[tuple[Row, ...], Field(min_length=1)]

    def question_for(self, what: str) -> Question | None:
        """The question whose answers name the `audience`, the `urgency` or the `level`, if one does."""
        return next((question for question in self.questions if question.asks_for(what)), None)

    def by_person(self) -> tuple[Gathered, ...]:
        """The rows by whom they are about, audience by audience: those for several people first, then person by person.

        None, where no question names an audience.
        """
        question = self.question_for("audience")
        if question is None:
            return ()
        found: dict[tuple[Audience, str], list[tuple[tuple[Answer, ...], Row]]] = {}
        for audience in dict.fromkeys(answer.audience for answer in question.answers if answer.audience):
            for name in ("", *(answer.id for answer in question.answers if answer.audience == audience)):
                found[audience, name] = []
        everybody = tuple(answer.id for answer in question.answers)
        for row in self.rows:
            asked = {each for case in row.when for each in case.get(question.id, everybody)}
            people = tuple(answer for answer in question.answers if answer.id in asked)
            if first := people[0].audience:
                found[first, people[0].id if len(people) == 1 else ""].append((people, row))
        return tuple(
            Gathered(
                audience,
                tuple(answer for answer in question.answers if any(answer in people for people, _ in rows)),
                tuple(row for _, row in rows),
            )
            for (audience, _), rows in found.items()
            if rows
        )

    def told_by(self, row: Row) -> tuple[Answer, ...]:
        """The answers that tell a row from others: those of a question of which the row leaves out some."""
        told: list[Answer] = []
        for question in self.questions:
            every = tuple(answer.id for answer in question.answers)
            asked = {each for case in row.when for each in case.get(question.id, every)}
            told += [answer for answer in question.answers if answer.id in asked != {*every}]
        return tuple(told)

    def people(self, row: Row) -> tuple[Answer, ...]:
        """For whom a row may be met."""
        question = self.question_for("audience")
        return (
            ()
            if question is None
            else tuple(
                answer
                for answer in question.answers
                if any(answer.id in case.get(question.id, (answer.id,)) for case in row.when)
            )
        )

    def about(self, scenario: str) -> tuple[str, ...]:
        """The answers whom a scenario is about; none, where it is about anybody."""
        return tuple(
            answer.id for question in self.questions for answer in question.answers if scenario in answer.scenarios
        )

    def only_for(self, row: Row, scenario: str) -> tuple[str, ...]:
        """To which of the people of a row a scenario is offered; none, where it is to all of them."""
        people, named = [answer.id for answer in self.people(row)], self.about(scenario)
        return () if not named or {*people} <= {*named} else tuple(each for each in people if each in named)

    def owed(self, row: Row) -> tuple[Answer, ...]:
        """The people of a row whom our side answers within a time of theirs."""
        ours = row.answered_by == "us" and not row.outside_time
        return tuple(answer for answer in self.people(row) if ours and answer.outside_time)

    def combinations(self) -> Iterator[Combination]:
        """Every combination of answers."""
        names = [question.id for question in self.questions]
        for answers in itertools.product(*([answer.id for answer in question.answers] for question in self.questions)):
            yield dict(zip(names, answers, strict=False))

    def among(self, row: Row, what: str) -> tuple[str, ...]:
        """The audiences, urgencies or levels with which a row may be met, in the order of the answers."""
        question = self.question_for(what)
        return (
            ()
            if question is None
            else tuple(
                dict.fromkeys(
                    getattr(answer, what)
                    for answer in question.answers
                    if any(answer.id in case.get(question.id, (answer.id,)) for case in row.when)
                )
            )
        )
