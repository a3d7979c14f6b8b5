"""`python -m tests.bench`: measure everything and write BENCHMARKS.md. On an idle machine; it takes some minutes."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.bench import browsing, builds, editing, report
from tests.conftest import ROOT, mkdocs

TIMES = 3


def main() -> int:
    """Run all measurements one after the other; what falls short of a goal is said, not held against the run."""
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folder = Path(temporary)
        _say("building against plain MkDocs")
        comparison = builds.compare(folder, 5)
        _say("building with more and more scenarios")
        scaling = builds.scale(folder, TIMES)
        _say("visiting pages")
        built = mkdocs("build", "--site-dir", str(folder / "whole"), root=ROOT)
        if built.returncode:
            print(built.stdout + built.stderr, file=sys.stderr)
            return 1
        path = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        visits = browsing.visit_all(browser, folder / "whole", TIMES)
        _say("editing under mkdocs serve")
        edits = editing.measure(browser, folder, TIMES)
        results = report.Results(comparison, scaling, visits, edits, browser.version, load)
        browser.close()
    report.write(ROOT / "BENCHMARKS.md", results)
    print((ROOT / "BENCHMARKS.md").read_text(encoding="utf-8"))
    return 0


def _say(what: str) -> None:
    print(f"{what} …", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
