"""What scripts must know of the model, as data that stand in pages and files for them."""

from __future__ import annotations

from ..model.durations import WEEK, spans
from ..model.handbook import Handbook


def working_hours(handbook: Handbook) -> dict[str, object]:
    """The company's working hours as scripts reckon with them (the type `Hours` of `durations.js`)."""
    hours = handbook.company.working_hours
    days = [(WEEK.index(day) + 1) % 7 for day in hours.days]  # In scripts the week begins on Sunday.
    return {"days": days, "spans": spans(hours), "zone": hours.time_zone}
