"""Data files → the model: reads everything in `docs/data/`, checks it, and reports every fault of a run."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from . import changelog, rules, source
from .errors import Faults, nearest
from .model.abroad import Abroad
from .model.base import Text
from .model.channel import Channel
from .model.company import Company
from .model.confidentiality import Confidentiality
from .model.glossary import Glossary
from .model.handbook import Handbook
from .model.interface import Interface
from .model.naming import NamingRule
from .model.phrases import PhraseBank
from .model.procedure import Procedure
from .model.response_times import ResponseTimes
from .model.scenario import Scenario
from .model.template import Template

FILES: dict[str, type[BaseModel]] = {
    "company.yml": Company,
    "confidentiality.yml": Confidentiality,
    "file-names.yml": NamingRule,
    "glossary.yml": Glossary,
    "interface.yml": Interface,
    "mail-subjects.yml": NamingRule,
    "phrases.yml": PhraseBank,
    "response-times.yml": ResponseTimes,
    "working-abroad.yml": Abroad,
}
"""Single files below `docs/data/`, and what each holds."""

FOLDERS: dict[str, type[BaseModel]] = {
    "channels": Channel,
    "procedures": Procedure,
    "scenarios": Scenario,
    "templates": Template,
}
"""Folders below `docs/data/` with one file a thing, named `<id>.yml`."""

NOT_DATA = {"page-fingerprints.yml"}
"""Files below `docs/data/` that the commands write themselves (see `translation.py`)."""


@dataclass
class Loaded:
    """What was read: sources by path, records by path, and the faults found so far. What the rules look at."""

    root: Path
    faults: Faults = field(default_factory=Faults)
    sources: dict[str, source.Source] = field(default_factory=dict)
    records: dict[str, Any] = field(default_factory=dict)
    """Records by path below `docs/data/`; a file with faults of its own is not among them."""

    def folder(self, name: str) -> dict[str, Any]:
        """The sound records of a folder, by path below `docs/data/`."""
        return {path: record for path, record in self.records.items() if path.startswith(f"{name}/")}

    def ids(self, folder: str) -> set[str]:
        """The ids that a folder defines, those of faulty files included: a fault there is reported once, there."""
        return {file.stem for file in (self.root / "docs/data" / folder).glob("*.yml")}

    def fault(self, path: str, location: tuple[str | int, ...], message: str) -> None:
        """Report a fault at a value of a data file; `path` is below `docs/data/`."""
        place = self.sources[path]
        self.faults.add(place.path, place.line(location), dotted(location), message)


def load(root: Path) -> tuple[Handbook | None, Faults]:
    """Read and check all data of a project.

    Args:
        root: the project's root, which holds `docs/data/` and `CHANGELOG.md`.

    Returns:
        The handbook and no fault, or None and every fault found.
    """
    loaded = Loaded(root)
    folder = root / "docs" / "data"
    tokens = _read_company(loaded, folder)
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = file.relative_to(folder).as_posix()
        if name in NOT_DATA or name == "company.yml":
            continue
        record = _record_type(name)
        if record is None:
            known = [*FILES, *(f"{f}/{file.name}" for f in FOLDERS)]
            loaded.faults.add(file.relative_to(root).as_posix(), 1, "",
                              f"nobody reads a file of this name; {nearest(name, known)}")
            continue
        _read_record(loaded, file, name, record, tokens)
    for name in FILES:
        if not (folder / name).is_file():
            loaded.faults.add(f"docs/data/{name}", 1, "", "the file is missing; restore it")
    releases = changelog.read(root / "CHANGELOG.md", root, loaded.faults)
    for rule in rules.ALL:
        rule.check(loaded)
    if loaded.faults:
        return None, loaded.faults

    def ordered(name: str) -> tuple:
        return tuple(sorted(loaded.folder(name).values(), key=lambda record: (getattr(record, "order", 0), record.id)))

    records = loaded.records
    return Handbook(
        company=records["company.yml"],
        interface=records["interface.yml"],
        confidentiality=records["confidentiality.yml"],
        channels=ordered("channels"),
        scenarios=tuple(sorted(ordered("scenarios"), key=lambda s: (s.audience != "internal", s.order, s.id))),
        procedures=tuple(sorted(ordered("procedures"), key=lambda p: p.id != "internal")),
        templates=tuple(sorted(ordered("templates"), key=lambda t: (t.audience != "internal", t.order, t.id))),
        glossary=records["glossary.yml"],
        phrases=records["phrases.yml"],
        response_times=records["response-times.yml"],
        mail_subjects=records["mail-subjects.yml"],
        file_names=records["file-names.yml"],
        abroad=records["working-abroad.yml"],
        releases=releases,
    ), loaded.faults


def dotted(location: tuple[str | int, ...]) -> str:
    """A location as an editor reads it: `("channels", 0, "because")` → `channels[0].because`."""
    text = ""
    for step in location:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def _record_type(name: str) -> type[BaseModel] | None:
    parent, _, base = name.rpartition("/")
    if not parent:
        return FILES.get(name)
    return FOLDERS.get(parent) if base.endswith(".yml") else None


def _read_company(loaded: Loaded, folder: Path) -> dict[str, Text] | None:
    """The tokens of the company profile, which every other text may use; None where the profile has faults."""
    file = folder / "company.yml"
    if not file.is_file():
        return None
    company = _read_record(loaded, file, "company.yml", Company, None)
    return company.tokens() if company else None


def _read_record(loaded: Loaded, file: Path, name: str, record: type[BaseModel],
                 tokens: dict[str, Text] | None) -> Any:
    read = source.read(file, loaded.root, loaded.faults)
    if read is None:
        return None
    loaded.sources[name] = read
    try:
        # By way of JSON, whose strict mode takes a list for a tuple, as an editor means it.
        value = record.model_validate_json(json.dumps(read.data), strict=True, context={"tokens": tokens})
    except ValidationError as error:
        for found in error.errors(include_url=False):
            location = _in_file(found["loc"], read.data)
            message = _explain(found, record, location)
            loaded.faults.add(read.path, read.line(location), dotted(location), message)
        return None
    loaded.records[name] = value
    return value


def _in_file(location: tuple[str | int, ...], data: Any) -> tuple[str | int, ...]:
    """The location as it stands in the file: pydantic also names the chosen type of a field, which is no key."""
    kept: list[str | int] = []
    for step in location:
        if isinstance(data, dict) and step not in data and data.get("type") == step:
            continue
        kept.append(step)
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            data = None
    return tuple(kept)


def _explain(found: dict[str, Any], record: type[BaseModel], location: tuple[str | int, ...]) -> str:
    """A fault that pydantic found, in words that say the value, what is wrong and what to do."""
    kind, value, last = found["type"], found["input"], location[-1] if location else ""
    shown = f"'{value}'" if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    shown = shown if len(shown) <= 60 else shown[:57] + "…"
    names = {"zh": "Chinese", "en": "English"}
    if kind == "extra_forbidden":
        return f"unknown key '{last}'; {nearest(str(last), _keys(record, location[:-1]))}"
    if kind == "missing":
        if last in names and _is_text(record, location[:-1]):
            return f"the {names[last]} translation is missing; add `{last}: …`"
        return f"is missing; add `{last}: …`"
    if value is None:
        if last in names:
            return f"the {names[last]} text is blank; write it"
        return "is blank; give it a value, or delete the line where it is optional"
    if kind == "value_error":
        reason = str(found["ctx"]["error"])
        return reason if not isinstance(value, str) or not value.strip() else f"{shown}: {reason}"
    wanted = {
        "string_type": "a text; put it in quotes",
        "int_type": "a whole number without quotes",
        "int_from_float": "a whole number",
        "bool_type": "true or false, without quotes",
        "tuple_type": "a list (lines that begin with `- `)",
        "model_type": "a mapping (`key: value` lines)",
        "model_attributes_type": "a mapping (`key: value` lines)",
        "dict_type": "a mapping (`key: value` lines)",
    }.get(kind)
    if kind in ("literal_error", "union_tag_invalid"):
        known = _literals(found)
        if kind == "union_tag_invalid":
            value = found["ctx"]["tag"]
        return f"'{value}' is not known here; {nearest(str(value), known)}"
    if kind == "union_tag_not_found":
        return "is missing its `type`; add one, such as `type: text`"
    if wanted:
        is_kind = "a list" if isinstance(value, list) else "a mapping" if isinstance(value, dict) else shown
        return f"{is_kind} stands where {wanted.split(';')[0]} belongs; write {wanted}"
    if kind == "string_pattern_mismatch":
        return f"{shown} has not the right form; it must match {found['ctx']['pattern']}"
    return f"{shown}: {found['msg'][:1].lower()}{found['msg'][1:]}"


def _literals(found: dict[str, Any]) -> list[str]:
    import re

    return re.findall(r"'([^']*)'", found["ctx"].get("expected") or found["ctx"].get("expected_tags") or "")


def _record_at(record: Any, location: tuple[str | int, ...]) -> list[type[BaseModel]]:
    """The record types that may stand at a location of a record type (several for the kinds of a field)."""
    found = _records_in(record)
    for step in location:
        if isinstance(step, int):
            continue
        inner = [model.model_fields[step] for model in found if step in model.model_fields]
        found = [model for info in inner for model in _records_in(info.annotation)]
    return found


def _records_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for argument in get_args(annotation) for model in _records_in(argument)]


def _keys(record: type[BaseModel], location: tuple[str | int, ...]) -> set[str]:
    return {name for model in _record_at(record, location) for name in model.model_fields}


def _is_text(record: type[BaseModel], location: tuple[str | int, ...]) -> bool:
    return Text in _record_at(record, location)
