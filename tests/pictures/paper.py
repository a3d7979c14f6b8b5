"""Draws what is printed."""

from __future__ import annotations

import io
import subprocess

from PIL import Image

_DPI, _FINER = 24, 2
"""At what resolution sheets of paper are kept, and how much finer they are drawn, so that lines are grey instead of gone."""
MILLIMETRE = 25.4 / _DPI
"""How many of them a point stands for."""
PAPER_WIDE, PAPER_LONG = round(210 / MILLIMETRE), round(297 / MILLIMETRE)
"""A4, in points."""


def drawn(printed: bytes, most: int) -> list[Image.Image]:
    """The first sheets of a PDF, small.

    Args:
        printed: the PDF.
        most: of how many sheets.
    """
    run = ["pdftoppm", "-r", str(_DPI * _FINER), "-l", str(most), "-"]
    pictures = io.BytesIO(subprocess.run(run, input=printed, capture_output=True, check=True).stdout)
    found = []
    while pictures.tell() < len(pictures.getbuffer()):
        found.append(_next(pictures).reduce(_FINER))
    return found


def _next(pictures: io.BytesIO) -> Image.Image:
    """The next of several pictures that stand one behind the other, as PPM: `P6 WIDTH HEIGHT 255`, then three bytes a point."""
    assert pictures.readline() == b"P6\n"
    width, high = map(int, pictures.readline().split())
    assert pictures.readline() == b"255\n"
    return Image.frombytes("RGB", (width, high), pictures.read(width * high * 3))
