"""Lays down a new scenario or channel: its data and both pages, from the patterns in `macros/commands/patterns/`."""

from __future__ import annotations

from pathlib import Path

from ..model.base import LANGUAGES, is_kebab

PATTERNS = Path(__file__).parent / "patterns"


def lay_down(root: Path, kind: str, new_id: str) -> list[Path]:
    """Write the files of a new scenario or channel; `make check` then says what is still to be filled in.

    Args:
        root: the project's root.
        kind: `scenario` or `channel`.
        new_id: its id.

    Returns:
        The files written.

    Raises:
        ValueError: where the id is not kebab-case.
        FileExistsError: where one of the files is there already; nothing is written then.
    """
    if not is_kebab(new_id):
        raise ValueError(f"'{new_id}' is no id; write small letters, digits and single hyphens, such as site-visit")
    folder = f"{kind}s"
    files = {root / "docs" / "data" / folder / f"{new_id}.yml": PATTERNS / f"{kind}.yml"}
    for language in LANGUAGES:
        files[root / "docs" / language / folder / f"{new_id}.md"] = PATTERNS / f"{kind}.{language}.md"
    for file in files:
        if file.exists():
            raise FileExistsError(f"{file.relative_to(root).as_posix()} is there already")
    for file, pattern in files.items():
        file.write_text(pattern.read_text(encoding="utf-8").replace("NEW-ID", new_id), encoding="utf-8")
    return list(files)
