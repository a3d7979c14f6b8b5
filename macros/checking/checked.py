"""Everything that is checked before a page is built: the data, then every page on trial."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from ..downloads import Downloads, addresses_of
from ..downloads.store import Store
from ..errors import Faults
from ..model.handbook import Handbook
from ..model.languages import LANGUAGES, Language
from ..model.things import KNOWN, WITH_PAGES
from ..pages.authoring import Macros
from ..pages.views import Views
from ..reading import loading
from ..reading.layer import places
from ..reading.layer.laid import Laid
from ..reading.loaded import Loaded
from ..reading.strays import is_leftover
from ..shared.remembered import MEMORY
from . import causes, headings_gone, links, prose, prose_macros, prose_text, rules


@dataclass(frozen=True)
class Checked:
    """A handbook without a fault, ready to be built."""

    handbook: Handbook
    downloads: Downloads | None
    """None where only a check was asked for."""
    views: dict[Language, Views]
    macros: Macros
    anchors: dict[str, set[str]]
    """The places that links can lead to, of every page by its source below `docs/`."""
    files: set[str]
    """What links can lead to besides pages, below `docs/` or as the build makes it."""
    laid: Laid = field(default_factory=lambda: Laid({}, {}))
    """The sources of which it was made, with the company's layer over them."""


def _no_step() -> None:
    """Nobody waits."""


def load(root: Path, step: Callable[[], None] = _no_step) -> tuple[Handbook | None, Faults]:
    """Read all data of a project and hold every rule against them.

    Args:
        root: the project's root, which holds `docs/data/` and `CHANGELOG.md`.
        step: called now and then; may raise, to break off.

    Returns:
        The handbook and no fault, or None and every fault found.
    """
    loaded = _loaded(root, step)
    return (None if loaded.faults else loading.handbook_of(loaded)), loaded.faults


def _loaded(root: Path, step: Callable[[], None]) -> Loaded:
    loaded = _held(root, step)
    causes.tell_first(loaded, lambda without: _held(root, step, without))
    return loaded


def _held(root: Path, step: Callable[[], None], without: frozenset[str] = frozenset()) -> Loaded:
    """All data, with every rule held against them."""
    loaded = loading.load(root, without)
    for rule in rules.ALL:
        step()
        rule.check(loaded)
    return loaded


def check(
    root: Path,
    today: date,
    made: Downloads | None = None,
    store: Store | None = None,
    *,
    with_downloads: bool = True,
    step: Callable[[], None] = _no_step,
) -> tuple[Checked | None, Faults]:
    """Load the data and try every page.

    Args:
        root: the project's root.
        today: the day against which reviews are held.
        made: downloads of an earlier run; what did not change is taken from there.
        store: the same on the disk, of any earlier run.
        with_downloads: whether to make them; nothing that an editor writes is wrong only there, and they take longest.
        step: called now and then; may raise, to break off.

    Returns:
        What building needs and no fault, or None and all faults found. Pages are tried only with sound data.
    """
    MEMORY.take_up(root)
    loaded = _loaded(root, step)
    handbook, faults = None if loaded.faults else loading.handbook_of(loaded), loaded.faults
    laid = loaded.laid
    pages = prose.read(root, faults, laid)
    prose_text.check(pages, faults)
    if handbook is None:
        return None, faults
    downloads = Downloads(handbook, made, store, step) if with_downloads else None
    checked = prepared(root, handbook, pages, today, downloads)
    checked = replace(checked, laid=laid)
    rendered = prose_macros.check(pages, checked.macros, faults, step)
    made_from_data = dict(page for language in LANGUAGES for page in made_pages(handbook, language))
    rendered |= prose_macros.rendered_alone(made_from_data.items(), checked.macros, faults, loaded.place)
    checked.anchors.update((source, links.ids(text)) for source, text in rendered.items())
    unread = (laid.pages.keys() | made_from_data.keys()) - rendered.keys()
    links.check(pages, checked.anchors, checked.files, unread, faults, handbook.redirects.pages)
    headings_gone.check(loaded, checked.anchors)
    return (None if faults else checked), faults


def prepared(
    root: Path, handbook: Handbook, pages: list[prose.Page], today: date, downloads: Downloads | None
) -> Checked:
    """A handbook with sound data, ready for its pages to be tried; the places on them are not known yet."""
    sizes = defaultdict(int, downloads.sizes() if downloads else {})
    views: dict[Language, Views] = {
        language: Views(handbook, language, root / "overrides", today, sizes) for language in LANGUAGES
    }
    macros = Macros(views, {page.in_either_language.removesuffix(".md") for page in pages} | _made(handbook))
    return Checked(handbook, downloads, views, macros, {}, addresses_of(handbook) | assets_of(root))


def made_pages(handbook: Handbook, language: Language) -> Iterator[tuple[str, str]]:
    """Markdown of the pages that are data through and through, by source below `docs/`."""
    for thing in WITH_PAGES:
        if thing.page == "made":
            for each in handbook.things[thing.folder]:
                call = f'{thing.name}_page("{each.id}")' if thing.name in KNOWN else "facts()"
                yield f"{language}/{thing.folder}/{each.id}.md", f"{{{{ {call} }}}}\n"


def assets_of(root: Path) -> set[str]:
    """Files below `docs/` that are published as they are, and those beside the company's pages."""
    return {*places.beside_pages(root)} | {
        file.relative_to(root / "docs").as_posix()
        for file in (root / "docs").rglob("*")
        if file.is_file()
        and file.suffix != ".md"
        and not is_leftover(file.relative_to(root / "docs"))
        and not file.relative_to(root).as_posix().startswith(places.LAYERS)
    }


def _made(handbook: Handbook) -> set[str]:
    """The pages that are made from data, by their place below `docs/zh`."""
    return {
        f"{thing.folder}/{each.id}"
        for thing in WITH_PAGES
        if thing.page == "made"
        for each in handbook.things[thing.folder]
    }
