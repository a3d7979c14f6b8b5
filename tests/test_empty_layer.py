"""A company's layer that says nothing changes nothing: the site is that of the sample company, byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.commands import company
from tests.conftest import mkdocs
from tests.other_build import build_of

OF_ADOPTERS = ("- 给采用者：", "- For adopters: ")


def published(project: Path, name: str) -> dict[str, bytes]:
    """Every file of a build, but for the build's own id, which tells one state of the sources from another."""
    site = project / name
    built = mkdocs("build", "--strict", "--site-dir", str(site), root=project)
    assert built.returncode == 0, built.stdout + built.stderr
    build = build_of(site)
    headers = site / "_headers"  # One line a file, in the order of their names, of which some bear the id.
    headers.write_text("\n".join(sorted(headers.read_text(encoding="utf-8").replace(build, "BUILD").splitlines())))
    files = (file for file in site.rglob("*") if file.is_file())
    return {
        file.relative_to(site).as_posix().replace(build, "BUILD"): file.read_bytes().replace(build.encode(), b"BUILD")
        for file in files
    }


@pytest.mark.sweep
def test_an_empty_layer_builds_the_same_site(small_project: Path):
    (small_project / "docs/data/released.yml").unlink()  # What releases were like is kept by each company for itself.
    log = small_project / "CHANGELOG.md"  # What adopters are told is left out of a company's site.
    lines = log.read_text(encoding="utf-8").splitlines(keepends=True)
    log.write_text("".join(line for line in lines if not line.startswith(OF_ADOPTERS)), encoding="utf-8")
    sample = published(small_project, "before")
    company.lay_down(small_project)
    own = published(small_project, "after")
    assert own.keys() == sample.keys() and len(own) > 200
    assert [name for name in own if own[name] != sample[name]] == []
