"""What a first visit to each kind of page costs: requests, bytes, and when its main content is painted."""

from __future__ import annotations

import functools
import gzip
import http.server
import statistics
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page

from tests.bench.section import Section, table
from tests.bench.setting import Setting
from tests.built_pages import file_of
from tests.kinds_of_page import KINDS

MOST_BYTES = 60 * 1024
MOST_BYTES_FIRST = dict.fromkeys(("home", "scenario", "checklist"), 50 * 1024)
"""Kinds of page that readers come to first."""
MOST_REQUESTS = 10
MOST_PAINT = 700
MOST_SHIFT = 0.02

_ROUND_TRIP = 150  # ms
_BYTES_A_SECOND = 1.6e6 / 8
_SLOWER = 4
_AT_REST = 1_500  # ms
"""How long a browser that opens a window still builds its own: no reader's phone does that while a page comes."""
_COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt")


SHIFT = """() => new Promise((done) => {
    let moved = 0;
    new PerformanceObserver((list) => {
        for (const one of list.getEntries()) if (!one.hadRecentInput) moved += one.value;
    }).observe({type: "layout-shift", buffered: true});
    setTimeout(() => done(moved), 50);
})"""
"""By how much a page has moved since it was opened, without what its reader did."""


@dataclass(frozen=True)
class Visit:
    """A first visit to a kind of page: of Chinese and English the greater figure."""

    kind: str
    requests: int
    bytes: int
    largest_paint: float
    """When the largest content was painted, in milliseconds from the start: the median of several visits."""
    shift: float
    """By how much what was shown already was moved, as browsers reckon it: the most of several visits."""


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Sends text compressed and keeps connections open, as a host of static pages does."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Send a file of the site."""
        file = Path(self.directory) / file_of(self.path.lstrip("/"))
        if not file.is_file():
            self.send_response(404)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        content = file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        if file.suffix in _COMPRESSED:
            content = gzip.compress(content)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """A browser that is closed breaks its connections off; that is no fault."""


@contextmanager
def compressing_server(site: Path) -> Iterator[str]:
    """A server for a site on a free port, and its address with a closing slash."""
    server = _Server(("127.0.0.1", 0), functools.partial(_Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def measure(setting: Setting) -> Section:
    """Visit a page of each kind."""
    visits = _visit_all(setting.browser, setting.site, setting.times)
    rows = [
        (
            visit.kind,
            str(visit.requests),
            f"{visit.bytes / 1024:.0f} KB",
            f"{visit.largest_paint:,.0f} ms",
            f"{visit.shift:.3f}",
        )
        for visit in visits
    ]
    text = f"""\
On a phone {_SLOWER} times slower than this machine, over 1.6 Mbit/s with {_ROUND_TRIP} ms to the host and back, nothing
cached, text compressed by gzip; the largest contentful paint is the median of {setting.times} visits, and each figure is that of
the language in which it is greater. Goals: {MOST_REQUESTS} requests, {MOST_BYTES // 1024} KB (home, scenario and checklist 50), {MOST_PAINT:,} ms,
a layout shift of {MOST_SHIFT}.

{table(("page", "requests", "bytes, headers included", "largest contentful paint", "layout shift"), rows)}"""
    return Section("A first visit", text, [sentence for visit in visits for sentence in _shortfalls(visit)])


def _shortfalls(visit: Visit) -> Iterator[str]:
    page = visit.kind[:1].upper() + visit.kind[1:]
    if visit.largest_paint > MOST_PAINT:
        yield (f"{page}: the largest paint comes after {visit.largest_paint:,.0f} ms; the goal is {MOST_PAINT:,} ms.")
    most = MOST_BYTES_FIRST.get(visit.kind, MOST_BYTES)
    if visit.bytes > most or visit.requests > MOST_REQUESTS:
        yield (
            f"{page}: {visit.requests} requests and {visit.bytes / 1024:.0f} KB; the goal is at most {MOST_REQUESTS} "
            f"and {most // 1024} KB."
        )
    if visit.shift > MOST_SHIFT:
        yield f"{page}: what is shown moves by {visit.shift:.3f}; the goal is at most {MOST_SHIFT}."


def _visit_all(browser: Browser, site: Path, times: int) -> list[Visit]:
    """A page of each kind in both languages, each time with nothing in the cache."""
    found = []
    with compressing_server(site) as root:
        for kind, (_, address) in KINDS.items():
            tries = [[_visit(browser, root + language + address) for _ in range(times)] for language in ("", "en/")]
            found.append(
                Visit(
                    kind,
                    max(one[0] for tried in tries for one in tried),
                    max(one[1] for tried in tries for one in tried),
                    max(statistics.median(one[2] for one in tried) for tried in tries),
                    max(one[3] for tried in tries for one in tried),
                )
            )
    return found


def slow_phone(page: Page) -> CDPSession:
    """Make a page as slow as a cheap phone on a slow line; the session by which that was done."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": _ROUND_TRIP,
            "downloadThroughput": _BYTES_A_SECOND,
            "uploadThroughput": _BYTES_A_SECOND,
        },
    )
    session.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
    return session


def _visit(browser: Browser, url: str) -> tuple[int, int, float, float]:
    """Requests, bytes, the time of the largest paint and the layout shift of one visit on a slow phone and a slow line."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, device_scale_factor=2, is_mobile=True)
    page = context.new_page()
    session = slow_phone(page)
    requests: dict[str, float] = {}

    def asked(event: dict) -> None:
        if not event["request"]["url"].startswith("data:"):  # That is in the page.
            requests[event["requestId"]] = 0

    def came(event: dict) -> None:
        if event["requestId"] in requests:
            requests[event["requestId"]] = event["encodedDataLength"]

    session.on("Network.requestWillBeSent", asked)
    session.on("Network.loadingFinished", came)
    page.wait_for_timeout(_AT_REST)
    page.goto(url, wait_until="networkidle")
    paint = page.evaluate("""() => new Promise((done) => {
        new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime))
            .observe({type: "largest-contentful-paint", buffered: true});
    })""")
    shift = page.evaluate(SHIFT)
    context.close()
    return len(requests), int(sum(requests.values())), paint, shift
