"""Draws a page: in three widths, light and dark, and as it comes out of a printer."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image

from tests.kinds_of_page import KINDS
from tests.pictures.paper import MILLIMETRE, PAPER_LONG, PAPER_WIDE, drawn
from tests.pictures.sheets import GAP, Part

WIDTHS = (360, 768, 1280)
_HIGH = {360: 740, 768: 1024, 1280: 800}
"""Of the window, by its width."""
_LONGEST = 3_600
"""So much of a page is drawn, from its top, in pixels: all there is of most."""
_SMALLER = {"light": 6, "dark": 9}
"""By how much pictures are smaller than the page. Dark pages are laid out as light ones, so that their colours are enough."""
_PAPERS = 3
"""So many sheets of paper of a page are drawn."""
TODAY = 1_795_761_000
"""When pictures are taken, whatever the clock says: Friday 27 November 2026, 14:30 in Shanghai, in seconds. Sites are built for that day too."""
_STILL = """
Math.random = () => 0.5;
crypto.randomUUID = () => "00000000-0000-4000-8000-000000000000";
Object.defineProperty(Navigator.prototype, "serviceWorker", { value: undefined });
"""
_SETTLED = """async () => {
  const today = new Date().toISOString().slice(0, 10);
  for (const note of document.querySelectorAll("review-note")) note.hidden = note.getAttribute("due") > today; // not that of the build
  for (const image of document.images) image.loading = "eager";
  await Promise.all([document.fonts.ready, ...[...document.images].map((image) => image.decode().catch(() => {}))]);
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}"""
LANGUAGES = ("zh", "en")


def _screens() -> dict[Part, tuple[int, str]]:
    found, left = {}, 0
    for width in WIDTHS:
        for colours, smaller in _SMALLER.items():
            wide, high = width // smaller, _LONGEST // smaller
            found[Part(f"{width} px wide, {colours}", left, 0, wide, high, smaller, "px")] = width, colours
            left += wide + GAP
    return found


SCREENS = _screens()
"""A place on the sheet for each width, light and dark."""
_BESIDE = max(part.left + part.width for part in SCREENS) + GAP
PAPERS = tuple(
    Part(
        f"on paper, sheet {number + 1}",
        _BESIDE + number * (PAPER_WIDE + GAP),
        0,
        PAPER_WIDE,
        PAPER_LONG,
        MILLIMETRE,
        "mm",
    )
    for number in range(_PAPERS)
)
PARTS = (*SCREENS, *PAPERS)


@dataclass(frozen=True)
class Shown:
    """The page that stands for a kind, in a language."""

    kind: str
    language: str

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """Under which its sheet is stored."""
        return f"pages/{self.kind.replace(' ', '-')}.{self.language}.webp"

    @property
    def names(self) -> tuple[str, ...]:
        """Of the sheets that are drawn together: it alone."""
        return (self.name,)

    def drawn(self, browser: Any, address: str, _: Path) -> dict[str, dict[Part, Image.Image]]:
        """Its sheet."""
        return {self.name: draw(browser, address, self)}


ALL = tuple(Shown(kind, language) for kind in KINDS for language in LANGUAGES)


def draw(browser: Any, address: str, shown: Shown, parts: Iterable[Part] = PARTS) -> dict[Part, Image.Image]:
    """Pictures of a page.

    Args:
        browser: a Chromium.
        address: of the site.
        shown: which page.
        parts: what of its sheet is drawn.
    """
    language = shown.language
    url = f"{address}{'' if language == 'zh' else f'{language}/'}{KINDS[shown.kind][1]}"
    wanted, found = set(parts), {}
    for width in WIDTHS:
        here = [part for part in SCREENS if part in wanted and SCREENS[part][0] == width]
        papers = [part for part in PAPERS if part in wanted and width == WIDTHS[-1]]
        if not here and not papers:
            continue
        with still(browser, language, width) as page:
            page.goto(url, wait_until="networkidle")
            for part in here:
                page.emulate_media(color_scheme=SCREENS[part][1], reduced_motion="reduce")
                found[part] = _shot(page, width, int(part.scale))
            if papers:
                page.emulate_media(color_scheme="light", reduced_motion="reduce")
                printed = page.pdf(prefer_css_page_size=True, page_ranges=f"1-{_PAPERS}")
                found.update(zip(papers, drawn(printed, _PAPERS), strict=False))
    return found


@contextlib.contextmanager
def still(browser: Any, language: str, width: int = WIDTHS[-1]) -> Iterator[Any]:
    """A page of a profile of its own, in which time stands still and nothing moves."""
    context = browser.new_context(
        viewport={"width": width, "height": _HIGH[width]},
        timezone_id="Asia/Shanghai",
        locale="zh-CN" if language == "zh" else "en-GB",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.add_init_script(_STILL)
    page.clock.set_fixed_time(TODAY * 1000)
    yield page
    context.close()


def _shot(page: Any, width: int, smaller: int) -> Image.Image:
    page.evaluate(_SETTLED)
    high = min(page.evaluate("document.documentElement.scrollHeight"), _LONGEST)
    clip = {"x": 0, "y": 0, "width": width, "height": high}
    shot = page.screenshot(full_page=True, clip=clip, animations="disabled", caret="hide", type="jpeg", quality=92)
    return Image.open(io.BytesIO(shot)).convert("RGB").reduce(smaller)
