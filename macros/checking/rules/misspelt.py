"""A department or a role whose id the handbook does not know is one of the company's own, and not one of the handbook's with a slip."""

from __future__ import annotations

from ...reading.layer import profile
from ...reading.loaded import Loaded

_KIND = {"departments": "department", "roles": "role"}
FILE = "company.yml"


def check(loaded: Loaded) -> None:
    """Report ids of the profile that look like one which it lacks; texts would go on naming that as the sample company does."""
    for location, meant in profile.misspelt(loaded.root).items() if FILE in loaded.sources else ():
        part, ident = location
        loaded.fault(
            FILE,
            location,
            f"'{ident}' is no {_KIND[part]}; did you mean '{meant}'? If it is one of your own, give '{meant}' a line too",
        )
