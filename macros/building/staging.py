"""The site is built beside its place and put there only when it is whole, so that the last good one stays."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path


class Staging:
    """Where a build writes until it has succeeded. One at a time; `begin`, then `publish` or `discard`."""

    def __init__(self) -> None:
        self._site: Path | None = None

    def begin(self, site: Path) -> Path:
        """Start a build for `site` and say where to write it; called again within a build, it changes nothing."""
        if self._site is None:
            self._site = site
            shutil.rmtree(self._folder, ignore_errors=True)
            if self._replaced.exists() and not site.exists():
                self._replaced.rename(site)  # an earlier run was stopped between the two moves of `publish`
        return self._folder

    @property
    def _folder(self) -> Path:
        assert self._site is not None
        return self._site.with_name(self._site.name + ".building")

    @property
    def _replaced(self) -> Path:
        assert self._site is not None
        return self._site.with_name(self._site.name + ".replaced")

    def publish(self) -> Path:
        """Put the finished build in its place, and return that."""
        assert self._site is not None
        site, old = self._site, self._replaced
        shutil.rmtree(old, ignore_errors=True)
        if site.exists():
            site.rename(old)
        self._folder.rename(site)
        shutil.rmtree(old, ignore_errors=True)
        self._site = None
        return site

    def discard(self) -> Path | None:
        """Throw an unfinished build away, and return the place of the last good one, which stays."""
        if self._site is None:
            return None
        shutil.rmtree(self._folder, ignore_errors=True)
        site, self._site = self._site, None
        return site


class WarningCounter(logging.Handler):
    """Counts warnings during a build: MkDocs' strict mode looks at its own count only after everything is written."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Count one warning."""
        self.count += 1
