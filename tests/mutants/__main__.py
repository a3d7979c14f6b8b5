"""`python -m tests.mutants [NAME …]`: mutants of the Python in `ROOMS`, by mutmut; prints the score and what survived.

It works in a copy beside the system's other temporary files. With names of functions behind it, such as
`macros.model.base*`, only those are changed; with `--sample 80` so many of all, the same ones each time, which takes half
an hour instead of hours. A survivor is looked at with `mutmut show NAME` in that copy.
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

from tests.conftest import ROOT

ROOMS = ("macros/errors.py", "macros/model", "macros/reading", "macros/checking/rules")
_KILLED = {"killed", "timeout", "caught by type check", "segfault", "check was interrupted by user"}
"""What a mutant that is noticed ends in; pytest calls it an interruption where a test cannot even be collected."""
_TESTS = ("model", "reading", "checking", "pages", "test_errors.py", "test_wording.py")
"""The unit tests of these rooms, and of those next to them. Others read the text of the code, which mutmut writes anew."""
_SETTINGS = f"""\
[tool.pytest.ini_options]
pythonpath = ["."]
markers = ["whole", "browser", "sweep", "every_other"]

[tool.mutmut]
source_paths = {[*ROOMS]}
also_copy = ALSO
pytest_add_cli_args = ["-p", "no:cacheprovider", "-p", "no:xdist"]
pytest_add_cli_args_test_selection = {[f"tests/unit/{name}" for name in _TESTS]}
"""


def main() -> int:
    """Lay the copy down, let mutmut run in it, and report."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="a mutant or several, such as `macros.model.base*`")
    parser.add_argument("--sample", type=int, metavar="N", help="N of all mutants, chosen at random")
    given = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="mutants-"))
    _copy_project(folder)
    names = _sample(folder, given.sample) if given.sample else given.names
    run = subprocess.run([sys.executable, "-m", "mutmut", "run", *names], cwd=folder)
    rooms: dict[str, Counter[bool]] = defaultdict(Counter)
    for name, state in _results(folder):
        if state != "not checked":
            rooms[room_of(name)][state in _KILLED] += 1
            if state not in _KILLED:
                print(f"{name}: {state}")
    for room, counts in sorted(rooms.items()):
        print(f"{room}: {counts[True]} of {counts.total()} mutants fail a test ({counts[True] / counts.total():.0%})")
    print(f"The copy is {folder}")
    return run.returncode


def _copy_project(folder: Path) -> None:
    """Everything that git knows or would take, with settings of its own: unit tests read files of the whole project."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    told = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, told.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    settings = _SETTINGS.replace("ALSO", str(sorted(each.name for each in folder.iterdir())))
    (folder / "pyproject.toml").write_text(settings, encoding="utf-8")


def _sample(folder: Path, size: int) -> list[str]:
    """Names of mutants, chosen among all that mutmut makes of the copy."""
    subprocess.run([sys.executable, "-m", "mutmut", "run", "no mutant"], cwd=folder, capture_output=True)  # makes them
    return random.Random(0).sample([name for name, _ in _results(folder)], size)


def _results(folder: Path) -> list[tuple[str, str]]:
    """Each mutant of the copy and what became of it."""
    told = subprocess.run(
        [sys.executable, "-m", "mutmut", "results", "--all", "true"], cwd=folder, capture_output=True, text=True
    )
    parts = (line.strip().rpartition(": ") for line in told.stdout.splitlines())
    return [(name, state) for name, _, state in parts if name]


def room_of(mutant: str) -> str:
    """The part of `ROOMS` to which a mutant belongs."""
    path = mutant.replace(".", "/")
    return next((room for room in ROOMS if path.startswith(room.removesuffix(".py"))), path)


if __name__ == "__main__":
    sys.exit(main())
