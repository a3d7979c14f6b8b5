"""Every kind of thing has its parts: an overview in both languages, a place in the navigation, its component, its words.

Every part of the navigation has a name in Chinese too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from ...model.base import Review
from ...model.languages import LANGUAGES
from ...model.things import KNOWN, WITH_OVERVIEW, WITH_PAGES, Thing
from ...reading.loaded import Loaded
from ...reading.source import decode


def check(loaded: Loaded) -> None:
    """Report kinds of `macros/model/things.py` of which a part is missing, so that no page is silently not found."""
    settings = loaded.root / "mkdocs.yml"
    navigation = decode(settings, loaded.root, loaded.faults) if settings.is_file() else ""
    interface = loaded.records.get("interface.yml")
    for name, line in _nameless(navigation or ""):
        loaded.faults.add(
            "mkdocs.yml", line, "nav", f"'{name}' has no name in Chinese; add it to the nav_translations of zh"
        )
    for thing in WITH_OVERVIEW:
        for lacking in (name for name in _kept_by(thing) if name not in thing.record.model_fields):
            loaded.faults.add(
                "macros/model/things.py",
                1,
                thing.name,
                f"its record, {thing.record.__name__}, has no '{lacking}', which every kind has; add it there",
            )
        for language in LANGUAGES:
            overview = f"docs/{language}/{thing.folder}/index.md"
            if not (loaded.root / overview).is_file():
                loaded.faults.add(overview, 1, "file", f"is missing, the overview of the {thing.folder}; write it")
        if navigation and f"- {thing.folder}/index.md" not in navigation:
            loaded.faults.add(
                "mkdocs.yml", 1, "nav", f"has no part for the {thing.folder}; add one with {thing.folder}/index.md"
            )
        component = f"overrides/components/{thing.name}-facts.html"
        if thing.name not in KNOWN and not (loaded.root / component).is_file():
            loaded.faults.add(
                component, 1, "file", f"is missing, which shows what the data say of the {thing.folder}; write it"
            )
        for key in (f"found_{thing.name}", f"search_in_{thing.folder}"):
            if interface and key not in interface.texts:
                loaded.fault(
                    "interface.yml",
                    ("texts",),
                    f"'{key}' is missing, which the search shows for the {thing.folder}; add `{key}: {{zh: …, en: …}}`",
                )


def _kept_by(thing: Thing) -> tuple[str, ...]:
    """What lists, search and reviews ask of a thing, whatever its kind."""
    of_pages = ("summary",) if thing in WITH_PAGES else ()
    return "id", thing.titled_by, "aliases", *of_pages, *Review.model_fields


class _Loader(yaml.SafeLoader):
    """Reads the settings of MkDocs, in which plug-ins may have tags of their own; MkDocs says what is wrong with them."""


_Loader.add_multi_constructor("", lambda *_: None)


def _nameless(settings: str) -> Iterator[tuple[str, int]]:
    """The parts of the navigation, with their lines, that the Chinese pages would show by their English names."""
    try:
        read = yaml.load(settings, Loader=_Loader) or {}
    except yaml.YAMLError:
        return
    named = _named_in_chinese(read)
    lines = [line.strip() for line in settings.splitlines()]
    for item in read.get("nav") or ():
        for name, below in item.items() if isinstance(item, dict) else ():
            if isinstance(below, list) and name not in named:
                yield name, lines.index(f"- {name}:") + 1 if f"- {name}:" in lines else 1


def _named_in_chinese(settings: dict[str, Any]) -> set[str]:
    plugins = [plugin.get("i18n") for plugin in settings.get("plugins") or () if isinstance(plugin, dict)]
    languages = [each for plugin in plugins if isinstance(plugin, dict) for each in plugin.get("languages") or ()]
    return {name for each in languages if each.get("locale") == "zh" for name in each.get("nav_translations") or ()}
