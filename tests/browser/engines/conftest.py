"""Windows of three engines, phone and desktop. An engine that this machine lacks is skipped with a word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.engines.chromium import ChromiumWindow
from tests.browser.engines.server import listening
from tests.browser.engines.window import Window
from tests.conftest import once_for_all_workers, program, serve

SIZES = {"phone": (360, 800), "desktop": (1280, 800)}
ENGINES = ("chromium", "firefox", "webkit")
IN_A_RUN = {("firefox", "desktop"), ("webkit", "phone")}
"""What of them a run takes, as all other tests run in Chromium; a sweep takes each in each size."""


def missing(engine: str, what: str) -> None:
    """Skip a test and say why."""
    pytest.skip(f"not tried in {engine}: this machine has no {what}; `make test` installs it on Debian")


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    """One Firefox for all tests of a file: to start it takes longer than most of them. It holds a gigabyte, and so is not
    kept beside the tests of other files."""
    pytest.importorskip("selenium", reason="not tried in Firefox: selenium is not installed")
    from tests.browser.engines.firefox import FirefoxWindow, driver_path

    driver = driver_path() or missing("Firefox", "geckodriver")
    window = FirefoxWindow(program("firefox-esr", "firefox"), driver, tmp_path_factory.mktemp("downloads"))
    yield window
    window.close()


@pytest.fixture(scope="module")
def webkit() -> Iterator[Window]:
    """One WebKit for all tests of a file."""
    pytest.importorskip("selenium", reason="not tried in WebKit: selenium is not installed")
    from tests.browser.engines.webkit import WebKitWindow, browser_path

    window = WebKitWindow(
        browser_path() or missing("WebKit", "MiniBrowser"), program("WebKitWebDriver"), program("Xvfb")
    )
    yield window
    window.close()


@pytest.fixture(scope="session")
def listened(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site, whose pages note script errors."""

    def make(folder: Path) -> None:
        listening(site, folder)

    folder = once_for_all_workers(tmp_path_factory, "listening", make)
    server, url = serve(folder)
    yield url
    server.shutdown()


def _window(engine: str, size: str, request: pytest.FixtureRequest) -> Window:
    if engine == "chromium":
        return ChromiumWindow(request.getfixturevalue("browser"), *SIZES[size])
    window = request.getfixturevalue(engine)
    window.resize(*SIZES[size])
    return window


@pytest.fixture(
    params=[
        pytest.param(
            (engine, size),
            id=f"{engine}-{size}",
            marks=[pytest.mark.xdist_group(engine)] + [pytest.mark.sweep] * ((engine, size) not in IN_A_RUN),
        )
        for engine in ENGINES
        for size in SIZES
    ]
)
def window(request: pytest.FixtureRequest, listened: str) -> Iterator[Window]:
    """An empty window of each engine, phone and desktop; afterwards no script may have failed in it."""
    engine, size = request.param
    shown = _window(engine, size, request)
    yield shown
    faults = shown.faults()
    if engine == "chromium":
        shown.close()
    else:
        shown.clear()
    assert not faults, f"{engine}: {faults}"


@pytest.fixture
def visit(window: Window, listened: str):
    """Opens a page of the site: `visit("en/channels/")`."""

    def visit_(path: str = "") -> Window:
        window.go(listened + path)
        return window

    return visit_
