"""How long all downloads take from nothing, how much memory, and how large they are."""

from __future__ import annotations

import shutil
import statistics
from collections import defaultdict
from pathlib import Path

from tests.bench.building import Work, work
from tests.bench.section import Section, table
from tests.bench.setting import Setting

MOST_SECONDS, MOST_MEBIBYTES = 10, 300


def measure(setting: Setting) -> Section:
    """Make all files several times, each time in a new process."""
    folder = setting.folder / "downloads"
    runs = [_made(folder) for _ in range(setting.times)]
    seconds, mebibytes = statistics.median(run.seconds for run in runs), max(run.mebibytes for run in runs)
    files: dict[str, list[int]] = defaultdict(list)
    for file in folder.rglob("*.*"):
        files[file.suffix[1:]].append(file.stat().st_size)
    rows = [
        (ending, str(len(sizes)), f"{statistics.median(sizes) / 1000:.1f} KB", f"{max(sizes) / 1000:.1f} KB")
        for ending, sizes in sorted(files.items())
    ]
    text = f"""\
Every file of every template in every language, and the archives, from starting Python to the last byte on the disk; \
{len(runs)} runs.

| | measured | goal |
| --- | --- | --- |
| median time | {seconds:.1f} s | under {MOST_SECONDS} s |
| peak memory | {mebibytes:.0f} MiB | under {MOST_MEBIBYTES} MB |

{table(("format", "files", "median size", "largest"), rows)}"""
    return Section("Downloads, from nothing", text, _shortfalls(seconds, mebibytes))


def _made(folder: Path) -> Work:
    shutil.rmtree(folder, ignore_errors=True)
    return work("download_once", str(folder))


def _shortfalls(seconds: float, mebibytes: float) -> list[str]:
    short = []
    if seconds >= MOST_SECONDS:
        short.append(f"All downloads take {seconds:.1f} s; the goal is under {MOST_SECONDS} s.")
    if mebibytes * 1.048576 >= MOST_MEBIBYTES:
        short.append(f"All downloads take {mebibytes:.0f} MiB of memory; the goal is under {MOST_MEBIBYTES} MB.")
    return short
