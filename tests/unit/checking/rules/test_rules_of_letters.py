"""Rules on what kind a template is, and on the text of a letter."""

from __future__ import annotations

from typing import Any

import pytest

from macros.checking.rules import letters
from macros.model.letter import Body
from tests.publishing import publishing
from tests.unit.sound import found

LETTER = "templates/change-confirmation.yml"
FORM = "templates/meeting-minutes.yml"


def body(zh: str) -> Body:
    return Body(zh=zh, en="{letter-matter}")


FAULTS: list[tuple[str, str, Any, str]] = [
    (LETTER, "body", None, "kind: a letter has a text; write 'body' with zh and en, or 'kind: form'"),
    (LETTER, "face", None, "kind: a letter has a look; write 'face', such as business"),
    (LETTER, "kind", "form", "face: only a letter has it; write 'kind: letter' or delete 'face'"),
    (LETTER, "body", body("{letter-mater}"), "body.zh: no field 'letter-mater'; did you mean 'letter-matter'?"),
    (LETTER, "body", body("{changed-terms}"), "body.zh: 'changed-terms' is a table; write {table:changed-terms}"),
    (
        LETTER,
        "body",
        body("就{capitals:return-by}"),
        "body.zh: 'return-by' is no field of money, which alone is said in capitals",
    ),
    (LETTER, "body", body("就{table:changed-terms}"), "body.zh: 'changed-terms' stands on a line of its own"),
    (LETTER, "body", body("{list:changed-terms|{term-kin}}"), "body.zh: 'changed-terms' has no column 'term-kin'"),
    (LETTER, "body", body("{list:sent-by|一}"), "body.zh: 'sent-by' is no table"),
    (LETTER, "body", body("[[没有配对{letter-matter}"), "body.zh: a bracket has no partner in “[[没有配对”"),
    (LETTER, "body", body("{letter-matter}"), "body: nothing says the answer of 'contract-number'"),
    (LETTER, "own_date", "letter-matter", "own_date: 'letter-matter' is a field of text; name one of date or datetime"),
    (LETTER, "filed_as", "contract-signed-on", "filed_as: 'contract-signed-on' is a field of date; name one of text"),
    (FORM, "kind", "list", "kind: a list is one table with 8 columns or more and nothing else; write 'form'"),
]


@pytest.mark.parametrize(("path", "field", "value", "said"), FAULTS)
def test_what_a_letter_lacks_is_said_with_what_to_do(path: str, field: str, value: Any, said: str):
    assert any(message.startswith(f"{path}: {said}") for message in found(letters, (path, (field,), value)))


def test_what_only_the_other_language_asks_for_is_no_fault_where_one_is_published_alone():
    with publishing("zh"):
        assert found(letters) == []
