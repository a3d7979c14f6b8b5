"""What the sample company learnt with a release: contacts, roles and departments, which a company that has its own takes over itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..errors import Faults
from ..reading import source
from ..reading.fingerprints import of_value
from ..reading.layer import own, places
from ..reading.layer.profile import SAID

_PARTS = (places.CONTACTS, "roles", "departments")


def fingerprints(root: Path, layer: str = places.SAMPLE) -> dict[str, dict[str, str]]:
    """What a layer has of each kind: ids, each with what tells one state of it from another."""
    folder = root / layer
    found = {
        places.CONTACTS: {file.stem: own.fingerprint(file) for file in sorted((folder / places.CONTACTS).glob("*.yml"))}
    }
    file = folder / places.PROFILE
    read = source.read(file, root, Faults()) if file.is_file() else None
    for part in _PARTS[1:]:
        entries = read.data.get(part) if read else None
        found[part] = {
            str(ident): _said(entry) for ident, entry in (entries if isinstance(entries, dict) else {}).items()
        }
    return found


def look(root: Path, known: Any) -> Iterator[str]:
    """A line for each kind of which something is new, changed or gone.

    Args:
        root: the project's root, with a company's layer.
        known: what the last update recorded; nothing where an earlier version did, which did not look at the sample company.
    """
    now, ours = fingerprints(root), fingerprints(root, places.COMPANY)
    for part in _PARTS:
        place = f"{places.SAMPLE}/{part}/" if part == places.CONTACTS else f"{places.SAMPLE}/{places.PROFILE}"
        if not isinstance(known, dict):
            if ids := [each for each in now[part] if ours[part] and each not in ours[part]]:
                yield f"{part} that you have not: '{_list(ids)}'; take over what you need from {place}; this is said once"
            continue
        before = known.get(part)
        before = before if isinstance(before, dict) else {}  # where somebody edited the record after all
        if ids := [each for each in now[part] if each not in before and each not in ours[part]]:
            yield f"{part} that are new: '{_list(ids)}'; take over what your company has too from {place}"
        # What the company does without is no news when it changes or goes.
        both = [each for each in before if each in now[part] and each in ours[part]]
        if ids := [each for each in both if now[part][each] != before[each]]:
            yield f"{part} that have changed: '{_list(ids)}'; see in {place} whether yours should follow"
        if ids := [each for each in before if each not in now[part] and each in ours[part]]:
            yield f"{part} that are gone: '{_list(ids)}'; yours stay, and the handbook's own texts name them no longer"


def _list(ids: list[str]) -> str:
    return "', '".join(ids)


def _said(entry: Any) -> str:
    """What a role is; the sample company's numbers and addresses are nobody else's."""
    telling = {key: entry[key] for key in SAID if key in entry} if isinstance(entry, dict) else {}
    return of_value(telling or entry)
