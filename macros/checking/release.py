"""What keeps a handbook from being published as a company's own: the sample company's values, and what is not decided yet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from ..errors import Faults
from ..model.handbook import Handbook
from ..model.languages import Language
from ..reading import source
from ..reading.layer import places
from ..reading.source import Location, Source, dotted

_OF_THE_COMPANY = ("name", "short_name", "site", "feedback_mail", "feedback_form", "mail_domain")
"""What no two companies share; of roles, the ways to reach them are added."""
_WAYS = ("phone", "mail")
_OF_EXAMPLES = ("example", "test", "invalid", "localhost")
"""The last part of names that nobody can have, or that only this computer knows."""
_EXAMPLE = ("example.com", "example.net", "example.org")


def obstacles(root: Path, handbook: Handbook, language: Language) -> list[str]:
    """A line for each, the numbers to call in an emergency first.

    Args:
        root: the project's root.
        handbook: as it was checked.
        language: in which decisions are named, zh or en.
    """
    own = root / places.COMPANY / places.PROFILE
    if not own.is_file() and own.parent.is_dir():
        return [
            f"{places.COMPANY}/{places.PROFILE}:1: file: is not there, so the sample company's names and numbers stand in for yours; "
            f"bring your file back, or copy {places.SAMPLE}/{places.PROFILE} there and change it"
        ]
    if not own.is_file():
        return [
            f"{places.SAMPLE}/{places.PROFILE}:1: file: this is the sample company's handbook; "
            "`python -m macros company` lays down a profile of your own"
        ]
    profile = source.read(own, root, Faults())
    sample = source.read(root / places.SAMPLE / places.PROFILE, root, Faults())
    if profile is None or sample is None:
        return []
    return [
        *_still_the_samples(profile, sample, handbook.company.first_in_crisis),
        *_contacts(root),
        *_address(profile, handbook),
        *_undecided(root, handbook, language),
    ]


def _still_the_samples(profile: Source, sample: Source, first: str) -> Iterator[str]:
    roles: list[Location] = [("roles", role, way) for role in profile.data.get("roles", {}) for way in _WAYS]
    roles.sort(key=lambda location: (location[1] != first, location[2] != "phone"))
    for location in (*roles, *((key,) for key in _OF_THE_COMPANY)):
        for where, value in _leaves(profile.data, location):
            if isinstance(value, str) and value == dict(_leaves(sample.data, where)).get(where):
                yield _line(profile, where, value)


def _contacts(root: Path) -> Iterator[str]:
    """That the sample company's stand in for the company's, or the numbers and addresses that one of its own has for itself."""
    own, sample = root / places.COMPANY / places.CONTACTS, root / places.SAMPLE / places.CONTACTS
    files = sorted(filter(Path.is_file, own.glob("*.yml")))
    if not files:
        yield (
            f"{places.COMPANY}/{places.CONTACTS}:1: file: holds no contact, so all of the sample company's stand in for yours; "
            f"bring your files back, or copy those of {places.SAMPLE}/{places.CONTACTS} that fit"
        )
    for file in files:
        twin = sample / file.name
        read = source.read(file, root, Faults())
        other = source.read(twin, root, Faults()) if twin.is_file() else None
        if read is None:
            continue
        theirs = {value for _, value in _leaves(other.data, ("reach",))} if other else set()
        for where, value in _leaves(read.data, ("reach",)):
            own_address = "address" in where and isinstance(value, str) and "{" not in value
            if own_address and value in theirs and any(sign.isdigit() or sign == "@" for sign in str(value)):
                yield _line(read, where, str(value))


def _address(profile: Source, handbook: Handbook) -> Iterator[str]:
    address = handbook.company.site.address
    if address is None:
        line = profile.line(("site",))
        yield f"{profile.path}:{line}: site.address: is missing; write the address under which you publish"
        return
    host = urlsplit(address).hostname or ""
    whole = ".".join(host.split(".")[-2:])
    if host.rpartition(".")[2] in _OF_EXAMPLES or whole in _EXAMPLE or host.startswith("127."):
        line = profile.line(("site", "address"))
        yield f"{profile.path}:{line}: site.address: '{address}' is nobody's; write the address under which you publish"


def _undecided(root: Path, handbook: Handbook, language: Language) -> Iterator[str]:
    for decision in handbook.decisions.decisions:
        if decision.id not in handbook.company.decided:
            own = decision.where.replace(f"{places.SAMPLE}/", f"{places.COMPANY}/", 1)
            where = own if (root / own).exists() else decision.where
            profile = f"{places.COMPANY}/{places.PROFILE}"
            what = decision.what[language]
            yield (
                f"{where}:1: {decision.id}: to be decided: {what}; once it is, add `{decision.id}` to `decided`, at the end of {profile}"
            )


def _leaves(data: object, location: Location) -> Iterator[tuple[Location, object]]:
    """The single values at a location and below it."""
    for step in location:
        if not isinstance(data, dict) or step not in data:
            return
        data = data[step]
    yield from _below(data, location)


def _below(data: object, location: Location) -> Iterator[tuple[Location, object]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _below(value, (*location, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _below(value, (*location, number))
    else:
        yield location, data


def _line(read: Source, where: Location, value: str) -> str:
    return f"{read.path}:{read.line(where)}: {dotted(where)}: '{value}' is still the sample company's; write your own"
