"""How long a build takes against plain MkDocs with the same pages."""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from pathlib import Path

from tests.bench import projects
from tests.bench.building import Build, build
from tests.bench.section import Section, table
from tests.bench.setting import Setting

MOST_TIMES_PLAIN = 1.4


@dataclass(frozen=True)
class _Pair:
    """One build of the handbook and, right after it, one of plain MkDocs."""

    ours: Build
    plain: Build


def measure(setting: Setting) -> Section:
    """Build both in turn, after one build of each that does not count."""
    pairs = _pairs(setting.folder / "comparing", setting.times + 2)
    ratio = statistics.median(pair.ours.seconds / pair.plain.seconds for pair in pairs)
    rows = [_row("The handbook", [pair.ours for pair in pairs]), _row("Plain MkDocs", [pair.plain for pair in pairs])]
    text = f"""\
The whole site, {pairs[0].ours.pages} pages in two languages, downloads left out, against MkDocs with Material and
mkdocs-static-i18n on the same pages, each as Markdown after its macros; {len(pairs)} builds of each in turn, by the clock,
from starting the command to its end.

{table(("", "median", "quickest", "peak memory"), rows)}

Ratio, the median of the pairs: **{ratio:.2f}** (goal: at most {MOST_TIMES_PLAIN})."""
    short = [f"A build takes {ratio:.2f} times as long as plain MkDocs; the goal is at most {MOST_TIMES_PLAIN}."]
    return Section("Building, against plain MkDocs", text, short if ratio > MOST_TIMES_PLAIN else ())


def _pairs(folder: Path, times: int) -> list[_Pair]:
    site = folder / "site"
    ours = projects.handbook(folder / "ours", None)
    build(ours, site, str(folder / "markdown"))
    plain = projects.plain(folder / "plain", ours, folder / "markdown")
    build(plain, site)
    pairs = [_Pair(build(ours, site), build(plain, site)) for _ in range(times)]
    assert all(pair.ours.pages == pair.plain.pages for pair in pairs), "not as many pages in both"
    return pairs


def _row(name: str, builds: list[Build]) -> tuple[str, ...]:
    seconds = [one.seconds for one in builds]
    return (
        name,
        f"{statistics.median(seconds):.1f} s",
        f"{min(seconds):.1f} s",
        f"{statistics.median(one.mebibytes for one in builds):.0f} MiB",
    )
