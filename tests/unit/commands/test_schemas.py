"""What editors complete and underline: the schemas agree with the data that are sound, and refuse what is not; each is wired."""

from __future__ import annotations

import fnmatch
import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from macros.commands import schemas
from macros.reading.layer import places
from tests.conftest import ROOT
from tests.unit.sound import sound

MADE = schemas.schemas()
WIRED: dict[str, list[str]] = {
    Path(name).stem: patterns
    for name, patterns in json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))[
        "yaml.schemas"
    ].items()
}


def schema_of(path: str) -> str:
    """The name of the schema that an editor takes for a file."""
    (name,) = [name for name, patterns in WIRED.items() if any(fnmatch.fnmatchcase(path, each) for each in patterns)]
    return name


def faults(name: str, data: Any) -> list[str]:
    return [error.message for error in Draft7Validator(MADE[name]).iter_errors(data)]


def test_every_sound_file_is_sound_for_its_schema():
    found = []
    for name, read in sound().sources.items():
        if name != places.RELEASED:
            found += [
                f"{read.path}: {fault}" for fault in faults(schema_of(read.path), json.loads(json.dumps(read.data)))
            ]
    assert not found, "\n".join(found[:20])


@pytest.mark.parametrize("name", MADE)
def test_each_schema_is_one_and_is_wired_for_both_editors(name: str):
    Draft7Validator.check_schema(MADE[name])
    assert name in WIRED
    text = (ROOT / ".idea/jsonSchemas.xml").read_text(encoding="utf-8")
    entry = text.partition(f'<entry key="{name}">')[2].partition("</entry>")[0]
    assert f'value=".cache/schemas/{name}.json"' in entry
    assert re.findall(r'"path" value="(.*?)"', entry) == WIRED[name]


@pytest.mark.parametrize(
    "name, change",
    [
        ("scenarios", {"tittle": {"zh": "一", "en": "One"}}),
        ("scenarios", {"title": {"zh": "一", "eng": "One"}}),
        ("scenarios", {"order": "first"}),
        ("scenarios", {"audience": "inside"}),
        ("contacts", {"group": "car"}),
        ("checklists", {"groups": "none"}),
        ("changes", {"leave_outs": []}),
    ],
)
def test_what_is_wrong_is_underlined(name: str, change: dict[str, Any]):
    first = next((read.data for path, read in sound().sources.items() if path.startswith(f"{name}/")), {})
    assert not faults(name, first)
    assert faults(name, {**first, **change})


def test_one_language_is_enough_and_a_list_of_ones_own_may_be_short():
    scenario = next(read.data for path, read in sound().sources.items() if path.startswith("scenarios/"))
    assert not faults("scenarios", {**scenario, "title": {"zh": "参观"}, schemas.BASED_ON: "0123456789ab"})
    assert not faults("glossary", {"terms": []})
    assert "'id' is a required property" in faults("scenarios", {key: scenario[key] for key in scenario if key != "id"})
    assert not faults(
        schemas.FORM_SCHEMA, {key: scenario[key] for key in ("id", "title", "aliases", "summary")} | OWNED
    )


OWNED = {"owner": "office", "reviewed": "2026-03-31", "valid_for": "P1Y"}


def test_an_editor_shows_what_a_key_means():
    said = MADE["contacts"]["properties"]
    assert said["role"]["description"].startswith("Who handles it")
    assert said["reviewed"]["description"].startswith("The day it was last read through")


def test_they_are_written_once_and_only_what_has_changed(tmp_path: Path):
    schemas.write(tmp_path)
    file = tmp_path / schemas.FOLDER / "contacts.json"
    before = file.stat().st_mtime_ns
    schemas.write(tmp_path)
    assert file.stat().st_mtime_ns == before
    assert {each.stem for each in file.parent.iterdir()} == set(MADE)
