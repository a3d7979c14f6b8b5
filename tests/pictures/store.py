"""The stored pictures, what they were drawn with, and whether a page or a document still looks as its own."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from PIL import Image

from tests.conftest import ROOT
from tests.pictures.comparing import differing, packed, shown
from tests.pictures.sheets import Part, lay, places

STORED = Path(__file__).with_name("stored")
NOTE = STORED / "drawn-with.json"
_FACES = ("sans-serif:lang=zh-cn", "sans-serif:lang=en", "serif:lang=zh-cn", "monospace:lang=zh-cn", "system-ui")
_NEEDED = ("fc-match", "pdftoppm")
RENEW = "`make pictures` draws them anew; look at what changed before you commit it"


def keep(sheet: Image.Image, name: str) -> None:
    """Store a sheet, small."""
    place = STORED / name
    place.parent.mkdir(parents=True, exist_ok=True)
    unfinished = place.with_suffix(".new")
    unfinished.write_bytes(packed(sheet))
    unfinished.replace(place)


def stored(name: str) -> Image.Image | None:
    """A stored sheet, if there is one."""
    place = STORED / name
    return Image.open(place).convert("RGB") if place.exists() else None


def fault(
    name: str, parts: Iterable[Part], drawn: Mapping[Part, Image.Image], folder: Path, *, whole: bool = True
) -> str:
    """What is other than on the stored picture, in words, or blank; where there is a difference, the picture of now and both side by side
    are laid into a folder.

    Args:
        name: of the stored sheet.
        parts: what may lie on it.
        drawn: what of it is drawn now.
        folder: for the pictures.
        whole: whether that is all there is; else the rest is taken to be as it was.
    """
    if (before := stored(name)) is None:
        return f"{name}: there is no stored picture of it. {RENEW}"
    now = lay(drawn, None if whole else before)
    fields = differing(before, now, () if whole else (part.box for part in drawn))
    if not fields:
        return ""
    here, both = (folder / f"{Path(name).stem}{ending}.png" for ending in ("", ".difference"))
    now.save(here)
    shown(before, now, fields).save(both)
    where = "\n  ".join(places(parts, fields))
    return f"{name} looks otherwise than its stored picture\n  {where}\n  now: {here}\n  stored and now, what differs framed: {both}\n  Is it meant? {RENEW}"


def drawn_with(browser: Any) -> dict[str, str]:
    """The programs and fonts by which pictures are drawn here, and whose pages they are of; on others the same page looks otherwise."""
    return {
        "browser": f"Chromium {browser.version.partition('.')[0]}",
        "fonts": "; ".join(dict.fromkeys(_font(face) for face in _FACES)),
        "office": _office(),
        "company": "a company of its own" if (ROOT / "docs" / "company").is_dir() else "the sample company",
    }


def note(here: dict[str, str]) -> None:
    """Store what the pictures were drawn with."""
    STORED.mkdir(parents=True, exist_ok=True)
    NOTE.write_text(json.dumps(here, indent=2, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")


def noted() -> dict[str, str]:
    """What the stored pictures were drawn with; nothing where none are stored."""
    found: dict[str, str] = json.loads(NOTE.read_text(encoding="utf-8")) if NOTE.exists() else {}
    return found


def lacking() -> str:
    """The program that is missing here to draw any picture, or blank."""
    return next((name for name in _NEEDED if not shutil.which(name)), "")


def otherwise(here: dict[str, str], *matters: str) -> str:
    """Why pictures that are drawn here can't be held against the stored ones, in words, or blank.

    Args:
        here: what they are drawn with here.
        matters: what of it counts.
    """
    before = noted()
    other = [
        f"{here[key] or f'no {_CALLED[key]}'}, not {before.get(key) or f'no {_CALLED[key]}'}"
        for key in matters
        if here[key] != before.get(key, "")
    ]
    return f"here pictures are drawn with {'; '.join(other)} as the stored ones. {RENEW}" if other else ""


_CALLED = {"browser": "browser", "fonts": "fonts", "office": "office program", "company": "company"}


def _font(face: str) -> str:
    run = ["fc-match", "-f", "%{family[0]} %{fontversion}", face]
    return subprocess.run(run, capture_output=True, text=True, check=True).stdout


def _office() -> str:
    """LibreOffice and its version, or blank where it is missing."""
    if not (path := shutil.which("soffice")):
        return ""
    said = subprocess.run([path, "--version"], capture_output=True, text=True, check=False).stdout
    return found[0] if (found := re.search(r"LibreOffice \d+\.\d+", said)) else ""
