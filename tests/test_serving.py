"""The edit loop of `mkdocs serve`: what is shown at once, and that the site ends up as a whole build makes it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.served import EPOCH, Server, serving
from tests.test_faults import digests

PROSE, DATA = "docs/en/scenarios/overdue-answer.md", "docs/data/scenarios/overdue-answer.yml"
PAGE = "en/scenarios/overdue-answer/"


def test_edits_and_faults_show_in_the_open_page(small_project: Path, tmp_path: Path, browser):
    project = small_project
    with serving(project, tmp_path) as server:
        server.wait_for_page(PAGE, "</html>")
        page = browser.new_page(viewport={"width": 1280, "height": 700})
        page.set_default_timeout(300_000)
        page.goto(server.address + PAGE)
        page.evaluate("scrollTo(0, 300); window.before = true")

        edit(project, "overrides/components/40-components.css", lambda text: text + "\nbody { --edited: 1; }\n")
        page.wait_for_function("getComputedStyle(document.body).getPropertyValue('--edited').trim() === '1'")
        assert page.evaluate("window.before"), "new styles need no new page"

        good = edit(project, PROSE, lambda text: f"{text}\n\nSeen here.\n")
        page.get_by_text("Seen here.").wait_for(state="attached")
        page.wait_for_function("scrollY === 300", timeout=30_000)
        edit(project, DATA, known_here)
        page.get_by_text("Known <b>here</b>.").first.wait_for(state="attached")

        edit(project, PROSE, lambda text: f"{good}\n\n{{{{ '<i>' ~ scenario_tabel() }}}}\n")
        alert = page.get_by_role("alert")
        alert.wait_for()
        line = good.count("\n") + 3
        assert f"{PROSE}:{line}" in alert.inner_text() and "did you mean 'scenario_table'?" in alert.inner_text()
        assert page.get_by_text("Seen here.").count(), "the last good page stays"
        page.reload()
        alert.wait_for()
        edit(project, PROSE, lambda _: good)
        alert.wait_for(state="detached")
        page.get_by_text("Seen here.").wait_for(state="detached")
        page.close()


@pytest.mark.sweep
def test_what_is_served_after_edits_is_what_a_build_makes(small_project: Path, tmp_path: Path, browser):
    project = small_project
    with serving(project, tmp_path) as server:
        server.wait_for_page(PAGE, "</html>")
        page = browser.new_page()
        page.set_default_timeout(300_000)
        page.goto(server.address + PAGE)
        good = edit(project, PROSE, lambda text: f"{text}\n\nSeen here.\n")
        page.get_by_text("Seen here.").wait_for(state="attached")
        edit(project, DATA, known_here)
        page.get_by_text("Known <b>here</b>.").first.wait_for(state="attached")
        edit(project, PROSE, lambda _: good)
        page.get_by_text("Seen here.").wait_for(state="detached")
        wait_for_whole_build(server)
        page.close()
        assert digests(server.site()) == built(project, server)


def known_here(text: str) -> str:
    """A data file with a sentence more in it, which holds markup."""
    return re.sub(r"^(mind:\n.*\n  en: )", r"\1Known <b>here</b>. ", text, flags=re.M)


def edit(project: Path, file: str, change: Any) -> str:
    """Change a file as an editor does; what stood there before."""
    path = project / file
    before = path.read_text(encoding="utf-8")
    path.write_text(change(before), encoding="utf-8")
    assert path.read_text(encoding="utf-8") != before
    return before


def wait_for_whole_build(server: Server) -> None:
    """Wait until what was shown last at once has been followed by a build of everything."""
    server.wait(lambda: "The whole site is built." in server.output().rpartition("Shown after")[2], "a whole build")


_PLAIN = """
import sys
sys.path.insert(0, ".")
from macros.building import made
from macros.published import named
named.build_id = lambda root, sources: ""
publish_as = made.publish_as


def publish_as_served(config, site, *, serving):
    publish_as(config, site, serving=serving)
    config.site_url = "ADDRESS"


made.publish_as = publish_as_served
"""
"""A hook that builds for the address of the server; what is meant for paper keeps the address of the profile."""


def built(project: Path, server: Server) -> dict[str, str]:
    """What a build of the same sources for the same address makes."""
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    # Under its plain names, as served.
    (project / "plain.py").write_text(_PLAIN.replace("ADDRESS", server.address), encoding="utf-8")
    settings.write_text(text.replace("hooks:\n", "hooks:\n  - plain.py\n"), encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=project,
        check=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": EPOCH},
    )
    return digests(project / "site")
