"""Every icon is one that the theme, or the project's own part of it, brings."""

from __future__ import annotations

from ...errors import nearest
from ...pages.theme import TEMPLATES
from ...reading.loaded import Loaded


def check(loaded: Loaded) -> None:
    """Report channels whose icon does not exist."""
    folders = (loaded.root / "overrides" / "theme" / ".icons", TEMPLATES / ".icons")
    for path, channel in loaded.folder("channels").items():
        if not any((folder / f"{channel.icon}.svg").is_file() for folder in folders):
            known = (
                file.relative_to(folder).with_suffix("").as_posix()
                for folder in folders
                for file in (folder / channel.icon).parent.glob("*.svg")
            )
            loaded.fault(path, ("icon",), f"unknown icon '{channel.icon}'; {nearest(channel.icon, known)}")
