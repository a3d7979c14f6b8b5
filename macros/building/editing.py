"""`mkdocs serve`: what an editor changes is shown at once, then the whole site is built anew behind it."""

from __future__ import annotations

import dataclasses
import hashlib
import logging
import re
import threading
import time
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from mkdocs.exceptions import PluginError

from .. import addresses
from ..checking import partly
from ..console import in_words, said
from ..model.languages import Language
from ..published import assets
from .browsers import Browsers
from .faults import Faulty, Shown, shown
from .kept import Keeper, Kept, Superseded
from .sources import Change, Plan, Sources, plan

_log = logging.getLogger("mkdocs.handbook")

_LOOK = 0.1
"""Seconds between two looks at the sources."""
_PAUSE = 1.0
"""Seconds that a browser has to load what was shown at once, before the whole build takes the processor."""


class Editing:
    """One thread that looks at the sources and makes what has changed, so that no two builds ever run at a time."""

    def __init__(
        self,
        root: Path,
        folder: Path,
        keeper: Keeper,
        browsers: Browsers,
        build: Callable[[], None],
        resume: Callable[[Kept, Language], None],
        today: Callable[[], date],
    ):
        """
        Args:
            root: the project's root.
            folder: the site that is served.
            keeper: has the last whole build.
            browsers: what shows the site.
            build: builds the whole site; never fails, but may be superseded.
            resume: puts the build's hooks back to where they were for a language.
            today: the day against which reviews are held.
        """
        self._root, self._keeper, self._browsers = root, keeper, browsers
        self._build, self._resume, self._today = build, resume, today
        self._site = _Site(folder)
        self._sources = Sources(root)
        self._pending: dict[str, Change] = {}
        self._faults: tuple[Shown, ...] = ()
        self._building, self._looked = False, 0.0
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True, name="editing")
        keeper.pause = self._give_way

    def start(self) -> None:
        """Begin to look at the sources."""
        self._thread.start()

    def stop(self) -> None:
        """End, in the middle of a build if need be."""
        self._stopped.set()
        self._thread.join(5)

    def _run(self) -> None:
        build_at: float | None = None
        day = self._today()
        while not self._stopped.wait(_LOOK):
            self._pending.update(self._sources.changes())
            if self._pending:
                time.sleep(_LOOK / 2)  # an editor that writes several files, or one in parts, has done so
                changes, self._pending = self._pending | self._sources.changes(), {}
                build_at = time.monotonic() + (_PAUSE if self._at_once(changes) else 0)
            elif day != self._today():  # what is due for review is another
                day, build_at = self._today(), time.monotonic()
            elif build_at is not None and time.monotonic() >= build_at and self._whole():
                build_at = None

    def _give_way(self) -> None:
        """Called at every step of a whole build: a change is shown first, then all is built anew."""
        if not self._building:
            return  # a page that is shown at once
        if time.monotonic() - self._looked > _LOOK:
            self._pending.update(self._sources.changes())
            self._looked = time.monotonic()
        if self._pending or self._stopped.is_set():
            raise Superseded

    def _whole(self) -> bool:
        """Build everything and tell the browsers what has become different; False where a change came in between."""
        before, self._keeper.failure = self._keeper.last, None
        self._building, self._looked = True, time.monotonic()
        try:
            self._build()
        except Superseded:
            return False
        finally:
            self._building = False
        failed = self._keeper.last is before
        self._show(shown(self._keeper.failure or PluginError("the terminal says why")) if failed else ())
        if changed := self._site.changed():
            self._browsers.tell(changed)
        if not failed:
            _log.info(said("whole_site"))
        return True

    def _at_once(self, changes: dict[str, Change]) -> bool:
        """Show what can be shown without building everything; False where nothing can."""
        what, kept = plan(changes), self._keeper.last
        if what is None or kept is None:
            return False
        begun = time.monotonic()
        still = tuple(fault for fault in self._faults if fault.path not in changes)
        try:
            made = self._made(what, kept)
        except Faulty as error:
            self._show(tuple(dict.fromkeys((*still, *shown(error)))))
            return True
        except (Exception, SystemExit):
            _log.debug("not shown at once", exc_info=True)  # the whole build says what is wrong, if anything is
            return False
        self._site.write(made)
        self._show(still)
        self._browsers.tell(made)
        _log.info(said("shown", seconds=time.monotonic() - begun, files=", ".join(sorted(changes))))
        return True

    def _made(self, what: Plan, kept: Kept) -> dict[str, bytes]:
        """The files that browsers need for what has changed, by their addresses."""
        made: dict[str, bytes] = {}
        overrides = self._root / "overrides"
        if what.styles:
            made |= {
                f"assets/{name}.css": assets.stylesheet(overrides, name, kept.checked.handbook).encode()
                for name in assets.SHEETS
            }
        if what.scripts:
            made |= dict(assets.all_scripts(overrides))
        sources = set(what.pages)
        if what.data:
            checked, faults = partly.data(self._root, self._today(), kept.checked)
            if checked is None:
                raise Faulty(faults)
            kept.adopt(checked)
            sources |= set(kept.sources_of(self._browsers.open_pages()))
        for source in sorted(sources):
            if faults := partly.page(self._root, source, kept.checked):
                raise Faulty(faults)
        made |= dict(kept.render(source, self._resume) for source in sorted(sources))
        return made

    def _show(self, faults: tuple[Shown, ...]) -> None:
        if faults == self._faults:
            return
        self._faults = faults
        kept = self._keeper.last
        if kept is None:
            return

        def fault(address: str) -> str:
            language = addresses.language_of(address)
            told = [dataclasses.replace(each, message=in_words(each.message, language)) for each in faults]
            return kept.checked.views[language].render_file("editing/fault.html", faults=told) if faults else ""

        self._browsers.show_fault(fault)


class _Site:
    """The site that is served: what browsers would load again of it."""

    def __init__(self, folder: Path):
        self._folder = folder
        self._digests = dict(self._look())

    def write(self, files: dict[str, bytes]) -> None:
        """Put files in their places, each at one stroke."""
        for address, content in files.items():
            file = self._folder / address
            beside = file.with_name(f"{file.name}.new")
            beside.write_bytes(content)
            beside.replace(file)
            self._digests[address] = hashlib.sha256(content).digest()

    def changed(self) -> set[str]:
        """The addresses of pages, styles and scripts that a build has made different since the last call."""
        before, self._digests = self._digests, dict(self._look())
        return {
            address
            for address in before.keys() | self._digests.keys()
            if before.get(address) != self._digests.get(address)
        }

    def _look(self) -> Iterable[tuple[str, bytes]]:
        for file in self._folder.rglob("*"):
            if re.search(r"\.(html|css|js)$", file.name) and file.is_file():
                yield file.relative_to(self._folder).as_posix(), hashlib.sha256(file.read_bytes()).digest()
