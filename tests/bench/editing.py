"""How long an editor waits under `mkdocs serve`, from saving a file to seeing the change in the browser."""

from __future__ import annotations

import os
import re
import socket
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench import projects
from tests.bench.building import build
from tests.bench.section import Section, table
from tests.bench.setting import Setting

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_PAGE = "en/scenarios/overdue-answer"
MOST_TIMES_PLAIN = 1.5


def measure(setting: Setting) -> Section:
    """Edit prose while the handbook and plain MkDocs are served, in turn; then data, which only the handbook has."""
    folder = setting.folder / "editing"
    ours = projects.handbook(folder / "ours", None)
    build(ours, folder / "site", str(folder / "markdown"))
    plain = projects.plain(folder / "plain", ours, folder / "markdown")
    with _served(ours) as url, _served(plain) as plain_url:
        here, there = _Edited(setting.browser, ours, url), _Edited(setting.browser, plain, plain_url)
        prose = [(here.prose(f"Seen{number}"), there.prose(f"Seen{number}")) for number in range(setting.times + 2)]
        data = [here.data(f"Known{number}") for number in range(setting.times)]
    ratio = statistics.median(mine / its for mine, its in prose)
    rows = [("prose, the handbook", _median(mine for mine, _ in prose)),
            ("prose, plain MkDocs", _median(its for _, its in prose)), ("data, the handbook", _median(data))]
    text = f"""\
From saving a file to seeing the change in the browser, under `make serve`, all downloads included, against plain MkDocs
with the same pages, each as Markdown after its macros.

{table(("edit", "seen after"), rows)}

Ratio for prose, the median of the pairs: **{ratio:.2f}** (goal: at most {MOST_TIMES_PLAIN}). MkDocs builds the whole site
anew after each edit; downloads that did not change are kept."""
    short = [f"A changed text is seen after {ratio:.2f} times as long as with plain MkDocs; "
             f"the goal is at most {MOST_TIMES_PLAIN}."]
    return Section("Editing", text, short if ratio > MOST_TIMES_PLAIN else ())


@contextmanager
def _served(project: Path) -> Iterator[str]:
    """`mkdocs serve` for a project, and the address at which it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen([sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"], cwd=project,
                              env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}/"
    try:
        until = time.monotonic() + 120
        while True:
            try:
                urllib.request.urlopen(url).close()
                break
            except urllib.error.URLError:
                if server.poll() is not None or time.monotonic() > until:
                    raise RuntimeError("mkdocs serve does not answer") from None
                time.sleep(0.2)
        yield url
    finally:
        server.terminate()  # not SIGINT, which a process in the background may have been told to ignore
        server.wait(30)


class _Edited:
    """A served project, one page of which is open in a browser while its sources are edited."""

    def __init__(self, browser: Browser, project: Path, url: str):
        self._docs = project / "docs"
        self._page = browser.new_page()
        self._page.goto(f"{url}{_PAGE}/")

    def prose(self, mark: str) -> float:
        """Seconds from adding a word at the end of the page's Markdown to seeing it."""
        return self._edit(self._docs / f"{_PAGE}.md", lambda text: f"{text}\n\n{mark}\n", mark)

    def data(self, mark: str) -> float:
        """The same for a word in the scenario's data."""
        file = self._docs / "data" / f"{_PAGE.removeprefix('en/')}.yml"
        return self._edit(
            file, lambda text: re.sub(r"^(mind:\n.*\n  en: )", rf"\1{mark} ", text, flags=re.MULTILINE), mark)

    def _edit(self, file: Path, edit: Callable[[str], str], mark: str) -> float:
        text = file.read_text(encoding="utf-8")
        changed = edit(text)
        assert changed != text, f"nothing to edit in {file}"
        begun = time.perf_counter()
        file.write_text(changed, encoding="utf-8")
        self._page.get_by_text(mark).first.wait_for(timeout=120_000)
        return time.perf_counter() - begun


def _median(seconds: Iterable[float]) -> str:
    return f"{statistics.median(seconds):.1f} s"
