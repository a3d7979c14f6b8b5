"""Ids that a release gave another: where they went, and the company's files that stand under the old one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ...errors import Faults
from .. import source

REDIRECTS = "redirects.yml"
BASED_ON = "based_on"
"""The mark of a file that takes the place of one of ours."""


@dataclass(frozen=True)
class Renames:
    """Where ids went that nothing has any more."""

    leads: Mapping[str, str] = field(default_factory=dict)
    """By folder and id, or the place of a page: `scenarios/absence`, `glossary/to-do`, `reference/seals`."""
    same: frozenset[str] = frozenset()
    """Those that are the same thing under another id."""

    def named(self, path: str) -> tuple[str, str]:
        """The old place that a path of ids is or goes through, and the path with the new one; both blank where there is none."""
        steps = path.split("/")
        for old, new in self.leads.items():
            folder, _, ident = old.partition("/")
            at = 2 if steps[:2] == [folder, "terms"] else 1  # a term may be named without its list
            if path == old or steps[:1] + steps[at : at + 1] == [folder, ident]:
                now = "/".join((*steps[:at], new.partition("/")[2], *steps[at + 1 :]))
                return old, new if path == old else now
        return "", ""

    def files(self, found: Mapping[str, Path], company: Path) -> dict[str, Path]:
        """Files by name, those of the company under the names that what they take the place of has now.

        Args:
            found: by name, such as `scenarios/absence.yml` or `zh/reference/seals.md`.
            company: the folder of the company's layer.
        """
        now = dict(found)
        for name, file in found.items():
            language = f"{name.partition('/')[0]}/" if name.endswith(".md") else ""
            place, dot, ending = name.removeprefix(language).rpartition(".")
            taken = f"{language}{self.leads.get(place, '')}{dot}{ending}"
            if place in self.same and file.is_relative_to(company) and not _is_of(company, now.get(taken)):
                del now[name]
                now[taken] = file
        return now


def read(data: Path, company: Path) -> Renames:
    """What the handbook says went, where a company has a layer that may still name it.

    Args:
        data: the folder of the handbook's data.
        company: the folder of the company's layer.
    """
    file = data / REDIRECTS
    found = source.read(file, data, Faults()) if company.is_dir() and file.is_file() else None
    entries = found.data.get("redirects") if found else None
    leads, same = {}, set[str]()
    for each in entries if isinstance(entries, list) else ():
        old, new = (each.get(key) if isinstance(each, dict) else None for key in ("old", "new"))
        if isinstance(old, str) and isinstance(new, str) and "#" not in old + new:
            is_same = each.get("renamed") is True
            if not _is_their_own(company, old, is_same=is_same):
                leads[old] = new
                same |= {old} if is_same else set()
    return Renames(leads, frozenset(same))


def _is_of(folder: Path, file: Path | None) -> bool:
    return file is not None and file.is_relative_to(folder)


def _is_their_own(company: Path, place: str, *, is_same: bool) -> bool:
    """Whether the company has something of its own under an id that went, so that what names the id means that: one that took the
    place of ours is, once ours is gone; where ours goes on under another id, theirs goes with it."""
    if place.startswith("contacts/"):  # which each company has from the sample
        return not is_same and (company / f"{place}.yml").is_file()
    files = (company / "data" / f"{place}.yml", *(company / each / f"{place}.md" for each in ("zh", "en")))
    there = [file for file in files if file.is_file()]
    if not is_same:
        return bool(there)
    return any(BASED_ON not in file.read_text(encoding="utf-8", errors="replace") for file in there)
