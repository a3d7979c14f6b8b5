"""How long an editor waits under `mkdocs serve`, from saving a file to seeing the change in the browser."""

from __future__ import annotations

import os
import re
import socket
import statistics
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench import projects
from tests.bench.building import build
from tests.bench.others import HANDBOOK, OTHERS, Generator
from tests.bench.section import Section, table
from tests.bench.setting import Setting

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_PAGE = "en/scenarios/overdue-answer"
_STYLES = "overrides/components/40-components.css"
MOST = {"prose": 1.0, "data": 2.0, "style": 1.0}
"""Seconds after which an edit is to be seen."""
_FOLLOWS = 1.5
"""Seconds between seeing an edit and the next: the build of everything is then under way, and is interrupted."""


def measure(setting: Setting) -> Section:
    """Edit prose, data and styles while the handbook is served; then prose while each of the others is."""
    folder = setting.folder / "editing"
    ours = projects.handbook(folder / "ours", None)
    build(ours, folder / "site", str(folder / "markdown"))
    with _served(HANDBOOK, ours, folder) as url:
        here = _Edited(setting.browser, ours / "docs", url)
        prose = [here.prose(f"Seen{number}") for number in range(setting.times + 2)]
        data = [here.data(f"Known{number}") for number in range(setting.times)]
        style = [here.style(str(number)) for number in range(setting.times)]
    seconds = {"prose": prose, "data": data, "style": style}
    rows = [(f"{what}, the handbook", _median(measured)) for what, measured in seconds.items()]
    for number, other in enumerate(OTHERS):  # one after the other: they would have to share the processor
        project = other.lay(folder / f"other-{number}", ours, folder / "markdown")
        rows.append((f"prose, {other.name}", _of_another(setting, other, project, folder)))
    text = f"""\
From saving a file to seeing the change in the browser, under `make serve`, all downloads included, against {_names()}
with the same pages, each as Markdown after its macros.

{table(("edit", "seen after"), rows)}

Goals: {", ".join(f"{what} {most:.0f} s" for what, most in MOST.items())}. What is open is shown at once, and the whole
site is built behind it; MkDocs alone builds all of it first, VitePress only what is open, with its HTML as text. Edits come {_FOLLOWS} s apart:
most interrupt a build."""
    short = [
        f"A change of {what} is seen after {_median(seconds[what])}; the goal is at most {most:.0f} s."
        for what, most in MOST.items()
        if statistics.median(seconds[what]) > most
    ]
    return Section("Editing", text, short)


def _names() -> str:
    *others, last = (other.name for other in OTHERS)
    return f"{', '.join(others)} and {last}"


def _of_another(setting: Setting, other: Generator, project: Path, folder: Path) -> str:
    if other.serve(0) is None:
        return "not measured: it is not installed"
    with _served(other, project, folder) as url:
        docs = project / "docs" if (project / "docs").is_dir() else project
        there = _Edited(setting.browser, docs, url)
        return _median([there.prose(f"Seen{number}") for number in range(setting.times)])


@contextmanager
def _served(generator: Generator, project: Path, folder: Path) -> Iterator[str]:
    """A project while its generator serves it: the address of the page that is edited."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = folder / "serve.log"
    with log.open("wb") as written:
        server = subprocess.Popen(
            generator.serve(port) or (),
            cwd=project,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            stdout=written,
            stderr=subprocess.STDOUT,
        )
    url = f"http://127.0.0.1:{port}/{generator.page.format(_PAGE)}"
    try:
        until = time.monotonic() + 300
        while True:
            try:
                urllib.request.urlopen(url).close()
                break
            except urllib.error.URLError:
                if server.poll() is not None or time.monotonic() > until:
                    said = log.read_text(encoding="utf-8", errors="replace")[-3000:]
                    raise RuntimeError(f"{generator.name} does not answer\n{said}") from None
                time.sleep(0.2)
        yield url
    finally:
        server.terminate()  # not SIGINT, which a process in the background may have been told to ignore
        server.wait(30)


class _Edited:
    """A served project, one page of which is open in a browser while its sources are edited."""

    def __init__(self, browser: Browser, docs: Path, url: str):
        self._docs = docs
        self._page = browser.new_page()
        self._page.goto(url, timeout=120_000)
        self._page.locator("h1").first.wait_for(timeout=120_000)  # some draw the page by a script
        time.sleep(_FOLLOWS)

    def prose(self, mark: str) -> float:
        """Seconds from adding a word at the end of the page's Markdown to seeing it."""
        return self._edit(self._docs / f"{_PAGE}.md", lambda text: f"{text}\n\n{mark}\n", lambda: self._see(mark))

    def data(self, mark: str) -> float:
        """The same for a word in the scenario's data."""
        file = self._docs / "data" / f"{_PAGE.removeprefix('en/')}.yml"
        return self._edit(
            file,
            lambda text: re.sub(r"^(mind:\n.*\n  en: )", rf"\1{mark} ", text, flags=re.MULTILINE),
            lambda: self._see(mark),
        )

    def style(self, mark: str) -> float:
        """The same for a rule in a style sheet, which comes without the page being loaded anew."""
        shown = f"getComputedStyle(document.body).getPropertyValue('--edited').trim() === '{mark}'"
        return self._edit(
            self._docs.parent / _STYLES,
            lambda text: f"{text}\nbody {{ --edited: {mark}; }}\n",
            lambda: self._page.wait_for_function(shown, timeout=120_000),
        )

    def _see(self, text: str) -> None:
        self._page.get_by_text(text).first.wait_for(timeout=120_000)

    def _edit(self, file: Path, edit: Callable[[str], str], seen: Callable[[], object]) -> float:
        text = file.read_text(encoding="utf-8")
        changed = edit(text)
        assert changed != text, f"nothing to edit in {file}"
        begun = time.perf_counter()
        file.write_text(changed, encoding="utf-8")
        seen()
        taken = time.perf_counter() - begun
        time.sleep(_FOLLOWS)
        return taken


def _median(seconds: Iterable[float]) -> str:
    return f"{statistics.median(seconds):.2f} s"
