"""How long the public holidays that times are reckoned with are still known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from ..model.company import Company
from ..model.working_days import table_of
from ..reading.layer import places
from ..reading.lines import place_of

_AHEAD = timedelta(days=60)


def soon(root: Path, company: Company, today: date) -> Iterator[str]:
    """A line for each office whose days end soon, with the command that brings in more."""
    for office, hours in company.calendars().items():
        known = table_of(hours, today).known
        if known and known[1] - today < _AHEAD:
            field = ("offices", office, "working_hours", "country") if office else ("working_hours", "country")
            place, line = place_of(root, places.PROFILE, field)
            start = f"{place}:{line}: {'.'.join(field)}"
            if (root / places.COMPANY).is_dir():
                yield (
                    f"{start}: public holidays of {hours.country} are known until {known[1]} only; a release of the handbook "
                    "brings the next year's once they are announced, or write them under `free` and `working`"
                )
            else:
                yield (
                    f"{start}: public holidays of {hours.country} are known until {known[1]} only; `python -m macros "
                    "working-days` brings in the next year's once they are announced, or write them under `free` and `working`"
                )
