"""What Firefox and WebKit have in common: both are driven by WebDriver."""

from __future__ import annotations

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webdriver import WebDriver

from tests.browser.engines.window import Window

_KEYS = {
    "Enter": Keys.ENTER,
    "Escape": Keys.ESCAPE,
    "Tab": Keys.TAB,
    "ArrowDown": Keys.ARROW_DOWN,
    "ArrowUp": Keys.ARROW_UP,
    "Control": Keys.CONTROL,
    "Shift": Keys.SHIFT,
    "Space": " ",
    "Backspace": Keys.BACKSPACE,
}


class WebDriverWindow(Window):
    """A window by way of WebDriver."""

    driver: WebDriver

    def go(self, address: str) -> None:
        self.driver.get("about:blank")
        self.driver.get(address)
        self.wait("() => document.readyState === 'complete'")  # WebKit's driver comes back before the scripts have run.

    def _shown(self, what: str):
        self.see(what)
        return next(each for each in self.driver.find_elements(By.CSS_SELECTOR, what) if each.is_displayed())

    def click(self, what: str) -> None:
        place = self._shown(what)
        # In the middle: what is scrolled to an edge may lie below the header, where no reader would tap it.
        self.driver.execute_script("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", place)
        place.click()

    def type(self, what: str, text: str) -> None:
        self._shown(what).send_keys(text.replace("\n", Keys.ENTER))

    def press(self, key: str) -> None:
        *held, last = key.split("+") if key != "+" else [key]
        actions = ActionChains(self.driver)
        for name in held:
            actions.key_down(_KEYS[name])
        actions.send_keys(_KEYS.get(last, last))
        for name in held:
            actions.key_up(_KEYS[name])
        actions.perform()

    def ask(self, function: str, *given: object) -> object:
        answer = self.driver.execute_async_script(
            f"""const done = arguments[arguments.length - 1];
            Promise.resolve().then(() => ({function})(...[...arguments].slice(0, -1)))
                .then((value) => done({{ value }}), (error) => done({{ error: String(error) }}));""",
            *given,
        )
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer.get("value")

    def picture(self) -> bytes:
        # What a busy machine has not painted yet is not in the picture: two frames later, and once it stays the same.
        self.ask("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))")
        taken = self.driver.get_screenshot_as_png()
        for _ in range(10):
            before, taken = taken, self.driver.get_screenshot_as_png()
            if before == taken:
                break
        return taken

    def clear(self) -> None:
        self.driver.execute_script("try { localStorage.clear(); sessionStorage.clear(); } catch {}")
        self.driver.get("about:blank")

    def close(self) -> None:
        self.driver.quit()
