"""What a hand feels on a slow phone: a key in the largest form, opening it over a slow line, My page with many records, the chooser."""

from __future__ import annotations

import json
import statistics
from collections.abc import Callable

from playwright.sync_api import Page

from tests.bench.filling import OPEN, answers
from tests.bench.remembering import RUNS, runs_kept
from tests.bench.section import Section, table
from tests.bench.setting import Setting
from tests.bench.visiting import compressing_server, slow_phone

MOST_KEY = 50
MOST_OPENING = 400
MOST_MY_PAGE = 300
MOST_TASK = 80

_KEY = """(field) => new Promise((done) => {
    requestAnimationFrame(() => {
        const begun = performance.now();
        field.value += "a";
        field.dispatchEvent(new InputEvent("input", { bubbles: true, data: "a", inputType: "insertText" }));
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun)));
    });
})"""
"""From a key until the frame that shows what it changed is done."""
_WATCH = """globalThis.longest = 0;
new PerformanceObserver((list) => {
    for (const task of list.getEntries()) longest = Math.max(longest, task.duration);
}).observe({ type: "longtask", buffered: true });"""

_SHOWN = f"""(function look() {{
    const all = document.querySelector("my-runs [data-all]");
    if (document.readyState !== "complete" || !all?.textContent.includes("{RUNS}")) requestAnimationFrame(look);
    else requestAnimationFrame(() => setTimeout(() => {{ globalThis.shown = performance.now(); }}));
}})();"""
"""When the frame with the first records and the button to all is done; the page notes it: a driver looking would be a long task."""

_CHOOSE = """() => {
    const choices = [...document.querySelectorAll("channel-chooser input[type=radio]")];
    const choice = choices.find((each) => each.checkVisibility());
    choice?.click();
    return Boolean(choice);
}"""
"""Answer the question in sight; by the page's own means, for a driver's search for it would be a long task of the page."""


def measure(setting: Setting) -> Section:
    """Each in a browser in which nothing is cached."""
    forms = [json.loads(file.read_bytes()) for file in sorted((setting.site / "assets" / "forms").glob("*.json"))]
    largest = max(forms, key=answers)
    address = f"templates/{largest['id']}/"
    runs = runs_kept(setting.site)
    with compressing_server(setting.site) as root:
        rows = [
            (
                f"a key in the form with the most answers ({answers(largest)})",
                _least(setting, lambda page: _key(page, root + address)),
                MOST_KEY,
            ),
            (
                "opening that form over the slow line, a second after a hand first touched its page",
                _least(setting, lambda page: _opening(page, root + address, after=1_000)),
                MOST_OPENING,
            ),
            (
                "opening it as the very first thing, when nothing of it is loaded",
                _least(setting, lambda page: _opening(page, root + address)),
                MOST_OPENING,
            ),
            (
                f"My page with {RUNS} records, the host next to it",
                _least(setting, lambda page: _my_page(page, root, runs)),
                MOST_MY_PAGE,
            ),
            (
                "the longest task while the chooser is answered",
                _least(setting, lambda page: _chooser(page, f"{root}choose/")),
                MOST_TASK,
            ),
        ]
    text = f"""\
On a phone 4 times slower than this machine, the line of a first visit where that is said; the least of {setting.times} tries, since
whatever else a machine does only adds.

{table(("what", "takes", "goal"), [(what, f"{takes:.0f} ms", f"{most} ms") for what, takes, most in rows])}"""
    return Section(
        "Under the hand",
        text,
        [
            f"{what[:1].upper()}{what[1:]}: {takes:.0f} ms; the goal is {most} ms."
            for what, takes, most in rows
            if takes > most
        ],
    )


def _least(setting: Setting, take: Callable[[Page], float]) -> float:
    taken = []
    for _ in range(setting.times):
        context = setting.browser.new_context(
            viewport={"width": 390, "height": 844}, device_scale_factor=2, is_mobile=True
        )
        taken.append(take(context.new_page()))
        context.close()
    return min(taken)


def _slow(page: Page) -> None:
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})


def _key(page: Page, url: str) -> float:
    page.goto(url, wait_until="networkidle")
    page.evaluate(OPEN)
    _slow(page)
    fields = page.locator("form-filler textarea:visible, form-filler input[type=text]:visible")
    return statistics.median(fields.nth(place % fields.count()).evaluate(_KEY) for place in range(7))


def _opening(page: Page, url: str, after: int = 0) -> float:
    """From the press until the form can be filled in, `after` so many milliseconds since the page was first touched, if it was."""
    page.goto(url, wait_until="networkidle")
    slow_phone(page)
    if after:
        page.mouse.move(100, 300, steps=2)
        page.wait_for_timeout(after)
    return page.evaluate(OPEN)


def _my_page(page: Page, root: str, runs: dict[str, str]) -> float:
    page.goto(f"{root}404.html")
    page.evaluate("(kept) => Object.entries(kept).forEach(([key, text]) => localStorage.setItem(key, text))", runs)
    page.goto(f"{root}my/", wait_until="networkidle")
    _slow(page)
    page.add_init_script(_SHOWN)
    page.reload(wait_until="load")
    page.wait_for_timeout(2_000)  # Meanwhile nobody looks.
    page.wait_for_function("globalThis.shown")
    return page.evaluate("shown")


def _chooser(page: Page, url: str) -> float:
    _slow(page)
    page.add_init_script(_WATCH)
    page.goto(url, wait_until="networkidle")
    for _ in range(6):
        if not page.evaluate(_CHOOSE):
            break
        page.wait_for_timeout(100)
    return page.evaluate("longest")
