"""What assistants are fed with: pages in Markdown, the list of them, the pack, the table of questions, the contract in parts."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import markdown as python_markdown
import openpyxl
import pytest
from lxml import html as reading
from markdown_it import MarkdownIt

from tests.built_pages import BuiltPage, pages
from tests.conftest import in_a_sweep
from tests.retrieval import Bm25, asked, packed

SITE_URL = "https://handbook.example.com/"
SAMPLES = (
    "scenarios/absence/",
    "en/reference/response-times/",
    "templates/meeting-minutes/",
    "en/checklists/absence/",
    "choose/",
    "en/contacts/",
)


def markdown_of(site: Path, address: str) -> str:
    return (site / address / "index.md").read_text(encoding="utf-8")


def addresses(site: Path) -> list[str]:
    return [page.address for page in pages(site) if not page.address.endswith("404.html")]


def read_twice(text: str) -> list:
    """A text as two parsers of Markdown read it."""
    first = MarkdownIt("commonmark").enable("table").render(text)
    second = python_markdown.markdown(text, extensions=["tables", "sane_lists"])
    return [reading.fromstring(f"<div>{each}</div>") for each in (first, second)]


def letters(text: str) -> str:
    """A text without blanks and signs, which markup may move."""
    return re.sub(r"[\W_]+", "", text)


def test_every_page_has_its_markdown_beside_it_and_names_it(site: Path):
    for address in addresses(site):
        page, text = BuiltPage(site, address), markdown_of(site, address)
        named = page.tree.xpath("//*[local-name()='link'][@type='text/markdown']/@href")
        assert [urljoin(f"/{address}", href) for href in named] == [f"/{address}index.md"], address
        assert text.startswith("# ") and f"<{SITE_URL}{address}>" in text, address


@pytest.mark.parametrize("address", SAMPLES)
def test_two_parsers_find_title_tables_and_links_in_the_markdown(address: str, site: Path):
    article = BuiltPage(site, address).article
    title = letters("".join(article.xpath(".//*[local-name()='h1']")[0].itertext()))
    tables = len(article.xpath(".//*[local-name()='table']"))
    for read in read_twice(markdown_of(site, address)):
        assert letters(read.xpath(".//h1")[0].text_content()) == title
        assert len(read.xpath(".//table")) == tables
        assert all(len({len(row) for row in table.iter("tr")}) == 1 for table in read.iter("table"))
        assert all(urlsplit(link).scheme in ("https", "mailto", "tel") for link in read.xpath(".//a/@href"))


def test_what_only_a_script_asks_for_is_no_part_of_the_markdown(site: Path):
    asked = BuiltPage(site, "checklists/work-handover/").article.xpath(".//*[contains(@class, 'only-with-script')]")
    text = letters(markdown_of(site, "checklists/work-handover/"))
    said = [letters(each.text_content()) for each in asked]
    assert any(said) and not [each for each in said if each and each in text]


def test_the_answer_comes_first_and_says_who_answers_for_it(site: Path):
    text = markdown_of(site, "en/scenarios/absence/")
    assert 0 < text.index("**Channel**:") < text.index("## ")
    assert "[Phone](https://handbook.example.com/en/channels/phone/)" in text
    assert "**First choice** [E-mail](" in markdown_of(site, "en/scenarios/regular-report/")
    assert re.search(r"Owner: head of human resources · Last reviewed: \d{4}-\d\d-\d\d", text)
    assert "- **Copy in**: " in text and "☐" not in text
    assert re.search(r"负责人：行政部负责人", markdown_of(site, "guide/scope/"))


@pytest.mark.parametrize("base", ["", "en/"])
def test_the_list_names_every_page_once(base: str, site: Path):
    text = (site / base / "llms.txt").read_text(encoding="utf-8")
    assert text.startswith("# ") and "\n> " in text
    listed = re.findall(r"^- \[.+\]\((\S+)\)[：:] ?\S", text, re.MULTILINE)
    own = [address for address in addresses(site) if address.startswith("en/") == (base == "en/")]
    assert sorted(listed) == sorted(f"{SITE_URL}{address}index.md" for address in own)


def test_the_contract_stands_there_in_parts(site: Path):
    whole = json.loads((site / "handbook.json").read_text(encoding="utf-8"))
    index = json.loads((site / "api" / "index.json").read_text(encoding="utf-8"))
    assert set(index["kinds"]) == {key for key, value in whole.items() if isinstance(value, list) and "id" in value[0]}
    for kind, things in index["kinds"].items():
        assert [thing["id"] for thing in things] == [thing["id"] for thing in whole[kind]]
        for thing, said in zip(whole[kind], things, strict=True):
            assert json.loads((site / said["json"]).read_text(encoding="utf-8")) == thing
            assert said["json"] == f"api/{kind}/{thing['id']}.json" and set(said["name"]) == {"zh", "en"}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_pack_holds_a_file_a_thing(language: str, site: Path):
    whole = json.loads((site / "handbook.json").read_text(encoding="utf-8"))
    found = set(packed(site, language))
    for kind in ("scenarios", "channels", "templates", "checklists", "contacts"):
        assert {thing["url"]["zh"] for thing in whole[kind]} <= found, kind
    with zipfile.ZipFile(site / f"downloads/handbook-knowledge.{language}.zip") as archive:
        names = archive.namelist()
        assert len(set(names)) == len(names) == len(found)
        assert all(re.fullmatch(r'[^\\/:*?"<>|\s][^\\/:*?"<>|]*\.md', name) for name in names)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_table_asks_and_answers(language: str, site: Path):
    content = (site / f"downloads/handbook-knowledge.{language}.xlsx").read_bytes()
    rows = list(openpyxl.load_workbook(io.BytesIO(content)).active.values)
    assert len(rows[0]) == 5 and len(rows) > 250
    assert len({row[0] for row in rows}) == len(rows), "a question is asked twice"
    asked = {row[0]: row for row in rows}
    seal = asked["盖章、用印，找谁？" if language == "zh" else "Having a document stamped: who do I ask?"]
    assert "010-5555 0640" in seal[2] or "+86 10 5555 0640" in seal[2]
    assert all(row[0] and row[2] and row[3].startswith(SITE_URL) and row[4] for row in rows[1:])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_plain_retrieval_finds_the_right_file_first(language: str, site: Path):
    files = packed(site, language)
    retrieval, questions = Bm25(files), asked(language)
    assert len(questions) == 40 and set().union(*(right for _, right in questions)) <= set(files)
    missed = [question for question, right in questions if retrieval.best(question)[0] not in right]
    assert len(missed) <= 0.05 * len(questions), missed


def test_a_page_is_copied_as_markdown(open_page, site: Path):
    page = open_page("en/scenarios/absence/", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("link", name="Copy as Markdown").click()
    page.get_by_role("status").filter(has_text="Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n")
    assert copied == markdown_of(site, "en/scenarios/absence/")
    assert page.url.endswith("en/scenarios/absence/")


@pytest.mark.parametrize("language", [in_a_sweep("zh"), in_a_sweep("en")])
def test_every_table_keeps_its_shape(language: str, site: Path):
    for address in addresses(site):
        if address.startswith("en/") == (language == "en"):
            for read in read_twice(markdown_of(site, address)):
                for table in read.iter("table"):
                    assert len({len(row) for row in table.iter("tr")}) == 1, address
