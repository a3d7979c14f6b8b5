"""Another build of the same site, as it stands on a host after the next release: what belongs to the build has other names."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

_MARK = re.compile(r"\.([0-9a-f]{10})(?=\.\w)")
_TEXT = (".html", ".js", ".json", ".css")


def other_build(site: Path, folder: Path) -> Path:
    """A copy of a site with other marks in all names, another id, and the word “NEXT” on each page.

    Args:
        site: a built site.
        folder: where to write the other one.
    """
    build = build_of(site)
    for file in site.rglob("*"):
        if not file.is_file():
            continue
        place = folder / _turned(file.relative_to(site).as_posix())
        place.parent.mkdir(parents=True, exist_ok=True)
        if file.suffix in _TEXT and "downloads" not in place.parts:
            text = _turned(file.read_text(encoding="utf-8")).replace(build, build[::-1])
            place.write_text(text.replace("<h1", "<p>NEXT</p><h1", 1), encoding="utf-8")
        else:
            shutil.copy(file, place)
    return folder


def build_of(site: Path) -> str:
    """The id of a site's build."""
    found = re.search(
        r'<meta name="handbook-build" content="(\w+)">', (site / "index.html").read_text(encoding="utf-8")
    )
    assert found
    return found[1]


def _turned(text: str) -> str:
    return _MARK.sub(lambda found: f".{found[1][::-1]}", text)


class Host:
    """A folder that is served, and replaced as `macros/building/staging.py` does."""

    def __init__(self, folder: Path, first: Path):
        self.folder = folder
        shutil.copytree(first, folder, copy_function=_linked)

    def replace(self, by: Path) -> None:
        """Put another site in the place of the one that is served."""
        self.folder.rename(self.folder.with_name("before"))
        shutil.copytree(by, self.folder, copy_function=_linked)


def _linked(source: str, target: str) -> None:
    Path(target).hardlink_to(source)
