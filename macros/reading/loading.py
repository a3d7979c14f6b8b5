"""Data files → the model: reads everything in `docs/data/`, and reports every fault within a file."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from ..errors import closest, nearest
from ..model.abroad import Abroad
from ..model.accessibility import Accessibility
from ..model.base import Text
from ..model.browsers import Browsers
from ..model.cast import Cast
from ..model.changes import Release
from ..model.chooser import Chooser
from ..model.company import Company
from ..model.confidentiality import Confidentiality
from ..model.decisions import Decisions
from ..model.facts import Released
from ..model.glossary import Glossary
from ..model.handbook import Handbook, file_of
from ..model.home import Home
from ..model.interface import Interface
from ..model.naming import NamingRule
from ..model.phrases import PhraseBank
from ..model.practice import Practice
from ..model.redirects import Redirects
from ..model.response_times import ResponseTimes
from ..model.search import Search, Synonyms
from ..model.standing import LegalClocks, Retention, Sentences
from ..model.terms import Terms
from ..model.things import THINGS
from ..model.tokens import TokenWords, tokens_of
from . import brand, changelog, own_forms, people, source, strays, value_faults
from .layer import places
from .layer.own import origins, without_mark
from .layer.places import misplaced
from .loaded import Loaded

FILES: dict[str, type[BaseModel]] = {
    "accessibility.yml": Accessibility,
    "browsers.yml": Browsers,
    "cast.yml": Cast,
    "chooser.yml": Chooser,
    "company.yml": Company,
    "confidentiality.yml": Confidentiality,
    "decisions.yml": Decisions,
    "file-names.yml": NamingRule,
    "glossary.yml": Glossary,
    "home.yml": Home,
    "interface.yml": Interface,
    "legal-clocks.yml": LegalClocks,
    "mail-subjects.yml": NamingRule,
    "phrases.yml": PhraseBank,
    "practice.yml": Practice,
    "redirects.yml": Redirects,
    "response-times.yml": ResponseTimes,
    "retention.yml": Retention,
    "search.yml": Search,
    "sentences.yml": Sentences,
    "synonyms.yml": Synonyms,
    "terms.yml": Terms,
    "tokens.yml": TokenWords,
    "working-abroad.yml": Abroad,
}
"""Single files below `docs/data/`, and what each holds."""

FOLDERS: dict[str, type[BaseModel]] = {thing.folder: thing.record for thing in THINGS}
"""Folders below `docs/data/` with one file a thing, named `<id>.yml`."""

NOT_DATA = {places.TRANSLATED, places.RELEASED}
"""Files below `docs/data/` that the commands write themselves (see `reading/agreed.py` and `model/facts.py`)."""


_FIRST = ("tokens.yml", "company.yml", "sentences.yml")
"""Files that are read before the others, since they give the tokens that stand in texts of the others."""


def load(root: Path, without: frozenset[str] = frozenset()) -> Loaded:
    """Read all data of a project; what is wrong within one file is among the faults, what concerns several is not yet.

    Args:
        root: the project's root, which holds `docs/data/` and `CHANGELOG.md`.
        without: paths that the company sets, and that are passed over.
    """
    loaded = Loaded(root, without=without)
    tokens = _read_tokens(loaded)
    for name, file in loaded.files.items():
        if name in NOT_DATA or name in _FIRST or strays.is_stray(Path(name)):
            continue
        record = _record_type(name)
        if record is None:
            own = file.name.partition(".")[0]
            close = closest(name, [*FILES, *(f"{parent}/{own}.yml" for parent in FOLDERS)])
            known = [*FILES, *(f"{parent}/<id>.yml" for parent in FOLDERS)]
            hint = f"did you mean '{close}'?" if close else nearest("", known)
            loaded.faults.add(file.relative_to(root).as_posix(), 1, "file", f"nobody reads a file of this name; {hint}")
            continue
        _read_record(loaded, file, name, record, tokens)
    for path, message in misplaced(root):
        loaded.faults.add(path, 1, "file", message)
    for name in FILES:
        if name not in loaded.files:
            loaded.faults.add(loaded.place(name), 1, "file", "is missing; restore it")
    loaded.releases = _read_releases(loaded)
    loaded.released = _read_released(loaded)
    loaded.own_forms = own_forms.check(loaded)
    loaded.people = people.read(loaded)
    loaded.brand = brand.read(root, loaded.faults)
    return loaded


def handbook_of(loaded: Loaded) -> Handbook:
    """The model of data that were found without a fault."""
    files = {each.name: file_of(each.name) for each in fields(Handbook)}
    single = {name: loaded.records[file] for name, file in files.items() if file in FILES}
    return Handbook(
        things={thing.folder: tuple(sorted(loaded.folder(thing.folder).values(), key=thing.key)) for thing in THINGS},
        **{**single, "redirects": _in_force(loaded)},
        releases=loaded.releases,
        released=loaded.released,
        own_forms=loaded.own_forms,
        people=loaded.people,
        brand=loaded.brand,
        origins=origins(loaded.root, loaded.laid),
        left_out=frozenset(loaded.laid.gone.get("pages", ())),
    )


def _in_force(loaded: Loaded) -> Redirects:
    """The redirects of what is gone: where a company still has something of its own under the id, nothing leads on."""
    there = loaded.places()
    return Redirects(
        redirects=tuple(each for each in loaded.records["redirects.yml"].redirects if each.old not in there)
    )


def _record_type(name: str) -> type[BaseModel] | None:
    parent, _, base = name.rpartition("/")
    if not parent:
        return FILES.get(name)
    return FOLDERS.get(parent) if base.endswith(".yml") else None


def _read_tokens(loaded: Loaded) -> dict[str, Text] | None:
    """What every other text may use: the names of the company profile, and the sentences that have a fixed wording.

    Returns:
        The tokens, or None where a file that gives them has faults.
    """
    words, company = (_read_first(loaded, name, {}) for name in _FIRST[:2])
    if words is None or company is None:
        return None
    tokens = tokens_of(company, words)
    sentences = _read_first(loaded, _FIRST[2], tokens)
    return None if sentences is None else {**tokens, **sentences.tokens()}


def _read_first(loaded: Loaded, name: str, tokens: dict[str, Text]) -> Any:
    file = loaded.files.get(name)
    return _read_record(loaded, file, name, FILES[name], tokens) if file else None


def _read_releases(loaded: Loaded) -> tuple[Release, ...]:
    file = loaded.root / "CHANGELOG.md"
    if not file.is_file():
        loaded.faults.add("CHANGELOG.md", 1, "file", "is missing; restore it")
        return ()
    text = source.decode(file, loaded.root, loaded.faults)
    releases = () if text is None else changelog.read(text, "CHANGELOG.md", loaded.faults)
    return changelog.for_readers(releases) if (loaded.root / places.COMPANY).is_dir() else releases


def _read_released(loaded: Loaded) -> Released | None:
    """The facts of the last releases; None where none are kept, or not as they should be."""
    file, name = places.released(loaded.root), places.RELEASED
    found: Released | None = _read_record(loaded, file, name, Released, {}) if file.is_file() else None
    # What was said once is held against no rule on how things are said.
    for kept in (loaded.sources, loaded.records):
        kept.pop(name, None)
    return found


def _read_record(loaded: Loaded, file: Path, name: str, record: type[BaseModel], tokens: dict[str, Text] | None) -> Any:
    read = source.read(file, loaded.root, loaded.faults)
    if read is None:
        return None
    read = without_mark(loaded.laid.sources.get(name, read))
    loaded.sources[name] = read
    data = own_forms.completed(read.data, file) if own_forms.is_form(file) else read.data
    try:
        # By way of JSON, whose strict mode takes a list for a tuple, as an editor means it.
        value = record.model_validate_json(json.dumps(data), strict=True, context={"tokens": tokens})
    except ValidationError as error:
        for location, message in value_faults.explain(error, record, read):
            loaded.fault(name, location, message)
        return None
    loaded.records[name] = value
    return value
