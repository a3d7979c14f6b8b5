"""What a row of the chooser says agrees with the rest of the data: scenarios, confidentiality, answer times."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..model.chooser import Chooser, Row
from ..source import Location

if TYPE_CHECKING:
    from ..loaded import Loaded
    from ..model.scenario import Scenario

_PATH = "chooser.yml"
Found = Iterator[tuple[Location, str]]
"""Where in the row a fault stands, and what is wrong."""


def check(loaded: Loaded) -> None:
    """Report rows that contradict a scenario that they name, a channel's limits, or the response times."""
    chooser = loaded.records.get(_PATH)
    if chooser is None:
        return
    scenarios = {scenario.id: scenario for scenario in loaded.folder("scenarios").values()}
    carries = {channel.id: channel.carries for channel in loaded.folder("channels").values()}
    channels, times = loaded.ids("channels"), loaded.records.get("response-times.yml")
    for number, row in enumerate(chooser.rows):
        found = [*_against_scenarios(chooser, row, scenarios), *_against_limits(chooser, row, carries)]
        if times is not None and {row.channel, *(time.channel for time in times.times)} <= channels:
            found += _against_times(chooser, row, times)
        for location, message in found:
            loaded.fault(_PATH, ("rows", number, *location), message)


def _against_scenarios(chooser: Chooser, row: Row, scenarios: dict[str, Scenario]) -> Found:
    for place, name in enumerate(row.scenarios):
        scenario = scenarios.get(name)
        if scenario is None:
            continue
        first = scenario.channels[0].channel
        urgencies, audiences = chooser.among(row, "urgency"), chooser.among(row, "audience")
        where, advice = ("scenarios", place), "make the two agree, or name it in `see_also`"
        if first != row.channel:
            yield where, f"the first channel of scenario '{name}' is '{first}', that of this row '{row.channel}'; {advice}"
        if scenario.urgency not in urgencies:
            yield where, f"scenario '{name}' is of urgency '{scenario.urgency}', this row never is; {advice}"
        for audience in audiences:
            if audience != scenario.audience:
                yield where, f"scenario '{name}' is {scenario.audience}, this row may be {audience}; {advice}"
        if scenario.outside_time != row.outside_time:
            yield where, (f"scenario '{name}' goes by the outside time '{scenario.outside_time or 'none'}', "
                          f"this row by '{row.outside_time or 'none'}'; {advice}")


def _against_limits(chooser: Chooser, row: Row, carries: dict[str, tuple[str, ...]]) -> Found:
    for location, channel in ((("channel",), row.channel), (("runner_up", "channel"), row.runner_up.channel)):
        for level in chooser.among(row, "level"):
            if channel in carries and level not in carries[channel]:
                yield location, (f"'{channel}' must not carry '{level}', with which this row may be met; "
                                 "choose another channel, or narrow `when`")


def _against_times(chooser: Chooser, row: Row, times) -> Found:
    if row.outside_time:
        return
    known = {urgency.id for urgency in times.urgencies}
    if not all(time.urgency in known for time in times.times):
        return  # the row that seems to be missing may be the one that names something unknown
    for urgency in chooser.among(row, "urgency"):
        if urgency in known and times.find(row.channel, urgency) is None:
            yield ("channel",), (f"no response time for channel '{row.channel}' at urgency '{urgency}'; "
                                 "add that row to docs/data/response-times.yml")
