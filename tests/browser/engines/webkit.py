"""WebKit as GTK has it, a relative of Safari's engine, driven by selenium on a screen that nobody sees."""

from __future__ import annotations

import base64
import os
import subprocess
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from tests.browser.engines.webdriver import WebDriverWindow

_BROWSERS = ("usr/lib/*/webkit2gtk-4.1/MiniBrowser", "usr/libexec/webkit2gtk-4.1/MiniBrowser")

_CATCH = """(what) => {
  // Every download adds a bar that makes the window smaller, so the file is caught where the page hands it over.
  window.caught = undefined;
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    HTMLAnchorElement.prototype.click = click;
    if (!this.download) return click.call(this);
    fetch(this.href).then((answer) => answer.blob()).then((blob) => {
      const reader = new FileReader();
      reader.onload = () => { window.caught = [this.download, reader.result.split(",")[1] ?? ""]; };
      reader.readAsDataURL(blob);
    });
  };
}"""


def browser_path() -> str | None:
    """The small browser that Debian's `webkit2gtk-driver` brings."""
    return next((str(found) for pattern in _BROWSERS for found in sorted(Path("/").glob(pattern))), None)


class WebKitWindow(WebDriverWindow):
    """A window of WebKitGTK on an X server of its own."""

    engine = "webkit"
    prints = False
    """WebKitGTK's driver knows no printing."""

    def __init__(self, binary: str, driver: str, screen: str):
        reading, writing = os.pipe()
        command = [screen, "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
        self._screen = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as said:
            display = said.readline().strip()
        options = Options()
        options.binary_location = binary
        options.add_argument("--automation")
        options.add_argument("--full-screen")
        service = Service(driver, env={**os.environ, "DISPLAY": f":{display}"})
        self.driver = webdriver.WebKitGTK(options=options, service=service)
        self.driver.fullscreen_window()

    def resize(self, width: int, height: int) -> None:
        """Show the page as wide and as high as this."""
        self.width = width
        self.driver.set_window_rect(0, 0, width, height)
        self.wait("(width) => innerWidth === width", width)

    def take(self, what: str) -> tuple[str, bytes]:
        self.ask(_CATCH)
        self.click(what)
        name, content = self.wait("() => window.caught")
        return name, base64.b64decode(content)

    def paper(self) -> bytes:
        raise NotImplementedError("WebKitGTK's driver prints nothing")

    def close(self) -> None:
        super().close()
        self._screen.terminate()
        self._screen.wait()
