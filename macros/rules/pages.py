"""Every scenario, channel and step has its page in both languages, and no page is left without its data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import nearest
from ..model.base import LANGUAGES

if TYPE_CHECKING:
    from ..loading import Loaded

_FOLDERS = ("scenarios", "channels", "guide/internal", "guide/external")


def check(loaded: Loaded) -> None:
    """Report pages without data, data without pages, and pages that one language lacks."""
    docs = loaded.root / "docs"
    pages = {language: {file.relative_to(docs / language).as_posix() for file in (docs / language).rglob("*.md")}
             for language in LANGUAGES}
    wanted = _wanted(loaded)
    for page, path in wanted.items():
        for language in LANGUAGES:
            if page not in pages[language]:
                loaded.faults.add(f"docs/data/{path}", 1, "",
                                  f"has no page docs/{language}/{page}; write it, or delete the data")
    for language in LANGUAGES:
        for page in pages[language]:
            folder, _, name = page.rpartition("/")
            if folder in _FOLDERS and name != "index.md" and page not in wanted:
                known = [known_page for known_page in wanted if known_page.startswith(f"{folder}/")]
                loaded.faults.add(f"docs/{language}/{page}", 1, "",
                                  f"has no data in docs/data/; {nearest(page, known)}")
            for other in LANGUAGES:
                if page not in pages[other] and page not in wanted:
                    loaded.faults.add(f"docs/{language}/{page}", 1, "",
                                      f"is missing in the other language; write docs/{other}/{page}")


def _wanted(loaded: Loaded) -> dict[str, str]:
    """The pages that data asks for, each with the data file that asks."""
    wanted = {}
    for folder in ("scenarios", "channels"):
        for name in loaded.ids(folder):
            wanted[f"{folder}/{name}.md"] = f"{folder}/{name}.yml"
    for path, source in loaded.sources.items():
        if path.startswith("procedures/"):
            steps = source.data.get("steps")
            for step in steps if isinstance(steps, list) else ():
                if isinstance(step, dict):
                    wanted[f"guide/{path.removeprefix('procedures/').removesuffix('.yml')}/{step.get('id')}.md"] = path
    return wanted
