"""The company's profile with the departments and roles of a later release: it need not name them before the next one builds."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from ...errors import Faults
from ...model.languages import ALL
from .. import source
from ..source import Location, Source
from . import places
from .composed import Composed

_NAMED = ("departments", "roles")
"""What texts name by id."""
SAID = ("name", "department")
"""What holds of a role anywhere; how to reach it, only the company can say."""
KEPT = "roles-of-"
"""Before the id of a department, in `decided`: its roles keep their names, whatever the department is called."""
_AS_GOOD_AS = 0.75
"""How alike two ids are of which one is the other with a slip: `legall` and `legal` are, `product` and `production` are two things."""


def completed(root: Path) -> Source | None:
    """The company's profile with what it does not name; None where it names all, or is not there."""
    both = _both(root)
    lacking = list(_lacking(*both)) if both else []
    if not both or not lacking:
        return None
    own, sample = both
    data = dict(own.data)
    pairs = {pair[0].value: pair for pair in own.tree.value}
    samples = {pair[0].value: {each[0].value: each for each in pair[1].value} for pair in _parts(sample)}
    at: dict[Location, tuple[Source, Location]] = {}
    for part, ident in lacking:
        theirs = sample.data[part][ident]
        said = theirs if part == "departments" else {key: theirs[key] for key in SAID if key in theirs}
        data[part] = {**data[part], ident: said}
        key, node = pairs[part]
        inner = [*node.value, samples[part][ident]]
        pairs[part] = key, yaml.MappingNode(node.tag, inner, node.start_mark, node.end_mark)
        at[part, ident] = sample, (part, ident)
    tree = yaml.MappingNode(own.tree.tag, list(pairs.values()), own.tree.start_mark, own.tree.end_mark)
    return Composed(own.path, data, tree, own=at)


def notices(root: Path) -> Iterator[str]:
    """A line for each department and role that the company's profile does not name."""
    both = _both(root)
    if not both:
        return
    own, sample = both
    for part, ident in _lacking(own, sample):
        yield (
            f"{own.path}:{own.line((part,))}: {part}: '{ident}' is not named here, so texts call it as the sample company does; "
            f"copy its line from {places.SAMPLE}/{places.PROFILE}, and give it your own name"
        )


def still_named_after(root: Path) -> Iterator[str]:
    """A line for each department that the company calls otherwise, while roles bear the sample company's name of it.

    None where the company has decided that they keep it (`KEPT` in `decided`).
    """
    both = _both(root)
    roles = [read.data.get("roles") for read in both] if both else []
    departments = [read.data.get("departments") for read in both] if both else []
    if not both or not all(isinstance(each, dict) for each in (*roles, *departments)):
        return
    said = both[0].data.get("decided")
    decided = said if isinstance(said, list) else []
    for ident, theirs in departments[1].items():
        ours = departments[0].get(ident)
        if f"{KEPT}{ident}" in decided:
            continue
        left = {
            role: name
            for role, entry in roles[1].items()
            if isinstance(own := roles[0].get(role), dict)
            and own.get("department") == ident
            and (name := _named_after(own.get("name"), entry.get("name"), ours, theirs))
        }
        if left:
            where = min((both[0].line(("roles", role)), role) for role in left)
            yield (
                f"{both[0].path}:{where[0]}: roles: '{ident}' is called otherwise than the sample company's, but its roles "
                f"are still named after that one: '{_SEPARATED.join(f'{role}: {name}' for role, name in left.items())}'; "
                f"give them names of your own too, or, where they keep these, add `{KEPT}{ident}` to `decided`, at the end of {both[0].path}"
            )


_SEPARATED = "', '"
_KIND_OF_DEPARTMENT = re.compile(r"[部组处科室]$")


def _named_after(name: Any, sample: Any, department: Any, samples: Any) -> str:
    """The name of a role in which that of the sample company's department still stands; blank where none does."""
    if not all(isinstance(each, dict) for each in (name, sample, department, samples)):
        return ""
    for language in ALL:
        told, called = name.get(language), samples.get(language)
        renamed = department.get(language, department.get("same")) not in (None, called)
        word = _KIND_OF_DEPARTMENT.sub("", called or "").lower()
        if (
            told
            and told == sample.get(language)
            and renamed
            and re.search(rf"(?<![a-z]){re.escape(word)}(?![a-z])", told.lower())
        ):
            return str(told)
    return ""


def misspelt(root: Path) -> dict[tuple[str, str], str]:
    """Departments and roles of the company that the handbook knows none of, each with the one that it lacks and is as good as spelt so."""
    both = _both(root)
    if not both:
        return {}
    own, sample = both
    lacking = list(_lacking(own, sample))
    meant = {}
    for part in {part for part, _ in lacking}:
        known = [ident for other, ident in lacking if other == part]
        for ident in own.data[part].keys() - sample.data[part].keys():
            alike = [each for each in known if abs(len(each) - len(ident)) <= 1]
            if close := difflib.get_close_matches(ident, alike, n=1, cutoff=_AS_GOOD_AS):
                meant[part, ident] = close[0]
    return meant


def _both(root: Path) -> tuple[Source, Source] | None:
    files = [root / layer / places.PROFILE for layer in (places.COMPANY, places.SAMPLE)]
    own, sample = (source.read(file, root, Faults()) if file.is_file() else None for file in files)
    return (own, sample) if own and sample else None


def _parts(read: Source) -> list[tuple[yaml.Node, yaml.Node]]:
    return [pair for pair in read.tree.value if pair[0].value in _NAMED]


def _lacking(own: Source, sample: Source) -> Iterator[tuple[str, str]]:
    for part in _NAMED:
        ours, theirs = own.data.get(part), sample.data.get(part)
        if isinstance(ours, dict) and isinstance(theirs, dict):
            yield from ((part, ident) for ident in theirs if ident not in ours)
