"""One request to a host, as a browser makes it, and what comes of it."""

from __future__ import annotations

import http.client
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit

_PATIENCE = 20


@dataclass(frozen=True)
class Answer:
    """What a host answers to one request, without following where it leads."""

    status: int
    headers: Mapping[str, str]
    """By name, in small letters."""
    body: bytes

    def header(self, name: str) -> str:
        """A header's value; blank where it is missing."""
        return self.headers.get(name.lower(), "")

    def plain(self) -> bytes:
        """The body as it was before it was compressed."""
        if self.header("Content-Encoding") == "gzip":
            try:
                return zlib.decompress(self.body, wbits=31)
            except zlib.error:
                return b""
        return self.body

    def leads_to(self, asked: str) -> SplitResult | None:
        """Where the answer to an address leads, which is that address itself where it leads nowhere; None where it names none."""
        try:
            return urlsplit(urljoin(asked, self.header("Location")))
        except ValueError:
            return None


Ask = Callable[[str, Mapping[str, str]], Answer]
"""Asks for an address with headers."""


def ask(address: str, headers: Mapping[str, str]) -> Answer:
    """Ask a host.

    Raises:
        OSError: it cannot be reached, or breaks off.
    """
    parts = urlsplit(address)
    secure = parts.scheme == "https"
    connection = (http.client.HTTPSConnection if secure else http.client.HTTPConnection)(
        parts.netloc, timeout=_PATIENCE
    )
    try:
        # A path may be written with signs of every language, of which a request holds the numbers.
        connection.request("GET", quote(parts.path or "/", safe="/%:@!$&'()*+,;=~"), headers=dict(headers))
        answer = connection.getresponse()
        said = {name.lower(): value for name, value in answer.getheaders()}
        return Answer(answer.status, said, answer.read())
    except http.client.HTTPException as error:
        raise OSError(f"{type(error).__name__}: {error}") from error
    finally:
        connection.close()
