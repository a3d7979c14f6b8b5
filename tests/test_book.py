"""The book: every link lands, nothing is cut off at the edge, and no text of a page is taken for markup."""

from __future__ import annotations

import io
import re
import subprocess
from pathlib import Path

import pikepdf
import pytest

from macros.checking.checked import load
from macros.downloads.rendering import for_markdown
from macros.model.base import LANGUAGES
from macros.model.handbook import Handbook
from macros.published.book import BOOKS, book
from macros.published.knowledge import Leaf
from tests.conftest import ROOT, program
from tests.hostile import HEADS, TAIL

pytestmark = pytest.mark.whole
SITE_URL = "https://handbook.example.com/"
RIGHT_EDGE = 595 - 22 / 25.4 * 72
"""Where the text of an A4 page ends, in points."""


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


def outline(items: object) -> list[str]:
    return [title for item in items for title in (item.title, *outline(item.children))]


@pytest.mark.parametrize(
    "name, language",
    [("newcomers", "en"), *(pytest.param(n, code, marks=pytest.mark.sweep) for n in BOOKS for code in LANGUAGES)],
)
def test_a_book_is_tagged_has_bookmarks_and_owners_and_links_that_land(name, language, leaves, handbook, tmp_path):
    content = book(name, handbook, leaves, SITE_URL, language)
    assert content and len(content) < 6_000_000
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
    sides = [float(side) for side in re.findall(r'xMax="([\d.]+)"', boxes)]
    assert max(sides) <= RIGHT_EDGE + 2
    assert len(re.findall("reviewed:|最近核对", boxes)) > 10


def test_no_text_of_a_page_is_taken_for_markup(handbook: Handbook, tmp_path: Path):
    texts = [f"{head}{TAIL}" for head in HEADS]
    body = "\n\n".join(f"#### {for_markdown(text)}\n\n{for_markdown(text)}\n\n- {for_markdown(text)}" for text in texts)
    row = f"| {for_markdown(TAIL)} | `#eval(1)` |\n| --- | --- |\n| a | #b |"
    leaf = Leaf(TAIL, "", f"# {for_markdown(TAIL)}\n\n{body}\n\n{row}\n\n<x>\n")
    content = book("guide", handbook, {"en/guide/": leaf}, "/", "en")
    assert content
    shown = subprocess.run([program("pdftotext"), "-raw", "-", "-"], input=content, capture_output=True, check=True)
    said = re.sub(r"\s", "", shown.stdout.decode())
    assert said.count(re.sub(r"\s", "", TAIL)) >= 3 * len(HEADS) + 2 and "#eval(1)" in said
