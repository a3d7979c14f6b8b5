"""What a company's layer costs a build: the sources read with twelve changes of its own, and without."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path

from macros.commands import company
from macros.reading import loading
from tests.bench import projects
from tests.bench.building import build
from tests.bench.section import Section, table
from tests.bench.setting import Setting
from tests.layered import adopt

MOST = 0.05
"""The share of a build, downloads left out, that composing may take."""


def measure(setting: Setting) -> Section:
    """Read the whole handbook with a layer that changes nothing, and with one that changes twelve things."""
    folder = setting.folder / "composing"
    same, own = (projects.handbook(folder / name, None) for name in ("same", "own"))
    company.lay_down(same)
    adopt(own)
    before, after = reading(same, setting.times), reading(own, setting.times)
    whole = build(own, folder / "site").seconds
    share = max(0.0, after - before) / whole
    text = f"""\
The sources of the whole handbook, read by a company whose layer changes nothing, and by one that changes twelve things: names, hours,
brand, contacts, what is left out, set, replaced and added.

{table(("", "seconds"), (("read, nothing changed", f"{before:.2f}"), ("read, twelve changes", f"{after:.2f}"), ("build, downloads left out", f"{whole:.1f}")))}

Composing takes {share:.1%} of the build. Goal: at most {MOST:.0%}."""
    short = [f"Composing takes {share:.1%} of a build; the goal is at most {MOST:.0%}."] if share > MOST else []
    return Section("Composing", text, short)


def reading(project: Path, times: int) -> float:
    """The processor time in seconds that reading a project takes; the first reading does not count, since it warms up."""
    return statistics.median([_seconds(lambda: loading.load(project)) for _ in range(times + 1)][1:])


def _seconds(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin
