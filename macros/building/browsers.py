"""The open browsers under `mkdocs serve`: what they show, and how they hear of changes and faults."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

_OURS = "_editing/"
_PATIENCE = 20.0
"""Seconds until a question is answered though nothing has changed."""
_OPEN = 2 * _PATIENCE
"""A page that has not asked for so many seconds is open no longer."""


class Browsers:
    """Answers in front of MkDocs' own server: puts our script into pages, and tells it what has changed."""

    def __init__(self, server: Any, client: Path):
        """
        Args:
            server: MkDocs' server; all but news is still answered by it.
            client: the script that pages ask with.
        """
        self._behind = server.serve_request
        self._mount: str = server.mount_path
        self._client = client
        self._changed = threading.Condition()
        self._now = round(time.time() * 1000)  # another number than an earlier server's, so that its pages load again
        self._first = self._now
        self._events: list[tuple[int, frozenset[str]]] = []
        self._fault: Callable[[str], str] = lambda address: ""
        self._asked: dict[str, float] = {}
        server.set_app(self._answer)

    def tell(self, addresses: Iterable[str]) -> None:
        """Say which files of the site have changed."""
        self._note(frozenset(addresses))

    def show_fault(self, fault: Callable[[str], str]) -> None:
        """Show what is at fault.

        Args:
            fault: gives the HTML for the page at an address; blank where nothing is at fault.
        """
        self._fault = fault
        self._note(frozenset())

    def open_pages(self) -> set[str]:
        """The addresses of the pages that browsers show, below the site's root."""
        since = time.monotonic() - _OPEN
        return {address for address, asked in list(self._asked.items()) if asked > since}

    def _note(self, addresses: frozenset[str]) -> None:
        with self._changed:
            self._now += 1
            self._events.append((self._now, addresses))
            self._changed.notify_all()

    def _answer(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        path = environ["PATH_INFO"].removeprefix(self._mount)
        if path == f"{_OURS}news":
            return _send(start, "application/json", json.dumps(self._news(parse_qs(environ["QUERY_STRING"]))).encode())
        if path == f"{_OURS}client.js":
            return _send(start, "application/javascript", self._client.read_bytes())
        return self._page(environ, start)

    def _news(self, asked: Mapping[str, list[str]]) -> dict[str, object]:
        """What has changed for a page since it last asked; waits until something has."""
        address = asked["page"][0].removeprefix(self._mount)
        since = int(asked["since"][0])
        self._asked[address] = time.monotonic()
        with self._changed:
            self._changed.wait_for(lambda: self._now != since, _PATIENCE)
            changed = frozenset().union(*(addresses for number, addresses in self._events if number > since))
            known = self._first <= since <= self._now
            now = self._now
        self._asked[address] = time.monotonic()
        its_own = f"{address}index.html" if not address or address.endswith("/") else address
        return {
            "now": now,
            "page": not known or its_own in changed or any(each.endswith(".js") for each in changed),
            "styles": any(each.endswith(".css") for each in changed),
            "fault": self._fault(address),
        }

    def _page(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        """The server's own answer; where it is a page, with our script in it, and with what is at fault."""
        now = self._now  # before the page is read: what changes meanwhile is news to it
        answer: list[Any] = []

        def begin(status: str, headers: list[tuple[str, str]], *_: Any) -> None:
            answer[:] = [status, headers]

        body = self._behind(environ, begin)
        status, headers = answer
        kept = {name.lower(): value for name, value in headers}
        if not kept.get("content-type", "").startswith("text/html"):
            start(status, headers)
            return body  # type: ignore[no-any-return]  # MkDocs says Iterable[bytes]
        html = b"".join(body)
        getattr(body, "close", lambda: None)()
        fault = self._fault(environ["PATH_INFO"].removeprefix(self._mount))
        script = f'{fault}<script type="module" src="{self._mount}{_OURS}client.js?since={now}"></script>'.encode()
        before, end, after = html.rpartition(b"</body>")
        html = before + script + end + after if end else html
        start(status, [("Content-Type", kept["content-type"]), ("Content-Length", str(len(html)))])
        return [html]


def _send(start: Callable[..., Any], kind: str, content: bytes) -> Iterable[bytes]:
    start(
        "200 OK",
        [
            ("Content-Type", f"{kind}; charset=utf-8"),
            ("Content-Length", str(len(content))),
            ("Cache-Control", "no-store"),
        ],
    )
    return [content]
