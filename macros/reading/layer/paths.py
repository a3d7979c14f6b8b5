"""Paths of ids, by which the company's changes name what they mean: `checklists/absence`, `glossary/escalation`,
`response-times/times/email/normal/answer_within`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from typing import Any

from ...errors import closest, nearest
from ...model.things import BY_FOLDER
from ..source import Location, Source

_NAMED_BY = (("id",), ("channel", "urgency"), ("channel",), ("page",), ("occasion",), ("old",))
"""What an entry of a list is named by: the first of these that it has whole."""
_NUMBERED = re.compile(r"(.*)\[(\d+)\]")


def beginning(name: str) -> str:
    """What the paths within a data file begin with: `response-times` or `checklists/absence`."""
    return name.removesuffix(".yml")


def names_of(entry: Any) -> tuple[str, ...]:
    """What names an entry of a list, as steps of a path; nothing where nothing does."""
    if isinstance(entry, str):
        return (entry,)
    if isinstance(entry, dict):
        for keys in _NAMED_BY:
            if all(isinstance(entry.get(key), str) for key in keys):
                return tuple(entry[key] for key in keys)
    return ()


def entries(
    data: Any, location: Location = (), steps: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Location]]:
    """Everything in a file that has a path: its steps below the file's own, and where it stands."""
    if steps:
        yield steps, location
    if isinstance(data, dict):
        for key, part in data.items():
            yield from entries(part, (*location, str(key)), (*steps, str(key)))
    elif isinstance(data, list):
        for number, entry in enumerate(data):
            yield from entries(entry, (*location, number), (*steps, *(names_of(entry) or (str(number + 1),))))


def find(data: Any, steps: tuple[str, ...]) -> Location | None:
    """Where the value at some steps stands, or would stand as a further key of a mapping; None where nowhere."""
    location: Location = ()
    while steps:
        numbered = _NUMBERED.fullmatch(steps[0])
        if numbered:
            steps = (numbered[1], numbered[2], *steps[1:]) if numbered[1] else (numbered[2], *steps[1:])
        step, *rest = steps
        if isinstance(data, dict):
            if step in data:
                location, data, steps = (*location, step), data[step], tuple(rest)
                continue
            within = [(key, part) for key, part in data.items() if isinstance(part, list) and _entry(part, steps)]
            if len(within) == 1 and not location:
                location, data = (within[0][0],), within[0][1]
                continue
            return (*location, step) if not rest else None
        found = _entry(data, steps) if isinstance(data, list) else None
        if found is None:
            return None
        number, taken = found
        location, data, steps = (*location, number), data[number], steps[taken:]
    return location


def meant(data: Any, steps: tuple[str, ...], *, exact: bool) -> Iterator[Location]:
    """The places of a file that some steps mean. An entry of a list may be named without the list: `escalation` for `terms/escalation`.

    Args:
        data: what the file holds.
        steps: ids, or patterns such as `*` and `media-*`.
        exact: whether they are part of a path without any pattern.
    """
    if exact:
        found = find(data, steps)
        if found and stands(data, found):
            yield found
        return
    lists = [key for key, part in data.items() if isinstance(part, list)]
    for each, at in entries(data):
        # What a file says of itself, such as its owner, is none of its entries.
        if len(at) > 1 and (fits(steps, each) or (len(at) == 2 and at[0] in lists and fits(steps, each[1:]))):
            yield at


def _entry(entries: list[Any], steps: tuple[str, ...]) -> tuple[int, int] | None:
    """The entry of a list that some steps begin with, by number, and how many of them name it."""
    for number, entry in enumerate(entries):
        names = names_of(entry)
        if names and steps[: len(names)] == names:
            return number, len(names)
    return (int(steps[0]), 1) if steps[0].isdecimal() and int(steps[0]) < len(entries) else None


def way_to_one_less(name: str, data: Any, location: Location, value: Any) -> str:
    """The path of the first entry that a list at a place has, and that it has no more with another value; blank where it has all.

    Args:
        name: the file's.
        data: what it holds.
        location: the place.
        value: what the company wants there.
    """
    ours = value_at(data, location) if isinstance(value, list) and stands(data, location) else None
    kept = {names_of(entry) for entry in value} if isinstance(ours, list) else set()
    lost = next((names for names in map(names_of, ours or ()) if names and names not in kept), None)
    return "/".join((beginning(name), *map(str, location), *lost)) if lost else ""


def file_of(path: str, files: Mapping[str, Any]) -> tuple[str, tuple[str, ...]] | None:
    """The data file that a path leads into, by its name, and the steps that are left; None where there is no such file."""
    first, *rest = path.split("/")
    if first in BY_FOLDER and rest:
        first, rest = f"{first}/{rest[0]}", rest[1:]
    name = f"{first}.yml"
    return (name, tuple(rest)) if name in files else None


def nearest_path(path: str, into: tuple[str, tuple[str, ...]] | None, files: Mapping[str, Source]) -> str:
    """What to write instead of a path at which nothing is.

    Args:
        path: as the company wrote it.
        into: the file that it leads into, and the steps that are left; None where there is no such file.
        files: every data file by name.
    """
    if into is None:
        known = [beginning(name) for name in files]
        first = "/".join(path.split("/")[:2])
        return nearest(first if closest(first, known) else path.partition("/")[0], known)
    own = beginning(into[0])
    found = [steps for steps, _ in entries(files[into[0]].data)]
    # Who names a whole record is told the values next to it, not those within these.
    return nearest(path, ["/".join((own, *steps)) for steps in found if into[1] or len(steps) == 1])


def stands(data: Any, location: Location) -> bool:
    """Whether something stands at a place."""
    try:
        value_at(data, location)
    except (KeyError, IndexError, TypeError):
        return False
    return True


def value_at(data: Any, location: Location) -> Any:
    """What stands at a place of which is known that something does."""
    for step in location:
        data = data[step]
    return data


def without_room(given: Mapping[str, tuple[Location, Any]], location: Location) -> str | None:
    """The path of a value, among those with their places, within which another place lies that it has not; None where there is none."""
    return next(
        (
            path
            for path, (place, value) in given.items()
            if len(place) < len(location)
            and location[: len(place)] == place
            and not _takes(value, location[len(place) :])
        ),
        None,
    )


def _takes(data: Any, location: Location) -> bool:
    """Whether something can be put at a place: instead of what stands there, or as a further key of a mapping."""
    try:
        holder = value_at(data, location[:-1])
    except (KeyError, IndexError, TypeError):
        return False
    return isinstance(holder, dict) or (isinstance(holder, list) and location[-1] in range(len(holder)))


def fits(pattern: tuple[str, ...], steps: tuple[str, ...]) -> bool:
    """Whether a path is one of those that a pattern means."""
    return len(pattern) == len(steps) and all(map(fnmatchcase, steps, pattern))
