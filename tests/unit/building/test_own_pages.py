"""Pictures and documents beside a company's own pages: found by links, told where they are dead, published beside the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from macros.building import own_pages
from macros.checking import checked, links
from macros.checking.prose import Page
from macros.errors import Faults
from macros.reading.layer import places
from macros.reading.layer.laid import Laid
from tests.conftest import ROOT

PAGE = "![Third floor](floor-3.png)\n[Rules](../plans/parking.pdf)\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A layer with a picture in both languages, and a document in one."""
    for name in ("zh/reference/floor-3.png", "en/reference/floor-3.png", "zh/plans/parking.pdf", "zh/plans/~$a.docx"):
        file = tmp_path / "docs/company" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(name.encode())
    (tmp_path / "docs/company/en/reference/floor.md").write_text(PAGE, encoding="utf-8")
    return tmp_path


def test_what_lies_with_one_language_is_there_for_the_other_too(project: Path):
    found = {source: file.read_bytes().decode() for source, file in places.beside_pages(project).items()}
    assert found == {
        "zh/reference/floor-3.png": "zh/reference/floor-3.png",
        "en/reference/floor-3.png": "en/reference/floor-3.png",
        "zh/plans/parking.pdf": "zh/plans/parking.pdf",
        "en/plans/parking.pdf": "zh/plans/parking.pdf",
    }


def test_links_find_them_and_dead_ones_are_told(project: Path):
    files, faults = checked.assets_of(project), Faults()
    pages = [Page("en/reference/floor.md", f"{PAGE}![Fourth floor](floor-4.png)\n", 0)]
    links.check(pages, {"en/reference/floor.md": set()}, files, set(), faults, {})
    assert [str(each) for each in faults] == [
        "docs/en/reference/floor.md:3: link: there is no en/reference/floor-4.png; did you mean 'en/reference/floor-3.png'?"
    ]


def test_they_are_published_beside_their_pages(project: Path):
    config: MkDocsConfig = load_config(str(ROOT / "mkdocs.yml"))
    config.config_file_path = str(project / "mkdocs.yml")
    config.plugins._current_plugin = ""  # as within an event
    files = Files([])
    for language in ("zh", "en"):
        own_pages.lay(files, config, Laid({}, {}), language)
    assert {file.src_uri: (file.dest_uri, file.content_bytes.decode()) for file in files} == {
        "zh/reference/floor-3.png": ("reference/floor-3.png", "zh/reference/floor-3.png"),
        "en/reference/floor-3.png": ("en/reference/floor-3.png", "en/reference/floor-3.png"),
        "zh/plans/parking.pdf": ("plans/parking.pdf", "zh/plans/parking.pdf"),
        "en/plans/parking.pdf": ("en/plans/parking.pdf", "zh/plans/parking.pdf"),
    }


@pytest.mark.parametrize(
    ("markdown", "is_given"),
    [
        ("Where each department sits.", True),
        ("## Third floor {#third}", True),
        ("```\n# a remark\n```", True),
        ("# Plan\n\nText", False),
        ("Plan\n====", False),
        ('<header><h1 id="top">Plan</h1></header>', False),
    ],
)
def test_a_page_without_a_heading_of_its_own_has_its_title_above_it(markdown: str, is_given: bool):
    title = '<h1 id="top">Floors &amp; plans</h1>\n\n' if is_given else ""
    assert own_pages.titled(markdown, {"title": "Floors & plans"}) == title + markdown
    assert own_pages.titled(markdown, {"title": "Home", "template": "home.html"}) == markdown
