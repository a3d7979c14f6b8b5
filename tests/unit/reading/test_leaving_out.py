"""Whatever can be left out goes whole: no rule finds a trace of it in what is left, and no page leads there.

What is composed is looked at, not a site: only what changed is read anew.
"""

from __future__ import annotations

import inspect
import json
import os
import random
import re
import shutil
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest

from macros.checking.rules import (
    answer_times,
    chooser_cover,
    chooser_sense,
    contacts,
    hand_overs,
    named_pages,
    prefills,
    redirects,
    references,
    standing_pages,
    unique,
)
from macros.errors import Faults
from macros.model.things import THINGS
from macros.model.tokens import tokens_of
from macros.pages.authoring import SUBJECTS
from macros.reading import loading, source
from macros.reading.layer import following
from macros.reading.layer.composed import Composed
from macros.reading.layer.pointers import POINTERS
from macros.reading.layer.prose import text_of
from macros.reading.loaded import Loaded
from macros.reading.loading import FILES, FOLDERS
from tests.conftest import ROOT, in_a_sweep
from tests.unit.sound import sound

RULES = (
    references,
    named_pages,
    redirects,
    answer_times,
    chooser_cover,
    chooser_sense,
    contacts,
    hand_overs,
    prefills,
    standing_pages,
    unique,
)
"""Those that look at what names what."""
TEN = 10


def everything() -> dict[str, list[str]]:
    """What can be left out, by kind."""
    files = sorted((ROOT / "docs/data").rglob("*.yml"))
    found = {
        thing.folder: [f"{thing.folder}/{file.stem}" for file in files if file.parent.name == thing.folder]
        for thing in THINGS
        if thing.page in ("written", "made")
    }
    glossary = (ROOT / "docs/data/glossary.yml").read_text(encoding="utf-8")
    found["glossary"] = [f"glossary/{ident}" for ident in re.findall(r"(?m)^  - id: ([a-z0-9-]+)", glossary)]
    pages = sorted((ROOT / "docs/zh/reference").glob("*.md"))
    found["reference"] = [f"reference/{page.stem}" for page in pages if page.stem != "index"]
    return found


ALL = everything()
CHOSEN = [
    *(each[len(each) // 2] for each in ALL.values()),
    *(in_a_sweep(path) for each in ALL.values() for path in [*each[: len(each) // 2], *each[len(each) // 2 + 1 :]]),
]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The sources, as links; a file that was read once is not read again."""
    root = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / "docs", root / "docs", copy_function=os.link)
    shutil.copytree(root / "docs/sample", root / "docs/company", copy_function=os.link)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(source, "load_text", source.load_text)  # put back at the end
        source.keep_read()
        yield root


def said_without(project: Path, *paths: str) -> list[str]:
    """What the rules say of what is left, and which lines of pages still lead to what went."""
    changes = project / "docs/company/changes.yml"
    changes.write_text("leave_out:\n" + "".join(f"  - {path}\n" for path in paths), encoding="utf-8")
    faults, whole = Faults(), sound()
    loaded = Loaded(project, faults)
    laid = loaded.laid
    loaded.sources |= whole.sources | laid.sources
    changed = {name for name, read in laid.sources.items() if isinstance(read, Composed)}
    tokens = {
        **tokens_of(whole.records["company.yml"], whole.records["tokens.yml"]),
        **whole.records["sentences.yml"].tokens(),
    }
    for name in laid.files.keys() & whole.records.keys():
        loaded.records[name] = whole.records[name]
        if name in changed:
            record, data = type(whole.records[name]), json.dumps(laid.sources[name].data)
            loaded.records[name] = record.model_validate_json(data, strict=True, context={"tokens": tokens})
    for rule in RULES:
        rule.check(loaded)
    gone = [re.compile(rf"\]\((?:[\w./-]*/)?{re.escape(path.rpartition('/')[2])}\.md[#)]") for path in paths]
    kept = {path.rpartition("/")[2] for path in loaded.places()}
    left = [
        f"{page}: {path}"
        for page in laid.pages
        for path, link in zip(paths, gone, strict=True)
        if path.rpartition("/")[2] not in kept and link.search(text_of(page, laid, project, Faults()) or "")
    ]
    return [*map(str, faults), *left]


def test_what_is_chosen_is_of_every_kind():
    assert all(len(each) > 3 for each in ALL.values()), {kind: len(each) for kind, each in ALL.items()}
    assert loading.FOLDERS.keys() >= ALL.keys() - {"glossary", "reference"}


@pytest.mark.parametrize("path", CHOSEN)
def test_each_can_be_left_out(project: Path, path: str):
    said = said_without(project, path)
    # A row of the chooser must lead to some channel, and a scenario to two: to which, only the company can say, and it is told how.
    # Only the phone has to stay.
    told = ("under set, such as `", "take `channels/phone` out")
    unsaid = [each for each in said if not (path.startswith("channels/") and any(words in each for words in told))]
    assert unsaid == []


KINDS = {thing.name: thing.folder for thing in THINGS if thing.folder in ALL} | {
    "glossary term": "glossary",
    "step": "steps",
    "outside time": "outside",
    "kept record": "records",
    "occasion": "occasions",
}


def test_whatever_the_data_name_is_known_to_go():
    """A place that is not among the pointers would stop the build of a company that leaves out what it names."""
    unknown = {
        f"{name}: {place}"
        for name, place, kind, _ in references.all_references(sound())
        if kind in KINDS
        and not any(
            pointer.kind == KINDS[kind]
            and fnmatchcase(name, pointer.files)
            and tuple("*" if isinstance(step, int) else step for step in place) == pointer.steps
            for pointer in POINTERS
        )
    }
    assert unknown == set()


def has(schema: dict[str, Any], steps: tuple[str, ...], whole: dict[str, Any]) -> bool:
    """Whether a place can stand in what a schema describes."""
    if "$ref" in schema:
        return has(whole["$defs"][schema["$ref"].rpartition("/")[2]], steps, whole)
    if ways := schema.get("anyOf") or schema.get("oneOf"):
        return any(has(each, steps, whole) for each in ways)
    if not steps:
        return True
    below = schema.get("items") if steps[0] == "*" else schema.get("properties", {}).get(steps[0])
    return below is not None and has(below, steps[1:], whole)


def test_every_pointer_is_to_a_place_that_data_can_have():
    records = FILES | {f"{folder}/-.yml": record for folder, record in FOLDERS.items()}
    schemas = {name: record.model_json_schema() for name, record in records.items()}
    for pointer in POINTERS:
        fitting = [schema for name, schema in schemas.items() if fnmatchcase(name, pointer.files)]
        assert any(has(schema, pointer.steps, schema) for schema in fitting), pointer


NO_ENTRY = {
    *("naming_rule", "procedure_picture", "procedure_steps"),  # what they name cannot be left out
    *("things", "checklist_cards", "template_cards", "scenario_cards", "scenario_table", "practice_questions"),
    *("in_both_languages", "to_write", "with_offices"),
}
"""Macros whose first argument is a kind, a side or words."""


def test_whatever_a_macro_names_is_known_to_go():
    """A macro that is not among them would stop the build of a company that leaves out what its pages name."""
    macros = {name: each for subject in SUBJECTS for name, each in vars(subject).items() if not name.startswith("_")}
    first = {name: [*inspect.signature(each).parameters.values()][1:2] for name, each in macros.items()}
    named = {name for name, given in first.items() if given and given[0].annotation != "bool"}
    assert named - NO_ENTRY - {"feedback"} == following.NAMING.keys()


def test_pages_that_the_handbooks_own_components_lead_to_can_go_together(project: Path):
    assert said_without(project, *sorted(standing_pages.MAY_GO)) == []


@pytest.mark.parametrize("seed", [1, *(in_a_sweep(seed) for seed in range(2, 12))])
def test_any_ten_can_be_left_out_together(project: Path, seed: int):
    every = [path for kind, each in ALL.items() for path in each if kind != "channels"]
    assert said_without(project, *random.Random(seed).sample(every, TEN)) == []
