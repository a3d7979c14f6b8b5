"""`python -m tests.bench`: measure everything and write BENCHMARKS.md. On an idle machine; it takes some 25 minutes.

With names of measurements behind it, only those are run anew. The report is written after each, so that none is lost.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.bench import (
    comparing,
    composing,
    downloads,
    editing,
    feeling,
    filling,
    fuzzing,
    growing,
    kept,
    remembering,
    report,
    retrieving,
    searching,
    visiting,
)
from tests.bench.section import Section
from tests.bench.setting import Setting
from tests.conftest import ROOT

MEASUREMENTS: dict[str, Callable[[Setting], Section]] = {
    "comparing": comparing.measure,
    "growing": growing.measure,
    "composing": composing.measure,
    "downloads": downloads.measure,
    "visiting": visiting.measure,
    "filling": filling.measure,
    "feeling": feeling.measure,
    "fuzzing": fuzzing.measure,
    "editing": editing.measure,
    "searching": searching.measure,
    "retrieving": retrieving.measure,
    "remembering": remembering.measure,
}
"""By name, in the order of the report."""


def main() -> int:
    """Run measurements one after the other; what falls short of a goal is said, not held against the run."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"any of: {', '.join(MEASUREMENTS)}")
    names = parser.parse_args().names
    if unknown := [name for name in names if name not in MEASUREMENTS]:
        parser.error(f"unknown measurement '{unknown[0]}'; use one of: {', '.join(MEASUREMENTS)}")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        setting = Setting(Path(folder), browser)
        for name in names or MEASUREMENTS:
            print(f"{name} …", file=sys.stderr, flush=True)
            load = os.getloadavg()[0]
            kept.keep(name, MEASUREMENTS[name](setting), load)
            text = report.report(kept.read(MEASUREMENTS), browser.version)
            (ROOT / "BENCHMARKS.md").write_text(text, encoding="utf-8")
        browser.close()
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
