"""Time zones exist, and working hours follow one another."""

from __future__ import annotations

import itertools
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from ...errors import nearest
from ...model.company import WorkingHours
from ...reading.loaded import Loaded
from ...reading.source import Location


def check(loaded: Loaded) -> None:
    """Report time zones that nobody knows, and working hours that end before they begin."""
    if company := loaded.records.get("company.yml"):
        hours = company.working_hours
        _check_zone(loaded, "company.yml", ("working_hours", "time_zone"), hours.time_zone)
        _check_calendar(loaded, hours)
        if not hours.days:
            loaded.fault("company.yml", ("working_hours", "days"), "the list is empty; name a day, such as mon")
        clocks = ("start", "break_start", "break_end", "end")
        for earlier, later in itertools.pairwise(clocks):
            if getattr(hours, earlier) > getattr(hours, later):
                loaded.fault(
                    "company.yml",
                    ("working_hours", later),
                    f"'{getattr(hours, later)}' comes before "
                    f"{earlier}, '{getattr(hours, earlier)}'; put the two in order",
                )
        if hours.start == hours.break_start and hours.break_end == hours.end:
            loaded.fault(
                "company.yml",
                ("working_hours", "end"),
                "no time is left to work in; let the day begin before the break or end after it",
            )
    if abroad := loaded.records.get("working-abroad.yml"):
        for number, place in enumerate(abroad.places):
            _check_zone(loaded, "working-abroad.yml", ("places", number, "time_zone"), place.time_zone)


def _check_calendar(loaded: Loaded, hours: WorkingHours) -> None:
    """Countries and parts of them that have public holidays, and own days in their order."""
    if hours.country:
        import holidays  # takes a third of a second

        known = {name: parts for name, parts in holidays.list_supported_countries().items() if len(name) == 2}
        if hours.country not in known:
            reason = f"unknown country '{hours.country}'; write its ISO code; {nearest(hours.country, known)}"
            loaded.fault("company.yml", ("working_hours", "country"), reason)
        elif hours.subdivision and hours.subdivision not in known[hours.country]:
            reason = f"unknown part of {hours.country}: '{hours.subdivision}'; "
            reason += nearest(hours.subdivision, known[hours.country]) if known[hours.country] else "leave it out"
            loaded.fault("company.yml", ("working_hours", "subdivision"), reason)
    elif hours.subdivision:
        reason = "is part of no country; write `country`, or delete it"
        loaded.fault("company.yml", ("working_hours", "subdivision"), reason)
    for name in ("free", "working"):
        for number, own in enumerate(getattr(hours, name)):
            if own.last and own.last < own.first:
                reason = f"'{own.last}' comes before first, '{own.first}'; put the two in order"
                loaded.fault("company.yml", ("working_hours", name, number, "last"), reason)


def _check_zone(loaded: Loaded, path: str, location: Location, zone: str) -> None:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        loaded.fault(path, location, f"unknown time zone '{zone}'; {nearest(zone, available_timezones())}")
