"""The targets of make: what its word for a file does to the way to programs, and where each target is told of."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
STAND_IN = """#!/bin/sh
case "$*" in *venv*) mkdir -p .venv/bin && cp "$0" .venv/bin/python;; *macros*) echo "$PATH: $*" > said;; esac
"""


@pytest.mark.whole
@pytest.mark.skipif(not shutil.which("make"), reason="make is not here")
@pytest.mark.parametrize("word", ["PATH", "FILE"])
@pytest.mark.parametrize("processes", ["/proc/", "/not-on-every-system/"])
def test_a_fresh_clone_replaces_a_file_by_the_word_that_is_told(word: str, processes: str, tmp_path: Path):
    (tmp_path / "Makefile").write_text(MAKEFILE.replace("/proc/", processes), encoding="utf-8")
    python = tmp_path / "bin" / "python3"
    python.parent.mkdir()
    python.write_text(STAND_IN, encoding="utf-8")
    python.chmod(0o755)
    way = f"{python.parent}{os.pathsep}{os.environ['PATH']}"
    run = subprocess.run(
        ["make", "replace", f"{word}=docs/zh/guide/scope.md"],
        cwd=tmp_path,
        env={**os.environ, "PATH": way},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert run.returncode == 0, run.stderr
    assert (tmp_path / "said").read_text("utf-8") == f"{way}: -m macros replace docs/zh/guide/scope.md\n"


def test_readme_names_every_target():
    targets = re.search(r"^\.PHONY: (serve .*)$", MAKEFILE, re.MULTILINE)
    told = (ROOT / "README.md").read_text(encoding="utf-8").partition("`make` targets: ")[2].partition("\n\n")[0]
    assert targets and {*targets[1].split()} <= {*re.findall(r"`([a-z-]+)`", told)}


def test_what_git_leaves_out_is_removed_by_clean():
    """Compiled Python excepted, which stands everywhere."""
    cleaned = MAKEFILE.partition("\nclean:")[2].partition("\n\n")[0].replace("$(VENV)", ".venv").split()
    for name in (ROOT / ".gitignore").read_text(encoding="utf-8").split():
        if name not in ("__pycache__/", "*.pyc"):
            assert name.rstrip("/*") in cleaned, name
    for package in (ROOT / "tests").glob("*/package.json"):
        assert f"{package.parent.relative_to(ROOT).as_posix()}/node_modules" in cleaned
