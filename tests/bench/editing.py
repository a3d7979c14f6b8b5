"""How long an editor waits under `mkdocs serve`, from saving a file to seeing the change in the browser."""

from __future__ import annotations

import os
import re
import signal
import socket
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench import projects
from tests.bench.section import Section, table
from tests.bench.setting import Setting

_PAGE = "en/scenarios/overdue-answer"


def measure(setting: Setting) -> Section:
    """Edit prose and data while the handbook is served."""
    rows = [(kind, f"{seconds:.1f} s") for kind, seconds in _edits(setting).items()]
    text = f"""\
From saving a file to seeing the change in the browser, under `make serve`, all downloads included.

{table(("edit", "seen after"), rows)}

MkDocs builds the whole site anew after each edit; only downloads that did not change are kept."""
    return Section("Editing", text)


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
        server.send_signal(signal.SIGINT)
        server.wait(30)


def _edits(setting: Setting) -> dict[str, float]:
    """Seconds from an edit to its sight in the browser, the median of several, for prose and for data."""
    project = projects.handbook(setting.folder / "editing", None)
    prose, data = project / "docs" / f"{_PAGE}.md", project / "docs" / "data" / f"{_PAGE.removeprefix('en/')}.yml"
    edits: dict[str, tuple[Path, Callable[[str, str], str]]] = {
        "prose": (prose, lambda text, mark: text.replace("{{ scenario_example() }}", f"{mark}\n\n{{{{ scenario_example() }}}}")),
        "data": (data, lambda text, mark: re.sub(r"^(mind:\n.*\n  en: )", rf"\1{mark} ", text, flags=re.MULTILINE)),
    }
    found = {}
    with _served(project) as url:
        page = setting.browser.new_page()
        page.goto(f"{url}{_PAGE}/")
        for kind, (file, edit) in edits.items():
            waited = []
            for number in range(setting.times):
                text, mark = file.read_text(encoding="utf-8"), f"Seen{kind}{number}"
                changed = edit(text, mark)
                assert changed != text, f"nothing to edit in {file}"
                begun = time.perf_counter()
                file.write_text(changed, encoding="utf-8")
                page.get_by_text(mark).first.wait_for(timeout=120_000)
                waited.append(time.perf_counter() - begun)
            found[kind] = statistics.median(waited)
        page.close()
    return found
