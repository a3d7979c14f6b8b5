"""The short suite for a company's own handbook: links, what everybody can read, downloads, and the search finds each page.

`python -m macros test tests/test_own_handbook.py` looks at the handbook with what stands in `docs/company/`. While there is none, it looks
at a small handbook as an adopter changed it.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import PROJECT, mkdocs, once_for_all_workers, serve, without_a_company
from tests.test_accessibility import faults
from tests.test_published_languages import dead_ends
from tests.test_search import search

pytestmark = [pytest.mark.whole, pytest.mark.xdist_group("pages")]

OWN = (PROJECT / "docs" / "company").is_dir()
takes_long = pytest.mark.whole if OWN else pytest.mark.sweep
"""Looked at always where it is a company's own, of the adopter of the tests in a sweep."""
LOOKED_AT = ("", "contacts/", "search/", "reference/response-times/")
"""Besides one page of each kind that there is."""
KINDS = ("scenarios", "channels", "templates", "checklists")


@pytest.fixture(scope="module")
def own(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The company's site; that of the adopter of the tests, where this project is no company's."""
    if not OWN:
        return request.getfixturevalue("adopted") / "site"

    def build(folder: Path) -> None:
        run = mkdocs("build", "--strict", "--site-dir", str(folder), root=PROJECT)
        assert run.returncode == 0, run.stdout + run.stderr

    return once_for_all_workers(tmp_path_factory, "own", build)


@pytest.fixture
def page(own: Path, browser) -> Iterator:
    """A page of the site, and its address."""
    server, address = serve(own)
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page(), address
    context.close()
    server.shutdown()


def contract(site: Path) -> dict:
    return json.loads((site / "handbook.json").read_text(encoding="utf-8"))


def test_every_link_leads_somewhere(own: Path):
    assert dead_ends(own) == []


def test_every_download_can_be_opened(own: Path):
    files = [own / file["url"] for template in contract(own)["templates"] for file in template["files"]]
    assert files
    for file in files:
        content = file.read_bytes()
        if file.suffix in (".docx", ".xlsx"):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                assert archive.testzip() is None, file.name
        elif file.suffix == ".pdf":
            assert content.startswith(b"%PDF-"), file.name
        else:
            assert content.decode("utf-8").strip(), file.name


@takes_long
def test_everybody_can_read_every_kind_of_page(own: Path, page):
    tab, address = page
    said = contract(own)
    first = [next(iter(thing["url"].values())) for kind in KINDS for thing in said[kind][:1]]
    found = []
    for place in (*(each for each in LOOKED_AT if (own / each / "index.html").is_file()), *first):
        tab.goto(address + place)
        found += [f"{place}: {fault}" for fault in faults(tab)]
    assert not found, "\n".join(found)


@takes_long
def test_the_search_finds_each_page_by_its_title(own: Path, page):
    tab, address = page
    said = contract(own)
    for language in said["languages"]:
        things = [thing for kind in KINDS for thing in said[kind]]
        names = [(thing.get("title") or thing["name"])[language] for thing in things]
        tab.goto(address + ("" if language == said["languages"][0] else f"{language}/"))
        missed = [
            name
            for name, thing, hits in zip(names, things, search(tab, names), strict=True)
            if thing["url"][language].strip("/")
            not in [hit["entry"]["url"].partition("#")[0].strip("/") for hit in hits[:5]]
        ]
        assert not missed, missed


def test_a_company_in_the_project_changes_nothing_of_what_the_other_tests_see(tmp_path: Path):
    project = tmp_path / "handbook"
    for name in (
        "docs/company/company.yml",
        "docs/data/terms.yml",
        "docs/zh/company/index.md",
        ".git/config",
        "site/index.html",
    ):
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text("x", encoding="utf-8")
    copy = without_a_company(project)
    there = {file.relative_to(copy).as_posix() for file in copy.rglob("*") if file.is_file()}
    assert there == {"docs/data/terms.yml", "docs/zh/company/index.md"}
    (project / "docs/company/company.yml").unlink()
    (project / "docs/company").rmdir()
    assert without_a_company(project) == project
