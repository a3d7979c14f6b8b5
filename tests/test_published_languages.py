"""English first, Chinese alone, English alone, by one line of the company's profile: whole sites, with nothing left of what is off."""

from __future__ import annotations

import json
import posixpath
import re
import shutil
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import jsonschema
import pytest

from macros.checking.checked import check
from macros.model.base import has_chinese
from macros.model.languages import ALL
from tests.conftest import copy_sources, in_a_sweep, mkdocs
from tests.publishing import publishing

TODAY = date(2026, 11, 23)
ADDRESS = "https://handbook.example.com/"
_LED = re.compile(r'\s(?:href|src|data-home|data-script|data-engine|data-head)="([^"#]*)[^"]*"')
CHINESE_BY_NATURE = {
    "guide/external/first-contact/",
    "reference/mail-signatures/",
    "reference/official-documents/",
    "scenarios/first-approach/",
}
"""Pages that show how a Chinese signature, document or word of an advertisement looks, each marked as Chinese."""


class Said(HTMLParser):
    """What a page says to those who read its language: all texts and names, but for parts marked as of another."""

    def __init__(self, html: str):
        super().__init__()
        self.texts, self.open = [], []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if not self.foreign:
            self.texts += [given[key] for key in ("aria-label", "title", "placeholder", "content") if given.get(key)]
        if tag not in ("meta", "link", "input", "br", "img", "hr", "path", "wbr", "col"):
            self.open.append((tag, tag in ("script", "style") or given.get("lang", "en") != "en"))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    @property
    def foreign(self) -> bool:
        return any(away for _, away in self.open)

    def handle_data(self, data):
        if not self.foreign:
            self.texts.append(data)


def publish(root: Path, languages: str) -> Path:
    """Build a project in some languages."""
    profile = root / "docs/sample/company.yml"
    text = profile.read_text(encoding="utf-8")
    assert text.count("  languages: [zh, en]\n") == 1
    profile.write_text(text.replace("languages: [zh, en]", f"languages: {languages}"), encoding="utf-8")
    built = mkdocs("build", "--strict", "--site-dir", str(root / "site"), root=root)
    assert built.returncode == 0, built.stdout + built.stderr
    return root / "site"


def dead_ends(site: Path) -> list[tuple[str, str]]:
    """Where the pages and the sitemap lead to nothing, and every address by which a page names itself."""
    files = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    led = [
        (page, target) for page in files if page.endswith(".html") for target in _LED.findall((site / page).read_text())
    ]
    led += [
        ("sitemap.xml", each) for each in re.findall(r'(?:<loc>|href=")([^<"]+)', (site / "sitemap.xml").read_text())
    ]
    dead = []
    for page, target in led:
        target = target.replace(ADDRESS, "/")
        if "://" in target or re.match(r"(mailto|tel|data):", target) or not target:
            continue
        path = unquote(urlsplit(target).path)
        there = posixpath.normpath(posixpath.join("/", posixpath.dirname(page), path)).lstrip("/")
        if there not in files and posixpath.join(there, "index.html") not in files:
            dead.append((page, target))
    return dead


@pytest.fixture(
    params=[
        pytest.param("[en, zh]", marks=[pytest.mark.xdist_group("English first"), pytest.mark.sweep]),
        pytest.param("[zh]", marks=[pytest.mark.xdist_group("Chinese alone"), pytest.mark.sweep]),
        pytest.param("[en]", marks=pytest.mark.xdist_group("English alone")),
    ],
    scope="module",
)
def published(request, small: Path, tmp_path_factory) -> tuple[Path, tuple[str, ...]]:
    """A site, and its languages, the one at the root first."""
    root = tmp_path_factory.mktemp("languages") / "project"
    shutil.copytree(small, root)
    return publish(root, request.param), tuple(request.param.strip("[]").split(", "))


@pytest.fixture(autouse=True)
def _as_before():
    with publishing():
        yield


def test_everything_leads_somewhere_and_nothing_is_left_of_what_is_off(published):
    site, languages = published
    first, others, off = languages[0], languages[1:], set(ALL) - set(languages)
    assert dead_ends(site) == []
    home = (site / "index.html").read_text()
    assert f'<html lang="{"zh-CN" if first == "zh" else "en"}"' in home
    assert home.count("<language-switch>") == len(others)
    assert home.count('rel="alternate" hreflang=') == (3 if others else 0)
    assert 'href="scenarios/"' in home
    assert [(site / each / "search/index.html").is_file() for each in others] == [True] * len(others)
    lost = (site / "404.html").read_text()
    assert [f'class="lost" lang="{tag}"' in lost for tag in ("zh-CN", "en")] == ["zh" in languages, "en" in languages]
    names = [file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()]
    suffixes = {name.split(".")[1] for name in names if name.startswith("downloads/handbook-templates.")}
    assert suffixes == ({"zh", "en", "zh-en"} if others else {first})
    for language in off:
        left = [name for name in names if f".{language}." in name and "lunr" not in name]
        assert left == [] and not any(f".{language}-" in name or f"-{language}." in name for name in names)


def test_what_is_for_programs_speaks_the_same_languages(published):
    site, languages = published
    contract = json.loads((site / "handbook.json").read_text())
    jsonschema.validate(contract, json.loads((site / "handbook.schema.json").read_text()))
    assert tuple(contract["languages"]) == languages
    scenario = contract["scenarios"][0]
    assert set(scenario["title"]) == set(scenario["url"]) == set(scenario["aliases"]) == set(languages)
    assert all((site / address / "index.html").is_file() for address in scenario["url"].values())
    assert {file["language"] for file in contract["templates"][0]["files"]} <= {*languages, "zh-en"}
    part = json.loads((site / "api/scenarios" / f"{scenario['id']}.json").read_text())
    assert part["title"] == scenario["title"]
    worker = json.loads(re.match(r"self\.handbook = (.*);", (site / "sw.js").read_text())[1])
    assert tuple(worker["always"]) == tuple(worker["fallback"]) == languages
    kept = [address for addresses in worker["always"].values() for address in addresses]
    assert [each for each in kept if not ((site / each).is_file() or (site / each / "index.html").is_file())] == []
    found = json.loads(next((site / "assets").glob("search.*.json")).read_text())
    assert has_chinese(found["entries"][0]["title"]) == (languages[0] == "zh")
    assert has_chinese((site / "llms.txt").read_text().split("\n")[0]) == (languages[0] == "zh")


def test_old_addresses_below_the_name_of_a_language_lead_on(published):
    site, languages = published
    for language in {"zh", "en"} - {*languages[1:]}:
        moved = (site / language / "scenarios/absence/index.html").read_text()
        assert 'href="../../../scenarios/absence/"' in moved and 'content="noindex"' in moved
        assert (site / language / "contacts.vcf").read_bytes() == (site / "contacts.vcf").read_bytes()


def test_one_language_alone_is_not_half_translated(published):
    site, languages = published
    said = (site / "checklists/index.html").read_text()
    assert ("in both languages" in said) == (languages == ("en", "zh")) and "英文页面" not in said
    if languages != ("en",):
        return
    for page in site.rglob("*.html"):
        address = page.relative_to(site).as_posix().removesuffix("index.html")
        if address not in CHINESE_BY_NATURE:
            assert [said for said in Said(page.read_text()).texts if has_chinese(said)] == [], address
    for file in [*site.glob("*.*"), *site.rglob("*.md"), *site.rglob("*.vcf"), *(site / "api").rglob("*.json")]:
        if file.suffix in (".md", ".txt", ".csv", ".vcf", ".ics", ".xml", ".json") and file.is_file():
            address = file.relative_to(site).as_posix().removesuffix("index.md")
            assert address in CHINESE_BY_NATURE or not has_chinese(file.read_text(encoding="utf-8")), file.name


@pytest.mark.every_other
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_missing_in_a_language_that_is_off_is_no_fault(language: str, small_project: Path):
    (other,) = set(ALL) - {language}
    shutil.rmtree(small_project / "docs" / other)
    glossary = small_project / "docs/data/glossary.yml"
    text = glossary.read_text(encoding="utf-8")
    without = re.sub(rf"(?m)^ +{other}: .*\n(?: {{5,}}[^:\n]+\n)*(?= )", "", text)
    assert without != text
    glossary.write_text(without, encoding="utf-8")
    profile = small_project / "docs/sample/company.yml"
    profile.write_text(profile.read_text(encoding="utf-8").replace("[zh, en]", f"[{language}]"), encoding="utf-8")
    found, faults = check(small_project, TODAY, with_downloads=False)
    assert found, faults.report()


@pytest.mark.every_other
@pytest.mark.parametrize("languages", ["[fr]", "[en, en]", "[]", "zh"])
def test_other_languages_are_refused_where_they_are_written(languages: str, small_project: Path):
    profile = small_project / "docs/sample/company.yml"
    profile.write_text(profile.read_text(encoding="utf-8").replace("[zh, en]", languages), encoding="utf-8")
    found, faults = check(small_project, TODAY, with_downloads=False)
    line = profile.read_text(encoding="utf-8").split("\n").index(f"  languages: {languages}") + 1
    assert found is None and f"docs/sample/company.yml:{line}: site.languages" in faults.report()


@pytest.mark.sweep
@pytest.mark.parametrize("languages", ["[en, zh]", in_a_sweep("[zh]"), in_a_sweep("[en]")])
def test_the_whole_handbook_too(languages: str, tmp_path: Path):
    root = tmp_path / "project"
    root.mkdir()
    assert dead_ends(publish(copy_sources(root), languages)) == []
