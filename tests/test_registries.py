"""The two registries keep their promise: a new kind of field, and a new kind of page, laid down in a copy and used."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import copy_sources

pytestmark = pytest.mark.whole

URL_KIND = '''"""A web address."""

from .kind import Kind

KIND = Kind("url", "words", width_mm=40, stretches=True, weight=30, input_type="url", check=r"^https?://[^\\s/]+\\S*$")
'''
WORDS = """\
  kind_url: {zh: 网址, en: web address}
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


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{file}: {old}"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], cwd=root, capture_output=True, text=True, timeout=900)


@pytest.fixture(scope="module")
def with_url(tmp_path_factory) -> Path:
    """A copy of the project in which a template asks for web addresses, a kind of field laid down there."""
    root = tmp_path_factory.mktemp("url")
    copy_sources(root)
    (root / "macros/model/fields/url.py").write_text(URL_KIND, encoding="utf-8")
    template = root / "docs/data/templates/background-research.yml"
    text = template.read_text(encoding="utf-8")
    template.write_text(re.sub(r"(?m)^    fields:\n", lambda match: match[0] + FIELDS, text, count=1), encoding="utf-8")
    return root


def test_a_kind_of_field_without_its_words_is_a_fault_that_says_so(with_url: Path):
    checked = run(with_url, "-m", "macros", "check")
    assert checked.returncode == 1
    assert "texts: 'kind_url' is missing, which url.py shows; add `kind_url: {zh: …, en: …}`" in checked.stderr
    assert "texts: 'script_fill_check_url' is missing, which url.py shows" in checked.stderr
    assert "2 faults found" in checked.stderr
    edit(with_url / "docs/data/interface.yml", "  kind_text:", WORDS + "  kind_text:")
    checked = run(with_url, "-m", "macros", "check")
    assert checked.returncode == 0, checked.stderr


MAKE = """
import json, sys, zipfile, io
from datetime import date
from pathlib import Path
from macros.checking.checked import load
from macros.downloads import WRITERS
from macros.published import forms
handbook, faults = load(Path.cwd())
assert handbook, faults.report()
template = handbook.template["background-research"]
for ending in ("docx", "xlsx", "pdf", "md"):
    Path(f"made.{ending}").write_bytes(WRITERS[ending](template, "zh", handbook))
described = dict(forms.descriptions(handbook, ()))
print(json.dumps(json.loads(described["assets/forms/background-research.json"])["sections"][0]["fields"][:2]))
"""


def test_a_new_kind_of_field_stands_in_every_file_and_in_what_the_browser_knows(with_url: Path):
    made = run(with_url, "-c", MAKE)
    assert made.returncode == 0, made.stderr
    field, table = json.loads(made.stdout)
    assert (field["type"], field["family"], field["check"]) == ("url", "words", r"^https?://[^\s/]+\S*$")
    assert table["columns"][0]["family"] == "words"
    import docx
    import openpyxl
    import pikepdf

    document = docx.Document(with_url / "made.docx")
    tags = document.element.xpath("//w:sdt/w:sdtPr/w:tag/@w:val")
    assert "web-page" in tags and "sources.where" in tags
    book = openpyxl.load_workbook(with_url / "made.xlsx")
    assert any(name.endswith("web_page") for name in book.defined_names)
    with pikepdf.open(with_url / "made.pdf") as pdf:
        names = {str(field.get("/T")) for field in pdf.Root.AcroForm.Fields}
        assert any(name.startswith("web-page") for name in names)
    assert "网页" in (with_url / "made.md").read_text(encoding="utf-8")


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
scenarios: [absence]
owner: finance
reviewed: 2026-11-02
valid_for: P1Y
"""
OVERVIEW = '---\ntitle: {title}\ndescription: {title}\n---\n\n# {title}\n\n{{{{ things("policies") }}}}\n'


@pytest.fixture(scope="module")
def with_policies(tmp_path_factory) -> Path:
    """A copy of the project with an entry for policies in the registry of things, and nothing else of them."""
    root = tmp_path_factory.mktemp("policies")
    copy_sources(root)
    (root / "macros/model/policy.py").write_text(POLICY, encoding="utf-8")
    things = root / "macros/model/things.py"
    edit(things, "from .procedure import Procedure\n", "from .policy import Policy\nfrom .procedure import Procedure\n")
    edit(things, '    Thing("procedure"', '    Thing("policy", "policies", Policy, "written"),\n    Thing("procedure"')
    data = root / "docs/data/policies/travel.yml"
    data.parent.mkdir()
    data.write_text(DATA, encoding="utf-8")
    return root


def test_each_part_of_a_kind_of_page_that_was_forgotten_is_a_fault(with_policies: Path):
    checked = run(with_policies, "-m", "macros", "check")
    assert checked.returncode == 1 and "Traceback" not in checked.stderr
    for message in (
        "docs/zh/policies/index.md:1: file: is missing, the overview of the policies; write it",
        "docs/en/policies/index.md:1: file: is missing, the overview of the policies; write it",
        "mkdocs.yml:1: nav: has no part for the policies; add one with policies/index.md",
        "overrides/components/policy-facts.html:1: file: is missing, which shows what the data say of a policy; write it",
        "docs/data/policies/travel.yml:1: id: has no page docs/zh/policies/travel.md; write it, or delete the data",
        "texts: 'found_policy' is missing, which the search shows for a policy",
        "texts: 'search_in_policies' is missing, which the search shows for a policy",
    ):
        assert message in checked.stderr, checked.stderr


def test_a_new_kind_of_page_is_reached_found_and_published(with_policies: Path):
    root = with_policies
    (root / "overrides/components/policy-facts.html").write_text(FACTS, encoding="utf-8")
    for language, title in (("zh", "规定"), ("en", "Policies")):
        pages = root / "docs" / language / "policies"
        pages.mkdir()
        (pages / "index.md").write_text(OVERVIEW.format(title=title), encoding="utf-8")
        (pages / "travel.md").write_text("{{ facts() }}\n", encoding="utf-8")
    edit(root / "mkdocs.yml", "  - New here:", "  - Policies:\n      - policies/index.md\n  - New here:")
    edit(
        root / "docs/data/interface.yml",
        "  found_scenario:",
        "  found_policy: {zh: 规定, en: Policy}\n  search_in_policies: {zh: 规定, en: Policies}\n  found_scenario:",
    )
    edit(root / "docs/data/policies/travel.yml", "scenarios: [absence]", "scenarios: [absense]")
    checked = run(root, "-m", "macros", "check")
    assert (
        "docs/data/policies/travel.yml:5: scenarios[0]: unknown scenario 'absense'; did you mean 'absence'?"
        in checked.stderr
    )
    edit(root / "docs/data/policies/travel.yml", "absense", "absence")
    built = run(root, "-m", "mkdocs", "build", "--strict")
    assert built.returncode == 0, built.stdout + built.stderr
    site = root / "site"
    page = (site / "en/policies/travel/index.html").read_text(encoding="utf-8")
    assert "<title>Travel policy · " in page and "How trips are booked and paid" in page
    assert '<a href="travel/"' in (site / "policies/index.html").read_text(encoding="utf-8") or "差旅规定" in (
        site / "policies/index.html"
    ).read_text(encoding="utf-8")
    found = json.loads((site / "en/assets/search.json").read_text(encoding="utf-8"))
    entry = next(each for each in found["entries"] if each["url"] == "en/policies/travel/")
    assert entry["kind"] == "policy" and found["worth"]["policy"] > 0 and found["words"]["policy"] == "Policy"
    published = json.loads((site / "handbook.json").read_text(encoding="utf-8"))
    assert published["policies"][0]["url"] == {"zh": "policies/travel/", "en": "en/policies/travel/"}
    assert "policies" in json.loads((site / "handbook.schema.json").read_text(encoding="utf-8"))["properties"]
    assert "en/policies/travel/" in (site / "sitemap.xml").read_text(encoding="utf-8")
    assert "en/policies/travel/" in (site / "en/search/index.html").read_text(encoding="utf-8") or "Travel policy" in (
        site / "en/search/index.html"
    ).read_text(encoding="utf-8")
