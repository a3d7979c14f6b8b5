"""`python -m macros probe URL`: what the host of a published site lacks, a line for each thing."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

from ..model.languages import ALL
from ..published import hosting
from .asking import Answer, Ask, ask

_MISSING = "no-such-page-of-the-handbook"
_HERE = ("localhost", "127.0.0.1", "[::1]")
"""Hosts that browsers trust without encryption."""


@dataclass
class Found:
    """What a probe found."""

    lacks: list[str] = field(default_factory=list)
    looked_at: int = 0

    @property
    def summary(self) -> str:
        """One line at the end."""
        if not self.lacks:
            return f"Nothing is lacking: {self.looked_at} addresses were looked at."
        return (
            f"{len(self.lacks)} lacking, at {self.looked_at} addresses. `deploy/` has the configuration for your host."
        )


def probe(address: str, ask: Ask = ask) -> Found:
    """Look at a published site from outside.

    Args:
        address: of its home page.
        ask: how to ask for an address.
    """
    root = address.partition("#")[0].rstrip("/") + "/"
    if not _is_address(root):
        return Found([f"{address}: is no address of a site; name it as in https://example.com/handbook/"])
    probe = _Probe(root, ask)
    try:
        probe.run()
    except OSError as error:
        probe.found.lacks.append(f"{root}: does not answer: {error}")
    return probe.found


def _is_address(text: str) -> bool:
    """Whether a browser could ask for it: a host that can be called so, a port that there can be."""
    try:
        parts = urlsplit(text)
        (parts.hostname or "").encode("idna")
        return bool(parts.scheme in ("http", "https") and parts.hostname and parts.port != 0)
    except ValueError:
        return False


class _Probe:
    def __init__(self, root: str, ask: Ask) -> None:
        self.root = root
        self.found = Found()
        self._ask = ask

    def run(self) -> None:
        """Everything, one after the other; without a home page and contract there is nothing to go by."""
        home = self.get("")
        if home.status != 200 or b'name="handbook-root"' not in home.plain():
            self.lack("", f"answers {home.status} and is not the handbook's home page; is the address right?")
            return
        self.encryption()
        self.headers("", home)
        self.policy(home)
        self.file("", home, "html")
        self.missing()
        self.slashes()
        self.hidden()
        self.parts(home)
        self.contract()

    def get(self, path: str, **headers: str) -> Answer:
        """Ask for something below the root as a browser would, which takes compressed answers."""
        self.found.looked_at += 1
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        return self._ask(urljoin(self.root, path), {"Accept-Encoding": "gzip", **given})

    def lack(self, path: str, said: str) -> None:
        """Note something that is lacking."""
        self.found.lacks.append(f"{urljoin(self.root, path)}: {said}")

    def encryption(self) -> None:
        """Whoever asks without encryption is led to the encrypted address."""
        parts = urlsplit(self.root)
        if parts.hostname in _HERE or f"[{parts.hostname}]" in _HERE:
            return
        if parts.scheme == "http":
            self.lack(
                "", "is not encrypted (https): browsers then refuse what works offline, and anybody between can read"
            )
            return
        plain = f"http://{parts.hostname}{parts.path}"
        self.found.looked_at += 1
        try:
            answer = self._ask(plain, {})
        except OSError:
            return  # nobody listens there, which is as good
        if answer.status not in (301, 302, 307, 308) or not answer.header("Location").startswith("https://"):
            self.lack(plain, f"answers {answer.status}; it should lead to the encrypted address (301)")

    def headers(self, path: str, answer: Answer) -> None:
        """What every answer carries, the policy apart."""
        wanted = hosting.Hosting().headers()
        del wanted["Content-Security-Policy"]
        if urlsplit(self.root).scheme == "http":
            del wanted["Strict-Transport-Security"]
        for name, value in wanted.items():
            given = answer.header(name)
            if not given:
                self.lack(path, f"lacks the header {name}: {value}")
            elif name in _SAME and given.lower() != value:
                self.lack(path, f"has {name}: {given}; it should be {value}")

    def policy(self, home: Answer) -> None:
        """The content policy allows what the page needs and no more."""
        within = hosting.Within()
        within.read(home.plain().decode("utf-8", "replace"))
        known = hosting.Hosting(scripts=tuple(within.hashes["script"]), styles=tuple(within.hashes["style"]))
        given = home.header("Content-Security-Policy")
        if not given:
            self.lack("", f"lacks the header Content-Security-Policy: {known.headers()['Content-Security-Policy']}")
            return
        said = {words[0].lower(): set(words[1:]) for part in given.split(";") if (words := part.split())}
        for name, wanted in known.policy().items():
            has = said.get(name)
            if has is None:
                self.lack("", f"has a Content-Security-Policy without {name} {' '.join(wanted)}")
            elif name == "frame-ancestors":
                if "*" in has:
                    self.lack(
                        "", "lets every other site show it in a frame (Content-Security-Policy: frame-ancestors *)"
                    )
            elif name in ("script-src", "style-src"):
                more = sorted(has - {"'self'"} - {word for word in has if word.startswith(("'sha256-", "'sha384-"))})
                if more or not set(wanted) <= has:
                    self.lack("", f"has {name} {' '.join(sorted(has))}; it should be {' '.join(wanted)}")
            elif has != set(wanted):
                self.lack("", f"has {name} {' '.join(sorted(has))}; it should be {' '.join(wanted)}")

    def file(self, path: str, answer: Answer, ending: str) -> None:
        """A published file: its type, how it is sent, how long it may be kept."""
        if answer.status != 200:
            self.lack(path, f"answers {answer.status}; is it published, as a whole?")
            return
        kind = hosting.TYPES[ending]
        given, _, rest = (part.strip().lower() for part in answer.header("Content-Type").partition(";"))
        alike = {kind, *_ALIKE.get(kind, ())}
        if given not in alike:
            self.lack(path, f"has the type {given or 'of nothing'}; it should be {kind}")
        elif kind in hosting.IN_UTF_8 and "charset" in rest and "utf-8" not in rest:
            self.lack(path, f"is sent with {rest}; it should be charset=utf-8")
        elif kind in hosting.IN_UTF_8 and kind.startswith("text/") and "charset" not in rest:
            self.lack(path, "is sent without a charset; it should be charset=utf-8")
        if kind in hosting.COMPRESSED and len(answer.body) > 2000 and not answer.header("Content-Encoding"):
            self.lack(path, "is not compressed, though the browser takes gzip")
        self.caching(path, answer)

    def caching(self, path: str, answer: Answer) -> None:
        """Files that are named by their content are kept for good, all others asked for again."""
        given = answer.header("Cache-Control").lower()
        age = re.search(r"max-age=(\d+)", given)
        seconds = int(age[1]) if age else None
        if re.search(f"^{hosting.NAMED_BY_CONTENT}$", path):
            if "no-store" in given or not seconds or seconds < 7 * 24 * 3600:
                self.lack(path, f"has Cache-Control: {given or 'nothing'}; it should be {hosting.FOR_EVER}")
        elif not ("no-cache" in given or "no-store" in given or seconds == 0):
            self.lack(
                path,
                f"has Cache-Control: {given or 'nothing'}; it should be {hosting.ASK_FIRST}, "
                "or readers keep an old version",
            )
        elif tag := answer.header("ETag"):
            if self.get(path, If_None_Match=tag).status != 304:
                self.lack(path, "is sent whole again when asked whether it has changed (If-None-Match)")
        elif not answer.header("Last-Modified"):
            self.lack(path, "has neither ETag nor Last-Modified, so it is sent whole each time")

    def missing(self) -> None:
        """What is not there gets the handbook's own page, and the status 404."""
        within = (f"{each}/{_MISSING}/" for each in ALL)
        for path in (f"{_MISSING}/", *within, f"assets/{_MISSING}.0123456789abcdef.js"):
            answer = self.get(path)
            if answer.status != 404:
                self.lack(path, f"answers {answer.status} where nothing is; it should be 404")
            elif b'name="handbook-root"' not in answer.plain():
                self.lack(path, "answers 404 without the handbook's own page, 404.html")
            elif not answer.header("Content-Type").startswith("text/html"):
                self.lack(
                    path, f"has the page for what is missing as {answer.header('Content-Type')}; it should be text/html"
                )
            elif (
                f'name="handbook-root" content="{urlsplit(self.root).path.rstrip("/")}"'.encode() not in answer.plain()
            ):
                self.lack(
                    path, "has links that lead elsewhere: `site.address` in the company's profile is not this site's"
                )
            if (age := re.search(r"max-age=(\d+)", answer.header("Cache-Control"))) and int(age[1]) > 600:
                self.lack(
                    path, f"lets what is missing be kept as missing (Cache-Control: {answer.header('Cache-Control')})"
                )
            self.headers(path, answer)

    def slashes(self) -> None:
        """An address whose last slash is missing leads on."""
        paths = ["channels", *([self.root.rstrip("/")] if urlsplit(self.root).path != "/" else [])]
        for path in paths:
            answer = self.get(path)
            there = answer.leads_to(urljoin(self.root, path))
            wanted = urlsplit(urljoin(self.root, path)).path + "/"
            if there is None:
                self.lack(path, f"leads to what is no address (Location: {answer.header('Location')})")
            elif answer.status not in (301, 302, 307, 308) or there.path != wanted:
                self.lack(path, f"answers {answer.status}; it should lead to the same with a slash (301)")
            elif there.netloc != urlsplit(self.root).netloc or (
                urlsplit(self.root).scheme == "https" and there.scheme != "https"
            ):
                self.lack(path, f"leads to {there.geturl()}, which is another host or not encrypted")

    def hidden(self) -> None:
        """Nothing is shown that is none of the site."""
        for path in (".git/HEAD", ".htaccess", "mkdocs.yml"):
            answer = self.get(path)
            if answer.status == 200 and b'name="handbook-root"' not in answer.plain():
                self.lack(path, "can be read by everybody; publish the folder site/ and nothing else")
        answer = self.get("assets/")
        if answer.status == 200:
            self.lack("assets/", "lists what is in the folder; it should answer 404")

    def parts(self, home: Answer) -> None:
        """What the home page asks for, and files at fixed addresses."""
        page = home.plain().decode("utf-8", "replace")
        asked = re.findall(r'<(?:script|link)\b[^>]*?\s(?:src|href)="([^"#?]+)"', page)
        held = re.findall(r'\sdata-(?:script|engine|head|rest)="([^"#?]+)"', page)
        paths = {urljoin(self.root, path).removeprefix(self.root) for path in (*asked, *held)}
        for path in sorted({*paths, "feed.xml", "handbook.schema.json", "robots.txt", "channels/"}):
            ending = path.rpartition("/")[2].rpartition(".")[2] if not path.endswith("/") else "html"
            if ending in hosting.TYPES and "://" not in path and path:
                answer = self.get(path)
                self.file(path, answer, ending)
                if ending in ("js", "html"):
                    self.headers(path, answer)  # a worker has the policy that comes with its own script

    def contract(self) -> None:
        """handbook.json, and one file of each format as it says it is."""
        answer = self.get("handbook.json")
        self.file("handbook.json", answer, "json")
        try:
            said: Any = json.loads(answer.plain())
            files = [file for template in said["templates"] for file in template["files"]]
        except (ValueError, KeyError, TypeError):
            if answer.status == 200:
                self.lack("handbook.json", "cannot be read; is it published as a whole?")
            return
        for form in sorted({file["format"] for file in files}):
            self.download(next(file for file in files if file["format"] == form))

    def download(self, file: dict[str, Any]) -> None:
        """A download arrives as it was made, under the name that its link gives it."""
        path = file["url"]
        answer = self.get(path)
        self.file(path, answer, path.rpartition(".")[2])
        if answer.status == 200 and hashlib.sha256(answer.plain()).hexdigest() != file["sha256"]:
            self.lack(
                path, "is not the file that handbook.json speaks of; the host changes files, or two builds are mixed"
            )
        if "filename" in answer.header("Content-Disposition").lower():
            self.lack(
                path,
                f"is given a name by the host (Content-Disposition: {answer.header('Content-Disposition')}); "
                "leave that out, so that it gets the one in the page's language",
            )


_SAME = ("X-Content-Type-Options",)
"""Headers of which only one value is right; of the others a host may know better."""
_ALIKE = {
    "text/javascript": ("application/javascript",),
    "application/xml": ("text/xml", "application/atom+xml"),
    "text/markdown": ("text/plain", "text/x-markdown"),
    "image/x-icon": ("image/vnd.microsoft.icon",),
    "application/zip": ("application/x-zip-compressed",),
}
"""Other names of a type that do as well."""
