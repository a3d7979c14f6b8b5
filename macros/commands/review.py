"""Records that things were read through today: in their own file, or in the company's changes where the file is the handbook's."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from ..console import in_words, said
from ..errors import nearest
from ..model.handbook import Handbook
from ..model.reviewing import Turn, turns
from ..reading.layer import places
from ..reading.writing import write
from . import changes_file, finding

_REVIEWED = re.compile(r"(?m)^(reviewed: *)[^\s#]+")


def record(root: Path, handbook: Handbook, ids: list[str], owner: str, today: date) -> list[str]:
    """Set `reviewed` to a day.

    Args:
        root: the project's root.
        handbook: the model.
        ids: of what was read through, with its folder or without; all of the owner's where none is named.
        owner: the id of a role, to take only what it answers for; blank for whoever's.
        today: the day.

    Returns:
        A line for each, with its place.

    Raises:
        finding.NotFound: an id or a role that there is not, or an id that two things have.
        changes_file.NotWritable: the company's changes must be written by hand.
    """
    known = turns(handbook, today)
    if owner and owner not in handbook.company.roles:
        raise finding.NotFound(said("not_found", what=owner, hint=in_words(nearest(owner, handbook.company.roles))))
    meant = [_meant(known, each) for each in ids] or list(known)
    chosen = sorted({_path(turn) for turn in meant if owner in ("", turn.owner_id)})
    written, values = [], {}
    for path in chosen:
        file = places.data_files(root)[f"{path}.yml"]
        if (root / places.COMPANY).is_dir() and not file.is_relative_to(root / places.COMPANY):
            values[f"{path}/reviewed"] = today.isoformat()
            continue
        text = file.read_text(encoding="utf-8-sig")
        found = _REVIEWED.search(text)
        if found:
            write(file, _REVIEWED.sub(rf"\g<1>{today}", text, count=1))
            line = text.count("\n", 0, found.start()) + 1
            written.append(f"{file.relative_to(root).as_posix()}:{line}: reviewed: {today}")
    lines = changes_file.set_values(root, values) if values else []
    changes = f"{places.COMPANY}/{places.CHANGES}"
    return [*written, *(f"{changes}:{line}: {path}: {today}" for line, path in zip(lines, values, strict=True))]


def _path(turn: Turn) -> str:
    return f"{turn.folder}/{turn.id}" if turn.folder else turn.id


def _meant(known: tuple[Turn, ...], ident: str) -> Turn:
    found = [turn for turn in known if ident in (_path(turn), turn.id)]
    if len(found) == 1:
        return found[0]
    if found:
        raise finding.NotFound(said("which_one", what=ident, found=", ".join(map(_path, found))))
    raise finding.NotFound(said("not_found", what=ident, hint=in_words(nearest(ident, [*map(_path, known)]))))
