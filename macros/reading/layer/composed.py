"""A data file of the handbook after the company's changes; it still knows where each value was written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from ..source import Location, Source, dotted
from .paths import names_of

_BY_KEY = ("texts",)
"""Mappings whose entries stand each for itself, by their key: the words of the interface."""


@dataclass(frozen=True)
class Composed(Source):
    """What is left of a file, with the company's values in it."""

    changes: Source | None = None
    own: dict[Location, tuple[Source, Location]] = field(default_factory=dict)
    """Where the company's own values stand, each with the file and the place from which it comes."""
    fresh: frozenset[Location] = frozenset()
    """Entries of lists that are the company's own and no others instead of the handbook's."""
    told: frozenset[Location] = frozenset()
    """Places of which the company was told already that something else must stand there."""
    went: dict[Location, int] = field(default_factory=dict)
    """Where something went, by what held it, with the number of the pattern in `leave_out`."""

    def typed(self, location: Location) -> str | None:
        """The value as it was typed, by the company where it is theirs."""
        source, place = self._own(location)
        return source.typed(place) if source else super().typed(location)

    def remark(self, location: Location) -> str:
        """What YAML took for a remark in place of a value, by the company where it is theirs."""
        source, place = self._own(location)
        return source.remark(place) if source else super().remark(location)

    def written_in(self, location: Location) -> str:
        """The file in which a value was written, the company's where it is theirs."""
        source, _ = self._own(location)
        return source.path if source else self.path

    def where(self, location: Location, message: str) -> tuple[str, int, str, str]:
        """A fault's place: in the company's changes, where those brought it about."""
        source, place = self._own(location)
        if source:
            return source.where(place, message)
        if self.changes and (path := self._set_nearby(location)):
            said = f"with this, {self.path}:{self.line(location)} is not as it must be: {dotted(location)}: {message}"
            return self.changes.where(("set", path), said)
        for holder, number in self.went.items() if self.changes else ():
            if self.changes and _touches(location, holder):
                left = self.changes.typed(("leave_out", number))
                said = (
                    f"without '{left}', {self.path}:{self.line(location)} is not whole: {dotted(location)}: {message}"
                )
                return self.changes.path, self.changes.line(("leave_out", number)), f"leave_out[{number}]", said
        return super().where(location, message)

    def is_told(self, location: Location) -> bool:
        """Whether the place is one of those."""
        return location in self.told

    def is_own(self, location: Location) -> bool:
        """Whether what stands at a place is the company's."""
        return self._own(location)[0] is not None

    def is_dropped(self, location: Location) -> bool:
        """Whether the company set nothing to stand there."""
        return location in self.own and self.own[location][0] is self.changes

    def _set_nearby(self, location: Location) -> str:
        """The path of a value that the company set within a place, or in the same entry of a list; blank where there is none."""
        given = self.changes.data.get("set") or {} if self.changes else {}
        ends = [end for end, step in enumerate(location, 1) if isinstance(step, int)]
        near = location[: ends[-1]] if ends else location
        for at, (source, place) in self.own.items() if near else ():
            if source is self.changes and place[-1] in given and at[: len(near)] == near:
                return str(place[-1])
        return ""

    def _own(self, location: Location) -> tuple[Source | None, Location]:
        for at, (source, place) in self.own.items():
            if location[: len(at)] == at:
                return source, (*place, *location[len(at) :])
        return None, location


def _touches(location: Location, holder: Location) -> bool:
    shared = min(len(location), len(holder))
    return location[:shared] == holder[:shared]


def merge(read: Source, own: Source) -> Composed:
    """A file of the handbook with the company's entries: those of the same name take the place of ours, others come last.

    Args:
        read: the handbook's file.
        own: the company's file of the same name.
    """
    data, pairs = dict(read.data), {pair[0].value: pair for pair in read.tree.value}
    at: dict[Location, tuple[Source, Location]] = {}
    fresh: set[Location] = set()
    for key, node in own.tree.value:
        name, value = key.value, own.data[key.value]
        ours = data.get(name)
        if isinstance(ours, list) and isinstance(value, list):
            entries, nodes = list(ours), list(pairs[name][1].value)
            places = {names_of(entry): number for number, entry in enumerate(entries) if names_of(entry)}
            for number, entry in enumerate(value):
                place = places.get(names_of(entry), len(entries))
                entries[place : place + 1], nodes[place : place + 1] = [entry], [node.value[number]]
                at[name, place] = own, (name, number)
                if names_of(entry) not in places:
                    fresh.add((name, place))
            data[name] = entries
            pairs[name] = pairs[name][0], yaml.SequenceNode(node.tag, nodes, node.start_mark, node.end_mark)
        elif isinstance(ours, dict) and isinstance(value, dict) and name in _BY_KEY:
            inner = {pair[0].value: pair for pair in (*pairs[name][1].value, *node.value)}
            data[name] = {**ours, **value}
            pairs[name] = (
                pairs[name][0],
                yaml.MappingNode(node.tag, list(inner.values()), node.start_mark, node.end_mark),
            )
            at.update({(name, each): (own, (name, each)) for each in value})
        else:
            data[name], pairs[name] = value, (key, node)
            at[name,] = own, (name,)
    tree = yaml.MappingNode(read.tree.tag, list(pairs.values()), read.tree.start_mark, read.tree.end_mark)
    return Composed(read.path, data, tree, own=at, fresh=frozenset(fresh))


def compose(
    read: Source,
    changes: Source | None,
    gone: dict[Location, int],
    given: dict[str, tuple[Location, Any]],
    missed: set[Location],
) -> Composed:
    """A file after changes.

    Args:
        read: the file.
        changes: the company's changes; None where nobody wrote them, and what is given stands as if it had been written there.
        gone: places that go, each with the number of its pattern.
        given: the company's values by their path, each with its place in the file as it was.
        missed: places of which the company is told that something else must stand there.
    """
    renumbered = dict(_renumbered(read.data, (), (), gone))
    data, root = _without(read.data, read.tree, (), gone)
    at = {renumbered[place]: theirs for place, theirs in getattr(read, "own", {}).items() if place in renumbered}
    for path, (location, value) in given.items():
        above = renumbered.get(location[:-1])
        if above is not None and location not in gone:
            place = renumbered.get(location, (*above, location[-1]))
            _put(data, place, value)
            if changes:
                at[place] = changes, ("set", path)
    went = {renumbered[location[:-1]]: number for location, number in gone.items() if location[:-1] in renumbered}
    fresh = frozenset(renumbered[place] for place in getattr(read, "fresh", ()) if place in renumbered)
    told = frozenset(renumbered[place] for place in missed if place in renumbered)
    return Composed(read.path, data, root, changes, at, fresh, told, went)


def _without(data: Any, node: yaml.Node, location: Location, gone: dict[Location, int]) -> tuple[Any, yaml.Node]:
    """Data and their tree without some places, as copies."""
    if isinstance(data, dict):
        pairs = [pair for pair in node.value if (*location, pair[0].value) not in gone]
        parts = {
            pair[0].value: _without(data[pair[0].value], pair[1], (*location, pair[0].value), gone) for pair in pairs
        }
        tree = [(pair[0], parts[pair[0].value][1]) for pair in pairs]
        kept: yaml.Node = yaml.MappingNode(node.tag, tree, node.start_mark, node.end_mark)
        return {key: part for key, (part, _) in parts.items()}, kept
    if isinstance(data, list):
        each = [
            _without(entry, node.value[number], (*location, number), gone)
            for number, entry in enumerate(data)
            if (*location, number) not in gone
        ]
        kept = yaml.SequenceNode(node.tag, [part for _, part in each], node.start_mark, node.end_mark)
        return [part for part, _ in each], kept
    return data, node


def _renumbered(
    data: Any, old: Location, new: Location, gone: dict[Location, int]
) -> Iterator[tuple[Location, Location]]:
    """Each place that stays, as it was and as it is."""
    yield old, new
    if isinstance(data, dict):
        for key, part in data.items():
            if (*old, key) not in gone:
                yield from _renumbered(part, (*old, key), (*new, key), gone)
    elif isinstance(data, list):
        number = 0
        for before, entry in enumerate(data):
            if (*old, before) not in gone:
                yield from _renumbered(entry, (*old, before), (*new, number), gone)
                number += 1


def _put(data: Any, place: Location, value: Any) -> None:
    for step in place[:-1]:
        data = data[step]
    if value is None and isinstance(data, dict):
        data.pop(place[-1], None)  # so that it is as where nobody says it
    else:
        data[place[-1]] = value
