"""What scripts must know of the model, as data that stand in pages and files for them."""

from __future__ import annotations

import json
from datetime import date

from .. import addresses
from ..model.checklist import Checklist, Item
from ..model.company import Company
from ..model.durations import spans
from ..model.handbook import Handbook
from ..model.languages import Language
from ..model.offices import Day, WorkingHours
from ..model.working_days import WEEK, table_of
from ..wording import Wording


def working_hours(company: Company, wording: Wording, today: date) -> dict[str, object]:
    """Head office's working hours as scripts reckon with them, with those of the other offices, where there are any (the
    type `Hours` of `office.js`)."""
    if not company.offices:
        return _hours(company.working_hours, today)
    head, *others = (
        (id, {**_hours(hours, today), **_note(id, hours, wording)}) for id, hours in company.calendars().items()
    )
    return {**head[1], "offices": dict(others)}


def _note(office: str, hours: WorkingHours, wording: Wording) -> dict[str, str]:
    """By whose hours a time is reckoned, and what is not known of them."""
    return {"note": wording.text("due_note_of" if hours.country else "due_note_of_bare", office=wording.office(office))}


def _hours(hours: WorkingHours, today: date) -> dict[str, object]:
    table = table_of(hours, today)
    other = [
        {
            "days": _days(each.days or WEEK),  # a season holds on make-up working days too
            **({"first": each.first, "last": each.last} if each.first else {}),
            "spans": spans(hours, each),
        }
        for each in hours.other_hours
    ]
    return {
        "days": _days(hours.days),
        "spans": spans(hours),
        **({"other": other} if other else {}),
        "zone": hours.time_zone,
        "free": [day.isoformat() for day in sorted((*table.free, *table.expected))],
        "worked": [day.isoformat() for day in table.worked],
        **({"known": [day.isoformat() for day in table.known]} if table.known else {}),
    }


def _days(days: tuple[Day, ...]) -> list[int]:
    """In scripts the week begins on Sunday."""
    return [(WEEK.index(day) + 1) % 7 for day in days]


def checklists_catalogue(handbook: Handbook, wording: Wording, language: Language, hours: dict[str, object]) -> bytes:
    """What the page of all runs must know of every checklist, as JSON (the type `Checklist` of `checklists/run.js`).

    Args:
        handbook: the model.
        wording: puts it into words.
        language: of the texts.
        hours: the company's, as scripts reckon with them.
    """
    lists = [
        {
            "id": checklist.id,
            "title": checklist.title[language],
            "url": addresses.checklist(checklist.id, language),
            "retired": list(checklist.retired),
            "items": [
                {
                    "id": item.id,
                    "group": group.title[language],
                    "text": wording.act(item),
                    **({"act": item.text[language]} if item.due and item.only_if else {}),
                    **_due(handbook, checklist, item),
                }
                for group in checklist.groups
                for item in group.items
            ],
            **({"hours": hours} if checklist.has_due_times else {}),
        }
        for checklist in handbook.checklists
    ]
    return json.dumps(lists, ensure_ascii=False).encode()


def _due(handbook: Handbook, checklist: Checklist, item: Item) -> dict[str, object]:
    if not item.due:
        return {}
    time = handbook.due_time(item.due)
    working = {"working": True} if time.clock == "working" else {}
    return {"within": time.within, **working, "event": checklist.event_of(item)}
