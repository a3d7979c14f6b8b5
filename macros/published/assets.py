"""The handbook's style sheet and script: each one file, so that a page asks for one; kept in parts, so that an editor
finds each thing in its place. The parts are joined in the order of their names.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import material

from .. import addresses
from ..model.base import Language
from ..model.checklist import Checklist, Item
from ..model.handbook import Handbook
from ..pages.script_data import working_hours

_THEME_STYLES = Path(material.__file__).parent / "templates" / "assets" / "stylesheets"
_IMPORT = re.compile(r"^import .*?;\n", re.MULTILINE)
_COMMENT = re.compile(r"/\*\*.*?\*/[ \t]*\n?|^[ \t]*//[^\n]*\n", re.DOTALL | re.MULTILINE)
"""Comments, types among them, which those who edit need and those who read need not load."""
_EXPORT = re.compile(r"^export (?=async |class |const |function )", re.MULTILINE)


def stylesheet(styles: Path, handbook: Handbook) -> str:
    """Join the theme's styles, ours, and a rule with its hue for each channel.

    The theme's stand in a layer below, so that ours win whatever their selectors, without a second request.
    """
    theme = next(_THEME_STYLES.glob("main.*.min.css")).read_text(encoding="utf-8").removeprefix('@charset "UTF-8";')
    parts = [part.read_text(encoding="utf-8") for part in sorted(styles.glob("*.css"))]
    hues = [f".channel--{channel.id} {{ --hue: {channel.hue}; }}\n" for channel in handbook.channels]
    return "\n".join(["@layer theme {", theme.partition("/*# sourceMappingURL")[0], "}", *parts, "".join(hues)])


def script(elements: Path) -> str:
    """Join the custom elements into one module; each stands in a block, so that its names stay its own."""
    parts = [_code(part) for part in sorted(elements.glob("*.js"))]
    return "\n".join(f"{{\n{part}}}\n" for part in parts)


def checklists_script(overrides: Path) -> str:
    """Join the modules of the checklists into one, with what else the page of all that is kept has to know."""
    shared = [*_modules(overrides / "keeping"), *_modules(overrides / "drafts"), overrides / "practice" / "memory.js"]
    return "\n".join(_joinable(part) for part in (*shared, *_modules(overrides / "checklists")))


def practice_script(overrides: Path) -> str:
    """The practice's modules, with the words that it shares with the checklists."""
    return _with_words(overrides, _modules(overrides / "practice"))


def chooser_script(overrides: Path) -> str:
    """The chooser's module, with the words that it shares with the checklists."""
    return _with_words(overrides, [overrides / "chooser" / "channel-chooser.js"])


def _with_words(overrides: Path, modules: list[Path]) -> str:
    return "\n".join(_joinable(part) for part in (overrides / "checklists" / "words.js", *modules))


def filling_script(overrides: Path) -> str:
    """Join the modules that fill forms in into one, which exports what each of them exports."""
    shared = [overrides / "checklists" / name for name in ("handing-over.js", "ics.js", "words.js")]
    parts = [*_modules(overrides / "keeping"), *_modules(overrides / "drafts"), *shared, *_modules(overrides / "filling")]
    return "\n".join(_IMPORT.sub("", _code(part)) for part in parts)


def _modules(folder: Path) -> list[Path]:
    """The modules of a folder; their names differ, so that they can share one scope.

    What runs at once, when all that it needs is there, stands in `start.js`, which comes last.
    """
    return sorted(folder.glob("*.js"), key=lambda part: (part.name == "start.js", part.name))


_ENGINE = ("terms", "sounds", "engine", "excerpt", "worker")
"""The modules that run in the search's worker, in the order in which one needs another."""


def search_engine(modules: Path) -> str:
    """The modules of the search's engine as one script for a worker."""
    return "\n".join(_joinable(modules / f"{name}.js") for name in _ENGINE)


def search_script(modules: Path) -> str:
    """The modules with which a page searches, as one that exports what `start.js` does."""
    parts = sorted(part for part in modules.glob("*.js") if part.stem not in (*_ENGINE, "start"))
    start = _IMPORT.sub("", (modules / "start.js").read_text(encoding="utf-8"))
    return "\n".join([*map(_joinable, parts), start])


def _joinable(module: Path) -> str:
    return _EXPORT.sub("", _IMPORT.sub("", _code(module)))


def _code(module: Path) -> str:
    return _COMMENT.sub("", module.read_text(encoding="utf-8"))


def _due(handbook: Handbook, checklist: Checklist, item: Item) -> dict[str, object]:
    if not item.due:
        return {}
    time = handbook.due_time(item.due)
    working = {"working": True} if time.clock == "working" else {}
    return {"within": time.within, **working, "event": checklist.event_of(item)}


def checklists_catalogue(handbook: Handbook, language: Language) -> bytes:
    """What the page of all runs must know of every checklist, as JSON (the type `Checklist` of `exchange.js`)."""
    lists = [{
        "id": checklist.id,
        "title": checklist.title[language],
        "url": addresses.checklist(checklist.id, language),
        "retired": list(checklist.retired),
        "items": [{"id": item.id, "group": group.title[language], "text": item.text[language],
                   **_due(handbook, checklist, item)}
                  for group in checklist.groups for item in group.items],
        **({"hours": working_hours(handbook)} if handbook.counts_working_time(checklist) else {}),
    } for checklist in handbook.checklists]
    return json.dumps(lists, ensure_ascii=False).encode()
