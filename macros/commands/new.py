"""Lays down a new thing, such as a scenario: its data and, where it has written ones, both pages, from the patterns beside this file."""

from __future__ import annotations

from pathlib import Path

from ..model.base import LANGUAGES, is_kebab
from ..model.things import THINGS
from .line import PATTERNS


def lay_down(root: Path, kind: str, new_id: str) -> list[Path]:
    """Write the files of a new thing; `make check` then says what is still to be filled in.

    Args:
        root: the project's root.
        kind: of thing, one that has a pattern.
        new_id: its id.

    Returns:
        The files written.

    Raises:
        ValueError: where the id is not kebab-case.
        FileExistsError: where one of the files is there already; nothing is written then.
    """
    if not is_kebab(new_id):
        raise ValueError(f"'{new_id}' is no id; write small letters, digits and single hyphens, such as site-visit")
    thing = next(each for each in THINGS if each.name == kind)
    files = {root / "docs" / "data" / thing.folder / f"{new_id}.yml": PATTERNS / f"{kind}.yml"}
    for language in LANGUAGES if thing.page == "written" else ():
        own = PATTERNS / f"{kind}.{language}.md"
        files[root / "docs" / language / thing.folder / f"{new_id}.md"] = (
            own if own.is_file() else PATTERNS / f"thing.{language}.md"
        )
    for file in files:
        if file.exists():
            raise FileExistsError(f"{file.relative_to(root).as_posix()} is there already")
    for file, pattern in files.items():
        file.write_text(pattern.read_text(encoding="utf-8").replace("NEW-ID", new_id), encoding="utf-8")
    return list(files)
