"""The recipes for publishing: what they call is there, nothing is published that was not let through, and the old site stays."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest
import yaml

from macros.commands import line
from macros.published.hosting import FILES, IN_UTF_8, TYPES
from tests.conftest import ROOT

RECIPES = sorted(file for file in (ROOT / "deploy" / "recipes").iterdir() if file.is_file())
CALLED = re.compile(r"python3? -m macros ([^\n\"'&|`]*)")
SERVED_ONLY = ("nginx-container.conf", "container.caddy")
"""What the containers' recipes copy."""


@pytest.mark.parametrize(
    "recipe", [file for file in RECIPES if file.name not in SERVED_ONLY], ids=lambda file: file.name
)
def test_a_recipe_calls_commands_that_there_are_and_publishes_only_what_is_let_through(recipe: Path):
    lines = [text for text in recipe.read_text(encoding="utf-8").splitlines() if not text.lstrip().startswith("#")]
    called = CALLED.findall("\n".join(lines).replace("$RELEASE", "--release"))
    given = [line.read(arguments.split()) for arguments in called]
    assert [each.release for each in given if each.command == "build"] == [True]
    if recipe.suffix == ".yml":
        assert any(each.command == "check" and each.all for each in given)
        assert yaml.safe_load(recipe.read_text(encoding="utf-8"))


def jobs_of(file: Path) -> list[str]:
    """The jobs of a server that checks what is handed in, each as it is written."""
    read = yaml.safe_load(file.read_text(encoding="utf-8"))
    return [yaml.safe_dump(job) for job in read.get("jobs", read).values() if isinstance(job, dict)]


@pytest.mark.parametrize(
    "file", [ROOT / ".gitlab-ci.yml", ROOT / ".github/workflows/check.yml"], ids=lambda file: file.name
)
def test_a_job_that_runs_every_gate_brings_what_each_needs(file: Path):
    """On such servers CI is set, and a gate that cannot run fails."""
    for job in jobs_of(file):
        if "macros check --all" in job or "make check" in job:
            assert "actions/setup-node" in job or re.search(r"apt-get install [^&]*nodejs\s+npm", job), job
            assert "npm ci" in job or "make check" in job, job


@pytest.mark.parametrize(
    "file, commands",
    [
        (".gitlab-ci.yml", ["make check", "make test"]),
        (".github/workflows/check.yml", ["make check", "make test", 'python -m pytest -m "not browser"']),
        (".github/workflows/sweep.yml", ["make sweep"]),
    ],
)
def test_our_own_servers_run_every_gate_and_every_test(file: str, commands: list[str]):
    read = yaml.safe_load((ROOT / file).read_text(encoding="utf-8"))
    jobs = [job for job in read.get("jobs", read).values() if isinstance(job, dict)]
    run = [step.get("run") for job in jobs for step in job.get("steps", ())]
    run += [each for job in jobs for each in job.get("script", ())]
    assert set(commands) <= set(run)


def test_no_job_in_an_image_without_node_calls_an_action_that_needs_it():
    for recipe in RECIPES:
        if recipe.suffix == ".yml":
            for name, job in yaml.safe_load(recipe.read_text(encoding="utf-8")).items():
                for each in job.values() if name == "jobs" else ():
                    assert "container" not in each or not any("uses" in step for step in each["steps"]), recipe.name


def test_every_recipe_is_named_in_the_guide():
    guide = (ROOT / "deploy" / "README.md").read_text(encoding="utf-8")
    assert {file.name for file in RECIPES if file.name not in SERVED_ONLY} == set(
        re.findall(r"`([\w.-]+\.(?:yml|sh|Dockerfile))`", guide.partition("| recipe")[2].partition("\n\n")[0])
    )


def test_object_storage_is_told_the_types_that_hosts_send():
    script = (ROOT / "deploy" / "recipes" / "object-storage.sh").read_text(encoding="utf-8")
    said = {ending: kind.strip("'") for ending, kind in re.findall(r"^typed (\w+) (.+)$", script, re.M)}
    wanted = {
        ending: f"{kind}; charset=utf-8" if kind in IN_UTF_8 and ending != "eml" else kind
        for ending, kind in TYPES.items()
    }
    assert said == {ending: wanted[ending] for ending in said}
    # Those of which a mere program guesses well are style sheets, pictures and archives.
    guessed = {"css", "mjs", "json", "map", "webmanifest", "svg", "png", "ico", "pdf", "zip", "gz"}
    assert said.keys() == TYPES.keys() - guessed


def test_what_a_container_copies_is_there():
    for recipe in RECIPES:
        if recipe.suffix == ".Dockerfile":
            for place in re.findall(r"^COPY (?:--from=built /handbook/)?(deploy/\S+)", recipe.read_text("utf-8"), re.M):
                assert Path(place).name in FILES or (ROOT / place).is_file(), place


@pytest.mark.whole
@pytest.mark.skipif(os.name == "nt", reason="the recipe is for servers with a shell")
@pytest.mark.parametrize("passes", [True, False])
@pytest.mark.parametrize("called", ["{}", "{}/", "www/site/"])
def test_a_server_that_fetches_the_handbook_shows_the_new_one_only_where_it_is_let_through(
    passes: bool, called: str, tmp_path: Path
):
    """However the folder is written, and also where an earlier run was stopped before it had put the new site there."""

    def git(*arguments: str, at: Path) -> None:
        author = ["-c", "user.name=a", "-c", "user.email=a@b.cn", "-c", "init.defaultBranch=main"]
        subprocess.run(["git", *author, *arguments], cwd=at, check=True, capture_output=True)

    origin, place = tmp_path / "origin", tmp_path / "www" / "site"
    script = origin / "deploy" / "recipes" / "pull-and-publish.sh"
    script.parent.mkdir(parents=True)
    script.write_bytes((ROOT / "deploy" / "recipes" / script.name).read_bytes())
    git("init", "-q", at=origin)
    git("add", ".", at=origin)
    git("commit", "-qm", "1", at=origin)
    git("clone", "-q", str(origin), str(tmp_path / "source"), at=tmp_path)
    git("commit", "-qm", "2", "--allow-empty", at=origin)
    kept = place if passes else place.with_name("site.old")
    kept.mkdir(parents=True)
    (kept / "index.html").write_text("old", encoding="utf-8")
    python = tmp_path / "bin" / "python3"
    python.parent.mkdir()
    refused = "" if passes else 'case "$*" in *--release*) exit 1;; esac\n'
    python.write_text(f"#!/bin/sh\n{refused}mkdir -p site && echo new > site/index.html\n", encoding="utf-8")
    python.chmod(0o755)
    run = subprocess.run(
        ["sh", str(tmp_path / "source" / "deploy" / "recipes" / script.name), called.format(place)],
        cwd=tmp_path,
        env={**os.environ, "PATH": f"{python.parent}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (run.returncode == 0) == passes, run.stderr
    assert (place / "index.html").read_text(encoding="utf-8").strip() == ("new" if passes else "old")
    assert sorted(file.name for file in place.parent.iterdir()) == ["site", *(["site.commit"] if passes else [])]
