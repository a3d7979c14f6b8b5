"""What of a form of the company's own can be filled in, a line each, as `macros check` lists it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ..model.handbook import Handbook
from ..model.own_form import OwnForm
from ..reading.layer import places

_MOST_SAID = 12
"""How many names a notice lists."""
_FILLED = "it is filled in on its page, and read back from a filled file"
_WITHOUT_MARKS = "it is filled in on its page; a filled file is read back but for what stands in marks such as {{name}}"
_NOT_BACK = "it is filled in on its page, and not read back from a filled file"


def notices(root: Path, handbook: Handbook) -> Iterator[str]:
    """One line for each form of the company's own: what of it bears a name, or that nothing does."""
    folder = f"{places.layer_of(root).relative_to(root).as_posix()}/{places.FORMS}"
    for template in handbook.templates:
        if template.file is not None:
            form = handbook.own_forms[template.id]
            way = _way(form) if form.sections else "it is offered as it is"
            yield f"{folder}/{template.id}.yml:1: file: {template.file} {'; '.join((*_said(form), way))}"


def _way(form: OwnForm) -> str:
    if not form.reads_back:
        return _NOT_BACK
    return _WITHOUT_MARKS if any(at.get("marked") for place in form.found.places for at in place.where) else _FILLED


def _said(form: OwnForm) -> Iterator[str]:
    found = form.found
    if found.closed:
        yield found.closed
        return
    if found.places:
        yield f"names {len(found.places)} places: {_listed(found.names)}"
    elif not found.unnamed and not found.left:
        yield "has no place that bears a name"
    if form.bare:
        yield f"`places` gives no label to {_listed(form.bare)}"
    if found.unnamed:
        yield f"{found.unnamed} places bear no name, so give each a tag"
    by_reason: dict[str, list[str]] = {}
    for left in found.left:
        by_reason.setdefault(left.why, []).append(left.name)
    for reason, names in by_reason.items():
        yield f"left as they are, since each {reason}: {_listed(names)}"


def _listed(names: Sequence[str]) -> str:
    rest = len(names) - _MOST_SAID
    return ", ".join(names[:_MOST_SAID]) + (f" and {rest} more" if rest > 0 else "")
