"""Sections of earlier runs, kept in `.cache/bench/`, so that one measurement can be run anew without the others."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from pathlib import Path

from tests.bench.section import Section
from tests.conftest import ROOT

FOLDER = ROOT / ".cache" / "bench"


def keep(name: str, section: Section, load: float, folder: Path = FOLDER) -> None:
    """Keep a section, with the day and how busy the machine was with other things before (its load over a minute)."""
    when = f"Measured on {date.today()}, at a load of {load:.1f} before."
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.json").write_text(
        json.dumps({**asdict(section), "text": f"{section.text}\n\n{when}"}), encoding="utf-8"
    )


def read(names: Iterable[str], folder: Path = FOLDER) -> list[Section]:
    """The sections that are kept, in the order of their names."""
    files = (folder / f"{name}.json" for name in names)
    return [Section(**json.loads(file.read_text(encoding="utf-8"))) for file in files if file.is_file()]
