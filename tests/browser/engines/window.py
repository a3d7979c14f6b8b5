"""A browser's window as tests of every engine use it: a test says what the user does and what the page then is, and
runs in Chromium, Firefox and WebKit alike. What differs between the engines stands in their modules alone.
"""

from __future__ import annotations

import json
import time
from abc import ABC, abstractmethod
from pathlib import Path

PATIENCE = 30
"""Seconds that a page may take until it is as a test expects it; the machine may be busy."""

_SEEN = """(what) => [...document.querySelectorAll(what)].filter((each) => {
  const box = each.getBoundingClientRect(), style = getComputedStyle(each);
  return box.width > 0 && box.height > 0 && style.visibility !== "hidden";
})"""
"""The elements of a selector that are shown."""


class Window(ABC):
    """One window of one engine.

    Attributes:
        engine: `chromium`, `firefox` or `webkit`.
        width: of the window, in pixels.
        prints: whether a test can have what the engine prints.
    """

    engine: str
    width: int
    prints = True

    @abstractmethod
    def go(self, address: str) -> None:
        """Open an address and wait until it is loaded."""

    @abstractmethod
    def click(self, what: str) -> None:
        """Click or tap the first shown element of a selector.

        Raises:
            Exception: something else lies above it and would take the click.
        """

    @abstractmethod
    def type(self, what: str, text: str) -> None:
        """Set the focus into the first shown element of a selector and type behind what is there."""

    @abstractmethod
    def press(self, key: str) -> None:
        """Press a key where the focus is, such as `Enter`, `/` or `Control+k`."""

    @abstractmethod
    def ask(self, function: str, *given: object) -> object:
        """What a function says in the page: `window.ask("(name) => document.title + name", "x")`."""

    @abstractmethod
    def take(self, what: str) -> tuple[str, bytes]:
        """Click a selector and give the name and the content of the file that is handed over."""

    @abstractmethod
    def paper(self) -> bytes:
        """The page as a PDF."""

    @abstractmethod
    def picture(self) -> bytes:
        """What the window shows, as a PNG."""

    @abstractmethod
    def clear(self) -> None:
        """Make it as new: nothing kept, an empty page."""

    @abstractmethod
    def close(self) -> None:
        """End what was started."""

    def wait(self, function: str, *given: object) -> object:
        """Wait until a function of the page says something true, and give it.

        Raises:
            AssertionError: it did not in time.
        """
        ends, fault = time.monotonic() + PATIENCE, None
        while time.monotonic() < ends:
            try:
                answer, fault = self.ask(function, *given), None
            except Exception as error:  # The page may be on its way out.
                answer, fault = None, error
            if answer:
                return answer
            time.sleep(0.05)
        raise AssertionError(f"{self.engine}, {self.width} wide: waited in vain for {function} {given} {fault or ''}")

    def see(self, what: str, words: str = "") -> str:
        """Wait until an element of a selector is shown, with these words in it, and give its text. What is out of sight may have
        none before it is laid out: a reader scrolls there."""
        function = f"""(what, words) => ({_SEEN})(what)
            .map((each) => each.innerText || each.value || (each.scrollIntoView(), " ")).find((text) => text.includes(words))"""
        return str(self.wait(function, what, words))

    def gone(self, what: str) -> None:
        """Wait until no element of a selector is shown."""
        self.wait(f"(what) => !({_SEEN})(what).length", what)

    def at(self, ending: str) -> None:
        """Wait until the window shows an address with this ending, loaded."""
        self.wait("(ending) => location.href.endsWith(ending) && document.readyState === 'complete'", ending)

    def put(self, what: str, value: str) -> None:
        """Give a field a value as a picker for dates would: no driver can type into those everywhere."""
        self.ask(
            """(what, value) => {
            const field = document.querySelector(what);
            field.value = value;
            for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
        }""",
            what,
            value,
        )

    def faults(self) -> list[str]:
        """Script errors of all pages since the window was cleared (see `server.py`)."""
        return json.loads(str(self.ask("() => sessionStorage.getItem('faults') || '[]'")))


def newest(folder: Path) -> Path | None:
    """The one file in a folder that has arrived in full."""
    files = [file for file in folder.iterdir() if file.suffix not in (".part", ".crdownload") and file.stat().st_size]
    return files[0] if files and not list(folder.glob("*.part")) else None
