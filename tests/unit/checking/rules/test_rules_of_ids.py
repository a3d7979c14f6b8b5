"""Rules on ids by themselves: each names one thing, and the file is called by it."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from macros.checking.rules import ids, unique
from macros.reading.source import dotted
from tests.unit.sound import found, sound


def test_a_file_is_called_by_its_id():
    assert found(ids, ("channels/email.yml", ("id",), "mail")) == [
        "channels/email.yml: id: 'mail' differs from the file's name; write 'id: email' or rename the file to mail.yml"
    ]


def test_a_name_that_is_no_id_is_to_be_renamed():
    loaded = sound()
    records = {**loaded.records, "channels/my mail.yml": loaded.records["channels/email.yml"]}
    odd = SimpleNamespace(records=records, fault=lambda path, place, message: said.append(f"{path}: {message}"))
    said: list[str] = []
    ids.check(odd)
    assert said == ["channels/my mail.yml: 'email' differs from the file's name; rename the file to email.yml"]


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("glossary.yml", ("terms", 1, "id")),
        ("practice.yml", ("questions", 2, "choices", 1, "id")),
        ("chooser.yml", ("questions", 0, "answers", 1, "id")),
        ("procedures/internal.yml", ("steps", 1, "id")),
        ("checklists/meeting-after.yml", ("groups", 1, "id")),
        ("cast.yml", ("people", 1, "id")),
    ],
)
def test_an_id_stands_once_in_its_list(path, location):
    *above, number, _ = location
    value = sound().records[path]
    for step in above:
        value = getattr(value, step) if isinstance(step, str) else value[step]
    before = value[number - 1].id
    assert found(unique, (path, location, before)) == [
        f"{path}: {dotted(location)}: duplicate id '{before}', already used in {above[-1]}[{number - 1}]; "
        "give this one an id of its own"
    ]


def test_three_of_one_id_are_held_against_the_first():
    first = sound().records["glossary.yml"].terms[0].id
    said = found(unique, ("glossary.yml", ("terms", 1, "id"), first), ("glossary.yml", ("terms", 2, "id"), first))
    assert [each.count("already used in terms[0]") for each in said] == [1, 1]


def test_fields_and_items_have_ids_of_their_own_across_their_parts():
    template, checklist = "templates/meeting-minutes.yml", "checklists/meeting-after.yml"
    section, field = sound().records[template].sections[0], sound().records[template].sections[0].fields[0]
    assert found(unique, (template, ("sections", 1, "fields", 0, "id"), field.id)) == [
        f"{template}: sections[1].fields[0].id: duplicate id '{field.id}', already used in section '{section.id}'; "
        "a field's id is its own in the whole template"
    ]
    group, item = sound().records[checklist].groups[0], sound().records[checklist].groups[0].items[0]
    assert found(unique, (checklist, ("groups", 1, "items", 0, "id"), item.id)) == [
        f"{checklist}: groups[1].items[0].id: duplicate id '{item.id}', already used in group '{group.id}'; "
        "an item's id is its own in the whole list"
    ]


def test_the_id_of_an_item_that_was_taken_off_is_never_used_again():
    path = "checklists/meeting-after.yml"
    item = sound().records[path].groups[0].items[0].id
    assert found(unique, (path, ("retired",), (item,))) == [
        f"{path}: groups[0].items[0].id: '{item}' is the id of something that was taken off; "
        "give this one an id of its own"
    ]


def test_an_answer_time_is_given_once():
    first = sound().records["response-times.yml"].times[0]
    assert found(unique, ("response-times.yml", ("times", 1), first)) == [
        f"response-times.yml: times[1]: duplicate row for channel '{first.channel}' and urgency '{first.urgency}', "
        "already given in times[0]; keep one of them"
    ]
