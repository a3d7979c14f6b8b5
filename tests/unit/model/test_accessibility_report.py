"""The report on accessibility is whole, and what it says of tests is true."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from pydantic import ValidationError

from macros.model.accessibility import Criterion
from macros.model.handbook import Handbook

ROOT = Path(__file__).parents[3]


def test_each_criterion_of_levels_a_and_aa_stands_once_and_in_order(handbook: Handbook):
    criteria = handbook.accessibility.criteria
    numbers = [tuple(map(int, criterion.id.split("."))) for criterion in criteria]
    assert numbers == sorted(set(numbers))
    assert Counter(criterion.level for criterion in criteria) == {"A": 31, "AA": 24}


def test_the_tests_it_names_exist(handbook: Handbook):
    named = {test for criterion in handbook.accessibility.criteria for test in criterion.tests}
    assert len(named) > 15
    missing = [test for test in sorted(named) if not _exists(*test.split("::"))]
    assert missing == []
    assert not _exists("tests/test_keyboard.py", "test_nothing_of_the_kind") and not _exists("tests/none.py", "test")


def _exists(file: str, name: str) -> bool:
    path = ROOT / file
    return (
        path.is_file() and re.search(rf"^def {re.escape(name)}\(", path.read_text(encoding="utf-8"), re.M) is not None
    )


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"tests": ()}, "name the tests"),
        ({"how": "looked"}, "name the tests"),
        ({"result": "not-applicable"}, "in 'note'"),
    ],
)
def test_a_result_without_a_test_or_a_reason_is_a_fault(handbook: Handbook, changed: dict[str, object], said: str):
    held = next(each for each in handbook.accessibility.criteria if each.how == "tests" and not each.note)
    with pytest.raises(ValidationError, match=said):
        Criterion.model_validate({**held.model_dump(), **changed})
