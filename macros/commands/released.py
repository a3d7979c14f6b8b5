"""At a release: keeps its facts, against which the next one's are held. Nobody edits the file by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import yaml

from ..model.base import Record, Text
from ..model.facts import Fact, Released, State, facts_of
from ..model.handbook import Handbook
from ..reading.layer import places
from ..reading.writing import write

_HEAD = "# What people could go by at the last release, and at the one before. Written by `python -m macros released`; not edited by hand.\n"
_WIDE = 10**6
"""A fact stands on one line."""


def record(root: Path, handbook: Handbook, day: date) -> Path:
    """Write down the facts of the handbook as it is, and keep those of the release before.

    Args:
        root: the project's root.
        handbook: the model.
        day: on which it is released.

    Returns:
        The file that was written: the company's own, where it has a layer.
    """
    file, kept = places.released(root), handbook.released
    is_companys = file.is_relative_to(root / places.COMPANY)
    now = State(version=handbook.version, day=day.isoformat(), facts=facts_of(handbook))  # type: ignore[arg-type]  # a record reads its day from a text
    before = kept.before if kept else None
    # A company releases whenever it publishes, the handbook with each version; the same again replaces itself.
    if kept and ((kept.last.day < day) if is_companys else (kept.last.version != now.version)):
        before = kept.last
    write(file, _written(Released(last=now, before=before)))
    return file


def _written(released: Released) -> str:
    lines = [_HEAD]
    for name, state in (("last", released.last), ("before", released.before)):
        if state is None:
            continue
        lines.append(f"{name}:\n  version: {state.version}\n  day: {state.day.isoformat()}\n  facts:\n")
        for place, fact in sorted(state.facts.items()):
            said = yaml.safe_dump(
                _plain(fact), allow_unicode=True, default_flow_style=True, sort_keys=False, width=_WIDE
            )
            lines.append(f"    {place}: {said}")
    return "".join(lines)


def _plain(fact: Fact) -> dict[str, Any]:
    """A fact as data, without what it does not say."""
    said: dict[str, Any] = {}
    for key, value in fact:
        if isinstance(value, Text):
            said[key] = _text(value)
        elif isinstance(value, Record):
            said[key] = value.model_dump()
        elif value:
            said[key] = list(value)
    return said


def _text(text: Text) -> dict[str, str]:
    return {"same": text.zh} if text.zh == text.en else {"zh": text.zh, "en": text.en}
