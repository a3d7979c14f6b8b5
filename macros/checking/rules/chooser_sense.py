"""What a row of the chooser says agrees with the rest of the data: scenarios, confidentiality, answer times."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.chooser import Chooser, Row
from ...model.confidentiality import Confidentiality
from ...model.response_times import ResponseTimes
from ...model.scenario import Scenario
from ...reading.loaded import Loaded
from ...reading.source import Location

_PATH = "chooser.yml"
Found = Iterator[tuple[Location, str]]
"""Where in the row a fault stands, and what is wrong."""


def check(loaded: Loaded) -> None:
    """Report rows that contradict a scenario that they name, a channel's limits, or the response times."""
    chooser, times, levels = (loaded.records.get(name) for name in (_PATH, "response-times.yml", "confidentiality.yml"))
    if chooser is None or times is None or levels is None or _names_unknown_things(chooser, times, levels):
        return
    scenarios = {scenario.id: scenario for scenario in loaded.folder("scenarios").values()}
    names = {level.id for level in levels.levels}
    carries = {
        channel.id: channel.carries
        for channel in loaded.folder("channels").values()
        if names.issuperset(channel.carries)
    }
    asked = {question.id for question in chooser.questions}
    for number, row in enumerate(chooser.rows):
        if any(case.keys() - asked for case in row.when):
            continue  # a misspelt question narrows nothing; another rule reports it
        found = [
            *_against_scenarios(chooser, row, scenarios, loaded.ids("channels"), times),
            *_against_limits(chooser, row, carries),
        ]
        if {row.channel, *(time.channel for time in times.times)} <= loaded.ids("channels"):
            found += _against_times(chooser, row, times)
        for location, message in found:
            loaded.fault(_PATH, ("rows", number, *location), message)


def _names_unknown_things(chooser: Chooser, times: ResponseTimes, levels: Confidentiality) -> bool:
    """Whether an answer stands for something that is not there, which another rule reports."""
    known = {urgency.id for urgency in times.urgencies} | {level.id for level in levels.levels}
    return any(
        given not in known
        for question in chooser.questions
        for answer in question.answers
        for given in (answer.urgency, answer.level)
        if given
    )


def _against_scenarios(
    chooser: Chooser, row: Row, scenarios: dict[str, Scenario], channels: set[str], times: ResponseTimes
) -> Found:
    known = {urgency.id for urgency in times.urgencies}
    outside = {None, *(time.id for time in times.outside)}
    for place, name in enumerate(row.scenarios):
        scenario = scenarios.get(name)
        if scenario is None:
            continue
        first = scenario.channels[0].channel
        where, advice = ("scenarios", place), "make the two agree, or name it in `see_also`"
        if first != row.channel and {first, row.channel} <= channels:
            yield (
                where,
                f"the first channel of scenario '{name}' is '{first}', that of this row '{row.channel}'; {advice}",
            )
        urgencies = chooser.among(row, "urgency")
        if urgencies and scenario.urgency not in urgencies and scenario.urgency in known:
            yield where, f"scenario '{name}' is of urgency '{scenario.urgency}', this row never is; {advice}"
        for audience in chooser.among(row, "audience"):
            if audience != scenario.audience:
                yield where, f"scenario '{name}' is {scenario.audience}, this row may be {audience}; {advice}"
        if scenario.answered_by != row.answered_by:
            yield (
                where,
                (
                    f"in scenario '{name}' the answer is owed by '{scenario.answered_by}', "
                    f"in this row by '{row.answered_by}'; {advice}"
                ),
            )
        if scenario.outside_time != row.outside_time and {scenario.outside_time, row.outside_time} <= outside:
            yield (
                where,
                (
                    f"scenario '{name}' goes by the outside time '{scenario.outside_time or 'none'}', "
                    f"this row by '{row.outside_time or 'none'}'; {advice}"
                ),
            )


def _against_limits(chooser: Chooser, row: Row, carries: dict[str, tuple[str, ...]]) -> Found:
    second = [(("runner_up", "channel"), row.runner_up.channel)] if row.runner_up else []
    for location, channel in ((("channel",), row.channel), *second):
        for level in chooser.among(row, "level"):
            if channel in carries and level not in carries[channel]:
                yield (
                    location,
                    (
                        f"'{channel}' must not carry '{level}', with which this row may be met; "
                        "choose another channel, or narrow `when`"
                    ),
                )


def _against_times(chooser: Chooser, row: Row, times: ResponseTimes) -> Found:
    if row.outside_time:
        return
    known = {urgency.id for urgency in times.urgencies}
    if not all(time.urgency in known for time in times.times):
        return  # the row that seems to be missing may be the one that names something unknown
    for urgency in chooser.among(row, "urgency"):
        if urgency in known and times.find(row.channel, urgency) is None:
            yield (
                ("channel",),
                (
                    f"no response time for channel '{row.channel}' at urgency '{urgency}'; "
                    "add that row to response-times.yml"
                ),
            )
