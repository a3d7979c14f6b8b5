"""Every download from nothing, in a process of its own: `python -m tests.bench.download_once FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path

from macros.building import collecting
from macros.checking.checked import load
from macros.downloads import Downloads

# Not that of `tests.conftest`, which has every event of Python looked at.
ROOT = Path(__file__).resolve().parents[2]

if __name__ == "__main__":
    collecting.look_seldom()  # as every build does
    folder = Path(sys.argv[1])
    handbook, faults = load(ROOT)
    assert handbook, faults.report()
    for address, content in Downloads(handbook).files().items():
        file = folder / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
