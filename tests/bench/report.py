"""The measurements in words: BENCHMARKS.md, with every goal and plainly what falls short of it."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import statistics
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.bench.browsing import Visit
from tests.bench.builds import Build, Comparison

MOST_TIMES_PLAIN = 1.5
MOST_STRETCH = 1.2
"""How much more one scenario may take among 1,000 than among 100 and still count as linear."""
MOST_BYTES = 80 * 1024
MOST_REQUESTS = 10
MOST_PAINT = 1000

_PACKAGES = ("mkdocs", "mkdocs-material", "mkdocs-static-i18n", "mkdocs-macros-plugin")


@dataclass(frozen=True)
class Results:
    """Everything that was measured."""

    comparison: Comparison
    scaling: dict[int, Build]
    visits: list[Visit]
    edits: dict[str, float]
    chromium: str
    load: float
    """How busy the machine was with other things when the run began (its load over a minute)."""


def write(file: Path, results: Results) -> None:
    """Write the report."""
    parts = [_head(results), _builds(results.comparison), _scaling(results.scaling), _visits(results.visits),
             _edits(results.edits), _verdict(results)]
    file.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def shortfalls(results: Results) -> list[str]:
    """One sentence for each goal that is not reached."""
    found = []
    if results.comparison.ratio > MOST_TIMES_PLAIN:
        found.append(f"A build takes {results.comparison.ratio:.2f} times as long as plain MkDocs; "
                     f"the goal is at most {MOST_TIMES_PLAIN}.")
    for name, stretch in (("time", _stretch(results.scaling, "seconds")),
                          ("memory", _stretch(results.scaling, "mebibytes"))):
        if stretch > MOST_STRETCH:
            found.append(f"A scenario takes {stretch:.2f} times as much {name} among 1,000 as among 100; the goal is "
                         "that it takes the same.")
    for visit in results.visits:
        if visit.largest_paint > MOST_PAINT:
            found.append(f"{_upper(visit.kind)}: the largest paint comes after {visit.largest_paint:,.0f} ms; the goal "
                         f"is {MOST_PAINT:,} ms.")
        if visit.bytes > MOST_BYTES or visit.requests > MOST_REQUESTS:
            found.append(f"{_upper(visit.kind)}: {visit.requests} requests and {visit.bytes / 1024:.0f} KB; the goal is "
                         f"at most {MOST_REQUESTS} and {MOST_BYTES // 1024} KB.")
    return found


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]


def _stretch(scaling: dict[int, Build], name: str) -> float:
    """What one more scenario costs between 100 and 1,000, as a multiple of what it costs between 10 and 100."""
    (few, first), (more, second), (many, third) = (
        (size, getattr(build, name)) for size, build in sorted(scaling.items()))
    return ((third - second) / (many - more)) / ((second - first) / (more - few))


def _head(results: Results) -> str:
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in _PACKAGES)
    return f"""\
# Benchmarks

Written by `make bench` on {date.today()}; run it again after a change that could cost time.

- Machine: {_processor()}, {os.cpu_count()} cores, {_memory():.0f} GiB, {platform.system()} {platform.release()}; \
load {results.load:.1f} when the run began.
- Versions: Python {platform.python_version()}, {versions}, Chromium {results.chromium}."""


def _builds(comparison: Comparison) -> str:
    def row(name: str, builds: list[Build]) -> str:
        return (f"| {name} | {statistics.median(build.seconds for build in builds):.1f} s "
                f"| {min(build.seconds for build in builds):.1f} s "
                f"| {statistics.median(build.mebibytes for build in builds):.0f} MiB |")

    return f"""\
## Building, against plain MkDocs

The whole site, {comparison.ours[0].pages} pages in two languages, downloads left out, against MkDocs with Material and
mkdocs-static-i18n on the same pages, each as Markdown after its macros; {len(comparison.ours)} builds of each in turn,
by the clock, from starting the command to its end.

| | median | quickest | peak memory |
| --- | --- | --- | --- |
{row("The handbook", comparison.ours)}
{row("Plain MkDocs", comparison.plain)}

Ratio: **{comparison.ratio:.2f}** (goal: at most {MOST_TIMES_PLAIN})."""


def _scaling(scaling: dict[int, Build]) -> str:
    rows = "\n".join(f"| {size:,} | {build.pages:,} | {build.seconds:.1f} s | {1000 * build.seconds / build.pages:.0f} ms "
                     f"| {build.mebibytes:.0f} MiB |" for size, build in scaling.items())
    return f"""\
## Building, as the handbook grows

Downloads left out; beyond those of the handbook, scenarios are copies of its own.

| scenarios | pages | time | time a page | peak memory |
| --- | --- | --- | --- | --- |
{rows}

One more scenario costs {_stretch(scaling, "seconds"):.2f} times as much time between 100 and 1,000 as between 10 and
100, and {_stretch(scaling, "mebibytes"):.2f} times as much memory (goal: linear, so 1; up to {MOST_STRETCH} is taken for
noise)."""


def _visits(visits: list[Visit]) -> str:
    rows = "\n".join(f"| {visit.kind} | {visit.requests} | {visit.bytes / 1024:.0f} KB | {visit.largest_paint:,.0f} ms |"
                     for visit in visits)
    return f"""\
## A first visit

On a phone four times slower than this machine, over 1.6 Mbit/s with 150 ms to the host and back, nothing cached, text
compressed by gzip; the largest contentful paint is the median of several visits, and each figure is that of the language
in which it is greater. Goals: {MOST_REQUESTS} requests, {MOST_BYTES // 1024} KB, {MOST_PAINT:,} ms.

| page | requests | bytes, headers included | largest contentful paint |
| --- | --- | --- | --- |
{rows}"""


def _edits(edits: dict[str, float]) -> str:
    rows = "\n".join(f"| {kind} | {seconds:.1f} s |" for kind, seconds in edits.items())
    return f"""\
## Editing

From saving a file to seeing the change in the browser, under `make serve`, all downloads included.

| edit | seen after |
| --- | --- |
{rows}

MkDocs builds the whole site anew after each edit; only downloads that did not change are kept."""


def _verdict(results: Results) -> str:
    found = shortfalls(results)
    lines = "\n".join(f"- {line}" for line in found) if found else "Nothing: every goal is reached."
    return f"## What falls short of a goal\n\n{lines}"


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.is_file() else []
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


def _memory() -> float:
    return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
