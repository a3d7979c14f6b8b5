"""How long a build takes against plain MkDocs with the same pages."""

from __future__ import annotations

import shutil
import statistics
from dataclasses import dataclass
from pathlib import Path

from macros.shared import remembered
from tests.bench import projects
from tests.bench.building import Build, build
from tests.bench.section import Section, table
from tests.bench.setting import Setting

MOST_TIMES_PLAIN = 1.4


@dataclass(frozen=True)
class _Round:
    """Builds one right after the other: of the handbook with nothing kept and with what that one kept, and of plain MkDocs."""

    first: Build
    again: Build
    plain: Build


def measure(setting: Setting) -> Section:
    """Build in turn, after one build of each that does not count."""
    rounds = _rounds(setting.folder / "comparing", setting.times + 2)
    again = statistics.median(each.again.seconds / each.plain.seconds for each in rounds)
    first = statistics.median(each.first.seconds / each.plain.seconds for each in rounds)
    rows = [
        _row("The handbook, nothing kept", [each.first for each in rounds]),
        _row("The handbook again", [each.again for each in rounds]),
        _row("Plain MkDocs", [each.plain for each in rounds]),
    ]
    text = f"""\
The whole site, {rounds[0].first.pages} pages in two languages, downloads left out, against MkDocs with Material and
mkdocs-static-i18n on the same pages, each as Markdown after its macros; {len(rounds)} builds of each in turn, by the clock,
from starting the command to its end. What a build keeps in `.cache/build` for the next is thrown away before the first of each round.

{table(("", "median", "quickest", "peak memory"), rows)}

Ratio, the median of the rounds: **{again:.2f}** with what the build before kept, **{first:.2f}** with nothing kept (goal: at most {MOST_TIMES_PLAIN})."""
    short = [
        f"A build {how} takes {ratio:.2f} times as long as plain MkDocs; the goal is at most {MOST_TIMES_PLAIN}."
        for how, ratio in (("with nothing kept", first), ("with what was kept", again))
        if ratio > MOST_TIMES_PLAIN
    ]
    return Section("Building, against plain MkDocs", text, short)


def _rounds(folder: Path, times: int) -> list[_Round]:
    site = folder / "site"
    ours = projects.handbook(folder / "ours", None)
    build(ours, site, str(folder / "markdown"))
    plain = projects.plain(folder / "plain", ours, folder / "markdown")
    build(plain, site)
    rounds = []
    for _ in range(times):
        shutil.rmtree(ours / remembered.FOLDER, ignore_errors=True)
        rounds.append(_Round(build(ours, site), build(ours, site), build(plain, site)))
    assert all(each.first.pages == each.again.pages == each.plain.pages for each in rounds), "not as many pages in each"
    return rounds


def _row(name: str, builds: list[Build]) -> tuple[str, ...]:
    seconds = [one.seconds for one in builds]
    return (
        name,
        f"{statistics.median(seconds):.1f} s",
        f"{min(seconds):.1f} s",
        f"{statistics.median(one.mebibytes for one in builds):.0f} MiB",
    )
