"""Every scenario, channel and step has its page in both languages, and no page is left without its data."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...errors import closest
from ...model.languages import LANGUAGES
from ...model.things import WITH_PAGES
from ...reading.loaded import Loaded
from ...reading.source import Location

_AN_ID = re.compile(r"[a-z0-9-]+")
_WRITTEN = {thing.folder for thing in WITH_PAGES if thing.page == "written"}


def check(loaded: Loaded) -> None:
    """Report pages without data, data without pages, and pages that one language lacks."""
    pages = {
        language: {source.removeprefix(f"{language}/") for source in loaded.pages if source.startswith(f"{language}/")}
        for language in LANGUAGES
    }
    wanted = _wanted(loaded)
    for page, (path, location) in wanted.items():
        for language in LANGUAGES:
            if page not in pages[language]:
                message = f"has no page {loaded.to_write(f'{language}/{page}')}; write it, or delete the data"
                if path in loaded.sources:
                    loaded.fault(path, location, message)
                else:
                    loaded.faults.add(loaded.place(path), 1, "file", message)
    with_data = _folders_with_data(loaded)
    for language in LANGUAGES:
        for page in pages[language] - wanted.keys():
            folder, _, name = page.rpartition("/")
            if folder in with_data and name != "index.md":
                message = _without_data(loaded, folder, name, wanted)
                loaded.faults.add(loaded.page(f"{language}/{page}"), 1, "file", message)
                continue
            for other in LANGUAGES:
                if page not in pages[other]:
                    message = f"is missing in the other language; write {loaded.to_write(f'{other}/{page}')}"
                    loaded.faults.add(loaded.page(f"{language}/{page}"), 1, "file", message)


def _without_data(loaded: Loaded, folder: str, name: str, wanted: Iterable[str]) -> str:
    """What to do about a page, by its folder and its name, that no data ask for."""
    own, procedure = name.removesuffix(".md"), folder.rpartition("/")[2]
    beside = (each.rpartition("/")[2].removesuffix(".md") for each in wanted if each.startswith(f"{folder}/"))
    data = (
        f"step '{own}' in {loaded.to_write(f'data/procedures/{procedure}.yml')}"
        if "/" in folder
        else loaded.to_write(f"data/{folder}/{own}.yml")
    )
    close = closest(own, beside)
    return f"has no data; write {data}, " + (f"or name the page {close}.md" if close else "or delete the page")


def _named(loaded: Loaded, path: str, name: str) -> str:
    """What the page of a data file is called; a file that must be renamed, which another rule says, has the page of its id."""
    record = loaded.records.get(path)
    return record.id if record and not _AN_ID.fullmatch(name) else name


def _folders_with_data(loaded: Loaded) -> set[str]:
    """The folders of which every page has data; not those of a procedure that cannot be read and may list the page."""
    procedures = loaded.ids("procedures")
    sound = {path.removeprefix("procedures/").removesuffix(".yml") for path in loaded.folder("procedures")}
    return _WRITTEN | {f"guide/{name}" for name in ("internal", "external") if name in sound or name not in procedures}


def _wanted(loaded: Loaded) -> dict[str, tuple[str, Location]]:
    """The pages that data asks for, each with the place that asks: a data file, and where in it a step stands."""
    wanted: dict[str, tuple[str, Location]] = {}
    for folder in sorted(_WRITTEN):
        for name in loaded.ids(folder):
            path = f"{folder}/{name}.yml"
            wanted[f"{folder}/{_named(loaded, path, name)}.md"] = path, ("id",)
    for path, source in loaded.sources.items():
        if path.startswith("procedures/"):
            steps = source.data.get("steps")
            for number, step in enumerate(steps if isinstance(steps, list) else ()):
                if isinstance(step, dict) and isinstance(step.get("id"), str):
                    page = f"guide/{path.removeprefix('procedures/').removesuffix('.yml')}/{step['id']}.md"
                    wanted[page] = path, ("steps", number, "id")
    return wanted
