"""The working calendar to subscribe to: days off, and weekends that are worked, as events of whole days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from .. import addresses
from ..model.handbook import Handbook
from ..model.languages import LANGUAGES, Language
from ..model.offices import WorkingHours
from ..model.working_days import free_times, table_of
from ..wording import Wording
from .folded_lines import escaped, folded


def files(handbook: Handbook, today: date) -> Iterator[tuple[str, bytes]]:
    """One an office and language, with their addresses, as far as the data go."""
    for language in LANGUAGES:
        for office, hours in handbook.company.calendars().items():
            events = list(_working_days(handbook, office, hours, language, today))
            yield addresses.working_days(office, language), calendar(handbook, "working-days", events)


def calendar(handbook: Handbook, name: str, events: list[str]) -> bytes:
    """A calendar that a program asks for anew each day."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{handbook.company.mail_domain}//handbook {name}//EN",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        *events,
        "END:VCALENDAR",
    ]
    return "".join(f"{folded(line)}\r\n" for line in lines).encode()


def whole_days(handbook: Handbook, uid: str, first: date, last: date, summary: str) -> Iterator[str]:
    """An event of whole days, during which one is not busy."""
    yield from (
        "BEGIN:VEVENT",
        f"UID:{uid}@{handbook.company.mail_domain}",
        f"DTSTAMP:{handbook.releases[0].released:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{first:%Y%m%d}",
        f"DTEND;VALUE=DATE:{last + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{escaped(summary)}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    )


def _working_days(
    handbook: Handbook, office: str, hours: WorkingHours, language: Language, today: date
) -> Iterator[str]:
    wording, table = Wording(handbook, language), table_of(hours, today)
    of, whose = (f"-{office}", f" · {wording.office(office)}") if office else ("", "")
    for time in free_times(hours, table):
        said = f"{wording.time_off(hours, time)}{whose}"
        yield from whole_days(handbook, f"free-{time.first}{of}", time.first, time.last, said)
    for day in table.worked:
        yield from whole_days(handbook, f"worked-{day}{of}", day, day, f"{wording.text('calendar_worked')}{whose}")
