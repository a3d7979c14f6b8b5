"""Whose turn it is: every thing that is read through now and then, with who answers for it and when it is due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from .base import Text
from .handbook import Handbook
from .things import BY_FOLDER

State = Literal["overdue", "due", "next", "later"]
"""Past its day, within 30 days, within 90 days, or later."""
_SOON, _NEXT = timedelta(days=30), timedelta(days=90)


@dataclass(frozen=True)
class Turn:
    """One thing and when it is read through next."""

    folder: str
    """The folder of its kind; blank for what is one file of its own, such as the glossary."""
    id: str
    """Its id, or the name of its file without the ending."""
    title: Text | None
    """None for what has no title of its own."""
    owner_id: str
    owner: Text
    reviewed: date
    due: date
    state: State


def turns(handbook: Handbook, today: date) -> tuple[Turn, ...]:
    """Everything that is reviewed, what is due first at the head."""
    return tuple(sorted(_turns(handbook, today), key=lambda turn: (turn.due, turn.folder, turn.id)))


def by_owner(found: tuple[Turn, ...]) -> dict[str, tuple[Turn, ...]]:
    """The same by the id of the role that answers for it, whose turn it is first at the head."""
    owners = dict.fromkeys(turn.owner_id for turn in found)
    return {owner: tuple(turn for turn in found if turn.owner_id == owner) for owner in owners}


def _turns(handbook: Handbook, today: date) -> Iterator[Turn]:
    for path, thing in handbook.reviews():
        folder, _, file = path.rpartition("/")
        title = BY_FOLDER[folder].title_of(thing) if folder else None
        yield Turn(
            folder=folder,
            id=file.removesuffix(".yml"),
            title=title,
            owner_id=thing.owner.role,
            owner=thing.owner,
            reviewed=thing.reviewed,
            due=thing.due,
            state=_state(thing.due, today),
        )


def _state(due: date, today: date) -> State:
    if due <= today:
        return "overdue"
    return "due" if due <= today + _SOON else "next" if due <= today + _NEXT else "later"
