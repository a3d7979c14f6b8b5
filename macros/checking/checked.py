"""Everything that is checked before a page is built: the data, then every page on trial."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..downloads import Downloads, addresses_of
from ..errors import Faults
from ..model.base import LANGUAGES, Language
from ..model.handbook import Handbook
from ..model.things import WITH_PAGES
from ..pages.authoring import Macros
from ..pages.views import Views
from ..reading import loading
from ..reading.source import is_hidden
from . import links, prose, rules


@dataclass(frozen=True)
class Checked:
    """A handbook without a fault, ready to be built."""

    handbook: Handbook
    downloads: Downloads | None
    """None where only a check was asked for."""
    views: dict[Language, Views]
    macros: Macros


def load(root: Path) -> tuple[Handbook | None, Faults]:
    """Read all data of a project and hold every rule against them.

    Args:
        root: the project's root, which holds `docs/data/` and `CHANGELOG.md`.

    Returns:
        The handbook and no fault, or None and every fault found.
    """
    loaded = loading.load(root)
    for rule in rules.ALL:
        rule.check(loaded)
    return (None if loaded.faults else loading.handbook_of(loaded)), loaded.faults


def check(root: Path, today: date, made: Downloads | None = None, *,
          with_downloads: bool = True) -> tuple[Checked | None, Faults]:
    """Load the data and try every page.

    Args:
        root: the project's root.
        today: the day against which reviews are held.
        made: downloads of an earlier run; what did not change is taken from there.
        with_downloads: whether to make them; nothing that an editor writes is wrong only there, and they take longest.

    Returns:
        What building needs and no fault, or None and all faults found. Pages are tried only with sound data.
    """
    handbook, faults = load(root)
    pages = prose.read(root, faults)
    prose.check_text(pages, faults)
    if handbook is None:
        return None, faults
    downloads = Downloads(handbook, made) if with_downloads else None
    sizes = downloads.sizes() if downloads else defaultdict(int)
    views: dict[Language, Views] = {
        language: Views(handbook, language, root / "overrides", today, sizes) for language in LANGUAGES}
    macros = Macros(views, {page.in_either_language.removesuffix(".md") for page in pages} | _made(handbook))
    rendered = prose.check_macros(pages, macros, faults)
    rendered |= {source: prose.rendered_alone(source, markdown, macros)
                 for language in LANGUAGES for source, markdown in made_pages(handbook, language)}
    files = addresses_of(handbook) | _assets(root)
    unread = {file.relative_to(root / "docs").as_posix() for file in (root / "docs").rglob("*.md")} - rendered.keys()
    links.check(pages, {source: links.ids(text) for source, text in rendered.items()}, files, unread, faults)
    return (None if faults else Checked(handbook, downloads, views, macros)), faults


def made_pages(handbook: Handbook, language: Language) -> Iterator[tuple[str, str]]:
    """Markdown of the pages that are data through and through, by source below `docs/`."""
    for thing in WITH_PAGES:
        if thing.page == "made":
            for each in handbook.things[thing.folder]:
                yield f"{language}/{thing.folder}/{each.id}.md", f'{{{{ {thing.name}_page("{each.id}") }}}}\n'


def _assets(root: Path) -> set[str]:
    """Files below `docs/` that are published as they are."""
    return {file.relative_to(root / "docs").as_posix() for file in (root / "docs").rglob("*")
            if file.is_file() and file.suffix != ".md" and not is_hidden(file)}


def _made(handbook: Handbook) -> set[str]:
    """The pages that are made from data, by their place below `docs/zh`."""
    return {f"{thing.folder}/{each.id}" for thing in WITH_PAGES if thing.page == "made" for each in handbook.things[thing.folder]}
