"""`python -m tests.fuzzing [FILES [SEED]]`: damaged files for the readers of foreign ones, and what came of them."""

from __future__ import annotations

import argparse
import shutil
import sys

from playwright.sync_api import sync_playwright

from tests.fuzzing.feeding import LONGEST, SEED, feed


def main() -> int:
    """Feed, print the figures and every fault."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzzing", description=__doc__)
    parser.add_argument("files", nargs="?", type=int, default=5000)
    parser.add_argument("seed", nargs="?", type=int, default=SEED, help="another one makes other files")
    given = parser.parse_args()
    with sync_playwright() as playwright:
        path = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        kinds = feed(browser, given.files, given.seed)
        browser.close()
    for kind in kinds:
        for fault in kind.faults:
            print(fault, file=sys.stderr)
        print(
            f"{kind.name}: {kind.files} files, {kind.read} read, {kind.files - kind.read} refused; "
            f"slowest {kind.slowest:.0f} ms of {LONGEST}; {len(kind.faults)} faults"
        )
    return 1 if any(kind.faults for kind in kinds) else 0


if __name__ == "__main__":
    sys.exit(main())
