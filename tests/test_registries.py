"""The two registries keep their promise: a new kind of field, and a new kind of page, laid down in one copy and used."""

from __future__ import annotations

import filecmp
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import docx
import openpyxl
import pikepdf
import pytest

from macros.model.fields import KINDS
from tests.built_pages import published
from tests.conftest import ROOT, mkdocs, serve
from tests.filled_pages import begin, field, press, row, said, sheet

pytestmark = [pytest.mark.xdist_group("registries"), pytest.mark.whole]

URL_KIND = '''"""A web address."""

from .kind import Kind

KIND = Kind("url", "words", width_mm=40, stretches=True, weight=30, input_type="url", check=r"^https?://[^\\s/]+\\S*$")
'''
WORDS = """\
  script_fill_check_url: {zh: "网址要写全，以https://开头。", en: "Enter the whole address, beginning with https://."}
"""
FIELDS = """\
      - {id: web-page, type: url, label: {zh: 网页, en: Web page}, help: {zh: 写全网址, en: The whole address}, example: {same: "https://example.com/a?b=1"}}
      - id: sources
        type: table
        label: {zh: 出处, en: Sources}
        help: {zh: 一处一行, en: One a row}
        rows: 2
        columns:
          - {id: where, type: url, label: {zh: 地址, en: Address}, help: {zh: 写全网址, en: The whole address}}
        example:
          - {where: {same: "https://example.com/source"}}
"""

POLICY = '''"""A policy: what the company has laid down."""

from __future__ import annotations

from .base import Aliases, Id, Review, Text


class Policy(Review):
    """One file in `docs/data/policies/`, named by the id."""

    id: Id
    title: Text
    summary: Text
    aliases: Aliases
    scenarios: tuple[Id, ...] = ()
'''
FACTS = '# {{ policy.title[language] }} {: #top }\n\n<p class="lead">{{ policy.summary[language] }}</p>\n'
DATA = """\
id: travel
title: {zh: 差旅规定, en: Travel policy}
summary: {zh: 出差怎么订、怎么报, en: How trips are booked and paid}
aliases: {zh: [出差报销], en: [business trips]}
scenarios: [absense]
owner: finance
reviewed: 2026-11-02
valid_for: P1Y
"""
OVERVIEW = '---\ntitle: {title}\ndescription: {title}\n---\n\n# {title}\n\n{{{{ things("policies") }}}}\n'


def edit(file: Path, old: str, new: str) -> None:
    """Replace the one place in a file where something stands."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{file}: {old}"
    file.write_text(text.replace(old, new), encoding="utf-8")


ONE_FORM = """

def _made_for(real):
    return lambda template, *given: real(template, *given) if template.id == "resource-request" else b"-"


WRITERS = {ending: _made_for(real) for ending, real in WRITERS.items()}
"""
"""Leaves the files of other forms empty, which cost time and play no part here."""


@pytest.fixture(scope="module")
def bare(small: Path, tmp_path_factory) -> Path:
    """A small handbook with a kind of field and a kind of page in the registries, used by the data, and no more of them."""
    root = Path(shutil.copytree(small, tmp_path_factory.mktemp("registries") / "project"))
    writers = (ROOT / "macros/downloads/__init__.py").read_text(encoding="utf-8")
    (root / "macros/downloads/__init__.py").write_text(writers + ONE_FORM, encoding="utf-8")
    (root / "macros/model/fields/url.py").write_text(URL_KIND, encoding="utf-8")
    template = root / "docs/data/templates/resource-request.yml"
    text = template.read_text(encoding="utf-8")
    template.write_text(re.sub(r"(?m)^    fields:\n", lambda match: match[0] + FIELDS, text, count=1), encoding="utf-8")
    (root / "macros/model/policy.py").write_text(POLICY, encoding="utf-8")
    things = root / "macros/model/things.py"
    edit(things, "from .procedure import Procedure\n", "from .policy import Policy\nfrom .procedure import Procedure\n")
    edit(things, '    Thing("procedure"', '    Thing("policy", "policies", Policy, "written"),\n    Thing("procedure"')
    data = root / "docs/data/policies/travel.yml"
    data.parent.mkdir()
    data.write_text(DATA, encoding="utf-8")
    edit(root / "mkdocs.yml", "  - New here:\n", "  - Policies:\n      - policies/rules.md\n  - New here:\n")
    return root


@pytest.fixture(scope="module")
def forgotten(bare: Path) -> list[str]:
    """What a check says of it, line by line."""
    command = [sys.executable, "-m", "macros", "check"]
    checked = subprocess.run(command, cwd=bare, capture_output=True, text=True, timeout=900)
    assert checked.returncode == 1 and "Traceback" not in checked.stderr, checked.stderr
    return checked.stderr.splitlines()


@pytest.fixture(scope="module")
def whole(bare: Path, forgotten: list[str]) -> Path:
    """The same with all that the messages ask for, built."""
    words = bare / "docs/data/interface.yml"
    edit(words, "  found_channel:", WORDS + "  found_channel:")
    edit(
        words,
        "  found_scenario:",
        "  found_policy: {zh: 规定, en: Policy}\n  search_in_policies: {zh: 规定, en: Policies}\n  found_scenario:",
    )
    edit(bare / "docs/data/policies/travel.yml", "absense", "absence")
    (bare / "overrides/components/policy-facts.html").write_text(FACTS, encoding="utf-8")
    for language, title in (("zh", "规定"), ("en", "Policies")):
        pages = bare / "docs" / language / "policies"
        pages.mkdir()
        (pages / "index.md").write_text(OVERVIEW.format(title=title), encoding="utf-8")
        (pages / "travel.md").write_text("{{ facts() }}\n", encoding="utf-8")
    edit(bare / "mkdocs.yml", "policies/rules.md", "policies/index.md")
    edit(bare / "mkdocs.yml", "            New here: ", "            Policies: 规定\n            New here: ")
    built = mkdocs("build", "--strict", root=bare)
    assert built.returncode == 0, built.stdout + built.stderr
    return bare


def outside_of_data_and_prose(root: Path, before: Path) -> list[str]:
    """The files of a copy, docs aside, that are others than before or were not there; but for `ONE_FORM`."""
    files = (file for folder in ("macros", "overrides") for file in (root / folder).rglob("*") if file.is_file())
    names = [file.relative_to(root) for file in files if file.suffix != ".pyc"]
    names = [name for name in names if name != Path("macros/downloads/__init__.py")] + [Path("mkdocs.yml")]
    return sorted(
        name.as_posix()
        for name in names
        if not (before / name).is_file() or not filecmp.cmp(root / name, before / name, shallow=False)
    )


@pytest.mark.sweep
def test_what_was_forgotten_of_either_is_a_fault_that_says_what_to_do(forgotten: list[str]):
    asked = (
        "texts: 'script_fill_check_url' is missing, which url.py shows; add `script_fill_check_url: {zh: …, en: …}`",
        "docs/zh/policies/index.md:1: file: is missing, the overview of the policies; write it",
        "docs/en/policies/index.md:1: file: is missing, the overview of the policies; write it",
        "nav: has no part for the policies; add one with policies/index.md",
        "nav: 'Policies' has no name in Chinese; add it to the nav_translations of zh",
        "overrides/components/policy-facts.html:1: file: is missing, which shows what the data say of the policies; write it",
        "docs/data/policies/travel.yml:1: id: has no page docs/zh/policies/travel.md; write it, or delete the data",
        "docs/data/policies/travel.yml:1: id: has no page docs/en/policies/travel.md; write it, or delete the data",
        "docs/data/policies/travel.yml:5: scenarios[0]: unknown scenario 'absense'; did you mean 'absence'?",
        "texts: 'found_policy' is missing, which the search shows for the policies; add `found_policy: {zh: …, en: …}`",
        "texts: 'search_in_policies' is missing, which the search shows for the policies; add `search_in_policies: {zh: …, en: …}`",
    )
    for message in asked:
        assert sum(message in line for line in forgotten) == 1, (message, forgotten)
    assert forgotten[-1].startswith(f"{len(asked)} faults"), forgotten


@pytest.mark.sweep
def test_a_kind_of_field_is_one_file_and_a_kind_of_page_no_more_than_six(whole: Path, small: Path):
    field_kind, *page_kind = sorted(outside_of_data_and_prose(whole, small), key=lambda name: "fields" not in name)
    assert field_kind == "macros/model/fields/url.py"
    assert page_kind == [
        "macros/model/policy.py",
        "macros/model/things.py",
        "mkdocs.yml",
        "overrides/components/policy-facts.html",
    ]


def test_no_script_knows_a_kind_of_field_by_its_name():
    others = {kind.name for kind in KINDS.values()} - {kind.family for kind in KINDS.values()}
    # What says something of a person is known by that; `text` is also the name of an element of Word.
    names = "|".join(sorted(others - {kind.detail for kind in KINDS.values()} - {"text"}))
    for script in (ROOT / "overrides/forms").rglob("*.js"):
        text = re.sub(r"fill_check_\$\{field\.type\}", "", script.read_text(encoding="utf-8"))
        assert not re.search(rf"[\"'](?:{names})[\"']|\b(?:field|column)\.type\b", text), script


# --- a kind of field ----------------------------------------------------------------------------------------------------


def test_a_new_kind_of_field_stands_in_every_file(whole: Path):
    made = whole / "site/downloads"
    document = docx.Document(made / "resource-request.zh.docx")
    tags = document.element.xpath("//w:sdt/w:sdtPr/w:tag/@w:val")
    assert "web-page" in tags and "sources.where" in tags
    book = openpyxl.load_workbook(made / "resource-request.zh.xlsx")
    assert {"web_page", "sources.where"} <= set(book.defined_names)
    with pikepdf.open(made / "resource-request.zh.pdf") as pdf:
        names = {str(each.get("/T")) for each in pdf.Root.AcroForm.Fields}
        assert "web-page" in names and any(name.startswith("sources") for name in names)
    text = (made / "resource-request.zh.md").read_text(encoding="utf-8")
    assert "**网页**" in text and "| 地址 |" in text
    contract = json.loads((whole / "site/handbook.json").read_text(encoding="utf-8"))
    form = next(each for each in contract["templates"] if each["id"] == "resource-request")
    assert [each["type"] for each in form["fields"][:2]] == ["url", "table"]
    page = (whole / "site/en/templates/resource-request/index.html").read_text(encoding="utf-8")
    assert "https://example.com/a?b=1" in page and "https://example.com/source" in page


RIGHT, WRONG = "https://example.com/a?b=1&c=%E4%B8%AD", "example.com"


@pytest.fixture
def form_page(whole: Path, browser) -> Iterator:
    """The form, opened online."""
    server, url = serve(whole / "site")
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(f"{url}en/templates/resource-request/")
    begin(page)
    yield page
    context.close()
    server.shutdown()


@pytest.mark.sweep
def test_a_new_kind_of_field_is_filled_in_online_checked_taken_along_and_read_back(form_page):
    page = form_page
    assert field(page, "web-page").get_attribute("type") == "url"
    places = [page.locator("[data-field=web-page]"), row(page, "sources", 0).locator("[data-column=where]")]
    for place in places:
        wrong = place.locator(".ask__fault")
        place.locator("input, textarea").fill(WRONG)
        place.locator("input, textarea").blur()
        wrong.wait_for()
        assert wrong.inner_text() == "Enter the whole address, beginning with https://."
        place.locator("input, textarea").fill(RIGHT)
        wrong.wait_for(state="hidden")
    assert sheet(page).count(RIGHT) == 2
    taken = {ending: taken_along(page, ending) for ending in ("docx", "xlsx", "md")}
    assert Path(taken["md"]).read_text(encoding="utf-8").count("example.com/a?b=1&c=%E4%B8%AD") == 2
    book = openpyxl.load_workbook(taken["xlsx"]).worksheets[0]
    assert sum(cell.value == RIGHT for cells in book.iter_rows() for cell in cells) == 2
    press(page, "new")
    assert RIGHT not in sheet(page)
    page.locator("input[data-word]").set_input_files(taken["docx"])
    page.locator("[data-offer] button[data-do=accept]").click()
    assert sheet(page).count(RIGHT) == 2, said(page)


def taken_along(page, ending: str) -> Path:
    """The file that the form hands out."""
    with page.expect_download() as download:
        page.locator(f"form-filler button[data-do=take][value={ending}]").click()
    return download.value.path().rename(download.value.path().with_suffix(f".{ending}"))


# --- a kind of page -----------------------------------------------------------------------------------------------------


def test_a_new_kind_of_page_is_reached_found_and_published(whole: Path):
    site = whole / "site"
    page = (site / "en/policies/travel/index.html").read_text(encoding="utf-8")
    assert "<title>Travel policy · " in page and "How trips are booked and paid" in page
    for language, title in (("", "差旅规定"), ("en/", "Travel policy")):
        for place in (
            f"{language}policies/index.html",
            f"{language}search/index.html",
            f"{language}policies/travel/index.html",
        ):
            assert title in (site / place).read_text(encoding="utf-8"), place
    home = (site / "index.html").read_text(encoding="utf-8")
    assert re.search(r'href="policies/"[^>]*>\s*规定', home) and "Policies" not in home
    for language, place in (("zh", "assets/search.json"), ("en", "en/assets/search.json")):
        found = json.loads(published(site, place).read_text(encoding="utf-8"))
        address = "policies/travel/" if language == "zh" else "en/policies/travel/"
        entry = next(each for each in found["entries"] if each["url"] == address)
        assert entry["kind"] == "policy" and found["worth"]["policy"] > 0
        assert found["words"]["policy"] == {"zh": "规定", "en": "Policy"}[language]
    contract = json.loads((site / "handbook.json").read_text(encoding="utf-8"))
    assert contract["policies"][0]["url"] == {"zh": "policies/travel/", "en": "en/policies/travel/"}
    assert "policies" in json.loads((site / "handbook.schema.json").read_text(encoding="utf-8"))["properties"]
    assert "en/policies/travel/" in (site / "sitemap.xml").read_text(encoding="utf-8")
