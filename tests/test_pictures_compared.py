"""What two pictures of a page must show for a difference to be found, on pages that are made up."""

from __future__ import annotations

import io
import random
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFilter

from tests.pictures import store
from tests.pictures.comparing import DESK, differing, packed
from tests.pictures.pages import PARTS, SCREENS
from tests.pictures.sheets import lay

SMALLER = 6


@dataclass(frozen=True)
class MadeUp:
    """A page of a heading, a card and lines of text, as a browser would draw it."""

    lines: int = 24
    without: int = -1
    """The line that is lost."""
    lower: int = 0
    """By how many pixels what stands from the card on has slipped."""
    left: int = 0
    """By how many pixels the card has."""
    accent: str = "#0b6e5f"
    card: str = "#eef5f3"
    raster: int = 0
    """By how many half pixels letters stand elsewhere, since other programs set them."""
    soft: float = 0.0
    """How much softer their edges are."""

    def drawn(self) -> Image.Image:
        """The picture, as small as stored ones."""
        page = Image.new("RGB", (768 * 2, (300 + 28 * self.lines) * 2), "white")
        draw = ImageDraw.Draw(page)
        self._words(draw, 40, 40, 36, "#1a1a1a", 300, 0)
        self._words(draw, 40, 100, 16, self.accent, 200, 1)
        box = (40 - self.left, 150 + self.lower, 720 - self.left, 250 + self.lower)
        draw.rectangle([side * 2 for side in box], fill=self.card, outline=self.accent, width=4)
        self._words(draw, box[0] + 20, box[1] + 20, 16, "#1a1a1a", 500, 2)
        for number in range(self.lines):
            if number != self.without:
                self._words(draw, 40, 270 + self.lower + 28 * number, 16, "#1a1a1a", 640, 3 + number)
        return (page.filter(ImageFilter.GaussianBlur(self.soft * 2)) if self.soft else page).reduce(SMALLER * 2)

    def _words(
        self, draw: ImageDraw.ImageDraw, left: int, top: int, high: int, colour: str, wide: int, seed: int
    ) -> None:
        """A line of letters, which are bars here, as dense as real ones."""
        shapes, at = random.Random(seed), left * 2
        while at < (left + wide) * 2:
            if shapes.random() < 0.85:
                x, y = at + self.raster, top * 2
                draw.rectangle((x, y, x + high // 4, y + high * 2), fill=colour)
                draw.rectangle((x, y + high, x + high, y + high + high // 5), fill=colour)
            at += high + 4


PAGE = MadeUp()


def as_stored(picture: Image.Image) -> Image.Image:
    return Image.open(io.BytesIO(packed(picture))).convert("RGB")


@pytest.mark.parametrize(
    "raster",
    [
        PAGE,
        replace(PAGE, soft=0.5),
        replace(PAGE, soft=0.8),
        replace(PAGE, raster=1),
        replace(PAGE, raster=1, soft=0.5),
    ],
    ids=["stored", "softer", "much softer", "half a pixel aside", "both"],
)
def test_another_raster_of_the_same_page_is_no_difference(raster: MadeUp):
    assert differing(as_stored(PAGE.drawn()), raster.drawn()) == []


@pytest.mark.parametrize(
    ("slipped", "from_top"),
    [
        (replace(PAGE, lower=8), 150),
        (replace(PAGE, left=8), 150),
        (replace(PAGE, without=10), 270 + 280),
        (replace(PAGE, without=23), 270 + 28 * 23),
        (replace(PAGE, lines=25), 270 + 28 * 24),
        (replace(PAGE, accent="#8a1c1c"), 100),
        (replace(PAGE, card="#fdf0d5"), 150),
    ],
    ids=["a margin", "a card to the left", "a line", "the last line", "a line more", "links", "a card"],
)
def test_what_slips_goes_or_changes_colour_is_found_where_it_is(slipped: MadeUp, from_top: int):
    fields = differing(as_stored(PAGE.drawn()), slipped.drawn())
    assert fields and fields[0].top * SMALLER <= from_top + 28 and fields[0].bottom * SMALLER >= from_top - 8


def test_what_differs_is_said_by_part_and_place(monkeypatch, tmp_path: Path):
    monkeypatch.setattr(store, "STORED", tmp_path / "stored")
    phone, _, tablet, *_ = SCREENS
    name, now = "pages/home.zh.webp", {phone: PAGE.drawn().crop((0, 0, 60, 100)), tablet: PAGE.drawn()}
    assert "no stored picture" in store.fault(name, PARTS, now, tmp_path)
    store.keep(lay(now), name)
    assert store.fault(name, PARTS, now, tmp_path) == ""
    said = store.fault(name, PARTS, {tablet: replace(PAGE, without=10).drawn()}, tmp_path, whole=False)
    assert "768 px wide, light: about " in said and " px from the left, " in said and "360 px" not in said
    assert str(tmp_path / "home.zh.difference.png") in said and "make pictures" in said
    assert {file.name for file in tmp_path.iterdir()} == {"home.zh.png", "home.zh.difference.png", "stored"}
    assert "360 px wide, light" in store.fault(name, PARTS, {tablet: PAGE.drawn()}, tmp_path), "the other part is gone"


def test_a_part_that_is_gone_leaves_the_desk():
    phone, _, tablet, *_ = SCREENS
    whole = lay({phone: PAGE.drawn().crop((0, 0, 60, 100)), tablet: PAGE.drawn()})
    shorter = lay({tablet: PAGE.drawn().crop((0, 0, 128, 40))}, whole)
    assert shorter.getpixel((tablet.left + 10, 60)) == DESK and shorter.size == whole.size
    assert differing(whole, shorter) and differing(whole, lay({tablet: PAGE.drawn()}))


def test_pictures_are_held_only_against_those_drawn_with_the_same(monkeypatch, tmp_path: Path):
    monkeypatch.setattr(store, "STORED", tmp_path)
    monkeypatch.setattr(store, "NOTE", tmp_path / "drawn-with.json")
    here = {"browser": "Chromium 156", "fonts": "Noto Sans CJK SC 2", "office": "", "company": "the sample"}
    store.note({**here, "office": "LibreOffice 7.4"})
    assert store.otherwise(here, "browser", "fonts", "company") == ""
    assert "no office program, not LibreOffice 7.4" in store.otherwise(here, "office")
    said = store.otherwise({**here, "browser": "Chromium 170"}, "browser", "fonts")
    assert "Chromium 170, not Chromium 156" in said and "make pictures" in said
