"""Lays the company's layer over the handbook: what is left out goes with all that names it, what is set takes its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from ...errors import Faults, closest
from ...model import languages
from ...model.languages import LANGUAGES
from ...model.things import BY_FOLDER, WITH_PAGES
from .. import source
from ..source import Location, Source
from . import changes as changing
from . import following, paths, places, profile, settling
from .changes import Changes
from .composed import compose, merge
from .laid import Dropped, Laid
from .pointers import Pointed, leaves_too_few, pointing


def lay(root: Path, faults: Faults, without: frozenset[str] = frozenset()) -> Laid:
    """The sources of a project as the company has them. From here on its languages are those that are published.

    Args:
        root: the project's root.
        faults: where to report patterns that match nothing, paths that lead nowhere, and what cannot be done without.
        without: paths that the company sets, and that are passed over.
    """
    changes, files = changing.read(root, faults).without(without), places.data_files(root)
    LANGUAGES.settle(languages.wanted(_said_of_languages(root, files, changes)))
    laid = Laid(files, places.pages(root), unsure=changes.unsure, renames=places.renames(root), changes=changes)
    if whole := profile.completed(root):
        laid.sources[places.PROFILE] = whole
    implied = _contacts_not_taken_over(root, laid)
    parts = {name: file for name, file in places.own_parts(root).items() if name in laid.files}
    for name, file in parts.items():
        ours, theirs = (
            source.read(each, root, where) for each, where in ((laid.files[name], Faults()), (file, faults))
        )
        if ours and theirs:
            laid.sources[name] = merge(ours, theirs)
    laid.renamed += following.all_data(root, laid.files, laid.sources, laid.renames)
    laid.renamed += following.all_pages(root, laid.pages, laid.renames)
    if changes or implied:
        _Composing(root, laid, changes, faults).run(implied)
    return laid


def _said_of_languages(root: Path, files: Mapping[str, Path], changes: Changes) -> Any:
    """What the company says of the languages that it publishes, as it stands there; None where it says nothing."""
    profile = source.read(files[places.PROFILE], root, Faults()) if places.PROFILE in files else None
    site = profile.data.get("site") if profile else None
    written = site.get("languages") if isinstance(site, dict) else None
    return changes.set.get("company/site/languages", written)


def _contacts_not_taken_over(root: Path, laid: Laid) -> dict[str, Path]:
    """Contacts of the sample company that the company has none of, by name: pages may still name them."""
    samples = places.sample_contacts(root)
    return {name: file for name, file in samples.items() if name not in laid.files}


_GLOSSARY = "reference/glossary"
_CALLING = "channels/phone"


class _Composing:
    """One run."""

    def __init__(self, root: Path, laid: Laid, changes: Changes, faults: Faults):
        self._root, self._laid, self._changes, self._faults = root, laid, changes, faults
        self._now, notices = following.paths_of(changes, laid.renames)
        laid.renamed += notices
        self._entries: dict[str, dict[Location, int]] = defaultdict(dict)
        """Places that are left out within a file."""

    def run(self, implied: dict[str, Path]) -> None:
        """Compose all."""
        laid = self._laid
        for name, file in {**laid.files, **implied}.items():
            # What is wrong with a file is reported where it is read for good.
            read = source.read(file, self._root, Faults()) if name.endswith(".yml") else None
            if read:
                laid.sources.setdefault(name, read)
        for number, pattern in enumerate(self._changes.leave_out):
            if now := self._now.get(pattern, pattern):
                self._leave_out(number, now)
        for name in implied:
            kind, _, ident = name.removesuffix(".yml").partition("/")
            laid.gone.setdefault(kind, {})[ident] = -1
            laid.names[f"{kind}/{ident}"] = {"role": str(laid.sources.pop(name).data.get("role", ""))}
        self._take_files()
        given = self._given()
        for name, read in list(laid.sources.items()):
            self._compose(name, read, given.get(name, {}))
        self._find_other_channels()

    def _leave_out(self, number: int, pattern: str) -> None:
        steps = tuple(pattern.strip("/").split("/"))
        whole = {self._thing(name): name for name in self._laid.files}
        pages = {page.partition("/")[2].removesuffix(".md") for page in self._laid.pages}
        matched = [each for each in {*whole, *pages} if each and paths.fits(steps, tuple(each.split("/")))]
        for each in sorted(matched):
            if each == _CALLING and settling.calls_in_a_crisis(self._laid.sources):
                self._laid.unsure = True
                self._fault(("leave_out", number), f"in a crisis people call; take `{_CALLING}` out of leave_out")
            elif each in whole:
                self._lose_thing(number, each)
            else:
                self._lose(number, "pages", each)
                if each == _GLOSSARY:  # its terms stand nowhere else
                    self._leave_out_entries(number, ("glossary", "terms", "*"))
        if not matched and not self._leave_out_entries(number, steps):
            self._laid.unsure = True
            known = {*filter(None, whole), *pages}
            close = closest(pattern, known)
            meant = f"did you mean '{close}'?" if close else ""
            hint = meant or "write such as scenarios/absence, checklists/media-*, glossary/to-do"
            self._fault(("leave_out", number), f"'{pattern}' matches nothing; {hint}")

    def _leave_out_entries(self, number: int, steps: tuple[str, ...]) -> bool:
        matched, exact = False, not any(sign in step for step in steps for sign in "*?[")
        for name, read in self._laid.sources.items():
            first = tuple(paths.beginning(name).split("/"))
            if not paths.fits(steps[: len(first)], first) or len(steps) <= len(first):
                continue
            for place in paths.meant(read.data, steps[len(first) :], exact=exact):
                matched = True
                self._entries[name][place] = number
                self._lose_entry(number, name, read.data, place)
        return matched

    def _lose_entry(self, number: int, name: str, data: Any, place: Location) -> None:
        entry = paths.value_at(data, place)
        ident = (paths.names_of(entry) or ("",))[0]
        if name == "glossary.yml":
            self._lose(number, "glossary", ident)
            self._lose(number, "places", f"glossary/{ident}")
            self._laid.names[f"glossary/{ident}"] = entry.get("term", {}) if isinstance(entry, dict) else {}
        elif len(place) == 2 and (kind := following.ENTRIES.get((name, str(place[0])))):
            self._lose(number, kind, ident)
        elif name.startswith("procedures/") and place[0] == "steps" and len(place) == 2:
            procedure = paths.beginning(name).partition("/")[2]
            self._lose(number, "steps", f"{procedure}/{ident}")
            self._lose(number, "pages", f"guide/{procedure}/{ident}")

    def _lose_thing(self, number: int, path: str) -> None:
        folder, _, ident = path.partition("/")
        self._lose(number, folder, ident)
        kind = BY_FOLDER[folder]
        read = self._laid.sources.get(f"{path}.yml")
        titled = read.data.get(kind.titled_by) if read else None
        self._laid.names[path] = titled if isinstance(titled, dict) else {}
        if folder == "contacts" and read:
            self._laid.names[path] = {"role": str(read.data.get("role", ""))}
        if kind in WITH_PAGES:
            self._lose(number, "pages", path)

    def _lose(self, number: int, kind: str, ident: str) -> None:
        self._laid.gone.setdefault(kind, {}).setdefault(ident, number)
        if kind in ("pages", "contacts"):
            self._lose(number, "places", ident if kind == "pages" else f"{kind}/{ident}")

    def _thing(self, name: str) -> str:
        """The path of a thing that may be left out whole; blank for a file that may not."""
        folder = name.partition("/")[0]
        return paths.beginning(name) if folder in BY_FOLDER and BY_FOLDER[folder].page != "parts" else ""

    def _take_files(self) -> None:
        laid = self._laid
        for kind, ids in laid.gone.items():
            for ident in ids if kind in BY_FOLDER else ():
                laid.files.pop(f"{kind}/{ident}.yml", None)
                laid.sources.pop(f"{kind}/{ident}.yml", None)
        gone = laid.gone.get("pages", {})
        laid.pages = {
            page: file for page, file in laid.pages.items() if page.partition("/")[2].removesuffix(".md") not in gone
        }

    def _given(self) -> dict[str, dict[str, tuple[Location, Any]]]:
        """The company's values by file and path, each with its place."""
        given: dict[str, dict[str, tuple[Location, Any]]] = defaultdict(dict)
        for path, value in self._changes.set.items():
            now = self._now.get(path, path)
            if not now:
                continue
            into = paths.file_of(now, self._laid.sources)
            name, steps = into or ("", ())
            location = paths.find(self._laid.sources[name].data, steps) if into and steps else None
            nothing_there = value is None and location and not paths.stands(self._laid.sources[name].data, location)
            if location is None or nothing_there:
                self._missing(path, into)
            elif whole := paths.without_room(given[name], location):
                self._fault(
                    ("set", path), f"'{whole}', within which this stands, is set too; delete one of the two lines"
                )
            elif value is None and isinstance(location[-1], int):
                self._fault(
                    ("set", path),
                    f"an entry of a list goes under leave_out: write `- {path}` there, and delete this line",
                )
            else:
                if shorter := paths.way_to_one_less(name, self._laid.sources[name].data, location, value):
                    self._laid.shortened[path] = shorter
                given[name][path] = location, value
                if steps != ("reviewed",):  # which says nothing otherwise than the handbook does
                    self._laid.set_in.add(name)
        return given

    def _missing(self, path: str, into: tuple[str, tuple[str, ...]] | None) -> None:
        """Say that nothing is at a path: it was there when the company last looked, or it is misspelt."""
        if path in self._changes.known:
            at, line = self._changes.place("set", path)
            self._laid.renamed.append(f"{at}:{line}: set.{path}: the handbook has this no more; delete this line")
        else:
            hint = paths.nearest_path(path, into, self._laid.sources)
            if into and not into[1]:
                self._fault(("set", path), f"'{path}' is a whole record; {hint}")
                return
            self._fault(("set", path), f"there is no '{path}'; {hint} (where a release took it away, delete this line)")

    def _compose(self, name: str, read: Source, given: dict[str, tuple[Location, Any]]) -> None:
        """One file: what is left out goes with all that names it, and what is set takes its place."""
        gone, given, missed = dict(self._entries[name]), dict(given), set[Location]()
        pointed = self._pointed(name, read, gone, given)
        for each in pointed:
            pointer, location, number = each
            if pointer.fate == "needed" or leaves_too_few(each, read.data, pointed):
                self._miss(name, read, location, number)
                missed.add(location)
            elif pointer.fate == "first":
                if left := self._first_channel(read.data):
                    given["/".join((paths.beginning(name), *map(str, location)))] = location, left
            else:
                gone[location[:-1] if pointer.fate == "entry" else location] = number
                gone.update({(*location[:-1], key): number for key in pointer.with_it})
        if (gone or given or missed) and self._changes.source:
            self._note(read, gone)
            self._laid.sources[name] = compose(read, self._changes.source, gone, given, missed)

    def _pointed(
        self, name: str, read: Source, gone: Collection[Location], given: Mapping[str, tuple[Location, Any]]
    ) -> list[Pointed]:
        """The places of a file that name what is left out, without those that go anyway, or instead of which the company says something."""
        settled = [*gone, *(at for at, _ in given.values())]
        return [
            each
            for each in pointing(name, read.data, self._laid.gone)
            if each[2] >= 0 and not any(each[1][: len(place)] == place for place in settled)
        ]

    def _first_channel(self, data: Any) -> Any:
        """The first channel of a scenario that is left; None where none is."""
        choices = (entry.get("channel") for entry in data.get("channels", ()) if isinstance(entry, dict))
        return next((each for each in choices if each not in self._laid.gone["channels"]), None)

    def _note(self, read: Source, gone: dict[Location, int]) -> None:
        for location, number in gone.items():
            path, line = self._changes.place("leave_out", number)
            place = f"{read.path}:{read.line(location)}: {source.dotted(location)}"
            self._laid.dropped.append(Dropped(f"{path}:{line}: leave_out[{number}]", read.path, place))

    def _miss(self, name: str, read: Source, location: Location, number: int) -> None:
        """Say what must be set where a place cannot do without what is left out."""
        needed = settling.needed(name, read, location, self._laid.sources, self._laid.gone.get("channels", {}))
        what = (
            f"needs '{self._changes.leave_out[number]}'; say what stands there instead, under set, such as `{needed}`"
        )
        self._fault(("leave_out", number), f"{read.path}:{read.line(location)} {what}")

    def _find_other_channels(self) -> None:
        times = self._laid.sources.get("response-times.yml")
        for row in times.data.get("times", ()) if times else ():
            if isinstance(row, dict) and isinstance(row.get("urgency"), str):
                self._laid.instead.setdefault(row["urgency"], str(row.get("channel", "")))

    def _fault(self, location: Location, message: str) -> None:
        path, line = self._changes.place(*location)
        self._faults.add(path, line, source.dotted(location), message)
