"""How long a build takes and how much memory: against plain MkDocs, and at 10, 100 and 1,000 scenarios."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tests.bench import projects
from tests.conftest import ROOT

SIZES = (10, 100, 1000)


@dataclass(frozen=True)
class Build:
    """One build: seconds by the clock, from the start of the process to its end, and its peak memory."""

    seconds: float
    mebibytes: float
    pages: int


@dataclass(frozen=True)
class Comparison:
    """Builds of the handbook and of plain MkDocs with the same pages, taken in turn."""

    ours: list[Build]
    plain: list[Build]

    @property
    def ratio(self) -> float:
        """How many times as long the handbook takes: the median of the pairs of neighbours."""
        return statistics.median(ours.seconds / plain.seconds for ours, plain in zip(self.ours, self.plain))


def run(project: Path, site: Path, *more: str) -> Build:
    """Build a project in a process of its own, into a folder that is not there before."""
    shutil.rmtree(site, ignore_errors=True)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    begun = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "tests.bench.build_once", str(project), str(site), *more],
                               cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - begun
    if process.returncode:
        raise RuntimeError(f"building {project} failed\n{said[-3000:]}")
    return Build(seconds, used.ru_maxrss / 1024, len(list(site.rglob("index.html"))))


def compare(folder: Path, times: int) -> Comparison:
    """Build the handbook and plain MkDocs with its pages in turn, after one build of each that does not count."""
    ours = projects.handbook(folder / "ours", None)
    run(ours, folder / "site", str(folder / "markdown"))
    plain = projects.plain(folder / "plain", ours, folder / "markdown")
    run(plain, folder / "site")
    pairs = [(run(ours, folder / "site"), run(plain, folder / "site")) for _ in range(times)]
    comparison = Comparison([pair[0] for pair in pairs], [pair[1] for pair in pairs])
    assert len({build.pages for pair in pairs for build in pair}) == 1, "not as many pages in both"
    return comparison


def scale(folder: Path, times: int) -> dict[int, Build]:
    """The handbook with so many scenarios: of several builds the one of median time."""
    found = {}
    for size in SIZES:
        project = projects.handbook(folder / f"scenarios-{size}", size)
        builds = sorted((run(project, folder / "site") for _ in range(times)), key=lambda build: build.seconds)
        found[size] = builds[len(builds) // 2]
    return found
