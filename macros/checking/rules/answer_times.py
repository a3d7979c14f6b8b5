"""Every scenario has an answer time."""

from __future__ import annotations

from ...reading.loaded import Loaded


def check(loaded: Loaded) -> None:
    """Report scenarios whose first channel has no response time at their urgency."""
    times = loaded.records.get("response-times.yml")
    if times is None:
        return
    channels, urgencies = loaded.ids("channels"), {urgency.id for urgency in times.urgencies}
    if not all(row.channel in channels and row.urgency in urgencies for row in times.times):
        return  # the row that seems to be missing may be the one that names something unknown
    missing: dict[tuple[str, str], list[str]] = {}
    for path, scenario in loaded.folder("scenarios").items():
        first = scenario.channels[0].channel
        if scenario.outside_time or first not in channels or scenario.urgency not in urgencies:
            continue
        if times.find(first, scenario.urgency) is None:
            missing.setdefault((first, scenario.urgency), []).append(path)
    for (channel, urgency), paths in missing.items():
        lacking = f"no response time for channel '{channel}' at urgency '{urgency}'"
        if len(paths) == 1:
            loaded.fault(
                paths[0], ("urgency",), f"{lacking}; add that row to {loaded.to_write('data/response-times.yml')}"
            )
        else:
            loaded.fault(
                "response-times.yml", ("times",), f"{lacking}, which {len(paths)} scenarios need; add that row"
            )
