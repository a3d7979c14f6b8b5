"""Draws everything: builds the site for the day of the pictures, then takes task by task, on all cores.

What was drawn of the same sources before is taken again, so that a run that was broken off goes on where it stood.
"""

from __future__ import annotations

import concurrent.futures
import hashlib
import json
import multiprocessing
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest import mock

from playwright.sync_api import sync_playwright

from tests.conftest import ROOT, SOURCES, mkdocs, serve
from tests.pictures import documents, pages
from tests.pictures.sheets import lay

WORK = ROOT / ".cache" / "pictures"
TASKS: tuple[pages.Shown | documents.Batch, ...] = (*documents.ALL, *pages.ALL)
"""What is drawn in one go each, the longest first."""
_PROGRAMS = ("chromium-headless-shell", "chromium", "google-chrome")


def build(folder: Path) -> None:
    """Build the site for the day on which pictures are taken."""
    with mock.patch.dict(os.environ, SOURCE_DATE_EPOCH=str(pages.TODAY)):
        run = mkdocs("build", "--strict", "--site-dir", str(folder), root=ROOT)
    assert run.returncode == 0, run.stdout + run.stderr


def place(here: dict[str, str]) -> Path:
    """The folder of everything that is drawn of the sources as they are now; those of other sources are removed.

    Args:
        here: what is drawn with.
    """
    found = hashlib.sha256(json.dumps(here).encode())
    for name in (*SOURCES, "tests/pictures"):
        for file in sorted((ROOT / name).rglob("*")) if (ROOT / name).is_dir() else [ROOT / name]:
            if file.is_file() and "__pycache__" not in file.parts and "stored" not in file.parts:
                found.update(file.relative_to(ROOT).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    now = WORK / found.hexdigest()[:16]
    for old in WORK.iterdir() if WORK.is_dir() else ():
        if old != now:
            shutil.rmtree(old)
    return now


def launched(chromium: Any) -> Any:
    """The browser that the tests take, too, by playwright's kind of browser."""
    path = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if not path:
        sys.exit(f"needs {' or '.join(_PROGRAMS)}")
    return chromium.launch(executable_path=path, args=["--no-sandbox"])


def draw_all(site: Path, folder: Path) -> Iterator[tuple[str, str]]:
    """Draw what is not drawn yet, and give each task's name and its fault, or blank, as soon as it is done.

    Args:
        site: as it was built.
        folder: for the sheets, as PNG.
    """
    open_ = [task for task in TASKS if not all((folder / name).with_suffix(".png").exists() for name in task.names)]
    workers = min(os.cpu_count() or 1, len(open_) or 1)
    context = multiprocessing.get_context("spawn")
    with concurrent.futures.ProcessPoolExecutor(workers, context, _begin, (site,)) as pool:
        running = {pool.submit(_draw, TASKS.index(task), folder): task for task in open_}
        for done in concurrent.futures.as_completed(running):
            yield str(running[done]), str(done.exception() or "")


class _Studio:
    """What a process draws with."""

    browser: Any
    site: Path
    address: str


def _begin(site: Path) -> None:
    _Studio.site = site
    _Studio.address = serve(site)[1]
    _Studio.browser = launched(sync_playwright().start().chromium)


def _draw(number: int, folder: Path) -> None:
    """Draw one task; where a program stumbles, a second time."""
    task = TASKS[number]
    try:
        found = task.drawn(_Studio.browser, _Studio.address, _Studio.site)
    except Exception:
        if not _Studio.browser.is_connected():
            _Studio.browser = launched(_Studio.browser.browser_type)
        found = task.drawn(_Studio.browser, _Studio.address, _Studio.site)
    for name, parts in found.items():
        place = (folder / name).with_suffix(".png")
        place.parent.mkdir(parents=True, exist_ok=True)
        unfinished = place.with_suffix(".new")
        lay(parts).save(unfinished, "PNG", compress_level=1)
        unfinished.replace(place)
