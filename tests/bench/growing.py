"""How time and memory of a build grow with the handbook."""

from __future__ import annotations

from pathlib import Path

from tests.bench import projects
from tests.bench.building import Build, build
from tests.bench.section import Section, table
from tests.bench.setting import Setting

MOST_STRETCH = 1.2
"""How much more one scenario may take in the largest handbook than in the middle one and still count as linear."""


def measure(setting: Setting) -> Section:
    """Build the handbook at three sizes: of several builds of a size the one of median time counts."""
    builds = {size: _median(setting.folder / "growing", size, setting.times) for size in setting.sizes}
    rows = [
        (
            f"{size:,}",
            f"{one.pages:,}",
            f"{one.seconds:.1f} s",
            f"{1000 * one.seconds / one.pages:.0f} ms",
            f"{one.mebibytes:.0f} MiB",
        )
        for size, one in builds.items()
    ]
    few, more, many = (f"{size:,}" for size in builds)
    stretches = {"time": _stretch(builds, "seconds"), "memory": _stretch(builds, "mebibytes")}
    text = f"""\
Downloads left out; beyond those of the handbook, scenarios are copies of its own.

{table(("scenarios", "pages", "time", "time a page", "peak memory"), rows)}

One more scenario costs {stretches["time"]:.2f} times as much time between {more} and {many} as between {few} and {more},
and {stretches["memory"]:.2f} times as much memory (goal: linear, so 1; up to {MOST_STRETCH} is taken for noise)."""
    short = [
        f"A scenario takes {stretch:.2f} times as much {name} among {many} as among {more}; the goal is that it takes "
        "the same."
        for name, stretch in stretches.items()
        if stretch > MOST_STRETCH
    ]
    return Section("Building, as the handbook grows", text, short)


def _median(folder: Path, size: int, times: int) -> Build:
    project = projects.handbook(folder / f"scenarios-{size}", size)
    builds = sorted((build(project, folder / "site") for _ in range(times)), key=lambda one: one.seconds)
    return builds[len(builds) // 2]


def _stretch(builds: dict[int, Build], name: str) -> float:
    """What one more scenario costs between the two larger sizes, as a multiple of that between the two smaller."""
    (few, first), (more, second), (many, third) = ((size, getattr(one, name)) for size, one in builds.items())
    return ((third - second) / (many - more)) / ((second - first) / (more - few))
