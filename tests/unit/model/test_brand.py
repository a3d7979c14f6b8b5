"""The company's colour can be read by day and by night; where one can't, the nearest that can is named."""

from __future__ import annotations

import dataclasses
import re

import pytest
from pydantic import ValidationError

from macros.model.brand import LEAST, Brand, by_day, by_night, contrast
from macros.published import assets
from macros.reading import loading
from tests.conftest import ROOT
from tests.unit.sound import sound


def test_contrast_is_reckoned_as_wcag_does():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colour", ["#1d5a8c", "#9b1c1c", "#0b6b3a", "#5b2a86", "#000000", "#7a4d00"])
def test_a_colour_can_be_read_by_day_and_by_night(colour: str):
    assert Brand(colour=colour).colour == colour
    for shades in (by_day(colour), by_night(colour)):
        assert shades.readable
        assert contrast(shades.accent, shades.soft) >= LEAST and contrast(shades.accent, shades.on_accent) >= LEAST


@pytest.mark.parametrize("colour", ["#ffcc00", "#00aaff", "#ffffff", "#e60012"])
def test_where_a_colour_cannot_be_read_the_nearest_that_can_is_named(colour: str):
    with pytest.raises(ValidationError, match="too light to be read on white") as error:
        Brand(colour=colour)
    nearest = re.search(r"read is (#[0-9a-f]{6})", str(error.value))
    assert nearest and Brand(colour=nearest[1]).colour == nearest[1]


@pytest.mark.parametrize("colour", ["red", "1d5a8c", "#1d5a8", "#12345g"])
def test_a_colour_that_is_none_is_refused(colour: str):
    with pytest.raises(ValidationError, match="six digits"):
        Brand(colour=colour)


def test_the_style_sheet_has_the_companys_colour_behind_the_handbooks_own_and_before_forced_colours():
    handbook = loading.handbook_of(sound())
    company = handbook.company.model_copy(update={"brand": Brand(colour="#9b1c1c")})
    sheet = assets.stylesheet(ROOT / "overrides", "handbook", dataclasses.replace(handbook, company=company))
    own, brand = sheet.index("--accent:#1d5a8c"), sheet.index("--accent:#9b1c1c")
    assert own < brand < sheet.index("--accent:LinkText")
    assert sheet.count(f"--accent:{by_night('#9b1c1c').accent}") == 2
    assert "#9b1c1c" not in assets.stylesheet(ROOT / "overrides", "handbook", handbook)
