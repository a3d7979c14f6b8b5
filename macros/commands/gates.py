"""What `make check` runs: one gate after the other, a line for each, all of what every gate found.

A gate says what it found as lines `path:line: …`; where a program is missing that only developers have, it says so and is
passed over. None filters what a program reports before it is counted.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ..checking import checked, prose, reviews, translation
from ..errors import Faults


@dataclass(frozen=True)
class Outcome:
    """What a gate has to say."""

    faults: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    """What an editor should look at; no reason to stop."""
    summary: str = ""
    missing: str = ""
    """The program that is not there, and how to get it; the gate was not run then."""


@dataclass(frozen=True)
class Gate:
    """One thing that is looked after: its name, and what runs it over a project."""

    name: str
    run: Callable[[Path], Outcome]


def content(root: Path) -> Outcome:
    """Data, pages, links: what stops a build."""
    sound, faults = checked.check(root, date.today(), with_downloads=False)
    if sound is None:
        return Outcome(faults.report().splitlines())
    pages = prose.read(root, Faults())
    notices = [
        *reviews.due(root, sound.handbook, date.today()),
        *reviews.not_practised(sound.handbook),
        *translation.notices(root, pages),
    ]
    return Outcome(notices=notices, summary=f"Data and {len(pages)} pages are sound.")


def chinese(root: Path) -> Outcome:
    """Punctuation and spaces of the Chinese."""
    if not importlib.util.find_spec("autocorrect_py"):
        return Outcome(missing=_DEVELOPERS)
    from ..checking.style import faults  # its library is there for developers only

    return Outcome(list(faults(root)), summary="The Chinese keeps its style.")


def spelling(root: Path) -> Outcome:
    """The spelling of the English."""
    return _program(root, "codespell", "docs/en", "docs/data", "docs/sample", "README.md", "CONTRIBUTING.md")


def build(root: Path) -> Outcome:
    """A strict build beside the site, so that the last good one stays; every warning is a fault."""
    with tempfile.TemporaryDirectory(prefix="handbook-check-") as folder:
        run = _run(root, sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(Path(folder, "site")))
    said = (run.stdout + run.stderr).splitlines()
    faults = [line for line in said if re.match(r"(?:\S+ +)?(?:WARNING|ERROR|CRITICAL)\b", line)]
    if run.returncode and not faults:
        faults = said[-20:]
    return Outcome(faults, summary="The site builds strictly, without a warning.")


def lint(root: Path) -> Outcome:
    """Faults of the Python that can be seen without running it."""
    return _program(root, "ruff", "check", "--quiet", "--output-format=concise", ".")


def layout(root: Path) -> Outcome:
    """The layout of the Python, by ruff's formatter."""
    return _program(root, "ruff", "format", "--quiet", "--check", "--output-format=concise", ".")


def types(root: Path) -> Outcome:
    """The types of the Python."""
    return _program(root, "mypy", "--no-error-summary", "macros")


def script_types(root: Path) -> Outcome:
    """The types of the scripts."""
    return _node(root, "tsc", "--project", "tsconfig.json", "--pretty", "false")


def style_sheets(root: Path) -> Outcome:
    """Faults of the style sheets."""
    return _node(root, "stylelint", "--formatter", "unix", "overrides/**/*.css")


GATES = (
    Gate("data, pages, links", content),
    Gate("Chinese style", chinese),
    Gate("English spelling", spelling),
    Gate("strict build", build),
    Gate("Python", lint),
    Gate("Python layout", layout),
    Gate("Python types", types),
    Gate("script types", script_types),
    Gate("style sheets", style_sheets),
)
"""In the order in which they are run: what an editor mends first."""

_DEVELOPERS = "not run: install requirements-dev.txt"


def pass_all(root: Path, gates: tuple[Gate, ...] = GATES) -> bool:
    """Run every gate and say what each found, also after one that failed.

    Returns:
        Whether none found a fault.
    """
    sound = True
    for gate in gates:
        outcome = gate.run(root)
        for notice in outcome.notices:
            print(f"notice: {notice}")
        for fault in outcome.faults:
            print(fault)
        state = outcome.missing or ("FAULTS" if outcome.faults else "sound")
        print(
            f"{gate.name}: {state}{f' · {outcome.summary}' if state == 'sound' and outcome.summary else ''}", flush=True
        )
        sound = sound and not outcome.faults
    return sound


def _program(root: Path, name: str, *arguments: str) -> Outcome:
    """A program of the developers' requirements; each line that it prints is a fault."""
    if not importlib.util.find_spec(name if name != "codespell" else "codespell_lib"):
        return Outcome(missing=_DEVELOPERS)
    return _outcome(
        _run(root, sys.executable, "-m", name if name != "codespell" else "codespell_lib", *arguments), name
    )


def _node(root: Path, name: str, *arguments: str) -> Outcome:
    """A program that npm brings, where Node is."""
    if not shutil.which("node"):
        return Outcome(missing="not run: there is no Node.js here, which only this gate needs")
    program = root / "node_modules" / ".bin" / name
    if not program.exists():
        return Outcome(missing="not run: `npm ci` brings what it needs")
    return _outcome(_run(root, str(program), *arguments), name)


def _outcome(run: subprocess.CompletedProcess[str], name: str) -> Outcome:
    said = [line for line in (run.stdout + run.stderr).splitlines() if line.strip()]
    return Outcome((said or [f"{name} ended with code {run.returncode} and said nothing"]) if run.returncode else [])


def _run(root: Path, *command: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "NO_COLOR": "1"}
    return subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", errors="replace", env=environment)
