"""`python -m macros serve` in tests."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

EPOCH = "1790000000"
"""The day that a server and a build to compare with take for today."""


class Server:
    """The handbook as an editor sees it: what it prints, and what it shows in the browser."""

    def __init__(self, address: str, log: Path):
        self.address = address
        self._log = log

    def site(self) -> Path:
        """The folder that is served."""
        return next(folder for folder in (self._log.parent / "temporary").glob("mkdocs_*") if "." not in folder.name)

    def output(self) -> str:
        """All that was printed so far."""
        return self._log.read_text(encoding="utf-8")

    def page(self, path: str) -> str:
        """A page, which must come within two seconds."""
        with urllib.request.urlopen(self.address + path, timeout=2) as answer:
            return answer.read().decode()

    def wait_for_output(self, text: str) -> None:
        """Wait until the text stands on a line of its own."""
        self.wait(lambda: text in self.output().splitlines(), text)

    def wait_for_page(self, path: str, text: str) -> None:
        """Wait until the page shows the text; while the site is built, the server keeps requests waiting."""

        def shown() -> bool:
            try:
                return text in self.page(path)
            except (urllib.error.URLError, TimeoutError):
                return False

        self.wait(shown, text)

    def wait(self, done: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + 300
        while not done():
            assert time.monotonic() < end, f"did not come: {what}\n{self.output()}"
            time.sleep(0.1)


@contextlib.contextmanager
def serving(project: Path, tmp_path: Path) -> Iterator[Server]:
    """Run `python -m macros serve` for a project on a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log, temporary = tmp_path / "serve.log", tmp_path / "temporary"
    temporary.mkdir()
    environment = {
        **os.environ,
        "LC_ALL": "C.UTF-8",
        "PYTHONDONTWRITEBYTECODE": "1",
        "TMPDIR": str(temporary),
        "SOURCE_DATE_EPOCH": EPOCH,
    }
    with log.open("wb") as written:
        process = subprocess.Popen(
            [sys.executable, "-m", "macros", "serve", "--port", str(port)],
            cwd=project,
            env=environment,
            stdout=written,
            stderr=subprocess.STDOUT,
        )
        try:
            yield Server(f"http://127.0.0.1:{port}/", log)
        finally:
            process.terminate()
            process.wait(timeout=30)
