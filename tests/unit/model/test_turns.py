"""Whose turn it is: each thing is on the list of the role that answers for it, and of no other."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

import pytest

from macros.model.reviewing import Turn, by_owner, turns
from macros.reading import loading
from tests.unit.sound import sound

TODAY = date(2026, 11, 27)


@pytest.fixture(scope="module")
def found() -> tuple[Turn, ...]:
    return turns(loading.handbook_of(sound()), TODAY)


def test_each_role_has_what_it_answers_for(found: tuple[Turn, ...]):
    handbook, owned = loading.handbook_of(sound()), by_owner(found)
    assert owned.keys() <= handbook.company.roles.keys() and len(owned) > 3
    for role, mine in owned.items():
        assert {each.owner.zh for each in mine} == {handbook.company.roles[role].name.zh}
    assert sum(map(len, owned.values())) == len(found)


def test_of_two_roles_that_are_called_alike_each_has_its_own():
    handbook = loading.handbook_of(sound())
    roles = handbook.company.roles
    alike = {**roles, "it": roles["it"].model_copy(update={"name": roles["legal"].name})}
    company = handbook.company.model_copy(update={"roles": alike})
    counts = [
        {role: len(mine) for role, mine in by_owner(turns(each, TODAY)).items()}
        for each in (handbook, dataclasses.replace(handbook, company=company))
    ]
    assert counts[0] == counts[1] and {"it", "legal"} <= counts[0].keys()


def test_what_is_due_first_stands_first_and_says_how_urgent_it_is(found: tuple[Turn, ...]):
    assert [each.due for each in found] == sorted(each.due for each in found)
    first = found[0]
    handbook = loading.handbook_of(sound())
    for days, state in (
        (-1, "overdue"),
        (0, "overdue"),
        (1, "due"),
        (30, "due"),
        (31, "next"),
        (90, "next"),
        (91, "later"),
    ):
        again = turns(handbook, first.due - timedelta(days=days))
        assert next(each for each in again if each.id == first.id and each.folder == first.folder).state == state
