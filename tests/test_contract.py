"""The public contract: handbook.json, its schema, and that everything they name stands on the site."""

from __future__ import annotations

import copy
import hashlib
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.built_pages import BuiltPage, file_of

pytestmark = pytest.mark.xdist_group("pages")

CHANNELS = {"instant-message", "email", "phone", "meeting", "video-meeting", "letter"}
CHANNEL_TABLE = {"simple-update", "formal-instruction-report", "complex-discussion", "urgent-matter"}
CORE = {
    "internal": {
        "cross-department-project",
        "work-instruction",
        "problem-feedback",
        "meeting-follow-up",
        "resource-request",
    },
    "external": {
        "customer-requirements",
        "supplier-quotation-contract",
        "partner-joint-project",
        "media-public-relations",
        "complaint-relationship",
    },
}
FURTHER = {
    "all-staff-announcement",
    "work-handover",
    "absence",
    "data-request",
    "declined-request",
    "bad-news-to-customer",
    "overdue-answer",
    "first-approach",
    "receiving-visitors",
    "after-hours-incident",
}
STEPS = {
    "internal": ["goal-counterpart", "channel", "content", "talk-record", "confirm-close"],
    "external": ["prepare-research", "first-contact", "confirm-needs", "follow-up"],
}
TEMPLATES = {
    "internal-collaboration",
    "external-contact-record",
    "meeting-agenda",
    "meeting-minutes",
    "result-confirmation",
    "complaint-record",
}
FIELD_TYPES = {
    "text",
    "long_text",
    "date",
    "datetime",
    "choice",
    "choices",
    "person",
    "department",
    "phone",
    "email",
    "money",
    "number",
    "tick",
    "table",
}
DURATION = re.compile(r"P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?")


@pytest.fixture(scope="module")
def contract(site: Path) -> dict:
    return json.loads((site / "handbook.json").read_bytes().decode("utf-8"))


@pytest.fixture(scope="module")
def schema(site: Path) -> dict:
    return json.loads((site / "handbook.schema.json").read_bytes().decode("utf-8"))


def ids(things: list[dict]) -> set[str]:
    return {thing["id"] for thing in things}


def walk(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every mapping in the contract with its place, such as `scenarios[2].url`."""
    if isinstance(value, dict):
        yield path, value
        for key, inner in value.items():
            yield from walk(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from walk(inner, f"{path}[{number}]")


def addresses(contract: dict) -> list[str]:
    """Every address in the contract, of pages in both languages and of files."""
    found = []
    for _, thing in walk(contract):
        url = thing.get("url")
        found += [url] if isinstance(url, str) else [url["zh"], url["en"]] if url else []
    return found


def test_the_schema_is_itself_sound_and_says_which_draft_it_follows(schema: dict):
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


def test_the_contract_validates_against_its_schema(contract: dict, schema: dict):
    faults = [f"{error.json_path}: {error.message}" for error in Draft202012Validator(schema).iter_errors(contract)]
    assert faults == []


BREAKS: dict[str, Callable[[dict], object]] = {
    "no version": lambda c: c.pop("version"),
    "another version of the format": lambda c: c.update(version=2),
    "a language that does not exist": lambda c: c.update(languages=["zh", "xx"]),
    "a scenario without its id": lambda c: c["scenarios"][0].pop("id"),
    "a title in one language only": lambda c: c["scenarios"][0]["title"].pop("en"),
    "an audience that is neither": lambda c: c["scenarios"][0].update(audience="both"),
    "core as a word": lambda c: c["scenarios"][0].update(core="yes"),
    "channels as a text": lambda c: c["scenarios"][0].update(channels="email"),
    "an address in one language only": lambda c: c["channels"][0].update(url="channels/email/"),
    "aliases without languages": lambda c: c["channels"][0].update(aliases=["mail"]),
    "bytes as a text": lambda c: c["templates"][0]["files"][0].update(bytes="17 KB"),
    "a field without a label": lambda c: c["templates"][0]["fields"][0].pop("label"),
    "a glossary that is missing": lambda c: c.pop("glossary"),
    "a respond_within that is no duration": lambda c: c["scenarios"][0].update(respond_within="4 hours"),
    "an id that is not kebab-case": lambda c: c["scenarios"][0].update(id="Simple Update"),
    "an address with a leading slash": lambda c: c["scenarios"][0]["url"].update(zh="/scenarios/x/"),
}


@pytest.mark.every_other
@pytest.mark.parametrize("kind", BREAKS)
def test_the_schema_rejects(kind: str, contract: dict, schema: dict):
    broken = copy.deepcopy(contract)
    BREAKS[kind](broken)
    assert list(Draft202012Validator(schema).iter_errors(broken))


def test_the_contract_names_its_format_and_languages(contract: dict):
    assert contract["version"] == 1
    assert contract["languages"] == ["zh", "en"]


def test_every_fixed_id_is_there(contract: dict):
    assert ids(contract["channels"]) >= CHANNELS
    assert CHANNEL_TABLE | CORE["internal"] | CORE["external"] | FURTHER <= ids(contract["scenarios"])
    assert {
        procedure["id"]: [step["id"] for step in procedure["steps"]] for procedure in contract["procedures"]
    } == STEPS
    assert ids(contract["templates"]) >= TEMPLATES


def test_there_are_at_least_24_scenarios(contract: dict):
    assert len(contract["scenarios"]) >= 24


def test_core_is_true_for_exactly_the_ten_that_the_guide_names(contract: dict):
    for audience, expected in CORE.items():
        assert {
            scenario["id"]
            for scenario in contract["scenarios"]
            if scenario["core"] and scenario["audience"] == audience
        } == expected


@pytest.mark.parametrize(
    "part, keys",
    {
        "channels": {"id", "name", "url", "aliases"},
        "scenarios": {
            "id",
            "audience",
            "core",
            "title",
            "url",
            "aliases",
            "channels",
            "mind",
            "respond_within",
            "templates",
            "checklists",
        },
        "procedures": {"id", "title", "url", "steps"},
        "templates": {"id", "title", "url", "aliases", "fields", "files"},
        "glossary": {"id", "term", "definition", "url"},
    }.items(),
)
def test_every_promised_key_is_there(contract: dict, part: str, keys: set[str]):
    assert contract[part]
    assert [thing.get("id") for thing in contract[part] if keys - thing.keys()] == []


def test_the_parts_of_parts_have_the_promised_keys(contract: dict):
    for procedure in contract["procedures"]:
        for step in procedure["steps"]:
            assert {"id", "title", "url", "aliases", "checklists"} <= step.keys()
    for template in contract["templates"]:
        for field in template["fields"]:
            assert {"id", "type", "label", "required"} <= field.keys()
            assert ("columns" in field) == (field["type"] == "table")
        for file in template["files"]:
            assert {"language", "format", "url", "bytes", "sha256"} <= file.keys()
    for checklist in contract["checklists"]:
        assert {"id", "title", "url", "aliases", "groups"} <= checklist.keys()


def test_ids_are_kebab_case_and_name_one_thing_each(contract: dict):
    for part in ("channels", "scenarios", "procedures", "templates", "checklists", "glossary"):
        names = [thing["id"] for thing in contract[part]]
        assert len(names) == len(set(names))
        assert [name for name in names if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", name)] == []


def test_field_types_are_those_of_the_design(contract: dict):
    fields = [field for template in contract["templates"] for field in template["fields"]]
    columns = [column for field in fields for column in field.get("columns", ())]
    assert {field["type"] for field in fields + columns} <= FIELD_TYPES
    assert all(field["columns"] for field in fields if field["type"] == "table")


def test_every_reference_names_something_that_is_there(contract: dict):
    known = {part: ids(contract[part]) for part in ("channels", "scenarios", "templates", "checklists", "glossary")}
    known["related"] = known["scenarios"]
    steps = [step for procedure in contract["procedures"] for step in procedure["steps"]]
    for thing in contract["scenarios"] + steps:
        for part, names in known.items():
            assert set(thing.get(part, ())) <= names, f"{thing['id']}: {part}"
        assert "channels" not in thing or thing["channels"]


def test_respond_within_is_a_duration_of_iso_8601(contract: dict):
    durations = [scenario["respond_within"] for scenario in contract["scenarios"]]
    assert [given for given in durations if not DURATION.fullmatch(given)] == []
    assert len(set(durations)) > 1


def test_every_text_is_written_in_both_languages(contract: dict):
    chinese = re.compile(r"[\u4e00-\u9fff]")
    for path, thing in walk(contract):
        if thing.keys() == {"zh", "en"} and isinstance(thing["en"], str):
            assert thing["zh"].strip() and thing["en"].strip(), path
            assert not chinese.search(thing["en"]), path


def test_aliases_are_given_in_both_languages(contract: dict):
    steps = [step for procedure in contract["procedures"] for step in procedure["steps"]]
    for thing in contract["channels"] + contract["scenarios"] + contract["templates"] + steps:
        for language in ("zh", "en"):
            words = thing["aliases"][language]
            assert words and all(word.strip() for word in words), f"{thing['id']}: {language}"
            assert len(words) == len(set(words)), f"{thing['id']}: {language} has an alias twice"


def test_addresses_are_relative_to_the_root_and_nothing_else(contract: dict):
    assert [url for url in addresses(contract) if url.startswith(("/", ".", "http")) or "//" in url or " " in url] == []


def test_every_address_exists_on_the_site_with_its_anchor(contract: dict, site: Path):
    missing = []
    for url in addresses(contract):
        page, _, anchor = url.partition("#")
        if not (site / file_of(page)).is_file() or (anchor and anchor not in BuiltPage(site, page).ids()):
            missing.append(url)
    assert missing == []


def test_pages_of_the_contract_are_where_the_design_puts_them(contract: dict):
    def in_both(path: str) -> dict:
        return {"zh": path, "en": f"en/{path}"}

    for part in ("channels", "scenarios", "templates", "checklists"):
        assert [thing["id"] for thing in contract[part] if thing["url"] != in_both(f"{part}/{thing['id']}/")] == []
    for procedure in contract["procedures"]:
        assert procedure["url"] == in_both(f"guide/{procedure['id']}/")
    for term in contract["glossary"]:
        assert term["url"]["zh"].startswith("reference/glossary/#")


def test_the_page_at_an_address_bears_the_title_of_the_contract(contract: dict, site: Path):
    steps = [step for procedure in contract["procedures"] for step in procedure["steps"]]
    for thing in contract["channels"] + contract["scenarios"] + contract["templates"] + steps:
        for language in ("zh", "en"):
            heading = BuiltPage(site, thing["url"][language]).article.xpath(".//h1")[0]
            assert "".join(heading.itertext()).strip() == (thing.get("title") or thing["name"])[language]


def test_bytes_and_digest_of_every_file_are_right(contract: dict, site: Path):
    for template in contract["templates"] + contract["documents"]:
        assert template["files"], template["id"]
        for file in template["files"]:
            content = (site / file["url"]).read_bytes()
            assert (len(content), hashlib.sha256(content).hexdigest()) == (file["bytes"], file["sha256"]), file["url"]
            assert file["url"] == f"downloads/{template['id']}.{file['language']}.{file['format']}"


def test_every_template_can_be_had_in_chinese_in_english_and_in_both(contract: dict):
    for template in contract["templates"]:
        assert {file["language"] for file in template["files"]} >= {"zh", "en", "zh-en"}, template["id"]


def test_no_download_is_left_out_of_the_contract(contract: dict, site: Path):
    listed = {file["url"] for part in ("templates", "documents") for each in contract[part] for file in each["files"]}
    there = {file.relative_to(site).as_posix() for file in (site / "downloads").iterdir()}
    assert {name for name in there if not name.startswith("downloads/handbook-")} == listed
