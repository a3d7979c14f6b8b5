"""What stands at the addresses of ids that went."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from macros import addresses
from macros.model.redirects import Redirect, Redirects
from macros.pages.views import Views
from macros.published import moved
from macros.published.knowledge import Leaf
from macros.published.named import Names
from macros.reading.loading import handbook_of
from tests.conftest import ROOT
from tests.unit.sound import sound

PAIRS = {
    "templates/went": "templates/work-report",
    "contacts/went": "contacts/seal",
    "glossary/went": "glossary/to-do",
    "reference/went": "guide/scope",
    "reference/went#part": "reference/seals#lending",
    "reference/seals#old": "reference/seals#new",
    "reference/seals#away": "guide/scope#here",
}


def files(site: Path, folders: tuple[str, ...]) -> dict[str, bytes]:
    """What stands at old addresses, with pages in these folders."""
    redirects = Redirects(redirects=tuple(Redirect(old=old, new=new) for old, new in PAIRS.items()))
    handbook = dataclasses.replace(handbook_of(sound()), redirects=redirects)
    views = {each: Views(handbook, each, ROOT / "overrides", date(2026, 1, 1), {}) for each in moved.LANGUAGES}
    checked: Any = SimpleNamespace(handbook=handbook, views=views)
    leaves = {
        f"{folder}{page}": Leaf(f"To <{page}>", "", "")
        for page in ("templates/work-report/", "guide/scope/", "reference/seals/")
        for folder in folders
    }
    return dict(moved.files(site, checked, Names(), leaves, "https://example.test/handbook/"))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    site = tmp_path_factory.mktemp("site")
    for name in (
        "downloads/work-report.zh.docx",
        "downloads/work-report-2.zh.docx",
        "en/contacts/seal.vcf",
        "api/glossary/to-do.json",
    ):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(name, encoding="utf-8")
    return files(site, ("", "en/"))


def test_a_page_leads_on_in_its_language_without_scripts_and_by_a_way_that_holds_below_any_path(written):
    page = written["en/reference/went/index.html"].decode()
    assert '<html lang="en">' in page
    assert '<noscript><meta http-equiv="refresh" content="0; url=../../../en/guide/scope/"></noscript>' in page
    assert '<a data-moved href="../../../en/guide/scope/">To &lt;guide/scope/&gt;</a>' in page
    assert '<link rel="canonical" href="https://example.test/handbook/en/guide/scope/">' in page
    assert '<a id="part" href="../../../en/reference/seals/#lending" hidden>' in page
    assert 'src="../../assets/moved.js"' in written["reference/went/index.html"].decode()
    assert b"](../../guide/scope/index.md)" in written["reference/went/index.md"]


def test_files_stand_under_the_old_name_too_and_rows_have_no_page(written):
    assert set(written) == {
        *(
            f"{language}{page}went/index.{ending}"
            for language in ("", "en/")
            for page in ("templates/", "reference/")
            for ending in ("html", "md")
        ),
        "downloads/went.zh.docx",
        "en/contacts/went.vcf",
        "api/glossary/went.json",
    }
    assert written["downloads/went.zh.docx"] == b"downloads/work-report.zh.docx"


@pytest.mark.parametrize("left", ["zh", "en"])
def test_below_a_language_that_moved_pages_lead_on_and_files_stand(left: Any, tmp_path: Path):
    """Also those of pages that went; the language that is left may have stood below the other one, or at the root."""
    before = tuple(moved.LANGUAGES)
    for name in ("contacts/seal.vcf", "contacts.vcf", "reviews/legal.ics", "feed.xml", "manifest.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    moved.LANGUAGES.settle((left,))
    try:
        written = files(tmp_path, ("",))
    finally:
        moved.LANGUAGES.settle(before)
    for language in ("zh", "en"):
        assert b'href="../../../guide/scope/"' in written[f"{language}/reference/went/index.html"]
        assert b'href="../../../reference/seals/"' in written[f"{language}/reference/seals/index.html"]
        assert b"](../../../reference/seals/index.md)" in written[f"{language}/reference/seals/index.md"]
        for name in ("contacts/seal.vcf", "contacts.vcf", "reviews/legal.ics", "feed.xml"):
            assert written[f"{language}/{name}"] == name.encode()
        assert f"{language}/manifest.json" not in written


def test_a_heading_that_went_is_found_at_the_one_of_now_and_one_of_another_page_is_told():
    redirects = Redirects(redirects=tuple(Redirect(old=old, new=new) for old, new in PAIRS.items()))
    handbook: Any = SimpleNamespace(redirects=redirects)
    html = '<h2 class="a" id="new">New</h2><p id="newer">'
    marked = '<h2 class="a" id="new"><span id="old"></span>New</h2><p id="newer">'
    assert moved.with_old_places(html, "reference/seals/", handbook) == marked
    assert moved.with_old_places(html, "en/reference/seals/", handbook) == marked
    assert moved.with_old_places(html, "guide/scope/", handbook) == html
    glossary = '<tr class="x" id="to-do">\n<th scope="row">To-do</th>'
    assert '<th scope="row"><span id="went"></span>To-do' in moved.with_old_places(
        glossary, "reference/glossary/", handbook
    )
    assert addresses.moved(redirects, "en/reference/seals/", within=False) == [("away", "en/guide/scope/#here")]
