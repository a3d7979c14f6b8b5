"""One build in a process of its own, with its time and memory."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT


@dataclass(frozen=True)
class Build:
    """One build: seconds by the clock, from the start of the process to its end, and its peak memory."""

    seconds: float
    mebibytes: float
    pages: int


def build(project: Path, site: Path, *more: str) -> Build:
    """Build a project, downloads left out, into a folder that is emptied before.

    Args:
        project: the project's root.
        site: where the site is written.
        more: further arguments of `build_once.py`.
    """
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
