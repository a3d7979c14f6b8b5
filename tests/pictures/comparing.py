"""What of two pictures differs: a thing that moved, went or has another colour is found, the edges of letters that another raster smooths are not."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import NamedTuple

from PIL import Image, ImageChops, ImageDraw, ImageFilter

DESK = (150, 150, 150)
"""The grey on which pages lie, which no page is: one that grows, shrinks or goes is a difference."""
_QUALITY = 40
"""Of what is stored: at this, letters of a heading are still read, and all pictures together weigh some megabytes."""
_FIELD = 16
"""Pictures are compared field by field, each of so many points in a square."""
_SEEN = 12
"""By how much a point may be lighter or darker in one of its colours, once both pictures are packed as stored ones are and blurred by a point:
other smoothing of letters stays below it."""
_MOST = 0.09
"""What share of a field's points may be so: a word, or the edge of a box that moved by a point, is more."""
_MOST_OF_PARTS = 0.14
"""The same where only parts were drawn: what is around them was packed twice, which spreads into them."""
_MARK = (220, 0, 60)


class Box(NamedTuple):
    """A part of a picture, in points."""

    left: int
    top: int
    right: int
    bottom: int


def packed(picture: Image.Image) -> bytes:
    """A picture as it is stored."""
    file = io.BytesIO()
    picture.save(file, "WEBP", quality=_QUALITY, method=6)
    return file.getvalue()


def differing(stored: Image.Image, now: Image.Image, within: Iterable[Box] = ()) -> list[Box]:
    """The fields in which two pictures differ, from the top down.

    Args:
        stored: a picture as it was unpacked.
        now: one that was drawn; need not be of the same size.
        within: what of it was drawn, where the rest comes from the stored one and has been packed twice.
    """
    size = max(stored.width, now.width), max(stored.height, now.height)
    as_stored = Image.open(io.BytesIO(packed(now)))
    before, after = (_on_a_desk(each, size).filter(ImageFilter.BoxBlur(1)) for each in (stored, as_stored))
    red, green, blue = ImageChops.difference(before, after).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    marked = most.point([255 * (value > _SEEN) for value in range(256)])
    at_most = _MOST
    if drawn := [*within]:
        at_most = _MOST_OF_PARTS
        only = Image.new("L", size)
        for box in drawn:
            only.paste(255, box)
        marked = ImageChops.darker(marked, only)
    grid = -(-size[0] // _FIELD), -(-size[1] // _FIELD)
    whole = Image.new("L", (grid[0] * _FIELD, grid[1] * _FIELD))
    whole.paste(marked)
    shares = whole.reduce(_FIELD).tobytes()
    return [
        Box(x * _FIELD, y * _FIELD, min((x + 1) * _FIELD, size[0]), min((y + 1) * _FIELD, size[1]))
        for y in range(grid[1])
        for x in range(grid[0])
        if shares[y * grid[0] + x] > 255 * at_most
    ]


def shown(stored: Image.Image, now: Image.Image, fields: list[Box]) -> Image.Image:
    """The stored picture beside that of now, with a frame around each field that differs."""
    high = max(stored.height, now.height)
    both = Image.new("RGB", (stored.width + now.width + _FIELD, high), DESK)
    for left, picture in ((0, stored), (stored.width + _FIELD, now)):
        both.paste(picture, (left, 0))
        draw = ImageDraw.Draw(both)
        for field in fields:
            draw.rectangle((left + field.left, field.top, left + field.right - 1, field.bottom - 1), outline=_MARK)
    return both


def _on_a_desk(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    if picture.size == size and picture.mode == "RGB":
        return picture
    whole = Image.new("RGB", size, DESK)
    whole.paste(picture.convert("RGB"))
    return whole
