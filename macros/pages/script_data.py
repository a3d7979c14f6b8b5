"""What scripts must know of the model, as data that stand in pages and files for them."""

from __future__ import annotations

from datetime import date

from ..model.company import WorkingHours
from ..model.durations import spans
from ..model.working_days import WEEK, table_of


def working_hours(hours: WorkingHours, today: date) -> dict[str, object]:
    """Working hours as scripts reckon with them (the type `Hours` of `durations.js`)."""
    days = [(WEEK.index(day) + 1) % 7 for day in hours.days]  # In scripts the week begins on Sunday.
    table = table_of(hours, today)
    return {
        "days": days,
        "spans": spans(hours),
        "zone": hours.time_zone,
        "free": [day.isoformat() for day in table.free],
        "worked": [day.isoformat() for day in table.worked],
        **({"known": [day.isoformat() for day in table.known]} if table.known else {}),
    }
