"""What was read so far: the sources, the records made of them, and the faults. It is what the rules look at."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from ..errors import Faults
from ..model.changes import Release
from ..model.facts import Released
from ..model.own_form import OwnForm
from ..model.people import People
from ..model.pictures import BrandFiles
from ..model.things import WITH_PAGES
from . import source, strays
from .layer import places
from .layer.composing import lay
from .layer.laid import Laid
from .source import Location


@dataclass
class Loaded:
    """What was read: sources by path, records by path, and the faults found so far. What the rules look at."""

    root: Path
    faults: Faults = field(default_factory=Faults)
    sources: dict[str, source.Source] = field(default_factory=dict)
    records: dict[str, Any] = field(default_factory=dict)
    """Records by path below `docs/data/`; a file with faults of its own is not among them."""

    without: frozenset[str] = frozenset()
    """Paths that the company sets, and that are passed over."""

    laid: Laid = field(init=False)
    """The files and pages there are, with the company's layer over them."""

    releases: tuple[Release, ...] = ()
    """From the change log, newest first."""

    released: Released | None = None
    """What people could go by at the last releases."""
    own_forms: dict[str, OwnForm] = field(default_factory=dict)
    """The company's own forms, by the id of the template."""
    people: People = field(default_factory=People)
    """Who has which role."""
    brand: BrandFiles = field(default_factory=BrandFiles)
    """What the company's folder of that name holds."""

    def __post_init__(self) -> None:
        self.laid = lay(self.root, self.faults, self.without)

    @property
    def files(self) -> dict[str, Path]:
        """Where each data file stands, by its path below `docs/data/`."""
        return self.laid.files

    @property
    def pages(self) -> dict[str, Path]:
        """Where each page stands, by its source below `docs/`."""
        return self.laid.pages

    def folder(self, name: str) -> dict[str, Any]:
        """The sound records of a folder, by path below `docs/data/`."""
        return {path: record for path, record in self.records.items() if path.startswith(f"{name}/")}

    def ids(self, folder: str) -> set[str]:
        """The ids that a folder defines, those of faulty files included: a fault there is reported once, there."""
        names = (PurePosixPath(name) for name in self.files if name.startswith(f"{folder}/") and name.endswith(".yml"))
        return {name.stem for name in names if len(name.parts) == 2 and not strays.is_stray(name)}

    def places(self) -> set[str]:
        """Everything that has an address of its own, as `redirects.yml` names it: pages, contacts, terms."""
        glossary = self.records.get("glossary.yml")
        return {
            *(source.partition("/")[2].removesuffix(".md") for source in self.pages),
            *(f"{thing.folder}/{name}" for thing in WITH_PAGES for name in self.ids(thing.folder)),
            *(f"contacts/{name}" for name in self.ids("contacts")),
            *(f"glossary/{term.id}" for term in (glossary.terms if glossary else ())),
        }

    def place(self, path: str) -> str:
        """Where a data file stands, below the project's root; of one that is missing, where it belongs."""
        file = self.files.get(path)
        return file.relative_to(self.root).as_posix() if file else places.wanted(self.root, path)

    def to_write(self, name: str) -> str:
        """Where an addition belongs, such as `data/cast.yml` or `zh/guide/scope.md`: in the company's layer, where there is one."""
        return places.to_write(self.root, name)

    def is_ours_to_change(self, path: str, location: Location) -> bool:
        """Whether whoever works on this handbook wrote a value of a data file: a company that in its layer."""
        return places.is_ours_to_change(self.root, self.sources[path].written_in(location))

    def page(self, source: str) -> str:
        """Where a page stands, below the project's root."""
        file = self.pages.get(source)
        return file.relative_to(self.root).as_posix() if file else f"docs/{source}"

    def fault(self, path: str, location: Location, message: str, within: str = "") -> None:
        """Report a fault at a value of a data file.

        Args:
            path: the file, below `docs/data/`.
            location: the value.
            message: what is wrong, and what to do.
            within: another data file that lacks what the value names. Where the company has that one instead of the handbook's,
                it is the one that whoever works on it can mend.
        """
        read = self.sources[path]
        if read.is_told(location):
            return
        at, line, field_name, said = read.where(location, message)
        if within and self.is_ours_to_change(within, ()) and not self.is_ours_to_change(path, location):
            said = f"with this, {at}:{line} is not as it must be: {field_name}: {said}"
            at, line, field_name = self.place(within), 1, "file"
        self.faults.add(at, line, field_name, said)
