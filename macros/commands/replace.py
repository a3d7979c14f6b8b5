"""Copies a file of the handbook into the company's layer, where it takes the place of ours, with the fingerprint of ours."""

from __future__ import annotations

from pathlib import Path

from ..console import in_words, said
from ..errors import nearest
from ..model.languages import LANGUAGES
from ..reading.layer import own, places
from ..reading.writing import write_new
from . import finding


def replace(root: Path, path: str) -> list[Path]:
    """Copy a data file, or a page in both languages or in one.

    Args:
        root: the project's root.
        path: below `docs/`, such as `data/scenarios/absence.yml` or `zh/guide/scope.md`; a page without its language means both.

    Returns:
        What was written.

    Raises:
        finding.NotFound: there is no such file, or it is one whose entries the company changes one by one.
        FileExistsError: the company has one already; nothing is written then.
    """
    company = root / places.COMPANY
    if not company.is_dir():
        raise finding.NotFound(said("no_company"))
    wanted = path.removeprefix("docs/")
    if its_own := _own_already(root, wanted):
        raise finding.NotFound(said("replace_own", file=its_own))
    known = _replaceable(root)
    there = known | {f"data/{file.name}" for file in (root / places.DATA).glob("*.yml")}
    names = [name for name in (wanted, f"data/{wanted}") if name in there][:1]
    names = names or [name for each in LANGUAGES if (name := f"{each}/{wanted}") in there]
    if names and names[0].startswith("data/") and names[0] not in known:
        raise finding.NotFound(said("replace_entries", file=f"{places.COMPANY}/{names[0]}"))
    if not names or not known.issuperset(names):
        raise finding.NotFound(
            said("not_found", what=path, hint=in_words(nearest(f"docs/{wanted}", [f"docs/{each}" for each in known])))
        )
    files = {company / name: root / "docs" / name for name in names}
    for file in files:
        if file.exists():
            raise FileExistsError(said("is_there", file=file.relative_to(root).as_posix()))
    write_new({file: own.based_on(ours) for file, ours in files.items()})
    return list(files)


def _own_already(root: Path, wanted: str) -> str:
    """The file of the company, of a kind that the handbook has none of: its profile, a contact; blank where none is meant."""
    name = wanted.removeprefix("company/").removeprefix("sample/").removeprefix("data/")
    file = f"{places.COMPANY}/{name}"
    return file if places.is_own(name) and places.data_files(root).get(name) == root / file else ""


def _replaceable(root: Path) -> set[str]:
    """The files of the handbook that a company can have instead, below `docs/`."""
    data = (file for file in (root / places.DATA).glob("*/*.yml"))
    pages = (file for language in LANGUAGES for file in (root / "docs" / language).rglob("*.md"))
    return {file.relative_to(root / "docs").as_posix() for file in (*data, *pages)}
