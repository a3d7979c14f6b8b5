"""Work in a process of its own, such as a build, with its time and memory."""

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
class Work:
    """What a process took: seconds by the clock, from its start to its end, and its peak memory."""

    seconds: float
    mebibytes: float


@dataclass(frozen=True)
class Build(Work):
    """One build."""

    pages: int


def work(module: str, *arguments: str) -> Work:
    """Run one of the modules beside this one.

    Args:
        module: its name.
        arguments: what stands behind it on the command line.
    """
    begun = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", f"tests.bench.{module}", *arguments],
        cwd=ROOT,
        text=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - begun
    if process.returncode:
        raise RuntimeError(f"{module} {' '.join(arguments)} failed\n{said[-3000:]}")
    return Work(seconds, used.ru_maxrss / 1024)


def build(project: Path, site: Path, *more: str) -> Build:
    """Build a project, downloads left out, into a folder that is emptied before.

    Args:
        project: the project's root.
        site: where the site is written.
        more: further arguments of `build_once.py`.
    """
    shutil.rmtree(site, ignore_errors=True)
    done = work("build_once", str(project), str(site), *more)
    return Build(done.seconds, done.mebibytes, sum(not _leads_on(page) for page in site.rglob("index.html")))


def _leads_on(page: Path) -> bool:
    """Whether a page does nothing but lead to another, as those at addresses that went do."""
    return b'http-equiv="refresh"' in page.read_bytes()
