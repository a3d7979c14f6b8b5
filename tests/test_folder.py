"""The handbook as a folder that is opened from a drive: no host, no fetching, every app."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.commands.folder import NoSite, write
from tests.conftest import once_for_all_workers


@pytest.fixture(scope="session")
def folder(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as a folder, in a place with a name as people give them."""

    def make(parent: Path) -> None:
        parent.mkdir()
        write(site, parent / "手册 #1 100%")

    return next(once_for_all_workers(tmp_path_factory, "drive", make).iterdir())


@pytest.fixture
def open_file(browser, folder: Path) -> Iterator:
    """Opens a page of the folder: `open_file("en/choose")`; what goes wrong in scripts fails the test."""
    context = browser.new_context()
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)

    def open_(path: str):
        page.goto((folder / path / "index.html").as_uri())
        return page

    yield open_
    assert not faults
    context.close()


def test_from_the_home_page_links_and_search_lead_to_pages(open_file):
    page = open_file("en")
    page.locator(".home a[href*='urgent-matter']").first.click()
    assert page.locator("h1").inner_text() == "An urgent matter"
    assert page.url.endswith("/en/scenarios/urgent-matter/index.html")
    page.locator(".breadcrumb a").first.click()
    assert page.url.endswith("/en/index.html")
    page.wait_for_load_state()
    page.keyboard.press("/")
    page.keyboard.type("urgent matter")
    page.locator("dialog .found mark").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/scenarios/urgent-matter/index.html*")
    assert page.locator("h1").is_visible()
    page.locator("language-switch a").click()
    assert page.locator("html").get_attribute("lang").startswith("zh")


def test_apps_work_and_keep_what_is_done(open_file):
    page = open_file("en/checklists/meeting-before")
    page.locator("check-list input[type=checkbox]").first.check()
    page.wait_for_function("Object.keys(localStorage).some((key) => key.startsWith('handbook:run:'))")
    page = open_file("en/my")
    page.locator("my-runs a[href*='meeting-before']").first.click()
    page.locator("check-list input[type=checkbox]:checked").first.wait_for(state="attached")
    page = open_file("en/choose")
    page.locator("channel-chooser label").locator("visible=true").first.click()
    page.locator("channel-chooser input:checked").first.wait_for(state="attached")
    page = open_file("en/onboarding/practice")
    page.locator("practice-round button").locator("visible=true").first.click()
    page.locator("practice-round [data-part=question]").wait_for()
    page = open_file("reference/glossary")
    page.locator("filter-table input").first.fill("渠道")
    page.locator("filter-table output").first.get_by_text("/").or_(page.locator("filter-table output")).first.wait_for()


def test_forms_open_and_are_taken_as_files(open_file):
    page = open_file("en/templates/meeting-minutes")
    page.locator("form-opener > button").click()
    page.locator("form-filler [name=minutes-subject]").fill("Warehouse move")
    with page.expect_download() as download:
        page.locator("form-filler button[value=docx]").click()
    made = zipfile.ZipFile(io.BytesIO(Path(download.value.path()).read_bytes()))
    assert "Warehouse move" in made.read("word/document.xml").decode()


def test_no_page_needs_a_host(folder):
    """Neither modules nor addresses that a host would complete, nor what only a host has."""
    for page in folder.rglob("index.html"):
        html = page.read_text(encoding="utf-8")
        assert 'type="module"' not in html and "handbook-worker" not in html and 'rel="manifest"' not in html
        assert not any(f'href="{up}"' in html for up in (".", "..", "../", "./", "../..")), page
    assert not (folder / "sw.js").exists() and not (folder / "404.html").exists()


def test_without_a_site_it_says_what_to_do(tmp_path):
    with pytest.raises(NoSite, match="run `mkdocs build --strict` first"):
        write(tmp_path / "site", tmp_path / "site-offline")
