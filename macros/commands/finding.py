"""What a command means by an id: `absence`, `scenarios/absence`, `glossary/to-do`, `reference/seals`."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from ..console import in_words, said
from ..errors import Faults, nearest
from ..model.languages import LANGUAGES
from ..model.things import BY_FOLDER, THINGS
from ..reading import source
from ..reading.layer import composing, places
from ..reading.layer.laid import Laid
from .line import REMOVABLE

_CALLED = {
    **{each: each for each in REMOVABLE},
    **{thing.folder: thing.name for thing in THINGS if thing.name in REMOVABLE},
    "pages": "page",
    "terms": "term",
    "glossary": "term",
    "form": "template",
    "forms": "template",
}
"""What people call a kind, and what it is."""

_HOME = "index"
"""The page at the root of the site, to which every other leads."""


class NotFound(Exception):
    """Nothing is meant. The text says what comes nearest."""


@dataclass(frozen=True)
class Found:
    """A thing, a term or a page, and where it stands."""

    path: str
    """As the company's changes name it."""
    files: list[Path] = field(default_factory=list)
    """The files that are its own: its data, its pages; none of a term."""


def to_remove(root: Path, kind: str, ident: str) -> Found:
    """What is meant, whatever word of its address stands for its kind: `scenario absence`, `scenarios/absence`, `reference seals`.

    Args:
        root: the project's root.
        kind: of thing, in the singular or as its folder is called, or the beginning of its place, or all of it.
        ident: its id.

    Raises:
        NotFound: there is none. The text says what to type.
    """
    first, _, rest = "/".join(each.strip("/") for each in (kind, ident) if each.strip("/")).partition("/")
    if first in _CALLED and rest:
        try:
            return find(root, _CALLED[first], rest)
        except NotFound as error:
            pages = first in BY_FOLDER and _known_as(root, "page", f"{first}/{rest}")
            others = [
                f"{other} {path.partition('/')[2] if other != 'page' else path}"
                for other in REMOVABLE
                if other != _CALLED[first]
                for path in [_known_as(root, other, rest)]
                if path
            ]
            if pages:
                return find(root, "page", pages)
            if others:
                raise NotFound(said("remove_that", what=f"{kind} {ident}".strip(), found=others[0])) from None
            raise error
    if page := _known_as(root, "page", f"{first}/{rest}".strip("/")):
        return find(root, "page", page)
    what = f"{kind} {ident}".strip() or "…"
    raise NotFound(said("remove_how", what=what, kinds=", ".join(REMOVABLE)))


def _known_as(root: Path, kind: str, ident: str) -> str:
    """The path of what is meant by a kind and an id; blank where nothing is."""
    try:
        return find(root, kind, ident).path
    except NotFound:
        return ""


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
        ending = [page for page in known if page.endswith(f"/{path}")]
        if path not in known and len(ending) == 1:
            return find(root, kind, ending[0])
    if path == _HOME:
        raise NotFound(said("home_stays"))
    if path not in known:
        called = _called(ident, known, laid, root) if folder else []
        raise NotFound(said("not_found", what=path, hint=in_words(nearest(path, called or known))))
    return Found(path, files)


def _called(name: str, known: set[str], laid: Laid, root: Path) -> list[str]:
    """The things in whose title a name stands: who does not know the id has read that."""
    found = []
    for path in sorted(known):
        file = laid.files.get(f"{path}.yml")
        read = file and (laid.sources.get(f"{path}.yml") or source.read(file, root, Faults()))
        titles = [read.data.get(key) for key in ("title", "guide_name", "name", "matter")] if read else []
        if any(name in str(words) for title in titles if isinstance(title, dict) for words in title.values()):
            found.append(path)
    return found


def _with_its_form(data: Path) -> list[Path]:
    """A data file, and what stands beside it under its name where it is about a form of the company's own."""
    return sorted(data.parent.glob(f"{data.stem}.*")) if data.parent.name == places.FORMS else [data]
