"""What all tests share: one build of the site, a server for it, a browser."""

from __future__ import annotations

import atexit
import compileall
import contextlib
import functools
import gc
import http.server
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from macros.model.handbook import Handbook
from macros.reading import loading, source
from tests.layers import (
    pytest_collection_modifyitems,
    pytest_itemcollected,
    pytest_runtest_logfinish,
    pytest_runtest_setup,
)

__all__ = [
    "pytest_collection_modifyitems",
    "pytest_itemcollected",
    "pytest_runtest_logfinish",
    "pytest_runtest_setup",
]  # what pytest calls here

gc.disable()  # until all tests are collected: what that makes stays, and looking through it for rubbish takes a third of the time
os.environ["LC_ALL"] = "C.UTF-8"  # what commands say is compared in English, whatever the language of the console

PROJECT = Path(__file__).resolve().parent.parent


def without_a_company(project: Path) -> Path:
    """The project itself; where a company has made it its own, a copy without that. What is tested is the handbook of the
    sample company, whatever a company has in its layer; `test_own_handbook.py` looks at the company's own."""
    own, made = project / "docs" / "company", {".git", ".venv", ".cache", "node_modules", "site", "site-offline"}
    if not own.is_dir():
        return project
    root = Path(tempfile.mkdtemp(prefix="handbook-tests-")) / project.name
    atexit.register(shutil.rmtree, root.parent, ignore_errors=True)

    def passed_over(folder: str, names: list[str]) -> set[str]:
        top = made if Path(folder) == project else set()
        return {name for name in names if name in top or name == "__pycache__" or Path(folder, name) == own}

    shutil.copytree(project, root, ignore=passed_over)
    for name in ("node_modules", ".venv"):
        if (project / name).exists():
            (root / name).symlink_to(project / name, target_is_directory=True)
    return root


ROOT = without_a_company(PROJECT)
SOURCES = ("docs", "macros", "overrides", "mkdocs.yml", "CHANGELOG.md")


def pytest_xdist_auto_num_workers() -> int:
    """Half as many processes again as there are cores: what is tested in a browser waits for a quarter of its time."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(2, cores * 3 // 2)


def pytest_sessionstart() -> None:
    """Parse once what many tests read. Where this file is read, a mutant that breaks it would not count as a failed test."""
    source.keep_read()


def pytest_collection_finish() -> None:
    """From here on rubbish is looked for, in what comes now."""
    gc.freeze()
    gc.enable()


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--sweep` takes every page where a run otherwise takes a sample of each kind."""
    parser.addoption("--sweep", action="store_true", help="every page instead of a sample of each kind")


def in_a_sweep(*values: Any) -> Any:
    """A set of parameters that runs with `--sweep` only."""
    return pytest.param(*values, marks=pytest.mark.sweep)


def program(*names: str) -> str:
    """The path of the first of these programs that this machine has; without any, the test is skipped and says so."""
    found = next(filter(None, map(shutil.which, names)), None)
    if not found:
        pytest.skip(
            f"needs {' or '.join(names)}, which this machine does not have; `make test` installs it on Debian and Ubuntu"
        )
    return found


def mkdocs(*arguments: str, root: Path) -> subprocess.CompletedProcess[str]:
    """Run MkDocs in a project as a user would."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        timeout=900,
    )


def copy_sources(to: Path) -> Path:
    """A copy of everything that the site is built from, its Python compiled: each process that runs in a copy of the copy
    would else compile it all anew."""
    compileall.compile_dir(ROOT / "macros", quiet=2)
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, to / name)
        else:
            shutil.copy(source, to / name)
    return to


def once_for_all_workers(tmp_path_factory: pytest.TempPathFactory, name: str, make) -> Path:
    """Make a folder once, however many processes run the tests, and hand it to all of them.

    Args:
        make: called with the folder's path; it creates the folder.
    """
    base = tmp_path_factory.getbasetemp()
    base = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    # A build of the place has `<name>.lock` beside it, and takes that away.
    folder, done, lock = base / name, base / f"{name}.done", base / f"{name}.being-made"
    try:
        lock.touch(exist_ok=False)
    except FileExistsError:
        while not done.exists():
            silent = time.time() - lock.stat().st_mtime
            assert silent < _SILENCE, f"the process that was making '{name}' has been gone for {silent:.0f} seconds"
            time.sleep(0.1)
        message = done.read_text(encoding="utf-8")
        assert not message, message
        return folder
    with _beating(lock):
        try:
            make(folder)
        except BaseException as error:
            done.write_text(str(error) or repr(error), encoding="utf-8")
            raise
        done.touch()
    return folder


_SILENCE = 60.0
"""After so many seconds without a sign of life a process is taken for dead."""


@contextlib.contextmanager
def _beating(lock: Path) -> Iterator[None]:
    """Touch a file every second, so that others can see that this process is alive."""
    over = threading.Event()

    def beat() -> None:
        while not over.wait(1):
            lock.touch()

    thread = threading.Thread(target=beat, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built strictly once for all tests."""

    def build(folder: Path) -> None:
        run = mkdocs("build", "--strict", "--site-dir", str(folder), root=ROOT)
        assert run.returncode == 0, run.stdout + run.stderr

    return once_for_all_workers(tmp_path_factory, "site", build)


@pytest.fixture(scope="session")
def contract(site: Path) -> dict[str, Any]:
    """What the built site says of itself in `handbook.json`."""
    return json.loads((site / "handbook.json").read_bytes())


@pytest.fixture(scope="session")
def templates(contract: dict[str, Any]) -> dict[str, dict]:
    """Its templates by their ids."""
    return {template["id"]: template for template in contract["templates"]}


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    """The model of the handbook's own data; where a module asks for another, it has a fixture of its own."""
    from tests.unit.sound import sound  # which has its own place from here

    return loading.handbook_of(sound())


@pytest.fixture(scope="session")
def small_sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sources of a small handbook (see `tests/small.py`); to be copied, not changed."""
    from tests import small

    return once_for_all_workers(tmp_path_factory, "small-sources", small.small_sources)


@pytest.fixture(scope="session")
def small(small_sources: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with empty downloads, for tests that build a handbook of their own; to be copied, not changed."""
    from tests.small import without_downloads

    def copied(folder: Path) -> None:
        without_downloads(Path(shutil.copytree(small_sources, folder)))

    return once_for_all_workers(tmp_path_factory, "small", copied)


@pytest.fixture
def small_project(small: Path, tmp_path: Path) -> Path:
    """A copy of it to be changed."""
    return Path(shutil.copytree(small, tmp_path / "project"))


@pytest.fixture(scope="session")
def adopted(small_sources: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project as an adopter changed it (see `tests/adopter.py`), with its site in `site/`."""
    from tests.adopter import adopt

    def make(folder: Path) -> None:
        adopt(Path(shutil.copytree(small_sources, folder)))

    return once_for_all_workers(tmp_path_factory, "adopted", make)


class _Handler(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *given, added: dict[str, str], **named):
        self.added = added
        super().__init__(*given, **named)

    def end_headers(self) -> None:
        """What a host would add to every answer."""
        for name, value in self.added.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def send_error(self, code: int, *given, **named) -> None:
        """The site's own 404 page, as a host of static pages shows it."""
        page = Path(self.directory) / "404.html"
        if code == 404 and page.is_file():
            content = page.read_bytes()
            self.send_response(404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)
        else:
            super().send_error(code, *given, **named)


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, *given: Any) -> None:
        """Say nothing of a browser that has gone."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(*given)


def serve(folder: Path, headers: dict[str, str] | None = None) -> tuple[http.server.ThreadingHTTPServer, str]:
    """A server for a folder on a free port, and its address with a closing slash.

    Args:
        folder: what it serves.
        headers: what it adds to every answer.
    """
    handler = functools.partial(_Handler, directory=str(folder), added=headers or {})
    server = _Server(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}/"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address of the built site, with a closing slash."""
    server, url = serve(site)
    yield url
    server.shutdown()


@pytest.fixture(scope="session")
def browser_driver() -> Iterator:
    """Playwright; a process can have it only once."""
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=30_000)  # as long as for whatever else is waited for
    with sync_playwright() as playwright:
        yield playwright


class _Browser:
    """A browser for all tests of a process. One that has fallen over is started anew, so that only the test in which it
    fell fails. A site can have no service worker in it, unless a test asks for it: what one fetches, no test can count or
    hold back."""

    def __init__(self, launch: Callable[[], Any]):
        self._launch = launch
        self._running = launch()

    def __getattr__(self, name: str) -> Any:
        if not self._running.is_connected():
            self._running = self._launch()
        return getattr(self._running, name)

    def _opened(self, kind: str, options: dict[str, Any]) -> Any:
        allowed = options.get("service_workers") == "allow"
        new = self.__getattr__(kind)(**options)
        if not allowed:
            new.add_init_script("Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined })")
        return new

    def new_context(self, **options: Any) -> Any:
        """A profile of its own."""
        return self._opened("new_context", options)

    def new_page(self, **options: Any) -> Any:
        """A page in a profile of its own."""
        return self._opened("new_page", options)


@pytest.fixture(scope="session")
def browser(browser_driver) -> Iterator:
    """Debian's Chromium; where there is the one without a user interface, that, as it opens pages in half the time."""
    path = program("chromium-headless-shell", "chromium", "google-chrome")
    chromium = _Browser(lambda: browser_driver.chromium.launch(executable_path=path, args=["--no-sandbox"]))
    yield chromium
    chromium.close()


@pytest.fixture(scope="session")
def sweep(pytestconfig: pytest.Config) -> bool:
    """Whether this run takes every page."""
    return pytestconfig.getoption("--sweep")


@pytest.fixture
def open_page(browser, address: str) -> Iterator:
    """Opens a page of the site in a profile of its own: `open_page("en/channels/", width=390, color_scheme="dark")`."""
    contexts = []

    def open_(path: str = "", width: int = 1280, **options):
        context = browser.new_context(viewport={"width": width, "height": 800}, **options)
        contexts.append(context)
        page = context.new_page()
        page.goto(address + path)
        return page

    yield open_
    for context in contexts:
        context.close()


@pytest.fixture
def open_with(open_page, address: str):
    """Opens a page in a browser that keeps these texts by key: `open_with({"handbook:current": "{}"}, "en/my/")`."""

    def open_(texts: dict[str, str], path: str):
        page = open_page("404.html")
        page.evaluate(
            "(texts) => Object.entries(texts).forEach(([key, text]) => localStorage.setItem(key, text))", texts
        )
        page.goto(address + path)
        return page

    return open_


@pytest.fixture
def open_after(browser, address: str) -> Iterator:
    """Opens a page with a script that runs before any other: `open_after("window.roomy = true", "en/my/")`."""
    contexts = []

    def open_(script: str, path: str):
        contexts.append(browser.new_context())
        page = contexts[-1].new_page()
        page.add_init_script(script)
        page.goto(address + path)
        return page

    yield open_
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def fill(browser, address: str, site: Path) -> Iterator:
    """Calls the functions by which the site fills forms in, in a page: `fill("fillWord", form, values, "zh", given=…)`."""
    from tests.filled_forms import Filling

    context = browser.new_context(timezone_id="America/New_York")
    page = context.new_page()
    page.goto(f"{address}about/")
    yield Filling(page, site)
    context.close()
