"""Texts that hold markup show as they are written: on pages, to machines, in every download (see `hostile.py`)."""

from __future__ import annotations

import email
import email.policy
import io
import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import html5lib
import pikepdf
import pytest
from markdown_it import MarkdownIt

from macros.checking import checked
from macros.checking.rules import lengths
from macros.model.handbook import Handbook
from tests.built_pages import parsed
from tests.conftest import once_for_all_workers
from tests.hostile import HEADS, OF_A_FILE, OF_A_LETTER, OF_THE_LOG, TAIL, build

pytestmark = pytest.mark.xdist_group("hostile")

_WHOLE = {
    " ".join(text.split())
    for text in (TAIL, OF_A_FILE, OF_A_LETTER, OF_THE_LOG, TAIL.replace("{{ 7*7 }}", "").replace("{% f %}", ""))
}
_FIRST, _LAST = TAIL[:2], TAIL[-2:]
_MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
LANGUAGES = ("zh", "en")
_NOT_SHOWN = ("}definedName", "}lpstr", "}formula1", "}formula", "}f")
"""Elements of an Excel file in whose notation texts stand, and copies of the names of its sheets."""


@pytest.fixture(scope="session")
def project(small_sources: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    def make(folder: Path) -> None:
        build(Path(shutil.copytree(small_sources, folder)))

    return once_for_all_workers(tmp_path_factory, "hostile", make)


@pytest.fixture(scope="session")
def built(project: Path) -> Path:
    return project / "site"


@pytest.fixture(scope="session")
def handbook(project: Path) -> Handbook:
    with pytest.MonkeyPatch.context() as changed:
        changed.setattr(lengths, "PARAGRAPH", dict.fromkeys(LANGUAGES, 9999))  # as in the copy itself
        found, faults = checked.load(project)
    assert found, faults.report()
    return found


def garbled(text: str, may_be_cut: bool = False) -> list[str]:
    """Every place in what a reader sees where a text is not shown as it was written."""
    seen = " ".join(text.split())
    found = []
    for start in (match.start() for match in re.finditer(_FIRST, seen)):
        end = seen.find(_LAST, start)
        shown = seen[start : end + 2] if end >= 0 else seen[start:]
        kept = shown.partition("…")[0]
        cut = may_be_cut and (kept != shown or end < 0) and any(whole.startswith(kept) for whole in _WHOLE)
        if shown not in _WHOLE and not cut:
            found.append(shown[:120])
    return found


def strings(value: Any) -> Iterator[str]:
    """Every text in what JSON holds."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings(part)


def shown_in_html(content: bytes) -> Iterator[str]:
    """The text of a page, and of each attribute; what is JSON there is read as such."""
    yield from shown_in_tree(parsed(content))


def shown_as_the_standard_says(content: bytes) -> Iterator[str]:
    """The same, read as the standard says that a browser does, which takes much longer."""
    yield from shown_in_tree(html5lib.parse(content, treebuilder="lxml", namespaceHTMLElements=False).getroot())


def shown_in_tree(tree) -> Iterator[str]:
    assert not tree.xpath("//q1"), "a tag in a text became an element"
    assert not tree.xpath("//@*[local-name()='q1' or contains(local-name(), '\"')]")
    for script in tree.xpath("//script"):
        if script.get("type") == "application/json":
            yield from strings(json.loads(script.text))
        script.text = ""
    yield "".join(tree.itertext())
    for value in tree.xpath("//@*"):
        plain = unquote(str(value))
        if plain[:1] in "[{" and plain[-1:] in "]}":
            try:
                yield from strings(json.loads(plain))
                continue
            except ValueError:
                pass
        yield plain


def shown_in_xml(content: bytes) -> Iterator[str]:
    """The text of each paragraph, of each element that is in none, and each attribute."""
    tree = ElementTree.fromstring(content)
    whole = [element for element in tree.iter() if element.tag.endswith(("}p", "}si"))]
    inside = {id(part) for element in whole for part in element.iter()}
    for element in whole:
        yield "".join(element.itertext())
    for element in tree.iter():
        if id(element) not in inside and not element.tag.endswith(_NOT_SHOWN):
            yield (element.text or "").replace("&&", "&") if "}odd" in element.tag else element.text or ""
        # The name of a sheet lacks the signs that Excel does not allow there.
        yield from (value for value in element.attrib.values() if not element.tag.endswith("}sheet"))


_RUNNING_LINE = re.compile(rb"<(odd|first)(Header|Footer)>.*?</", re.DOTALL)
"""In a sheet's, "&" begins a code, and two show as one (ECMA-376, 18.3.1.39)."""


def shown_in_zip(content: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            part = archive.read(name)
            if name.endswith(".md"):  # A file's name lacks the signs that no file may have; its title has them all.
                yield from shown_in_markdown(part)
                continue
            yield name
            if name.endswith((".xml", ".rels")):
                yield from shown_in_xml(_RUNNING_LINE.sub(lambda line: line[0].replace(b"&amp;&amp;", b"&amp;"), part))
            elif name.endswith(".html"):
                yield from shown_in_html(part)


def shown_in_mail(content: bytes) -> Iterator[str]:
    message = email.message_from_bytes(content, policy=email.policy.default)
    yield message["Subject"]
    for part in message.walk():
        if part.get_content_type() == "text/plain":
            yield part.get_content()
        elif part.get_content_type() == "text/html":
            yield from shown_in_html(part.get_content().encode())


def shown_in_markdown(content: bytes) -> Iterator[str]:
    for token in _MARKDOWN.parse(content.decode()):
        if token.type == "inline":
            yield "".join(child.content for child in token.children or () if child.type in ("text", "text_special"))


def shown_in_pdf(content: bytes) -> Iterator[str]:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        yield str(pdf.docinfo.get("/Title", ""))
        yield str(pdf.open_metadata().get("dc:title", ""))
        for page in pdf.pages:
            for widget in page.obj.get("/Annots", ()):
                yield str(widget.get("/TU", ""))
                yield from (str(pair[1]) for pair in widget.get("/Opt", ()))


READERS = {
    ".html": shown_in_html,
    "/index.html": shown_as_the_standard_says,
    ".xml": shown_in_xml,
    ".json": lambda content: strings(json.loads(content)),
    ".docx": shown_in_zip,
    ".xlsx": shown_in_zip,
    ".zip": shown_in_zip,
    ".eml": shown_in_mail,
    ".md": shown_in_markdown,
    ".pdf": shown_in_pdf,
}
SAMPLED = {"/index.html": 8, ".md": 3, ".zip": 2}
"""Of what takes long to read, a run takes one file in so many."""
CUT = (".docx", ".xlsx", ".zip")
"""Programs keep only so much of a prompt, a title, the name of a sheet."""


@pytest.mark.every_other
@pytest.mark.parametrize("ending", READERS)
def test_every_text_shows_as_it_is_written(ending: str, built: Path, sweep: bool):
    files = sorted(file for file in built.rglob("*.*") if file.as_posix().endswith(ending))
    files = files[:: 1 if sweep else SAMPLED.get(ending, 1)]
    assert files
    met, found = 0, []
    for file in files:
        texts = [text for text in READERS[ending](file.read_bytes()) if _FIRST in text]
        met += len(texts)
        found += [
            f"{file.relative_to(built)}: {place}" for text in texts for place in garbled(text, may_be_cut=ending in CUT)
        ]
    assert met and found == [], f"{len(found)} places: {found[:9]}"


def test_every_text_of_the_model_is_spoilt(handbook: Handbook):
    texts = list(handbook.interface.texts.values())
    texts += [thing.title for thing in (*handbook.scenarios, *handbook.templates, *handbook.checklists)]
    texts += [channel.name for channel in handbook.channels] + [handbook.company.name, handbook.company.short_name]
    assert all(text[language].endswith(_LAST) for text in texts for language in LANGUAGES)
    assert {head for head in HEADS if any(text.zh.startswith(head) for text in texts)} == set(HEADS)


def page(built: Path, address: str):
    return parsed((built / address / "index.html").read_bytes())


def one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_and_descriptions_stand_whole_in_page_head_and_navigation(language, built: Path, handbook: Handbook):
    prefix = "" if language == "zh" else "en/"
    things = {f"scenarios/{s.id}": (s.title, s.summary) for s in handbook.scenarios}
    things |= {f"channels/{c.id}": (c.name, c.summary) for c in handbook.channels}
    things |= {f"templates/{t.id}": (t.title, t.summary) for t in handbook.templates}
    things |= {f"checklists/{c.id}": (c.title, c.summary) for c in handbook.checklists}
    things |= {f"guide/{p.id}/{s.id}": (s.title, s.summary) for p, s in handbook.steps()}
    for address, (title, summary) in things.items():
        tree = page(built, f"{prefix}{address}/")
        (heading,) = tree.xpath("//h1")
        assert one_line("".join(heading.itertext())) == one_line(title[language])
        assert heading.get("id") == "top"
        assert one_line(tree.xpath("string(//title)")).startswith(f"{one_line(title[language])} · ")
        assert tree.xpath("string(//meta[@property='og:title']/@content)") == title[language]
        for name in ("@name='description'", "@property='og:description'"):
            assert tree.xpath(f"string(//meta[{name}]/@content)") == summary[language]
        here = {one_line("".join(link.itertext())) for link in tree.xpath("//nav[@class='part-nav']//a[@aria-current]")}
        assert here in (set(), {one_line(title[language])})


@pytest.mark.parametrize("language", LANGUAGES)
def test_messages_to_copy_keep_every_character(language: str, built: Path, handbook: Handbook):
    for scenario in handbook.scenarios:
        tree = page(built, f"{'' if language == 'zh' else 'en/'}scenarios/{scenario.id}/")
        messages = ["".join(each.itertext()) for each in tree.xpath("//p[@class='message__text']")]
        for text in (scenario.example.good[language], scenario.example.bad[language]):
            assert text in messages
