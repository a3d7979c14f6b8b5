"""Every scenario has an answer time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..loading import Loaded


def check(loaded: Loaded) -> None:
    """Report scenarios whose first channel has no response time at their urgency."""
    times = loaded.records.get("response-times.yml")
    if times is None:
        return
    channels, urgencies = loaded.ids("channels"), {urgency.id for urgency in times.urgencies}
    for path, scenario in loaded.folder("scenarios").items():
        first = scenario.channels[0].channel
        if scenario.outside_time or first not in channels or scenario.urgency not in urgencies:
            continue
        if times.find(first, scenario.urgency) is None:
            loaded.fault(path, ("urgency",), f"no response time for channel '{first}' at urgency "
                         f"'{scenario.urgency}'; add that row to docs/data/response-times.yml")
