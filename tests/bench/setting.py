"""What the measurements of a run share: a folder, a browser, the built site, how often to try."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tests.conftest import ROOT, mkdocs

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@dataclass
class Setting:
    """Where a measurement runs."""

    folder: Path
    """A temporary folder; each measurement makes its own below it."""
    browser: Browser
    times: int = 3
    """How often each thing is measured."""
    sizes: tuple[int, int, int] = (10, 100, 1000)
    """How many scenarios the handbook has that is built smaller and larger."""

    @cached_property
    def site(self) -> Path:
        """The whole site, built once, downloads included."""
        folder = self.folder / "site"
        built = mkdocs("build", "--strict", "--site-dir", str(folder), root=ROOT)
        if built.returncode:
            raise RuntimeError(built.stdout + built.stderr)
        return folder
