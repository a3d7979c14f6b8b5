"""What a company may write where a place cannot do without a channel that it leaves out: as many lines as leave nothing to mend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..source import Location, Source
from .paths import entries, names_of, value_at

LEAST = 2
"""How many channels a scenario must have."""
_NUMBER = {"phone": "phone", "email": "mail"}
"""Channels by which nobody is reached without an address, each with what of a role gives it."""


def calls_in_a_crisis(sources: Mapping[str, Source]) -> bool:
    """Whether somebody is to be called in a crisis, so that nobody can do without the phone."""
    return any(read.data.get("crisis") for name, read in sources.items() if name.startswith("contacts/"))


def needed(name: str, read: Source, location: Location, sources: Mapping[str, Source], gone: Iterable[str]) -> str:
    """The lines below `set` that say what stands at a place instead; where nothing is fit, one with a blank.

    Args:
        name: the file's.
        read: what it holds.
        location: where the channel stands that is left out.
        sources: all files of the handbook, by name.
        gone: every channel that is left out.
    """
    try:
        return "`, `".join(_lines(name, read, location, sources, gone))
    except (AttributeError, KeyError, TypeError):  # a file is not of the form it must be, which the model reports
        return f"{_path(name, read, location)}: …"


def _lines(
    name: str, read: Source, location: Location, sources: Mapping[str, Source], gone: Iterable[str]
) -> list[str]:
    holder = value_at(read.data, location[:-1])
    left = [
        ident
        for each in sources
        if each.startswith("channels/")
        and (ident := each.removeprefix("channels/").removesuffix(".yml")) not in {*gone}
    ]
    if location[-1] != "channel":
        return [f"{_path(name, read, location)}: …"]
    if name == "chooser.yml":
        return _row(name, read, location, holder, sources, left)
    if name.startswith("contacts/"):
        return _reach(name, read, location, holder, sources, left)
    before = sum(entry["channel"] not in left for entry in read.data["channels"][: int(location[-2])])
    return [f"{_path(name, read, location)}: {_other(read.data, sources, left, before)}"]


def _other(scenario: Any, sources: Mapping[str, Source], left: list[str], before: int = 0) -> str:
    """A channel that a scenario may have besides its own, and besides those that stand for as many left out `before`."""
    beside = {entry.get("channel") for entry in scenario.get("channels", ())}
    fit = [each for each in _timed(sources, left, {scenario.get("urgency")}) if each not in beside]
    return fit[before] if before < len(fit) else "…"


def _begins(scenario: Any, sources: Mapping[str, Source], left: list[str]) -> str:
    """The first channel of a scenario, as it is when all is settled."""
    channels = [entry.get("channel") for entry in scenario.get("channels", ())]
    if sum(each in left for each in channels) < LEAST:
        return str(channels[0]) if channels[0] in left else _other(scenario, sources, left)
    return str(next(each for each in channels if each in left))


def _row(
    name: str, read: Source, location: Location, row: Any, sources: Mapping[str, Source], left: list[str]
) -> list[str]:
    """A row of the chooser begins as its scenarios do, and has no second choice that is the first."""
    second = (row.get("runner_up") or {}).get("channel")
    begins = {
        each: _begins(scenario.data, sources, left)
        for each in row.get("scenarios", ())
        if (scenario := sources.get(f"scenarios/{each}.yml"))
    }
    urgencies, levels = (_answers(read.data, row, what) for what in ("urgency", "level"))
    fit = _timed(sources, left, set() if row.get("outside_time") else urgencies)
    fit = [each for each in fit if levels <= {*sources[f"channels/{each}.yml"].data.get("carries", ())}]
    first = next((each for each in (*begins.values(), second, *fit) if each in fit), "…")
    found = {"channel": first} | ({"runner_up": "null"} if first == second else {})
    if otherwise := [each for each, channel in begins.items() if channel != first]:
        found["scenarios"] = f"[{', '.join(each for each in begins if each not in otherwise)}]"
        found["see_also"] = f"[{', '.join(dict.fromkeys((*row.get('see_also', ()), *otherwise)))}]"
    return [f"{_path(name, read, (*location[:-1], key))}: {value}" for key, value in found.items()]


def _reach(
    name: str, read: Source, location: Location, way: Any, sources: Mapping[str, Source], left: list[str]
) -> list[str]:
    """Whoever is asked is reached where there is an address; that of the other channel is none of this one."""
    profile = sources.get("company.yml")
    roles = profile.data.get("roles") if profile else None
    role = roles.get(read.data.get("role")) if isinstance(roles, dict) else None
    fit = _timed(sources, left, {(read.data.get("answer") or {}).get("urgency")} - {None})
    fit.sort(key=lambda each: each not in _NUMBER)  # who to ask is told by a number or an address first
    known = role if isinstance(role, dict) else {}
    first = next((each for each in fit if each not in _NUMBER or known.get(_NUMBER[each])), "…")
    beside = [f"{_path(name, read, (*location[:-1], 'address'))}: null"] if "address" in way else []
    return [f"{_path(name, read, location)}: {first}", *beside]


def _timed(sources: Mapping[str, Source], left: list[str], urgencies: set[Any]) -> list[str]:
    """Channels with an answer time at each urgency, in the order of the response times."""
    read = sources.get("response-times.yml")
    rows = [row for row in (read.data.get("times") or () if read else ()) if isinstance(row, dict)]
    times = {(row.get("channel"), row.get("urgency")) for row in rows}
    order = dict.fromkeys(each for row in rows if (each := row.get("channel")) in left)
    return [str(each) for each in order if all((each, urgency) in times for urgency in urgencies)]


def _answers(data: Any, row: Any, what: str) -> set[Any]:
    """Which urgencies, or levels of confidentiality, a row may be met with."""
    return set(_of_answers(data, row, what))


def _of_answers(data: Any, row: Any, what: str) -> Iterator[Any]:
    for question in data.get("questions", ()):
        given = {answer.get("id"): answer[what] for answer in question.get("answers", ()) if answer.get(what)}
        for case in row.get("when", ()) if given else ():
            yield from (given[each] for each in case.get(question.get("id"), given) if each in given)


def _path(name: str, read: Source, location: Location) -> str:
    """The path of a place; of one that is not there, beside its neighbours."""
    holder = value_at(read.data, location[:-1])
    steps = next(each for each, at in entries(read.data) if at == location[:-1])
    last = location[-1]
    named = names_of(holder[last]) if isinstance(holder, list) and isinstance(last, int) else ()
    return "/".join((name.removesuffix(".yml"), *steps, *(named or (str(last),))))
