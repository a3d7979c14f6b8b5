"""Every icon is one that the theme, or the project's own part of it, brings."""

from __future__ import annotations

from ...errors import nearest
from ...pages.theme import TEMPLATES
from ...reading.loaded import Loaded


def check(loaded: Loaded) -> None:
    """Report channels, scenarios and templates whose icon does not exist."""
    folders = (loaded.root / "overrides" / "theme" / ".icons", TEMPLATES / ".icons")
    things = loaded.folder("channels") | loaded.folder("scenarios") | loaded.folder("templates")
    for path, thing in things.items():
        if thing.icon and not any((folder / f"{thing.icon}.svg").is_file() for folder in folders):
            known = (
                file.relative_to(folder).with_suffix("").as_posix()
                for folder in folders
                for file in (folder / thing.icon).parent.glob("*.svg")
            )
            loaded.fault(path, ("icon",), f"unknown icon '{thing.icon}'; {nearest(thing.icon, known)}")
