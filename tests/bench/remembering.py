"""What the checklists cost: the weight of their script, a page with a hundred runs kept, and a tick."""

from __future__ import annotations

import gzip
import json
import statistics
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.bench.section import Section, table
from tests.bench.setting import Setting
from tests.bench.visiting import compressing_server
from tests.built_pages import published

MOST_BYTES = 25_000
MOST_DELAY = 100
FRAME = 1000 / 60

RUNS = 100
_ITEMS = 40
_TRIES = 7
_LISTS = "assets/checklists.json"
_SCRIPTS = ("assets/checklists.js", "assets/taking.js", "assets/practice.js")
_PAGES = ("checklists/meeting-before/", "my/")
READY = """() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))"""
_SHOWN = """(box) => new Promise((done) => {
    requestAnimationFrame(() => {
        const start = performance.now();
        box.click();
        requestAnimationFrame(() => setTimeout(() => done([performance.now() - start, box.checked])));
    });
})"""
"""From a click to the end of the frame that shows it: that frame's work is done when the task after it begins."""
_LISTED = """(all) => [...document.querySelectorAll("[data-all]")].some((button) => button.checkVisibility() && button.textContent.includes(all))"""
"""The first records are there, and the button that adds the others names how many there are."""


def measure(setting: Setting) -> Section:
    """Weigh the scripts, and open the pages with no run and with a hundred of forty answers each."""
    scripts = {name: len(gzip.compress(published(setting.site, name).read_bytes(), mtime=0)) for name in _SCRIPTS}
    runs = runs_kept(setting.site)
    rows, shortfalls = [], []
    with compressing_server(setting.site) as root:
        for page in _PAGES:
            none, many = _ready(setting.browser, root + page, {}), _ready(setting.browser, root + page, runs)
            rows.append((f"`/{page}`", f"{none:.0f} ms", f"{many:.0f} ms", f"{many - none:.0f} ms"))
            if many - none > MOST_DELAY:
                shortfalls.append(
                    f"/{page} is ready {many - none:.0f} ms later with {RUNS} runs; the goal is {MOST_DELAY} ms."
                )
        ticks = sorted(_ticks(setting.browser, root + _PAGES[0], runs))
    weight, middle, slowest = sum(scripts.values()), statistics.median(ticks), ticks[-1]
    if weight > MOST_BYTES:
        shortfalls.append(f"The scripts weigh {weight:,} bytes; the goal is under {MOST_BYTES:,}.")
    if slowest > 2 * FRAME:
        shortfalls.append(f"A tick took {slowest:.1f} ms to be shown; the goal is the next frame.")
    text = f"""\
Checklists, runs, exports, imports, the page of all runs and practice are {weight:,} bytes of script after gzip (goal: under
{MOST_BYTES:,}): {", ".join(f"`{name}` {size:,}" for name, size in scripts.items())}. They are loaded only on pages that have a list.

With {RUNS} runs of {_ITEMS} answers each in the browser, until the first frame after everything has been loaded and put into
the page (median of {_TRIES}; goal: at most {MOST_DELAY} ms more than with none):

{table(("page", "no run", f"{RUNS} runs", "more"), rows)}

A tick on a page with these runs, from a click at the start of a frame until the frame that shows it is done, the tick being
kept by then: {middle:.1f} ms in the median, {slowest:.1f} ms at most, of {len(ticks)} (a frame at 60 a second is {FRAME:.1f} ms; goal:
shown in the next frame, so two at most)."""
    return Section("Checklists that remember", text, shortfalls)


def runs_kept(site: Path) -> dict[str, str]:
    """What a browser keeps after a hundred runs: of the page's own list, and others in turn, forty answers with notes each."""
    lists = json.loads(published(site, _LISTS).read_text(encoding="utf-8"))
    kept, start = {}, 1_780_000_000_000
    current = _PAGES[0].split("/")[1]
    for number in range(RUNS):
        checklist = next(each for each in lists if each["id"] == current) if number % 2 else lists[number % len(lists)]
        ids = [item["id"] for item in checklist["items"]]
        ids += [f"taken-off-{place}" for place in range(_ITEMS - len(ids))]
        answers = {
            id_: {
                "state": "done" if place % 2 else "",
                "at": start,
                "text": "An item as it read when it was ticked",
                "note": "spoke to Customer A; they call back",
            }
            for place, id_ in enumerate(ids[:_ITEMS])
        }
        run = {
            "v": 1,
            "id": f"run{number:09d}",
            "checklist": checklist["id"],
            "name": f"Review {number}",
            "started": start,
            "changed": start + number,
            "finished": 0,
            "answers": answers,
            "times": {},
        }
        kept[f"handbook:run:{run['id']}"] = json.dumps(run)
        if checklist["id"] == current:
            kept["handbook:current"] = json.dumps({current: run["id"]})
    return kept


def _open(browser: Browser, address: str, kept: dict[str, str]) -> Page:
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(address)
    page.evaluate("(kept) => Object.entries(kept).forEach(([key, text]) => localStorage.setItem(key, text))", kept)
    page.goto(address, wait_until="networkidle")
    return page


def _ready(browser: Browser, address: str, kept: dict[str, str]) -> float:
    """From the start of a page until it is loaded, its elements are filled and painted: the median, in milliseconds."""
    page, found = _open(browser, address, kept), []
    for _ in range(_TRIES):
        page.reload(wait_until="commit")
        page.wait_for_function("document.readyState === 'complete'")
        if address.endswith("my/") and kept:
            page.wait_for_function(_LISTED, arg=str(RUNS), polling="raf")
        found.append(page.evaluate(READY))
    page.context.close()
    return statistics.median(found)


def _ticks(browser: Browser, address: str, kept: dict[str, str]) -> Iterator[float]:
    """How long each of the page's boxes takes to be shown ticked, or open again."""
    page = _open(browser, address, kept)
    for box in page.locator("check-list input[type=checkbox]").all():
        before = box.is_checked()
        milliseconds, checked = box.evaluate(_SHOWN)
        assert checked != before, "the tick did not hold"
        yield milliseconds
    page.context.close()
