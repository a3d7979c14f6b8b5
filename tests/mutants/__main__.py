"""`python -m tests.mutants [NAME …]`: mutants of the Python in `ROOMS`, by mutmut; prints the score and what survived.

It works in a copy beside the system's other temporary files. With names of functions behind it, such as
`macros.model.base*`, only those are changed. A survivor is looked at with `mutmut show NAME` in that copy.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

from tests.conftest import ROOT, copy_sources

ROOMS = ("macros/errors.py", "macros/model", "macros/reading", "macros/checking/rules")
_KILLED = {"killed", "timeout", "caught by type check", "segfault"}
_SETTINGS = f"""\
[tool.pytest.ini_options]
pythonpath = ["."]
markers = ["whole", "browser", "sweep", "every_other"]

[tool.mutmut]
source_paths = {[*ROOMS]}
also_copy = ["docs", "macros", "overrides", "tests", "mkdocs.yml", "CHANGELOG.md", "pyproject.toml"]
pytest_add_cli_args = ["-p", "no:cacheprovider", "-p", "no:xdist"]
pytest_add_cli_args_test_selection = ["tests/unit", "--ignore=tests/unit/fuzzed"]
"""


def main() -> int:
    """Lay the copy down, let mutmut run in it, and report."""
    folder = Path(tempfile.mkdtemp(prefix="mutants-"))
    copy_sources(folder)
    shutil.copytree(ROOT / "tests", folder / "tests", ignore=shutil.ignore_patterns("node_modules", "__pycache__"))
    (folder / "pyproject.toml").write_text(_SETTINGS, encoding="utf-8")
    run = subprocess.run([sys.executable, "-m", "mutmut", "run", *sys.argv[1:]], cwd=folder)
    found = subprocess.run(
        [sys.executable, "-m", "mutmut", "results", "--all", "true"], cwd=folder, capture_output=True, text=True
    )
    rooms: dict[str, Counter[bool]] = defaultdict(Counter)
    for line in found.stdout.splitlines():
        name, _, state = line.strip().rpartition(": ")
        if name and state != "not checked":
            rooms[room_of(name)][state in _KILLED] += 1
            if state not in _KILLED:
                print(f"{name}: {state}")
    for room, counts in sorted(rooms.items()):
        print(f"{room}: {counts[True]} of {counts.total()} mutants fail a test ({counts[True] / counts.total():.0%})")
    print(f"The copy is {folder}")
    return run.returncode


def room_of(mutant: str) -> str:
    """The part of `ROOMS` to which a mutant belongs."""
    path = mutant.replace(".", "/")
    return next((room for room in ROOMS if path.startswith(room.removesuffix(".py"))), path)


if __name__ == "__main__":
    sys.exit(main())
