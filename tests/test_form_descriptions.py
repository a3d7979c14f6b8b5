"""What scripts must know of a form: every form has it, and it agrees with the public contract and the downloads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def forms(site: Path) -> dict[str, dict]:
    return {
        file.name.partition(".")[0]: json.loads(file.read_bytes())
        for file in (site / "assets" / "forms").glob("*.json")
    }


def test_every_template_is_described_field_by_field_as_in_the_contract(forms, templates):
    def known(field: dict) -> dict:
        columns = {"columns": [known(column) for column in field["columns"]]} if "columns" in field else {}
        return {**{key: field[key] for key in ("id", "type", "label", "required")}, **columns}

    assert forms.keys() == templates.keys()
    for template_id, form in forms.items():
        assert form["id"] == template_id and form["title"] == templates[template_id]["title"]
        fields = [known(field) for section in form["sections"] for field in section["fields"]]
        assert fields == templates[template_id]["fields"]


def test_files_are_those_that_are_published(forms, templates):
    for template_id, form in forms.items():
        named = {
            (language, ending, address)
            for language, files in form["files"].items()
            for ending, address in files.items()
        }
        assert named == {(file["language"], file["format"], file["url"]) for file in templates[template_id]["files"]}
        assert (form["mailSubject"] is not None) == ("eml" in form["files"]["zh"])


def test_choices_have_options_tables_rows_and_dates_say_how_they_are_written(forms):
    for form in forms.values():
        fields = [field for section in form["sections"] for field in section["fields"]]
        for field in [*fields, *(column for each in fields for column in each.get("columns", ()))]:
            assert ("options" in field) == (field["type"] in ("choice", "choices"))
            assert ("rows" in field) == (field["type"] == "table")
            assert ("YYYY-MM-DD" in str(field.get("blank"))) == (field["type"] in ("date", "datetime"))
            assert set(field["label"]) == set(field["help"]) == {"zh", "en"}


def test_times_are_meant_in_the_companys_zone(forms):
    assert {form["zone"] for form in forms.values()} == {"Asia/Shanghai"}
