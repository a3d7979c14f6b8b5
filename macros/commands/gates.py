"""What `python -m macros check --all` runs: one gate after the other, a line for each, all of what every gate found.

A gate says what it found as lines `path:line: …`; where a program is missing that only developers have, it says so and is
passed over, except on a server that checks what is handed in, which nobody watches: there it fails. None filters what a program reports before it is counted.
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
from pathlib import Path

from ..checking import (
    articles,
    calendar_end,
    checked,
    emergencies,
    gone_with,
    kept_reasons,
    lost_links,
    own_forms,
    prose,
    refused_examples,
    release,
    reviews,
    still_named,
    translation,
    unused,
)
from ..console import in_words, language, said
from ..errors import Faults
from ..reading import clock
from ..reading.layer import own, places, profile

GUIDES = ("README.md", "ADOPTING.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "deploy/README.md")
"""What is written for those who take the handbook over or work on it."""


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
    """One thing that is looked after: its name, which `gate_<name>` of the console's sentences shows, and what runs it."""

    name: str
    run: Callable[[Path], Outcome]


def content(root: Path) -> Outcome:
    """Data, pages, links: what stops a build."""
    sound, faults = checked.check(root, clock.today(), with_downloads=False)
    if sound is None:
        return Outcome(faults.report(in_words).splitlines())
    pages = prose.read(root, Faults(), sound.laid)
    notices = [
        *release.obstacles(root, sound.handbook, language()),
        *sound.laid.renamed,
        *gone_with.notices(sound.laid),
        *lost_links.notices(root, sound.laid),
        *kept_reasons.notices(root, sound.laid),
        *refused_examples.notices(root, sound.handbook, sound.laid),
        *still_named.notices(root, sound.laid, pages),
        *own.notices(root),
        *profile.notices(root),
        *profile.still_named_after(root),
        *articles.missing(root),
        *emergencies.missing(root, sound.handbook.company),
        *own_forms.notices(root, sound.handbook),
        *reviews.due(root, sound.handbook, clock.today(), language()),
        *calendar_end.soon(root, sound.handbook.company, clock.today()),
        *reviews.not_practised(root, sound.handbook),
        *unused.rows(root, sound.handbook, pages),
        *translation.notices(root, pages),
    ]
    return Outcome(notices=notices, summary=said("content_is_sound", pages=len(pages)))


def chinese(root: Path) -> Outcome:
    """Punctuation and spaces of the Chinese."""
    if not importlib.util.find_spec("autocorrect_py"):
        return Outcome(missing=said("for_developers"))
    from ..checking.style import faults  # its library is there for developers only

    return Outcome(list(faults(root)), summary=said("chinese_is_sound"))


def spelling(root: Path) -> Outcome:
    """The spelling of the English."""
    return _program(root, "codespell", "docs/en", "docs/data", "docs/sample", *GUIDES)


def build(root: Path) -> Outcome:
    """A strict build beside the site, so that the last good one stays; every warning is a fault."""
    with tempfile.TemporaryDirectory(prefix="handbook-check-") as folder:
        run = _run(root, sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(Path(folder, "site")))
    lines = (run.stdout + run.stderr).splitlines()
    faults = [line for line in lines if re.match(r"(?:\S+ +)?(?:WARNING|ERROR|CRITICAL)\b", line)]
    if run.returncode and not faults:
        faults = lines[-20:]
    return Outcome(faults, summary=said("build_is_sound"))


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
    Gate("content", content),
    Gate("chinese", chinese),
    Gate("spelling", spelling),
    Gate("build", build),
    Gate("lint", lint),
    Gate("layout", layout),
    Gate("types", types),
    Gate("script_types", script_types),
    Gate("style_sheets", style_sheets),
)
"""In the order in which they are run: what an editor mends first."""


def pass_all(root: Path, gates: tuple[Gate, ...] = GATES) -> bool:
    """Run every gate and say what each found, also after one that failed.

    Returns:
        Whether none found a fault, and none was passed over where all have to run.
    """
    on_ci = os.environ.get("CI", "").lower() not in ("", "0", "false")
    # A company's own server looks at its layer; what only looks at the handbook's code is run where that is written.
    sound, all_have_to_run = True, on_ci and not (root / places.COMPANY).is_dir()
    for gate in gates:
        outcome = gate.run(root)
        for notice in outcome.notices:
            print(f"{said('notice')}: {in_words(notice)}")
        for fault in outcome.faults:
            print(in_words(fault))
        refused = bool(outcome.missing) and all_have_to_run
        state = outcome.missing or said("state_faults" if outcome.faults else "state_sound")
        if refused:
            state = said("state_has_to_run", why=outcome.missing)
        summary = "" if outcome.missing or outcome.faults else outcome.summary
        print(f"{said(f'gate_{gate.name}')}: {state}{f' · {summary}' if summary else ''}", flush=True)
        sound = sound and not outcome.faults and not refused
    return sound


def _program(root: Path, name: str, *arguments: str) -> Outcome:
    """A program of the developers' requirements; each line that it prints is a fault."""
    if not importlib.util.find_spec(name if name != "codespell" else "codespell_lib"):
        return Outcome(missing=said("for_developers"))
    return _outcome(
        _run(root, sys.executable, "-m", name if name != "codespell" else "codespell_lib", *arguments), name
    )


def _node(root: Path, name: str, *arguments: str) -> Outcome:
    """A program that npm brings, where Node is."""
    if not shutil.which("node"):
        return Outcome(missing=said("no_node"))
    program = root / "node_modules" / ".bin" / (f"{name}.cmd" if os.name == "nt" else name)
    if not program.exists():
        return Outcome(missing=said("no_npm_ci"))
    return _outcome(_run(root, str(program), *arguments), name)


def _outcome(run: subprocess.CompletedProcess[str], name: str) -> Outcome:
    lines = [line for line in (run.stdout + run.stderr).splitlines() if line.strip()]
    return Outcome((lines or [f"{name} ended with code {run.returncode} and said nothing"]) if run.returncode else [])


def _run(root: Path, *command: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "NO_COLOR": "1"}
    return subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", errors="replace", env=environment)
