"""What a company has instead of the handbook's own, and of which of ours it was made: `based_on`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ...model.base import Origin
from ..fingerprints import fingerprint_of
from ..markdown import FRONT_MATTER
from ..source import Source
from . import places
from .composed import Composed
from .laid import Laid
from .renames import BASED_ON

_IN_PAGE = re.compile(r"(?m)^\{## based_on: (?P<print>\w+) ##\}(?:\n|\Z)")
_IN_DATA = re.compile(r"(?m)^based_on: *[\"']?(?P<print>\w+)[\"']? *(?:#.*)?$")


@dataclass(frozen=True)
class Replaced:
    """A file of the company that takes the place of one of ours."""

    own: Path
    ours: Path
    based_on: str
    """The fingerprint of ours that it was made from; blank where it says nothing."""
    line: int

    @property
    def is_overtaken(self) -> bool:
        """Whether ours has changed since."""
        return self.based_on != fingerprint(self.ours)


def fingerprint(file: Path) -> str:
    """What tells one state of a file from another, whatever ends its lines."""
    return fingerprint_of(file.read_bytes().replace(b"\r\n", b"\n"))


def based_on(ours: Path) -> str:
    """What a file of ours says, with the mark of what it is, for the company to begin from."""
    text = ours.read_text(encoding="utf-8-sig")
    if ours.suffix == ".yml":
        return f'{BASED_ON}: "{fingerprint(ours)}"\n{text}'
    head = FRONT_MATTER.match(text)
    end = head.end() if head else 0
    return f"{text[:end]}{{## {BASED_ON}: {fingerprint(ours)} ##}}\n{text[end:]}"


def as_read(page: str) -> str:
    """A page as it reads, whatever it is based on."""
    return _IN_PAGE.sub("", page, count=1)


def replaced(root: Path) -> Iterator[Replaced]:
    """Every file of the company that takes the place of one of ours, or did when it was made."""
    company, renames = root / places.COMPANY, places.renames(root)
    for file in sorted(company.rglob("*")) if company.is_dir() else ():
        name = file.relative_to(company).as_posix()
        head, _, rest = name.partition("/")
        place, dot, ending = rest.rpartition(".")
        now = renames.leads[place] if place in renames.same else place
        ours = root / "docs" / f"{head}/{now}{dot}{ending}"
        within = name.startswith(("zh/", "en/")) or (name.startswith("data/") and name.count("/") > 1)
        if within and file.is_file():
            text = file.read_text(encoding="utf-8-sig", errors="replace")
            found = (_IN_DATA if name.endswith(".yml") else _IN_PAGE).search(text)
            line = text.count("\n", 0, found.start()) + 1 if found else 1
            if found or ours.is_file():
                yield Replaced(file, ours, found["print"] if found else "", line)


def notices(root: Path) -> Iterator[str]:
    """One line for each file of the company whose original has changed under it, or is gone."""
    for each in replaced(root):
        if not each.ours.is_file():
            own, ours = (file.relative_to(root).as_posix() for file in (each.own, each.ours))
            yield (
                f"{own}:{each.line}: {BASED_ON}: {ours} is gone from the handbook; delete this file, or this line, and what is "
                "left is yours alone"
            )
        elif each.is_overtaken:
            own, ours = (file.relative_to(root).as_posix() for file in (each.own, each.ours))
            why = (
                "has changed since"
                if each.based_on
                else "has the same name, and this file stands in its place without saying of which state it was made"
            )
            yield (
                f"{own}:{each.line}: {BASED_ON}: {ours} {why}; see how: git diff --no-index {own} {ours}, "
                f"then write {BASED_ON}: {fingerprint(each.ours)}"
            )


def without_mark(read: Source) -> Source:
    """A data file without the fingerprint, which is no part of what it says."""
    if BASED_ON not in read.data:
        return read
    return replace(read, data={key: value for key, value in read.data.items() if key != BASED_ON})


def origins(root: Path, laid: Laid) -> dict[str, Origin]:
    """Whose each thing and each term is, by folder and id."""
    found = {name.removesuffix(".yml"): _of_file(root, name, laid) for name in laid.files if "/" in name}
    glossary = laid.sources.get("glossary.yml")
    if isinstance(glossary, Composed):
        for location in glossary.own:
            entry = glossary.data.get("terms", [])[location[1]] if location[0] == "terms" and len(location) > 1 else {}
            found[f"glossary/{entry.get('id')}"] = "company" if location in glossary.fresh else "changed"
    return found


def _of_file(root: Path, name: str, laid: Laid) -> Origin:
    file = laid.files[name]
    if file.is_relative_to(root / places.DATA):
        return "changed" if name in laid.set_in else "handbook"
    return "changed" if (root / places.DATA / name).is_file() else "company"
