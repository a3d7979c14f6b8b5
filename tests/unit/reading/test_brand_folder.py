"""The company's folder of logo, favicon and letterhead: what is taken, and what is said of a file that does not fit."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from macros.errors import Faults
from macros.model.pictures import BrandFiles
from macros.reading import brand

LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><path fill="#9b1c1c" d="M0 0h120v40H0z"/></svg>'


def png(width: int, height: int, more: int = 0) -> bytes:
    """The beginning of a PNG, which is all that is looked at."""
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height) + b"\0" * (5 + more)


def read(root: Path, **files: bytes) -> tuple[BrandFiles, list[str]]:
    """What is found in a folder with these files, `__` in a name standing for its dot; and the faults."""
    folder = root / "docs" / "company" / "brand"
    folder.mkdir(parents=True)
    for name, content in files.items():
        (folder / name.replace("__", ".").replace("_", "-")).write_bytes(content)
    faults = Faults()
    return brand.read(root, faults), [str(fault).removeprefix("docs/company/brand/") for fault in faults]


def test_a_layer_without_the_folder_has_none_of_it(tmp_path: Path):
    assert brand.read(tmp_path, Faults()) == BrandFiles()


def test_what_fits_is_taken(tmp_path: Path):
    found, faults = read(
        tmp_path,
        logo__svg=LOGO,
        logo_dark__png=png(400, 130),
        favicon__png=png(192, 192),
    )
    assert faults == []
    assert found.logo and (found.logo.width, found.logo.height, found.logo.content) == (120, 40, LOGO)
    assert [each.address for each in found.pictures] == [
        "assets/brand/logo.svg",
        "assets/brand/logo-dark.png",
        "assets/brand/favicon.png",
    ]


def test_a_file_in_a_folder_is_told_where_it_belongs(tmp_path: Path):
    (tmp_path / "docs/company/brand/logos").mkdir(parents=True)
    (tmp_path / "docs/company/brand/logos/logo.svg").write_bytes(LOGO)
    faults = Faults()
    assert brand.read(tmp_path, faults) == BrandFiles()
    assert [fault.message for fault in faults] == [
        "nobody looks into a folder here; put the file itself into brand/, or take the folder away"
    ]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("log__svg", LOGO, "nobody reads a file of this name; did you mean 'logo.svg'?"),
        ("logo__jpg", b"\xff\xd8\xff", "nobody reads a file of this name; did you mean 'logo.png'?"),
        ("logo__png", b"\xff\xd8\xff\xe0" + b"\0" * 40, "is JPEG inside and only called PNG; open it in a program"),
        ("logo__png", b"\x89PNG\r\n\x1a\n", "is damaged; save it as PNG again"),
        ("logo__png", b"hello", "is no picture inside; open it in a program for pictures and save it as PNG"),
        ("logo__png", png(300, 100), "is 300 by 100 pixels; it takes at least 120 in height, or save it as SVG"),
        (
            "logo__png",
            png(300, 120, 120_000),
            "has 121 KB, and 100 are the most; every page shows it; have it exported",
        ),
        ("logo__png", png(1500, 120), "is 1500 by 120; a logo may be at most 10 times as wide as it is high"),
        ("favicon__png", png(300, 200), "is 300 by 200; it must be as wide as it is high"),
        ("logo__svg", b"<html></html>", "is no SVG inside; export it as SVG again"),
        ("logo__svg", b"<svg", "is no SVG inside; export it as SVG again"),
        (
            "logo__svg",
            b'<svg xmlns="http://www.w3.org/2000/svg"/>',
            "does not say how large it is; export it with a viewBox",
        ),
        (
            "logo__svg",
            LOGO.replace(b"<path", b"<script/><path"),
            "runs a script or holds a page; export it as a plain SVG",
        ),
        ("logo__svg", LOGO.replace(b"<path", b'<path onclick="x()"'), "runs a script or holds a page"),
        (
            "logo__svg",
            LOGO.replace(b"<path", b"<text>Yunfan</text><path"),
            "has text that each program sets in another font",
        ),
        (
            "logo__svg",
            LOGO.replace(b"<path", b'<image href="https://x.test/a.png"/><path'),
            "takes a part of it from another",
        ),
        ("logo__svg", LOGO.replace(b"#9b1c1c", b"url(https://x.test/a.svg#b)"), "takes a part of it from another file"),
        (
            "logo_dark__svg",
            LOGO,
            "is the logo for dark pages, and there is none for light ones; add logo.svg or logo.png",
        ),
        ("letterhead__docx", b"PK\x03\x04", "is damaged or locked by a password; open it in Word and save it as a"),
        ("letterhead__docx", b"\xd0\xcf\x11\xe0", "is no Word file inside; save it in Word as a .docx file"),
    ],
)
def test_what_does_not_fit_is_said_with_what_to_do(tmp_path: Path, name: str, content: bytes, said: str):
    found, faults = read(tmp_path, **{name: content})
    assert len(faults) == 1 and f":1: file: {said}" in faults[0], faults
    assert not found.logo and not found.favicon and not found.letterhead


def test_of_two_files_for_one_thing_one_is_enough(tmp_path: Path):
    _, faults = read(tmp_path, logo__png=png(300, 120), logo__svg=LOGO)
    assert faults == ["logo.svg:1: file: logo.png stands there too, and one is enough; delete one of them"]


def test_what_explains_the_folder_and_what_systems_leave_there_is_no_fault(tmp_path: Path):
    assert read(tmp_path, README__md=b"# Logo", __DS_Store=b"x") == (BrandFiles(), [])
