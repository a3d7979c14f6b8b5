"""A copy of the project in which every scenario, channel, template, checklist, step, term, urgency, level, matter and
occasion has another id, in data and prose alike: what the code still calls by its old id is not there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from macros.checking import checked
from macros.errors import Faults
from macros.reading import source
from macros.reading.layer import places
from tests.conftest import ROOT

_FOLDERS = ("scenarios", "channels", "templates", "checklists", "contacts")
_FIXED = {"phone", "email", "instant-message"}
"""Channels by which roles are reached; their ids are fixed."""
_NO_IDS = (
    "type",
    "audience",
    "part",
    "clock",
    "tone",
    "group",
    "calendar",
    "kind",
    "answered_by",
    "takes",
    "column",
    "role",
    "deputy",
    "then",
    "decides",
)
"""Keys whose values are words of the model's own, some of which are ids too."""
_MACRO = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_NAME = re.compile(r'(?<!part=)(?<!audience=)"((?:[a-z-]+/)*)([a-z][a-z0-9-]*)"')
_OTHERS = re.compile(r"\{\{ *(?:procedure_|practice_questions\(|say\()")
"""Macros whose argument is no id of a thing."""


def other(name: str) -> str:
    """What an id is called in the copy."""
    return f"{name}-anew"


def ids() -> set[str]:
    """Every id that is renamed."""
    handbook, faults = checked.load(ROOT)
    assert handbook, faults.report()
    times = handbook.response_times
    lists = (
        handbook.scenarios,
        handbook.channels,
        handbook.templates,
        handbook.checklists,
        handbook.contacts,
        handbook.glossary.terms,
        handbook.confidentiality.levels,
        handbook.phrases.occasions,
        times.urgencies,
        times.outside,
        *(procedure.steps for procedure in handbook.procedures),
    )
    return {thing.id for things in lists for thing in things} - _FIXED


def rename(root: Path) -> None:
    """Rename them all in the copy at `root`."""
    known, data = ids(), root / "docs" / "data"
    steps = {
        f"{procedure}/{step['id']}"
        for procedure in ("internal", "external")
        for step in _data(data / "procedures" / f"{procedure}.yml", root)["steps"]
    }
    for file in places.data_files(root).values():
        if file.name in ("page-fingerprints.yml", "synonyms.yml", "interface.yml", "company.yml", "sentences.yml"):
            continue
        read = _data(file, root)
        renamed = _renamed(read, "", known, steps)
        if file.parent.name == "procedures":
            renamed["id"] = read["id"]  # a word of the model's own, as audiences are
        file.write_text(yaml.safe_dump(renamed, allow_unicode=True, sort_keys=False, width=10**6), encoding="utf-8")
        if file.parent.name in _FOLDERS and file.stem in known:
            file.rename(file.with_name(f"{other(file.stem)}.yml"))
    for language in ("zh", "en"):
        for page in sorted((root / "docs" / language).rglob("*.md")):
            _rename_page(page, root / "docs" / language, known, steps)


def _data(file: Path, root: Path) -> Any:
    read = source.read(file, root, Faults())
    assert read
    return read.data


def _in_letter(text: str, known: set[str]) -> str:
    return re.sub(
        r"(\{(?:table:|list:)?)([a-z][a-z0-9-]*)",
        lambda gap: gap[1] + (other(gap[2]) if gap[2] in known else gap[2]),
        text,
    )


def _renamed(value: Any, key: str, known: set[str], steps: set[str]) -> Any:
    if isinstance(value, str):
        if key in ("page", "new"):  # the latter in redirects.yml
            folder, _, name = value.rpartition("/")
            is_thing = folder in _FOLDERS or value.removeprefix("guide/") in steps
            return f"{folder}/{other(name)}" if is_thing and name != "index" else value
        if value in steps:
            return other(value)
        return other(value) if value in known and key not in (*_NO_IDS, "zh", "en", "same") else value
    if isinstance(value, list):
        return [_renamed(part, key, known, steps) for part in value]
    if isinstance(value, dict):
        by_id = key == "when" or (key == "example" and "good" not in value)
        if "body" in value:  # the text of a letter, in which fields stand in braces
            value = {**value, "body": {language: _in_letter(text, known) for language, text in value["body"].items()}}
        return {
            other(name) if by_id and name in known else name: part
            if name == "aliases" or (name == "section_aliases" and value.get("page") != "reference/phrases")
            else _renamed(part, key if by_id and name in known else name, known, steps)
            for name, part in value.items()
        }
    return value


def _rename_page(page: Path, folder: Path, known: set[str], steps: set[str]) -> None:
    def in_macro(call: re.Match[str]) -> str:
        if _OTHERS.match(call[0]):
            return call[0]
        return _NAME.sub(lambda name: f'"{name[1]}{other(name[2])}"' if name[2] in known else name[0], call[0])

    def in_link(link: re.Match[str]) -> str:
        there = (page.parent / link["path"]).resolve().relative_to(folder.resolve()).with_suffix("").as_posix()
        kind, _, name = there.rpartition("/")
        thing = (kind in _FOLDERS and name in known) or there.removeprefix("guide/") in steps
        path = f"{link['path'].removesuffix('.md')}-anew.md" if thing else link["path"]
        anchor = link["anchor"] or ""
        prefix, name = re.match("#?(outside-|clock-|kept-|)(.*)", anchor).groups()
        if (prefix or there in ("reference/glossary", "reference/phrases", "contacts/index")) and name in known:
            anchor = other(anchor)
        return f"]({path}{anchor})"

    text = _MACRO.sub(in_macro, page.read_text(encoding="utf-8"))
    text = re.sub(r"\]\((?P<path>[\w./-]+\.md)(?P<anchor>#[\w=&%-]+)?\)", in_link, text)
    if page.relative_to(folder).as_posix() in ("reference/phrases.md",):
        text = re.sub(r"\{#([a-z-]+)\}", lambda mark: f"{{#{other(mark[1])}}}" if mark[1] in known else mark[0], text)
    page.write_text(text, encoding="utf-8")
    place = page.relative_to(folder).with_suffix("").as_posix()
    kind, _, name = place.rpartition("/")
    if (kind in _FOLDERS and name in known) or place.removeprefix("guide/") in steps:
        page.rename(page.with_name(f"{other(name)}.md"))
