"""What assistants in messengers are fed with: every page in Markdown, a list of them, a pack of files, a table of questions.

The pages come in as they were built, so that nothing is said here that a reader does not find there.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time

from .. import addresses
from ..downloads.bundle import packed
from ..downloads.rendering import for_markdown
from ..model.handbook import Handbook
from ..model.languages import LANGUAGES, Language
from ..model.signs import SIGNS
from ..model.things import WITH_PAGES
from ..pages.as_markdown import article_of, as_markdown
from ..pages.ownership import data_of, owner_of
from ..shared.remembered import Later
from ..wording import Wording
from .questions import Question, Questions

_PARTS = (
    "",
    "scenarios",
    "choose",
    "contacts",
    "guide",
    "channels",
    "templates",
    "checklists",
    "onboarding",
    "reference",
)
"""The order in which the list names the parts; what is not among them comes last."""
_NO_ANSWERS = {
    *("", "search/", "my/", "contacts/"),
    *(f"onboarding/practice/{side}" for side in ("", "internal/", "external/")),
    *(f"{part}/" for part in ("scenarios", "templates", "checklists", "reference", "guide")),
}
"""Pages that a pack does not need: what leads to others, and what works in a browser only."""
_ELSEWHERE = ("checklist", "belongings", "form_download", "form_example", "form_scenarios")
"""The headings of what other files of the pack hold, or what shows a form filled in, by their keys."""
_NO_FILE_NAME = re.compile(r'[\\/:*?"<>|\s]+')
_SAFE_NAME = 80


@dataclass(frozen=True)
class Leaf:
    """A page as text."""

    title: str
    description: str
    markdown: str


class Leaves(dict[str, Leaf]):
    """The pages of a build by their addresses, once it is `done`."""

    def __init__(self) -> None:
        super().__init__()
        self._noted: dict[str, tuple[str, str, Later, str]] = {}

    def note(self, page: str, source: str, said: Mapping[str, str], handbook: Handbook, root: str) -> None:
        """Keep a finished page as text, with where it stands and who answers for it.

        Args:
            page: the whole page, as HTML.
            source: its source below `docs/`.
            said: what else is known of it, `title` and `description` among it.
            handbook: the model.
            root: the site's own address with a closing slash, or `/` where it is unknown.
        """
        language, address = addresses.of_source(source)
        words, signs = Wording(handbook, language), SIGNS[language]
        text = as_markdown(article_of(page), address, root, language)
        place = source.partition("/")[2].removesuffix(".md")
        foot = [f"{for_markdown(words.text('knowledge_source'))}{signs.colon}<{root}{address}>"]
        if data_of(place, handbook) is None:
            foot.append(for_markdown(f"{words.text('owner')}{signs.colon}{owner_of(place, handbook)[language]}"))
        self._noted[address] = said["title"], said["description"], text, f"\n{' · '.join(foot)}\n"

    def done(self) -> None:
        """Take in what was noted: no page comes any more."""
        for address, (title, description, text, foot) in self._noted.items():
            self[address] = Leaf(title, description, text() + foot)
        self._noted.clear()


def files(handbook: Handbook, leaves: Mapping[str, Leaf], root: str) -> Iterator[tuple[str, bytes]]:
    """The files with their addresses.

    Args:
        handbook: the model.
        leaves: every page of the site by its address.
        root: the site's own address with a closing slash, or `/` where it is unknown.
    """
    for address, leaf in leaves.items():
        yield f"{address}index.md", leaf.markdown.encode()
    for language in LANGUAGES:
        its_own = {
            address: leaf
            for address, leaf in sorted(leaves.items())
            if addresses.in_language(address, language) == address
        }
        questions = Questions(handbook, language)
        yield addresses.page("llms.txt", language), _list(handbook, its_own, root, language).encode()
        yield addresses.knowledge(language, "zip"), _pack(handbook, its_own, questions, root, language)
        yield addresses.knowledge(language, "xlsx"), _table(handbook, list(questions.all()), root, language)


def _list(handbook: Handbook, leaves: Mapping[str, Leaf], root: str, language: Language) -> str:
    """`llms.txt`: the name of the handbook, what it is, and its pages in Markdown by their parts."""
    words, texts = Wording(handbook, language), handbook.interface.texts
    parts: dict[str, list[str]] = {}
    for address, leaf in leaves.items():
        key = f"search_in_{addresses.part_of(address)}"
        name = words.text(key if key in texts else "llms_more")
        said = f"{SIGNS[language].colon}{for_markdown(leaf.description)}"
        parts.setdefault(name, []).append(f"- [{for_markdown(leaf.title)}]({root}{address}index.md){said}")
    order = {
        words.text(f"search_in_{part}"): place for place, part in enumerate(_PARTS) if f"search_in_{part}" in texts
    }
    title = f"{handbook.company.short_name[language]} · {words.text('site_name')}"
    about = words.text("llms_about", n=handbook.version)
    lines = [
        f"# {for_markdown(title)}",
        "",
        f"> {for_markdown(words.text('site_description'))}",
        "",
        for_markdown(about),
        "",
    ]
    for name, pages in sorted(parts.items(), key=lambda part: order.get(part[0], len(order))):
        lines += [f"## {for_markdown(name)}", "", *pages, ""]
    return "\n".join(lines)


def _pack(handbook: Handbook, leaves: Mapping[str, Leaf], questions: Questions, root: str, language: Language) -> bytes:
    """A Markdown file a thing, under a name that people read, each with the other words for what it is about."""
    words, other_words = Wording(handbook, language), _other_words(handbook, language)
    entries: dict[str, bytes] = {}

    def add(part: str, title: str, text: str) -> None:
        name = _NO_FILE_NAME.sub(" ", f"{part} {title}").strip()[:_SAFE_NAME]
        entries[f"{name}.md"] = text.encode()

    for address, leaf in leaves.items():
        place = addresses.bare(address)
        if place in _NO_ANSWERS or place.startswith("about/"):
            continue
        key = f"search_in_{place.partition('/')[0]}"
        part = words.text(key) if key in handbook.interface.texts else ""
        add(part, leaf.title, _with_words(_of_its_own(leaf.markdown, words), other_words.get(address, ()), words))
    for contact in handbook.contacts:
        asked = questions.contact(contact)
        text = f"# {for_markdown(asked.asked)}\n\n{_in_markdown(asked, root)}\n"
        add(words.text("search_in_contacts"), contact.matter[language], _with_words(text, asked.ways, words))
    return packed(entries, handbook.releases[0].released)


def _other_words(handbook: Handbook, language: Language) -> dict[str, tuple[str, ...]]:
    """By what other words people call what stands on a page, by its address."""
    found = {
        addresses.thing(kind.folder, thing.id, language): thing.aliases[language]
        for kind in WITH_PAGES
        for thing in handbook.things[kind.folder]
    }
    found |= {addresses.step(procedure, step, language): step.aliases[language] for procedure, step in handbook.steps()}
    found |= {addresses.procedure(each, language): each.aliases[language] for each in handbook.procedures}
    return found | {addresses.named(page.page, language): page.aliases[language] for page in handbook.search.pages}


def _of_its_own(markdown: str, words: Wording) -> str:
    """A page without what other files of the pack hold, or what only shows how it looks."""
    elsewhere = {f"## {words.text(key)}" for key in _ELSEWHERE}
    sections = re.split(r"(?m)^(?=## )", markdown)
    foot = sections[-1][sections[-1].rstrip().rfind("\n\n") :]
    kept = [section for section in sections if section.partition("\n")[0] not in elsewhere]
    return "".join(kept) if kept[-1] is sections[-1] else "".join(kept).rstrip() + foot


def _with_words(markdown: str, ways: tuple[str, ...], words: Wording) -> str:
    """A text with the other words for what it is about: behind its title, where whatever cuts it up keeps them together,
    and as questions at its end."""
    if not ways:
        return markdown
    title, _, rest = markdown.partition("\n")
    body, _, foot = rest.rstrip().rpartition("\n\n")
    asked = "\n".join(f"- {for_markdown(way)}" for way in ways)
    also = for_markdown(words.text("found_also", n=words.list(ways)))
    return f"{title}\n\n{also}\n{body}\n\n## {for_markdown(words.text('knowledge_ways'))}\n\n{asked}\n\n{foot}\n"


def _in_markdown(question: Question, root: str) -> str:
    lines = [f"- {for_markdown(line)}" for line in question.answer.split("\n")]
    return "\n".join([*lines, "", f"<{root}{question.address}>"])


def _table(handbook: Handbook, questions: list[Question], root: str, language: Language) -> bytes:
    """The questions as a plain sheet: one a row, its other ways in one cell, a line each."""
    from xlsxwriter.workbook import Workbook  # what only files need is not loaded for a check

    from ..downloads.excel import limits

    words, written = Wording(handbook, language), io.BytesIO()
    book = Workbook(
        written,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    )
    book.set_properties(
        {
            "title": f"{handbook.company.short_name[language]} · {words.text('site_name')}",
            "company": handbook.company.name[language],
            "comments": words.text("handbook_version", n=handbook.version),
            "created": datetime.combine(handbook.releases[0].released, time()),
        }
    )
    sheet = book.add_worksheet(limits.sheet_name(words.text("knowledge_sheet")))
    head = book.add_format({"bold": True, "bottom": 1})
    cell = book.add_format({"text_wrap": True, "valign": "top"})
    for column, (key, width) in enumerate(_COLUMNS.items()):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, words.text(key), head)
    for row, question in enumerate(questions, 1):
        values = (
            question.asked,
            "\n".join(question.ways),
            question.answer,
            f"{root}{question.address}",
            question.part,
        )
        for column, value in enumerate(values):
            sheet.write_string(row, column, value, cell)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(questions), len(_COLUMNS) - 1)
    book.close()
    return written.getvalue()


_COLUMNS = {
    "knowledge_question": 40,
    "knowledge_ways": 36,
    "knowledge_answer": 70,
    "knowledge_source": 36,
    "knowledge_part": 12,
}
"""The columns by the keys of their headings, with their widths."""
