"""Lays down a new thing, such as a scenario: its data and, where it has written ones, both pages, from the patterns beside this file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..checking.rules import portable_names
from ..errors import Faults, shortened
from ..model.base import is_kebab
from ..model.control import next_number
from ..model.languages import LANGUAGES
from ..model.things import THINGS
from ..reading import clock, source
from ..reading.layer import places
from ..reading.writing import write_new
from . import new_case
from .line import PATTERNS

_OVERVIEW = "index"
"""What the page is called that lists the things of a folder."""
OWN_FORM = "form"
"""What is said of a Word, Excel or PDF file of the company's own, which stands beside it: a template as any other."""


def lay_down(root: Path, kind: str, new_id: str) -> list[Path]:
    """Write the files of a new thing; `python -m macros check` then says what is still to be filled in.

    Args:
        root: the project's root.
        kind: of thing, one that has a pattern.
        new_id: its id.

    Returns:
        The files written.

    Raises:
        ValueError: where the id is not kebab-case, is that of an overview, or makes a name that not every system can hold; where a
            file that takes entries cannot take one.
        FileExistsError: where one of the files, or one of the handbook with this id, is there already; nothing is written then.
    """
    if not is_kebab(new_id):
        raise ValueError(f"'{new_id}' is no id; write small letters, digits and single hyphens, such as site-visit")
    if new_id == _OVERVIEW:
        raise ValueError(f"'{new_id}' is the overview of its folder; take another id")
    if kind == new_case.CASE:
        return [new_case.lay_down(root, new_id)]
    thing = next(each for each in THINGS if each.name == ("template" if kind == OWN_FORM else kind))
    data, pages = _folders(root, f"{thing.folder}/")
    at = places.layer_of(root) / places.FORMS if kind == OWN_FORM else data / thing.folder
    files = {at / f"{new_id}.yml": PATTERNS / f"{kind}.yml"}
    for language in LANGUAGES if thing.page == "written" else ():
        own = PATTERNS / f"{kind}.{language}.md"
        files[pages / language / thing.folder / f"{new_id}.md"] = (
            own if own.is_file() else PATTERNS / f"thing.{language}.md"
        )
    # Before anyone looks for it: of a name that is too long, a system does not even say that it is not there.
    there = [other for folder in {file.parent for file in files} if folder.is_dir() for other in folder.iterdir()]
    for path, message in portable_names.faults_of(each.relative_to(root).as_posix() for each in (*there, *files)):
        if root / path in files:
            raise ValueError(f"{shortened(path)}: {message}")
    for file in (*files, root / places.DATA / thing.folder / f"{new_id}.yml"):
        if file.exists():
            raise FileExistsError(f"{file.relative_to(root).as_posix()} is there already")
    write_new({file: _filled_in(root, pattern, new_id) for file, pattern in files.items()})
    return list(files)


def _filled_in(root: Path, pattern: Path, new_id: str) -> str:
    """The text of a pattern for a new thing."""
    text = pattern.read_text(encoding="utf-8").replace("NEW-ID", new_id)
    return _numbered(root, text) if "NEW-NUMBER" in text else text


def _numbered(root: Path, text: str) -> str:
    """A pattern with the next form number; without the line where the company's forms bear none."""
    said = {name: _data(root, file) for name, file in places.data_files(root).items() if _may_number(name)}
    if "document_control" not in said.get(places.PROFILE, {}):
        return "".join(line for line in text.splitlines(keepends=True) if "NEW-NUMBER" not in line)
    controls = [each["control"] for each in said.values() if isinstance(each.get("control"), dict)]
    taken = [number for control in controls if type(number := control.get("number")) is int]
    free = next_number(taken, is_own=(root / places.COMPANY).is_dir())
    return text.replace("NEW-NUMBER", str(free)).replace("TODAY", clock.today().isoformat())


def _may_number(name: str) -> bool:
    return name == places.PROFILE or name.startswith("templates/")


def _data(root: Path, file: Path) -> dict[str, Any]:
    """What a file says; of one with faults, which `check` tells, as much as can be read."""
    read = source.read(file, root, Faults()) if file.suffix == ".yml" else None
    return read.data if read else {}


def _folders(root: Path, name: str) -> tuple[Path, Path]:
    """Where data and pages of a new thing belong: in the company's layer where there is one, else in the handbook."""
    layer = places.layer_of(root)
    if places.is_own(name):
        return layer, layer
    is_company = layer == root / places.COMPANY
    return (layer / "data", layer) if is_company else (root / places.DATA, root / "docs")
