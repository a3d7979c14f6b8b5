"""Small pictures of every document, and what of two of them differs: a layout that slips is seen, another raster of the same is not."""

from __future__ import annotations

import io
import os
import re
import subprocess
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter

from tests.conftest import program

STORED = Path(__file__).with_name("pictures")
KINDS = ("docx", "docx-example", "xlsx", "xlsx-example", "pdf", "pdf-example")
"""What is drawn of a template in one language, a row each: the file that is offered, and the one that is filled in with its example."""
_DPI, _SMALLER = 32, 4
"""At what resolution pages are drawn, and by how much they are then made smaller: a millimetre is a third of a point."""
_GREYS = 16
_GAP = 2
_DESK = 96
"""The grey on which pages lie, which no page is: one that is gone or new is a difference."""
_SEEN, _MOST = 40, 0.035
"""By how much a point may be lighter or darker, and what share of a page's points may be so. An answer that is gone or a row
that slips by half its height is more; the same page by another version of a program, and its fonts a hair wider, is less."""
_TODAY = b"DATE(2026,11,27)"
FONTS = ("NotoSansCJK", "DejaVuSans")
"""The fonts that documents are drawn with, whatever else there is: those of Word and Excel are nowhere but beside these."""
_FONTS_CONF = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include>/etc/fonts/fonts.conf</include><selectfont><rejectfont>{others}</rejectfont></selectfont>
</fontconfig>"""


def font_files() -> list[Path]:
    """Where the fonts of this machine lie."""
    listed = subprocess.run([program("fc-list"), ":", "file"], capture_output=True, text=True, check=True).stdout
    return [Path(file) for file in dict.fromkeys(line.partition(":")[0] for line in listed.splitlines())]


def same_day(workbook: bytes) -> bytes:
    """A workbook that takes one day for today, so that it looks the same on every other."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as given, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as changed:
        for part in given.infolist():
            changed.writestr(part, given.read(part).replace(b"TODAY()", _TODAY).replace(b"NOW()", _TODAY))
    return packed.getvalue()


def print_all(files: list[Path], folder: Path) -> None:
    """Print Word and Excel files into a folder, as PDF of the same name."""
    command = [program("soffice"), f"-env:UserInstallation={(folder / 'office').as_uri()}", "--headless"]
    run = [*command, "--convert-to", "pdf", "--outdir", str(folder), *map(str, files)]
    conf = folder / "fonts.conf"
    others = (f"<glob>{file}</glob>" for file in font_files() if not file.name.startswith(FONTS))
    conf.write_text(_FONTS_CONF.format(others="".join(others)))
    environment = {**os.environ, "FONTCONFIG_FILE": str(conf)}
    subprocess.run(run, check=True, capture_output=True, timeout=1_200, env=environment)


def pages(printed: Path) -> list[Image.Image]:
    """The pages of a PDF, small and grey."""
    program("pdftoppm")
    for old in printed.parent.glob(f"{printed.stem}-page-*"):
        old.unlink()
    prefix = printed.parent / f"{printed.stem}-page"
    subprocess.run(["pdftoppm", "-gray", "-r", str(_DPI), str(printed), str(prefix)], check=True)
    drawn = sorted(
        printed.parent.glob(f"{printed.stem}-page-*"), key=lambda file: int(re.findall(r"\d+", file.name)[-1])
    )
    return [Image.open(file).reduce(_SMALLER) for file in drawn]


def sheet(rows: Iterable[list[Image.Image]]) -> Image.Image:
    """All pages on one picture, a document a row."""
    laid = list(rows)
    width = max(sum(page.width + _GAP for page in row) for row in laid) + _GAP
    whole = Image.new("L", (width, sum(max(page.height for page in row) + _GAP for row in laid) + _GAP), _DESK)
    top = _GAP
    for row in laid:
        left = _GAP
        for page in row:
            whole.paste(page, (left, top))
            left += page.width + _GAP
        top += max(page.height for page in row) + _GAP
    return whole


def keep(picture: Image.Image, place: Path) -> None:
    """Store a picture in few greys."""
    step = 255 // (_GREYS - 1)
    few = picture.point([round(grey / step) for grey in range(256)]).convert("P")
    few.putpalette([grey * step for grey in range(_GREYS) for _ in range(3)])
    few.save(place, optimize=True, bits=4)


def differing(stored: Image.Image, now: Image.Image) -> float:
    """The greatest share of points that differ in a part of two pictures as large as a page: 1 where they are not as large."""
    if stored.size != now.size:
        return 1.0
    before, after = (each.convert("L").filter(ImageFilter.BoxBlur(1)) for each in (stored, now))
    marked = ImageChops.difference(before, after).point([255 * (grey > _SEEN) for grey in range(256)])
    return max(_shares(marked))


def is_same(stored: Image.Image, now: Image.Image) -> bool:
    """Whether two pictures are of the same layout."""
    return differing(stored, now) <= _MOST


def _shares(marked: Image.Image) -> Iterator[float]:
    """The share of marked points in each field of a grid over a picture."""
    wide, high = 32, 32
    for top in range(0, marked.height, high):
        for left in range(0, marked.width, wide):
            part = marked.crop((left, top, min(left + wide, marked.width), min(top + high, marked.height)))
            yield part.histogram()[255] / (part.width * part.height)
