"""Every combination of answers to the chooser's questions leads to one row, and every answer makes a difference."""

from __future__ import annotations

import itertools
from collections import defaultdict
from typing import Any

from ...errors import nearest
from ...model.chooser import Chooser, Question
from ...reading.loaded import Loaded

_PATH = "chooser.yml"
Key = tuple[str, ...]
"""A combination as the ids of its answers, in the order of the questions."""


def check(loaded: Loaded) -> None:
    """Report cases that name what is not asked, combinations with no row or several, and answers without effect."""
    chooser = loaded.records.get(_PATH)
    if chooser is None or _gives_ids_twice(chooser):
        return
    _find_what_is_asked_twice(loaded, chooser)
    if _names_unknown_answers(loaded, chooser) or chooser.question_for("urgency") is None:
        return
    rows = {
        tuple(combination.values()): tuple(number for number, row in enumerate(chooser.rows) if row.fits(combination))
        for combination in chooser.combinations()
    }
    by_rows: dict[tuple[int, ...], set[Key]] = defaultdict(set)
    for key, numbers in rows.items():
        if len(numbers) != 1:
            by_rows[numbers].add(key)
    for numbers, keys in by_rows.items():
        for block in _blocks(keys, chooser.questions):
            if numbers:
                ids = [f"'{chooser.rows[number].id}'" for number in numbers]
                listed = f"{', '.join(ids[:-1])} and {ids[-1]}"
                loaded.fault(
                    _PATH, ("rows", numbers[-1], "when"), f"rows {listed} hold at once for {block}; narrow all but one"
                )
            else:
                loaded.fault(_PATH, ("rows",), f"no row holds for {block}; add that case to a row")
    if not by_rows:
        _find_answers_without_effect(loaded, chooser, rows)


def _find_what_is_asked_twice(loaded: Loaded, chooser: Chooser) -> None:
    for what in ("urgency", "audience", "level"):
        asking = [number for number, question in enumerate(chooser.questions) if question.asks_for(what)]
        for number in asking[1:]:
            loaded.fault(
                _PATH,
                ("questions", number),
                f"asks for the {what}, as questions[{asking[0]}] does; let one of them do so",
            )
        if not asking and what == "urgency":
            loaded.fault(
                _PATH,
                ("questions",),
                "no question asks for the urgency, by which answer times go; name an urgency at each answer of one",
            )


def _names_unknown_answers(loaded: Loaded, chooser: Chooser) -> bool:
    known = {question.id: [answer.id for answer in question.answers] for question in chooser.questions}
    found = False
    for r, row in enumerate(chooser.rows):
        for c, case in enumerate(row.when):
            for question, answers in case.items():
                if question not in known:
                    found = True
                    loaded.fault(
                        _PATH,
                        ("rows", r, "when", c, question),
                        f"unknown question '{question}'; {nearest(question, known)}",
                    )
                    continue
                for a, answer in enumerate(answers):
                    if answer not in known[question]:
                        found = True
                        loaded.fault(
                            _PATH,
                            ("rows", r, "when", c, question, a),
                            f"unknown answer '{answer}'; {nearest(answer, known[question])}",
                        )
    return found


def _gives_ids_twice(chooser: Chooser) -> bool:
    """Whether an id stands for two things, which another rule reports and which leaves nothing to be counted here."""
    lists: tuple[tuple[Any, ...], ...] = (
        chooser.questions,
        chooser.rows,
        *(question.answers for question in chooser.questions),
    )
    return any(len({thing.id for thing in things}) != len(things) for things in lists)


def _blocks(keys: set[Key], questions: tuple[Question, ...]) -> list[str]:
    """A set of combinations in as few words as it takes: `who: media, urgency: normal or low`."""
    left, found = set(keys), []
    while left:
        block = [{answer} for answer in min(left)]
        for place, question in enumerate(questions):
            for answer in question.answers:
                wider = [*block[:place], {*block[place], answer.id}, *block[place + 1 :]]
                if all(key in left for key in itertools.product(*wider)):
                    block = wider
        left -= set(itertools.product(*block))
        parts = [
            f"{question.id}: {' or '.join(answer.id for answer in question.answers if answer.id in chosen)}"
            for question, chosen in zip(questions, block, strict=False)
            if len(chosen) < len(question.answers)
        ]
        found.append(", ".join(parts) or "any answer")
    return found


def _find_answers_without_effect(loaded: Loaded, chooser: Chooser, rows: dict[Key, tuple[int, ...]]) -> None:
    """Report two answers to a question that lead to the same row whatever the others are, and mean the same."""
    for place, question in enumerate(chooser.questions):
        effects: dict[object, str] = {}
        for number, answer in enumerate(question.answers):
            effect = (
                answer.urgency,
                answer.level,
                tuple(
                    (key[:place], key[place + 1 :], numbers) for key, numbers in rows.items() if key[place] == answer.id
                ),
            )
            if effect in effects:
                loaded.fault(
                    _PATH,
                    ("questions", place, "answers", number),
                    f"answer '{answer.id}' leads to the same rows as '{effects[effect]}' whatever the other "
                    "answers are; delete one of the two, or name it in the `when` of a row of its own",
                )
            effects.setdefault(effect, answer.id)
