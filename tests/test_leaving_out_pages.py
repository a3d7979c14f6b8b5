"""The reference pages to which components lead go without a trace: a whole small site without them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import copy_sources, in_a_sweep, mkdocs
from tests.test_published_languages import dead_ends

PAGES = ("controlled-forms", "glossary", "phrases", "response-times")


def without(root: Path, *pages: str) -> Path:
    """Build a project that leaves these out."""
    (root / "docs/sample/changes.yml").write_text(f"leave_out: [{', '.join(pages)}]\n", encoding="utf-8")
    built = mkdocs("build", "--strict", "--site-dir", str(root / "site"), root=root)
    assert built.returncode == 0, built.stdout + built.stderr
    return root / "site"


@pytest.mark.sweep
def test_a_small_site_without_them(small_project: Path):
    site = without(small_project, *(f"reference/{page}" for page in PAGES))
    assert dead_ends(site) == []
    html = {page.relative_to(site).as_posix(): page.read_text() for page in site.rglob("*.html")}
    assert not any(f"reference/{page}/" in text for text in html.values() for page in PAGES)
    assert "<glossary-term" not in "".join(html.values()) and not (site / "controlled-forms.xlsx").exists()
    assert any('<span class="answer-card__time">' in text for text in html.values())
    found = json.loads(next((site / "assets").glob("search.*.json")).read_text())
    assert {entry["kind"] for entry in found["entries"]} & {"term", "phrase", "time"} == set()
    assert json.loads((site / "handbook.json").read_text())["glossary"] == []


@pytest.mark.sweep
@pytest.mark.parametrize("page", [in_a_sweep(page) for page in PAGES])
def test_the_whole_site_without_each(page: str, tmp_path: Path):
    root = tmp_path / "project"
    root.mkdir()
    site = without(copy_sources(root), f"reference/{page}")
    assert dead_ends(site) == []
    texts = (file.read_text() for file in site.rglob("*") if file.suffix in (".html", ".md", ".txt", ".xml"))
    assert not any(f"reference/{page}/" in text for text in texts)
