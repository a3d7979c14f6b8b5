"""Offices in another country whose readers would be told the numbers of head office for an ambulance, a fire and the police."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..errors import Faults
from ..model.company import Company
from ..reading import source
from ..reading.layer import places


def missing(root: Path, company: Company) -> Iterator[str]:
    """A line for each such office that gives none of its own, and for each of which it cannot be known."""
    place = places.path_of(root, places.PROFILE)
    read = source.read(root / place, root, Faults())
    for id, office in company.offices.items():
        here, there = company.working_hours.country, office.working_hours.country
        if office.emergency is not None or here == there:
            continue
        line = read.line(("offices", id)) if read else 1
        if not (here and there):
            yield (
                f"{place}:{line}: offices.{id}: it is not said whether it is in the country of head office, whose numbers for an emergency "
                "readers there are told; name the country of both in their working_hours, or write `emergency`"
            )
        else:
            yield (
                f"{place}:{line}: offices.{id}: is in another country, and readers there are told head office's numbers for an "
                'emergency; write its own, such as `emergency: {ambulance: "112", fire: "112", police: "110"}`'
            )
