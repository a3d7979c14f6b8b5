"""Chromium, driven by Playwright."""

from __future__ import annotations

from pathlib import Path

from tests.browser.engines.window import PATIENCE, Window


class ChromiumWindow(Window):
    """A context of its own in the browser that all other tests use."""

    engine = "chromium"

    def __init__(self, browser, width: int, height: int):
        self.width = width
        self._context = browser.new_context(viewport={"width": width, "height": height}, has_touch=width < 500)
        self._context.set_default_timeout(PATIENCE * 1000)
        self._page = self._context.new_page()

    def go(self, address: str) -> None:
        self._page.goto("about:blank")  # So that an address that differs in its hash only is loaded too.
        self._page.goto(address)

    def _shown(self, what: str):
        return self._page.locator(what).locator("visible=true").first

    def click(self, what: str) -> None:
        place = self._shown(what)
        place.tap() if self.width < 500 else place.click()

    def type(self, what: str, text: str) -> None:
        self._shown(what).focus()
        self._page.keyboard.type(text)

    def press(self, key: str) -> None:
        self._page.keyboard.press(key)

    def ask(self, function: str, *given: object) -> object:
        return self._page.evaluate(f"(given) => ({function})(...given)", list(given))

    def take(self, what: str) -> tuple[str, bytes]:
        with self._page.expect_download() as download:
            self.click(what)
        return download.value.suggested_filename, Path(download.value.path()).read_bytes()

    def paper(self) -> bytes:
        return self._page.pdf(prefer_css_page_size=True)

    def picture(self) -> bytes:
        return self._page.screenshot()

    def clear(self) -> None:
        self._page.evaluate("() => { try { localStorage.clear(); sessionStorage.clear(); } catch {} }")
        self._page.goto("about:blank")

    def close(self) -> None:
        self._context.close()
