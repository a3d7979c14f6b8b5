"""The Markdown pages as editors write them: read, rendered once on trial, and compared between the languages."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, StrictUndefined, TemplateSyntaxError, UndefinedError

from .authoring import Company, MacroError, Macros
from .errors import Faults, nearest
from .model.base import LANGUAGES
from .model.handbook import Handbook

COMMENT = ("{##", "##}")
"""How a comment begins and ends on a page: Jinja's own `{#` would swallow the ids of headings."""

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_HEADING = re.compile(r"^(#{2,4}) +(?P<text>.*?)(?: *\{ *#(?P<id>[\w-]+) *\})? *$")
_FENCE = re.compile(r"^ *(```|~~~)")
_TO_WRITE = re.compile(r"""\{\{ *to_write\(["'](.*?)["']\) *\}\}""")
_UNDEFINED = re.compile(r"'(\w+)' is undefined")


@dataclass(frozen=True)
class Page:
    """One Markdown source: its path below `docs/`, its text, and the lines that its front matter takes."""

    source: str
    text: str
    offset: int

    @property
    def body(self) -> str:
        """The text without its front matter."""
        return self.text.split("\n", self.offset)[self.offset]

    @property
    def path(self) -> str:
        """The path below the project's root, as messages name it."""
        return f"docs/{self.source}"

    @property
    def in_either_language(self) -> str:
        """The path that both languages share, such as `channels/email.md`."""
        return self.source.partition("/")[2]


def read(root: Path, faults: Faults) -> list[Page]:
    """Every page below `docs/zh` and `docs/en`, sorted by path; one that is not UTF-8 is a fault."""
    pages = []
    for language in LANGUAGES:
        for file in sorted((root / "docs" / language).rglob("*.md")):
            source = file.relative_to(root / "docs").as_posix()
            raw = file.read_bytes()
            try:
                text = raw.decode("utf-8-sig").replace("\r\n", "\n")
            except UnicodeDecodeError as error:
                faults.add(f"docs/{source}", raw[: error.start].count(b"\n") + 1, "",
                           f"byte 0x{raw[error.start]:02x} is not UTF-8; save the file as UTF-8")
                continue
            front = _FRONT_MATTER.match(text)
            pages.append(Page(source, text, text.count("\n", 0, front.end()) if front else 0))
    return pages


def check_text(pages: list[Page], faults: Faults) -> None:
    """Report what shows without the data: passages still to be written, headings that the languages do not share."""
    for page in pages:
        for number, line in enumerate(page.text.split("\n"), 1):
            for what in _TO_WRITE.findall(line):
                faults.add(page.path, number, "", f"still to be written: {what}")
    _compare_headings(pages, faults)


def check_macros(pages: list[Page], macros: Macros, faults: Faults) -> None:
    """Report what needs sound data: macros that fail, names of products that belong into the company profile."""
    environment = Environment(undefined=StrictUndefined, comment_start_string=COMMENT[0], comment_end_string=COMMENT[1])
    environment.globals.update(macros.registered(), company=Company(macros))
    for page in pages:
        _try_macros(page, macros, environment, faults)
        _find_product_names(page, macros.handbook, faults)


def _try_macros(page: Page, macros: Macros, environment: Environment, faults: Faults) -> None:
    """Render the page; after a fault, render it again without the faulty line, so that all are found."""
    macros.stand_on(page.source)
    lines = page.body.split("\n")
    for _ in range(len(lines)):
        try:
            environment.from_string("\n".join(lines)).render()
            return
        except TemplateSyntaxError as error:
            line, message = error.lineno, f"macro syntax: {error.message}; check braces, quotes and commas"
        except UndefinedError as error:
            line, message = _line_in_template(error), _explain_undefined(error, environment)
        except MacroError as error:
            line, message = _line_in_template(error), str(error)
        faults.add(page.path, line + page.offset, "", message)
        if not lines[line - 1]:
            return
        lines[line - 1] = ""


def _line_in_template(error: Exception) -> int:
    """The line of the page on which the error arose; Jinja puts it into the traceback."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == "<template>"]
    return frames[-1].lineno or 1 if frames else 1


def _explain_undefined(error: UndefinedError, environment: Environment) -> str:
    match = _UNDEFINED.search(str(error))
    if not match:
        return f"macro: {error}"
    return f"unknown macro '{match[1]}'; {nearest(match[1], environment.globals)}"


def headings(page: Page) -> Iterator[tuple[int, str, str | None]]:
    """The headings below the title, each with its line in the file, its level (`##`) and its id, if it has one."""
    fenced = False
    for number, line in enumerate(page.body.split("\n"), 1):
        if _FENCE.match(line):
            fenced = not fenced
        match = None if fenced else _HEADING.match(line)
        if match:
            yield number + page.offset, match[1], match["id"]


def _compare_headings(pages: list[Page], faults: Faults) -> None:
    """The language switch leads to the same heading, so both languages have the same ids in the same order."""
    by_source = {page.source: page for page in pages}
    for page in pages:
        found = list(headings(page))
        for line, _, heading_id in found:
            if heading_id is None:
                faults.add(page.path, line, "", "this heading has no id; end it with {#…}, the same in both languages")
        other = by_source.get(f"en/{page.in_either_language}") if page.source.startswith("zh/") else None
        if other is None:
            continue
        ours, theirs = [h[1:] for h in found], [h[1:] for h in headings(other)]
        if ours != theirs and None not in [h[1] for h in ours + theirs]:
            place = next((i for i, pair in enumerate(zip(ours, theirs)) if pair[0] != pair[1]),
                         min(len(ours), len(theirs)))
            line = found[place][0] if place < len(found) else (found[-1][0] if found else 1)
            shown = [" {#".join(side[place]) + "}" if place < len(side) else "no heading" for side in (ours, theirs)]
            faults.add(page.path, line, "", f"headings differ from {other.path}: here {shown[0]}, there {shown[1]}; "
                                            "give both pages the same headings in the same order")


def _find_product_names(page: Page, handbook: Handbook, faults: Faults) -> None:
    """The company's own products stand in its profile only, so that changing them there is enough."""
    tools = handbook.company.tools
    for token, name in (("messenger", tools.messenger), ("second_messenger", tools.second_messenger),
                        ("meeting_tool", tools.meeting)):
        for number, line in enumerate(page.body.split("\n"), 1):
            for written in {name.zh, name.en}:
                if written in line:
                    faults.add(page.path, number + page.offset, "",
                               f"'{written}' stands in the company profile; write {{{{ company.{token} }}}} here")
