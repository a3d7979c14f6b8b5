"""The Markdown pages as editors write them: read, tried, and compared between the languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import Faults, closest, nearest, shortened
from ..model.base import LANGUAGES, Language, has_chinese
from ..model.handbook import Handbook
from ..model.things import WITH_PAGES
from ..pages.authoring import Macros
from ..reading import source
from ..reading.layer import places
from ..reading.layer.composing import Laid, lay
from ..reading.layer.prose import text_of
from ..reading.markdown import FENCE as _FENCE
from ..reading.markdown import FRONT_MATTER
from .rehearsal import Trial
from .rules.cast import CastNames
from .rules.lengths import Lengths
from .rules.product_names import ProductNames
from .rules.terms import AvoidedWords

_FRONT_MATTER_KEYS = ("title", "description", "template")
_FOLDERS_WITH_DATA = (*(thing.folder for thing in WITH_PAGES), "guide/internal", "guide/external")
"""Pages in these take title and description from the data, their index pages excepted."""
_HEADING = re.compile(r"^(#{2,6}) *(?P<text>.*?)(?: *\{ *#(?P<id>[\w-]+) *\})? *$")
_OF_ALL_PRODUCTS = "about/assistants.md"
"""The page that compares messengers, the company's own among them, which it therefore calls by their names."""
_TO_WRITE = re.compile(r"""(?<!\{% raw %\})\{\{ *to_write\(["'](.*?)["']\) *\}\}""")
_SINGLE_BRACES = re.compile(r"(?<!\{)\{([a-z_]+(?:\.[a-z_]+)?)\}(?!\})")
_MACRO_BEGINS = re.compile(r"\{\{|\{%|\{##")
_CODE = re.compile(r"`[^`]*`")
_CALL = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)


@dataclass(frozen=True)
class Page:
    """One Markdown source: its path below `docs/`, its text, and the lines that its front matter takes."""

    source: str
    text: str
    offset: int
    file: str = ""
    """Where it stands below the project's root, if that is not below `docs/`: in the company's layer."""
    ours: bool = True
    """Whether whoever works on this handbook writes it, which a company does in its layer alone."""

    @property
    def body(self) -> str:
        """The text without its front matter."""
        return self.text.split("\n", self.offset)[self.offset]

    @property
    def path(self) -> str:
        """The path below the project's root, as messages name it."""
        return self.file or f"docs/{self.source}"

    @property
    def language(self) -> Language:
        """The language in which it is written."""
        return "zh" if self.source.startswith("zh/") else "en"

    @property
    def in_either_language(self) -> str:
        """The path that both languages share, such as `channels/email.md`."""
        return self.source.partition("/")[2]


def read(root: Path, faults: Faults, laid: Laid | None = None) -> list[Page]:
    """Every page in both languages as the company has it, sorted by path; one that is not UTF-8 is a fault."""
    laid = laid or lay(root, Faults())
    found = [_read(root, each, laid, faults) for language in LANGUAGES for each in laid.pages if _in(language, each)]
    return [page for page in found if page]


def read_both(root: Path, shared: str, faults: Faults) -> list[Page]:
    """One page in each language, by the path that both share, such as `channels/email.md`."""
    laid = lay(root, Faults())
    sources = (f"{language}/{shared}" for language in LANGUAGES)
    found = [_read(root, each, laid, faults) for each in sources if each in laid.pages]
    return [page for page in found if page]


def described(root: Path, source: str, laid: Laid) -> str:
    """The title at the head of a page; blank where it has none."""
    page = _read(root, source, laid, Faults()) if source in laid.pages else None
    found = re.search(r"(?m)^title: *(.+?) *$", page.text) if page else None
    return found[1].strip("\"'") if found else ""


def _in(language: Language, source: str) -> bool:
    return source.startswith(f"{language}/")


def _read(root: Path, source: str, laid: Laid, faults: Faults) -> Page | None:
    text = text_of(source, laid, root, faults)
    if text is None:
        return None
    front = FRONT_MATTER.match(text)
    file = laid.pages[source].relative_to(root).as_posix()
    offset = text.count("\n", 0, front.end()) if front else 0
    ours = places.is_ours_to_change(root, file)
    return Page(source, text, offset, "" if file == f"docs/{source}" else file, ours)


def check_text(pages: list[Page], faults: Faults) -> None:
    """Report what shows without the data: front matter, passages still to be written, headings that differ."""
    for page in pages:
        _check_front_matter(page, faults)
        for number, line in enumerate(page.text.split("\n"), 1):
            for what in _TO_WRITE.findall(line):
                faults.add(page.path, number, "text", f"still to be written: {what}")
    _compare_headings(pages, faults)


def check_macros(
    pages: list[Page], macros: Macros, faults: Faults, step: Callable[[], None] = lambda: None
) -> dict[str, str]:
    """Report what needs sound data: macros that fail, names of products that belong into the company profile.

    Args:
        pages: what authors wrote.
        macros: what the pages call.
        faults: where to report.
        step: called before each page; may raise, to break off.

    Returns:
        The Markdown of each page after its macros, by source below `docs/`.
    """
    trial, products = Trial(macros), ProductNames(macros.handbook.company)
    people = CastNames(macros.handbook.cast, macros.handbook.company)
    words, lengths = AvoidedWords(macros.handbook.terms), Lengths(macros.handbook.sentences)
    for page in pages:
        step()
        for line, message in trial.faults(page.source, page.body):
            faults.add(page.path, line + page.offset, "macro", message)
        _find_names(page, macros.handbook, products, faults)
        _find_people(page, people, faults)
        _find_avoided_words(page, words, faults)
        for line, message in lengths.faults_on(page.body, page.language, page.in_either_language):
            faults.add(page.path, line + page.offset, "text", message)
    _report_missing_texts(trial, faults)
    return trial.rendered


def rendered_alone(
    pages: Iterable[tuple[str, str]], macros: Macros, faults: Faults, place: Callable[[str], str]
) -> dict[str, str]:
    """Pages that are made from data, after their macros; one that fails is reported and left out.

    Args:
        pages: the Markdown of each, by its source below `docs/`.
        macros: what they call.
        faults: where to report: at the component that fails, or else at the data of which the page is made.
        place: where a file below `docs/data/` stands, below the project's root.
    """
    trial = Trial(macros)
    for page, markdown in pages:
        if failure := trial.failure(page, markdown):
            data = page.partition("/")[2].removesuffix(".md") + ".yml"
            path, line = failure.component or (place(data), 1)
            faults.add(path, line, "macro", f"{failure.message}; mend it: pages that are made from data need it")
    _report_missing_texts(trial, faults)
    return trial.rendered


def _report_missing_texts(trial: Trial, faults: Faults) -> None:
    for key in trial.missing_texts:
        faults.add(
            "docs/data/interface.yml",
            1,
            "texts",
            f"'{key}' is missing, which pages show; add `{key}: {{zh: …, en: …}}`",
        )


def _check_front_matter(page: Page, faults: Faults) -> None:
    """Title and description stand at the head of every page that does not take them from the data."""
    if not page.offset:
        if page.text.startswith("---\n"):
            faults.add(page.path, 1, "front matter", "is not closed; end it with a line of its own: ---")
            return
        read = None
    else:
        read = source.parse("\n" + "\n".join(page.text.split("\n")[1 : page.offset - 1]), page.path, faults)
        if read is None:
            return
    data: dict[Any, Any] = read.data if read else {}
    for key in data.keys() - set(_FRONT_MATTER_KEYS):
        meant = [name for name in _FRONT_MATTER_KEYS if name not in data]
        faults.add(page.path, read.line((key,)) if read else 1, str(key), f"unknown key '{key}'; {nearest(key, meant)}")
    folder, _, name = page.in_either_language.rpartition("/")
    if data.keys() - set(_FRONT_MATTER_KEYS) or (folder in _FOLDERS_WITH_DATA and name != "index.md"):
        return
    for key in ("title", "description"):
        value, line = data.get(key), read.line((key,)) if read else 1
        if key not in data:
            faults.add(page.path, 1, key, f"is missing; begin the page with `---`, `{key}: …`, `---`")
        elif value is None or not str(value).strip():
            faults.add(page.path, line, key, "is blank; write it")
        elif not isinstance(value, str):
            shown = (read.typed((key,)) if read else None) or "this"
            faults.add(page.path, line, key, f"{shown} stands where a text belongs; put it in quotes")
        elif call := _MACRO_BEGINS.search(value):
            faults.add(
                page.path, line, key, f"'{call[0]}' begins a macro, and none is called here; write the text itself"
            )
        elif page.source.startswith("en/") and has_chinese(value):
            faults.add(page.path, line, key, f"'{shortened(value)}': holds Chinese characters; write it in English")
        elif page.source.startswith("zh/") and key == "description" and not has_chinese(value):
            faults.add(page.path, line, key, f"'{shortened(value)}': holds no Chinese character; write it in Chinese")


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
        lines = page.text.split("\n")
        met: dict[str, int] = {}
        for line, _, heading_id in found:
            shown = shortened(lines[line - 1])
            if heading_id is None:
                faults.add(
                    page.path, line, "heading", f"'{shown}' has no id; end it with {{#…}}, the same in both languages"
                )
            elif heading_id in met:
                faults.add(
                    page.path,
                    line,
                    "heading",
                    f"duplicate id '{heading_id}', already given to the heading in line "
                    f"{met[heading_id]}; give this one an id of its own",
                )
            if page.source.startswith("en/") and has_chinese(lines[line - 1]):
                faults.add(page.path, line, "heading", f"'{shown}' holds Chinese characters; write it in English")
            met.setdefault(heading_id or "", line)
        other = by_source.get(f"en/{page.in_either_language}") if page.source.startswith("zh/") else None
        if other is None:
            continue
        ours, theirs = [h[1:] for h in found], [h[1:] for h in headings(other)]
        if ours != theirs and None not in [h[1] for h in ours + theirs]:
            place = next(
                (i for i, pair in enumerate(zip(ours, theirs, strict=False)) if pair[0] != pair[1]),
                min(len(ours), len(theirs)),
            )
            line = found[place][0] if place < len(found) else (found[-1][0] if found else 1)
            here, there = (
                " {#".join(str(part) for part in side[place]) + "}" if place < len(side) else "no heading"
                for side in (ours, theirs)
            )
            faults.add(
                page.path,
                line,
                "heading",
                f"differs from {other.path}: here {here}, there {there}; "
                "give both pages the same headings in the same order",
            )


def _find_people(page: Page, people: CastNames, faults: Faults) -> None:
    """The people of the examples keep their department and their extension from page to page."""
    for number, line in enumerate(page.body.split("\n"), 1):
        for message in dict.fromkeys(people.faults_in(line, page.language)):
            faults.add(page.path, number + page.offset, "text", message)


def _find_avoided_words(page: Page, words: AvoidedWords, faults: Faults) -> None:
    """Words that the list of terms avoids; code and what shows how not to say it are free."""
    fenced = False
    # A call may go over several lines; the lines stay, so that their numbers do.
    text = _CALL.sub(lambda call: "\n" * call[0].count("\n"), page.text)
    for number, line in enumerate(text.split("\n"), 1):
        fenced ^= bool(_FENCE.match(line))
        for message in () if fenced else words.found_on(line, page.language):
            faults.add(page.path, number, "text", message)


def _find_names(page: Page, handbook: Handbook, products: ProductNames, faults: Faults) -> None:
    """The company's own products stand in its profile only, so that changing them there is enough."""
    tokens, fenced = handbook.company.tokens(), False
    for number, line in enumerate(page.body.split("\n"), 1):
        for name, standing in products.named_in(line) if page.ours and not page.path.endswith(_OF_ALL_PRODUCTS) else ():
            written = " or ".join(f"{{{{ company.{token} }}}}" for token in standing)
            faults.add(
                page.path, number + page.offset, "text", f"'{name}' stands in the company profile; write {written} here"
            )
        fenced ^= bool(_FENCE.match(line))
        for name in () if fenced else _SINGLE_BRACES.findall(_CODE.sub("", line)):
            faults.add(
                page.path,
                number + page.offset,
                "text",
                f"'{{{name}}}' is how data files write it; write {{{{ company.{closest(name, tokens) or '…'} }}}} here",
            )
