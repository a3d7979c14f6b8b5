"""Every page that the search data name exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import nearest
from ..source import is_hidden

if TYPE_CHECKING:
    from ..loaded import Loaded


def check(loaded: Loaded) -> None:
    """Report pages that nobody wrote, and those that are given other words twice."""
    search = loaded.records.get("search.yml")
    if search is None:
        return
    folder = loaded.root / "docs" / "zh"
    written = {file.relative_to(folder).as_posix().removesuffix(".md") for file in folder.rglob("*.md")
               if not is_hidden(file)}
    made = {f"{kind}/{name}" for kind in ("templates", "checklists") for name in loaded.ids(kind)}
    seen: dict[str, int] = {}
    for name in ("frequent", "pages"):
        for number, entry in enumerate(getattr(search, name)):
            if entry.page not in written | made:
                loaded.fault("search.yml", (name, number, "page"),
                             f"unknown page '{entry.page}'; {nearest(entry.page, written | made)}")
    for number, entry in enumerate(search.pages):
        if entry.page in seen:
            loaded.fault("search.yml", ("pages", number, "page"),
                         f"'{entry.page}' has its words in pages[{seen[entry.page]}] already; join the two")
        seen.setdefault(entry.page, number)
