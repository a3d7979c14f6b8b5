"""The company's folder `brand`: its logo, its favicon and its letterhead, each held against what pages and forms can show.

This is the only place that reads the folder. Who needs one of its files finds it in `handbook.brand`.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TypeVar

from lxml import etree

from ..errors import Faults, closest
from ..model.letterhead import Letterhead
from ..model.pictures import BrandFiles, Picture
from . import letterhead
from .layer import places
from .strays import is_stray

_LETTERHEAD = "letterhead.docx"
_NAMES = ("logo.svg", "logo.png", "logo-dark.svg", "logo-dark.png", "favicon.svg", "favicon.png", _LETTERHEAD)
_README = "README.md"
"""What may stand there besides: what says to people what belongs there."""
_MOST_BYTES = 100_000
"""Of a picture, since every page asks for it."""
_MOST_BYTES_OF_LETTERHEAD = 1_000_000
_TALLEST, _WIDEST = 1.5, 10.0
"""How much higher than wide, and how much wider than high, a logo may be: beyond that nobody can make it out in a header."""
_LEAST_PIXELS = {"logo": 120, "logo-dark": 120, "favicon": 180}
"""The height below which a picture of pixels looks coarse on paper, or where a phone shows it large."""
_SQUARE = 0.02
_BEGINNINGS = (
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"RIFF", "WebP"),
    (b"PK", "ZIP"),
)
_LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?)(?:px|pt|mm|cm|in)?\s*")
_ELSEWHERE = re.compile(r"url\(\s*['\"]?(?!#)|@import", re.IGNORECASE)


_Kind = TypeVar("_Kind")


@dataclass(frozen=True)
class _Unfit(Exception):
    """Why a file is not taken, and what to do."""

    message: str


def read(root: Path, faults: Faults) -> BrandFiles:
    """What the folder of the layer in use holds; what is wrong with a file is among the faults, and the file is not used.

    Args:
        root: the project's root.
        faults: collects them.
    """
    folder = places.layer_of(root) / places.BRAND
    found: dict[str, Path] = {}
    for file in sorted(folder.rglob("*")) if folder.is_dir() else ():
        name = file.relative_to(folder).as_posix()
        if file.is_dir() or name == _README or is_stray(PurePath(name)):
            continue
        place = file.relative_to(root).as_posix()
        if name not in _NAMES:
            faults.add(place, 1, "file", _unknown(name))
        elif (stem := file.stem) in found:
            faults.add(place, 1, "file", f"{found[stem].name} stands there too, and one is enough; delete one of them")
        else:
            found[stem] = file
    pictures: dict[str, Picture | None] = {}
    for stem in _LEAST_PIXELS:
        pictures[stem] = _taken(root, found[stem], _picture, faults) if stem in found else None
    if pictures["logo-dark"] and not found.get("logo"):
        place = found["logo-dark"].relative_to(root).as_posix()
        faults.add(
            place, 1, "file", "is the logo for dark pages, and there is none for light ones; add logo.svg or logo.png"
        )
    head = found.get(PurePath(_LETTERHEAD).stem)
    paper = _taken(root, head, _letterhead, faults) if head else None
    return BrandFiles(pictures["logo"], pictures["logo-dark"], pictures["favicon"], paper)


def _unknown(name: str) -> str:
    if "/" in name:
        return "nobody looks into a folder here; put the file itself into brand/, or take the folder away"
    close = closest(name, _NAMES)
    hint = f"did you mean '{close}'?" if close else f"use one of: {', '.join(_NAMES)}"
    return f"nobody reads a file of this name; {hint}"


def _taken(root: Path, file: Path, made: Callable[[Path, bytes], _Kind], faults: Faults) -> _Kind | None:
    try:
        return made(file, file.read_bytes())
    except _Unfit as unfit:
        faults.add(file.relative_to(root).as_posix(), 1, "file", unfit.message)
        return None


def _letterhead(_file: Path, content: bytes) -> Letterhead:
    if len(content) > _MOST_BYTES_OF_LETTERHEAD:
        raise _Unfit(_too_large(content, _MOST_BYTES_OF_LETTERHEAD, "make the pictures in it smaller"))
    if not content.startswith(b"PK"):
        raise _Unfit("is no Word file inside; save it in Word as a .docx file")
    try:
        return letterhead.letterhead(content)
    except letterhead.Unfit as unfit:
        raise _Unfit(str(unfit)) from None


def _picture(file: Path, content: bytes) -> Picture:
    if len(content) > _MOST_BYTES:
        advice = "have it exported as a plain SVG" if file.suffix == ".svg" else "have it exported smaller, or as SVG"
        raise _Unfit(_too_large(content, _MOST_BYTES, f"every page shows it; {advice}"))
    width, height = (_drawn if file.suffix == ".svg" else _of_pixels)(content)
    if file.suffix == ".png" and height < (least := _LEAST_PIXELS[file.stem]):
        raise _Unfit(f"is {width:g} by {height:g} pixels; it takes at least {least} in height, or save it as SVG")
    if file.stem == "favicon" and abs(width - height) > _SQUARE * height:
        raise _Unfit(f"is {width:g} by {height:g}; it must be as wide as it is high, since it is shown in a square")
    if not 1 / _TALLEST <= width / height <= _WIDEST:
        raise _Unfit(
            f"is {width:g} by {height:g}; a logo may be at most {_WIDEST:g} times as wide as it is high, and at most "
            f"{_TALLEST:g} times as high as it is wide; cut off the empty room around it, or take the sign without the name"
        )
    return Picture(file.name, content, width, height)


def _too_large(content: bytes, most: int, advice: str) -> str:
    return f"has {-(-len(content) // 1000):,} KB, and {most // 1000:,} are the most; {advice}"


def _of_pixels(content: bytes) -> tuple[float, float]:
    kind = next((kind for beginning, kind in _BEGINNINGS if content.startswith(beginning)), None)
    if kind == "PNG" and len(content) < 24:
        raise _Unfit("is damaged; save it as PNG again")
    if kind != "PNG":
        inside = f"is {kind} inside and only called PNG" if kind else "is no picture inside"
        raise _Unfit(f"{inside}; open it in a program for pictures and save it as PNG")
    width, height = struct.unpack(">II", content[16:24])
    if not width or not height:
        raise _Unfit("is damaged; save it as PNG again")
    return float(width), float(height)


def _drawn(content: bytes) -> tuple[float, float]:
    """Width and height of an SVG that shows nothing but what is in it, and that runs nothing."""
    try:
        tree = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError:
        raise _Unfit("is no SVG inside; export it as SVG again") from None
    if etree.QName(tree).localname != "svg":
        raise _Unfit("is no SVG inside; export it as SVG again")
    if tree.getroottree().docinfo.internalDTD is not None and b"<!ENTITY" in content:
        raise _Unfit("defines abbreviations of its own (ENTITY); export it as a plain SVG")
    for each in tree.iter(etree.Element):
        _plain(each)
    box = [float(part) for part in re.findall(r"-?\d+(?:\.\d+)?", tree.get("viewBox", ""))]
    sizes = [_LENGTH.fullmatch(tree.get(name, "")) for name in ("width", "height")]
    width, height = box[2:] if len(box) == 4 else [float(each[1]) if each else 0.0 for each in sizes]
    if width <= 0 or height <= 0:
        raise _Unfit('does not say how large it is; export it with a viewBox, such as viewBox="0 0 120 40"')
    return width, height


def _plain(each: etree._Element) -> None:
    name = etree.QName(each).localname
    if name in ("script", "foreignObject") or any(etree.QName(key).localname.startswith("on") for key in each.attrib):
        raise _Unfit("runs a script or holds a page; export it as a plain SVG")
    if name in ("text", "tspan"):
        raise _Unfit(
            "has text that each program sets in another font; have the text turned into paths, or save it as logo.png"
        )
    links = [value for key, value in each.attrib.items() if etree.QName(key).localname == "href"]
    if name != "a" and any(not str(link).startswith(("#", "data:")) for link in links):
        raise _Unfit("takes a part of it from another file; have that embedded, and export it again")
    if any(_ELSEWHERE.search(str(part)) for part in (each.text or "", *each.attrib.values())):
        raise _Unfit("takes a part of it from another file; have that embedded, and export it again")
