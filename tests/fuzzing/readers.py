"""The readers of foreign files in a browser: what each makes of a file, how long it takes, and what goes wrong."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page

from macros.published import scripts
from tests.conftest import ROOT

_MODULES = {
    "word": "forms/word-read.js",
    "pdf": "forms/pdf/pdf-read.js",
    "link": "forms/prefill.js",
    "import": "my/exchange.js",
    "fill": "forms/word.js",
}
_HOST = "http://readers.test/"
_FILL = """async ([file, form, values, language]) => {
    const { fillWord } = await import("/fill.js");
    const made = await fillWord(Uint8Array.from(atob(file), (sign) => sign.charCodeAt(0)), form, values, language);
    return btoa(Array.from(made, (byte) => String.fromCharCode(byte)).join(""));
}"""
_READ = """async ([module, name, files, rest]) => {
    const { [name]: read } = await import(`/${module}.js`);
    const found = [];
    for (const file of files) {
        const given = rest.bytes ? Uint8Array.from(atob(file), (sign) => sign.charCodeAt(0)) : file;
        const args = (rest.args ?? []).map((each) => each?.map ? new Map(each.map) : each?.maps
            ? Object.fromEntries(Object.entries(each.maps).map(([key, value]) =>
                [key, value?.map ? new Map(value.map) : value])) : each);
        const begun = performance.now();
        const made = {};
        try {
            made.made = await read(given, ...args);
        } catch (error) {
            made.fault = error.name === "Error" ? error.message : `${error}`;
            made.strange = error.name !== "Error";
        }
        found.push({ ...made, milliseconds: performance.now() - begun });
    }
    return found;
}"""


class Readers:
    """Calls the readers in a page."""

    def __init__(self, page: Page):
        self._page = page
        self.errors: list[str] = []
        """What the page said of errors that nobody caught."""
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def filled(self, file: bytes, form: dict, values: dict, language: str) -> bytes:
        """A Word file, filled in."""
        given = base64.b64encode(file).decode()
        return base64.b64decode(self._page.evaluate(_FILL, [given, form, values, language]))

    def word(self, form: dict, files: list[bytes]) -> list[dict[str, Any]]:
        """What is read of Word files."""
        given = [base64.b64encode(file).decode() for file in files]
        return self._page.evaluate(_READ, ["word", "readWord", given, {"bytes": True, "args": [form]}])

    def pdf(self, form: dict, files: list[bytes]) -> list[dict[str, Any]]:
        """What is read of PDF files."""
        given = [base64.b64encode(file).decode() for file in files]
        return self._page.evaluate(_READ, ["pdf", "readPdf", given, {"bytes": True, "args": [form]}])

    def links(self, form: dict, links: list[str]) -> list[dict[str, Any]]:
        """What is read of links."""
        return self._page.evaluate(_READ, ["link", "valuesOfLink", links, {"args": [form]}])

    def imports(self, texts: list[str], lists: list[dict], titles: dict[str, str]) -> list[dict[str, Any]]:
        """What an import would do."""
        details = {"v": 1, "name": "", "department": "", "phone": "", "email": "", "company": ""}
        practice = {"memory": {"v": 1, "round": 0, "cards": {}}, "mayKeep": True}
        others = {"maps": {"drafts": {"map": []}, "details": details, "practice": practice, "templates": titles}}
        args = [{"map": []}, {"map": [[each["id"], each] for each in lists]}, others]
        return self._page.evaluate(_READ, ["import", "inspectImport", texts, {"args": args}])


@contextmanager
def readers(browser: Browser) -> Iterator[Readers]:
    """A page that has nothing but the readers."""
    context = browser.new_context()
    page = context.new_page()

    def answer(route) -> None:
        name = route.request.url.removeprefix(_HOST).removesuffix(".js")
        if name in _MODULES:
            route.fulfill(body=scripts.joined(ROOT / "overrides" / _MODULES[name]), content_type="text/javascript")
        else:
            route.fulfill(body="<!doctype html><html lang=en><title>Readers</title>", content_type="text/html")

    page.route("**/*", answer)
    page.goto(_HOST)
    yield Readers(page)
    context.close()
