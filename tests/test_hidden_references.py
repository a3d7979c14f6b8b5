"""No id of the data stands in code, templates, scripts or style sheets: an adopter may rename or remove anything."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from macros import addresses
from macros.checking.rules import standing_pages
from macros.checking.rules.standing_pages import PAGES
from macros.reading.loaded import Loaded
from tests.built_pages import BuiltPage, pages
from tests.conftest import ROOT, mkdocs
from tests.renamed import ids, other, rename

_PAGE = re.compile(r"""(?:at|addresses)\.page\(\s*f?["']([^"'.]*)["']""")
_ANCHOR = re.compile(r"""at\.page\(\s*["']([^"'.]+)["'], language\) \| url \}\}#([a-z-]+)(?![a-z-]*\{)""")
_COMMENT = re.compile(r"/\*.*?\*/|^\s*//.*?$", re.DOTALL | re.MULTILINE)


@pytest.fixture(scope="module")
def renamed(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a small copy in which every id is another one."""
    root = Path(shutil.copytree(small, tmp_path_factory.mktemp("renamed") / "project"))
    rename(root)
    run = mkdocs("build", "--strict", root=root)
    assert run.returncode == 0, run.stdout + run.stderr
    return root / "site"


@pytest.mark.sweep
@pytest.mark.whole
def test_a_handbook_whose_ids_are_all_other_ones_is_built_and_leads_nowhere_else(renamed: Path):
    old = {f"{folder}/{name}/" for folder in ("scenarios", "channels", "templates", "checklists") for name in ids()}
    every_page = pages(renamed)
    assert len(every_page) > 100
    assert not {page.in_either_language for page in every_page} & old
    for page in [*every_page, BuiltPage(renamed, "404.html")]:
        for _, _, link in page.links():
            address = page.resolve(link).partition("#")[0].removeprefix("http://site.test/")
            assert addresses.in_language(address, "zh") not in old, f"{page.address}: {link}"


@pytest.mark.sweep
@pytest.mark.whole
def test_the_home_page_leads_to_what_its_data_name(renamed: Path):
    links = {page.resolve(link) for page in [BuiltPage(renamed, "")] for _, _, link in page.links()}
    assert f"http://site.test/scenarios/{other('urgent-matter')}/" in links
    assert f"http://site.test/templates/{other('meeting-minutes')}/" in links


def test_every_page_that_a_template_or_the_code_names_is_looked_after():
    known = {addresses.named(page, "zh"): headings for page, headings in PAGES.items()}
    sources = [
        file
        for folder in ("macros", "overrides")
        for file in (ROOT / folder).rglob("*")
        if file.suffix in (".py", ".html", ".xml", ".txt")
    ]
    named = {
        (address.partition("#")[0], file.name)
        for file in sources
        for address in _PAGE.findall(file.read_text(encoding="utf-8"))
        if "{" not in address.partition("#")[0]
    }
    assert {address for address, _ in named} >= {"", "choose/", "channels/"}
    assert [(address, file) for address, file in named if address not in known] == []
    anchors = [found for file in sources for found in _ANCHOR.findall(file.read_text(encoding="utf-8"))]
    assert anchors and all(heading in known[address] for address, heading in anchors)


def test_a_heading_that_a_template_names_is_asked_for(tmp_path: Path):
    for language in ("zh", "en"):
        (tmp_path / "docs" / language / "scenarios").mkdir(parents=True)
        (tmp_path / "docs" / language / "scenarios" / "index.md").write_text("## Levels {#levels}\n", encoding="utf-8")
    loaded = Loaded(tmp_path)
    standing_pages.check(loaded)
    assert [str(fault) for fault in loaded.faults if fault.field == "heading"] == [
        f"docs/{language}/scenarios/index.md:1: heading: lacks {{#table}}, to which the handbook's own "
        "templates lead; restore that id"
        for language in ("en", "zh")
    ]


def test_no_script_and_no_style_names_an_id():
    telling = {name for name in ids() if "-" in name}
    found = [
        (file.name, name)
        for file in (ROOT / "overrides").rglob("*")
        if file.suffix in (".js", ".css", ".html")
        for name in re.findall(
            r"""["'#/](\w+(?:-\w+)+)["'/]|--([a-z-]+) """, _COMMENT.sub("", file.read_text(encoding="utf-8"))
        )
        if telling.intersection(name)
    ]
    assert found == []
