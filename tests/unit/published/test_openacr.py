"""The report on accessibility in OpenACR's form: as its schema asks, and saying of each criterion what the data say."""

from __future__ import annotations

import jsonschema
import pytest
import yaml

from macros import addresses
from macros.published import openacr
from macros.reading import loading
from tests.unit.sound import sound

_CONTACT = {
    "type": "object",
    "properties": {
        name: {"type": "string"} for name in ("name", "company_name", "address", "email", "phone", "website")
    },
    "required": ["email"],
}
_CHAPTER = {
    "type": "object",
    "properties": {
        "notes": {"type": "string"},
        "disabled": {"type": "boolean"},
        "criteria": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "num": {"type": "string"},
                    "components": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "properties": {
                                "name": {"enum": ["web", "electronic-docs", "software", "authoring-tool", "none"]},
                                "adherence": {
                                    "type": "object",
                                    "properties": {
                                        "level": {
                                            "enum": [
                                                *("supports", "partially-supports", "does-not-support"),
                                                *("not-applicable", "not-evaluated"),
                                            ]
                                        },
                                        "notes": {"type": "string"},
                                    },
                                    "required": ["level"],
                                },
                            },
                            "required": ["name"],
                        },
                    },
                },
                "required": ["num"],
            },
        },
    },
    "additionalProperties": False,
}
SCHEMA = {
    "type": "object",
    "properties": {
        "title": {"type": "string"},
        "product": {
            "type": "object",
            "properties": {name: {"type": "string"} for name in ("name", "version", "description")},
            "required": ["name"],
        },
        "author": _CONTACT,
        "vendor": _CONTACT,
        **{
            name: {"type": "string"}
            for name in (
                *("report_date", "last_modified_date", "notes", "evaluation_methods_used", "legal_disclaimer"),
                *("license", "repository", "feedback", "catalog"),
            )
        },
        "version": {"type": "integer"},
        "chapters": {
            "type": "object",
            "properties": {f"success_criteria_level_{level}": _CHAPTER for level in ("a", "aa", "aaa")},
            "additionalProperties": False,
        },
    },
    "required": ["title", "product", "author"],
    "additionalProperties": False,
}
"""What openacr-0.1.0 asks of a report on web pages, with the names of its catalogue for components and levels."""


@pytest.fixture(scope="module")
def report() -> dict:
    files = dict(openacr.files(loading.handbook_of(sound()), "https://example.com/handbook/"))
    assert list(files) == [addresses.OPENACR]
    return yaml.safe_load(files[addresses.OPENACR])


def test_it_is_as_its_schema_asks(report: dict) -> None:
    jsonschema.validate(report, SCHEMA)


@pytest.mark.parametrize("harm", [{"author": {}}, {"report_date": 2026}, {"chapters": {"web": {}}}, {"author": None}])
def test_a_report_of_another_form_is_refused(report: dict, harm: dict) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**report, **harm}, SCHEMA)


def test_it_says_of_each_criterion_what_the_data_say(report: dict) -> None:
    said = {
        row["num"]: row["components"][0]["adherence"]
        for level in ("a", "aa")
        for row in report["chapters"][f"success_criteria_level_{level}"]["criteria"]
    }
    criteria = loading.handbook_of(sound()).accessibility.criteria
    assert {id: each["level"] for id, each in said.items()} == {each.id: each.result for each in criteria}
    assert len(said) == 55, "those of WCAG 2.2, levels A and AA"
    assert all(each.note.en in said[each.id]["notes"] for each in criteria if each.note)
    assert "screen readers" in report["evaluation_methods_used"], "who did not test it"
