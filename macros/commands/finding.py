"""What a command means by an id: `absence`, `scenarios/absence`, `glossary/to-do`, `reference/seals`."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from ..console import in_words, said
from ..errors import Faults, nearest
from ..model.base import LANGUAGES
from ..model.things import BY_FOLDER, THINGS
from ..reading import source
from ..reading.layer import composing, places


class NotFound(Exception):
    """Nothing is meant. The text says what comes nearest."""


@dataclass(frozen=True)
class Found:
    """A thing, a term or a page, and where it stands."""

    path: str
    """As the company's changes name it."""
    files: list[Path] = field(default_factory=list)
    """The files that are its own: its data, its pages; none of a term."""


def find(root: Path, kind: str, ident: str) -> Found:
    """What is meant by a kind and an id.

    Args:
        root: the project's root.
        kind: of thing, or `term`, or `page`.
        ident: its id, with its folder or without; of a page its place below `docs/zh`.

    Raises:
        NotFound: there is none.
    """
    laid = composing.lay(root, Faults())
    folder = next((thing.folder for thing in THINGS if thing.name == kind), "glossary" if kind == "term" else "")
    path = ident.removeprefix(f"{folder}/").removesuffix(".yml" if folder else ".md")
    path = f"{folder}/{path}" if folder else path.removeprefix("zh/").removeprefix("en/")
    pages = [laid.pages[page] for language in LANGUAGES if (page := f"{language}/{path}.md") in laid.pages]
    if kind == "term":
        read = laid.sources.get("glossary.yml") or source.read(laid.files["glossary.yml"], root, Faults())
        known = {f"glossary/{term['id']}" for term in read.data["terms"]} if read else set()
        files: list[Path] = []
    elif folder:
        known = {name.removesuffix(".yml") for name in laid.files if name.startswith(f"{folder}/")}
        files = [*_with_its_form(laid.files[f"{path}.yml"]), *pages] if path in known else []
    else:
        known = {page.partition("/")[2].removesuffix(".md") for page in laid.pages}
        known = {page for page in known if page.partition("/")[0] not in BY_FOLDER or page.endswith("/index")}
        files = pages
    if path not in known:
        raise NotFound(said("not_found", what=path, hint=in_words(nearest(path, known))))
    return Found(path, files)


def _with_its_form(data: Path) -> list[Path]:
    """A data file, and what stands beside it under its name where it is about a form of the company's own."""
    return sorted(data.parent.glob(f"{data.stem}.*")) if data.parent.name == places.FORMS else [data]
