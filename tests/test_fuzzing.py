"""Damaged files from elsewhere: a sample of what `make fuzz` feeds the readers, and whether it would tell."""

from __future__ import annotations

import pytest

from tests.fuzzing import imports, links
from tests.fuzzing.feeding import feed

HANGS = 30_000
"""From how many milliseconds on a reader hangs, however busy the machine is; what is quick is measured by the bench."""


def test_a_sample_of_damaged_files_is_read_or_refused_and_nothing_else(browser):
    for kind in feed(browser, 50, longest=HANGS):
        assert kind.faults == []
        assert 0 < kind.read < kind.files or kind.name == "links"


@pytest.mark.parametrize(
    ("link", "values", "said"),
    [
        ("#subject=Move%20on", {"subject": "Move on"}, []),
        ("#subject=Move", {"subject": "Stay"}, ["subject: 'Stay' does not stand there"]),
        ("#a=1", {"no-such-field": "1"}, ["no-such-field: is no field"]),
    ],
)
def test_what_a_link_does_not_say_is_told(link: str, values: dict, said: list[str]):
    form = {"sections": [{"fields": [{"id": "subject"}]}]}
    assert links.unsaid(form, link, values) == said


def test_what_an_export_does_not_say_is_told():
    made = {"added": [{"id": "abcdef", "name": "Launch"}], "changed": [], "others": {}}
    assert imports.unsaid('{"id": "abcdef", "name": "Launch"}', made) == []
    assert imports.unsaid('{"id": "abcdef", "name": "Move"}', made) == ["'Launch' does not stand there"]
    assert imports.unsaid("{", made) == ["something would be taken of what is no JSON"]
    assert imports.unsaid("{", {"fault": "import_foreign"}) == []
