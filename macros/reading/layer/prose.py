"""Pages without what the company leaves out: what only leads there goes, links within a sentence become their words.

A line that goes leaves a comment or a blank behind, so that every other keeps its number.
"""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from urllib.parse import unquote

from ...errors import Faults
from .. import source as reading
from ..markdown import without_code
from . import following
from .following import NAMING
from .laid import Laid
from .places import COMPANY
from .pointing import LINK
from .pointing import without as without_pointers

_CALL = re.compile(r"\{\{ *(?P<name>[a-z_]+)\((?P<arguments>.*?)\) *\}\}")
_ABOUT = re.compile(rf"(?:，约|, about ){_CALL.pattern}")
"""How long it takes to read pages, and what leads up to it."""
_STRING = re.compile(r'"([^"]*)"')
_ITEM = re.compile(r"^(?P<indent> *)(?:[-*+]|\d+[.)]) +(?P<said>.*)$")
_HEADING = re.compile(r"^(#{2,6}) ")
_TABLE = re.compile(r"^ *\|")
OF_PAGES = ("page_cards", "reading_time")
"""Macros that name several pages, and stay for those of them that are left."""
NEEDED = ("outside", "records", "sentences")
"""Kinds without whose words a sentence says nothing, so that the macro stays, and whoever leaves them out is told."""
_RULE = re.compile(r"^ *\|?[ :|-]+$")


def text_of(source: str, laid: Laid, root: Path, faults: Faults) -> str | None:
    """What a page says, as the company has it; None, and a fault, where it cannot be read.

    Args:
        source: the page below `docs/`, such as `zh/channels/email.md`.
        laid: the handbook with the company's layer over it.
        root: the project's root.
        faults: where to report.
    """
    file = laid.pages[source]
    text = reading.decode(file, root, faults)
    if text is not None and file.is_relative_to(root / COMPANY):
        text = following.page(source, text, laid.renames)
    return None if text is None else without(source, text, laid)


def without(source: str, text: str, laid: Laid) -> str:
    """A page as it reads without what is left out.

    Args:
        source: the page below `docs/`, such as `zh/channels/email.md`.
        text: what it says.
        laid: the handbook with the company's layer over it.
    """
    return _Page(source, text, laid).text() if laid.gone else text


class _Page:
    """One page."""

    def __init__(self, source: str, text: str, laid: Laid):
        self._language, _, self._path = source.partition("/")
        self._lines, self._laid = text.split("\n"), laid
        self._prose = without_code(text)
        self._gone: set[int] = set()

    def text(self) -> str:
        """What is left of it."""
        for number, line in enumerate(self._prose):
            if number not in self._gone and ("](" in line or "{{" in line):
                self._look_at(number, line)
        if self._gone:
            self._take_what_is_empty()
            for number in sorted(self._gone):
                self._lines[number] = self._trace(number)
        return "\n".join(self._lines)

    def _look_at(self, number: int, line: str) -> None:
        item = _ITEM.match(line)
        said = item["said"] if item else line.strip(" |") if _TABLE.match(line) else ""
        leads = LINK.match(said.lstrip("*“\"'"))
        call = _CALL.fullmatch(line.strip())
        if leads and self._leads_nowhere(leads["target"]):
            self._take(number, item)
        elif call and self._names_what_is_gone(call) and self._instead(call) == "":
            self._gone.add(number)
        else:
            if self._is_whole(number):
                line = without_pointers(line, self._language, self._leads_nowhere)
                if not line:
                    self._take(number, item)
            line = LINK.sub(lambda link: link["text"] if self._leads_nowhere(link["target"]) else link[0], line)
            line = _ABOUT.sub(
                lambda call: "" if self._names_what_is_gone(call) and not self._instead(call) else call[0], line
            )
            self._lines[number] = _CALL.sub(
                lambda call: self._instead(call) if self._names_what_is_gone(call) else call[0], line
            )

    def _is_whole(self, number: int) -> bool:
        """Whether no sentence of a line goes on from the one before it, or in the one behind it."""

        def begins(line: str) -> bool:
            return not line.strip() or bool(_ITEM.match(line) or _TABLE.match(line))

        before, behind = (self._lines[at] if 0 <= at < len(self._lines) else "" for at in (number - 1, number + 1))
        titled = before.lstrip().startswith(("!!!", "???", "==="))
        return (begins(self._lines[number]) or titled or not before.strip()) and begins(behind)

    def _leads_nowhere(self, target: str) -> bool:
        if re.match(r"[a-z]+:|/|#", target) or "{{" in target:
            return False
        path, _, anchor = unquote(target).partition("#")
        place = posixpath.normpath(posixpath.join(posixpath.dirname(self._path), path)).removesuffix(".md")
        gone = self._laid.gone
        kind = {"reference/glossary": "glossary", "contacts/index": "contacts"}.get(place, "")
        return place in gone.get("pages", {}) or anchor in gone.get(kind, {})

    def _names_what_is_gone(self, call: re.Match[str]) -> bool:
        ids = _STRING.findall(call["arguments"])
        gone = self._laid.gone.get(NAMING.get(call["name"], ""), {})
        return bool(ids) and any(each in gone for each in (ids if call["name"] in OF_PAGES else ids[:1]))

    def _instead(self, call: re.Match[str]) -> str:
        """What stands in the place of a macro that names what is left out; blank where nothing does."""
        name, arguments = call["name"], call["arguments"]
        ids = _STRING.findall(arguments)
        kind = NAMING[name]
        known = self._laid.names.get(f"{kind}/{ids[0]}", {})
        if name in OF_PAGES:
            left = [each for each in ids if each not in self._laid.gone["pages"]]
            return f"{{{{ {name}({', '.join(f'{chr(34)}{each}{chr(34)}' for each in left)}) }}}}" if left else ""
        if name in ("answer_within", "answer_due"):
            other = self._laid.instead.get(ids[1] if len(ids) > 1 else "", "")
            return call[0].replace(f'"{ids[0]}"', f'"{other}"', 1)
        if name == "contact":
            return f"{{{{ company.role.{known['role']} }}}}" if known.get("role") else ""
        if name == "fill_link":
            given = re.search(r',\s*(?:text=)?"([^"]*)"\s*$', arguments)
            return given[1] if given else known.get(self._language, "")
        if name == "term":
            return ids[1] if len(ids) > 1 else known.get(self._language, known.get("same", ""))
        return call[0] if kind in NEEDED else ""

    def _take(self, number: int, item: re.Match[str] | None) -> None:
        """Take out a line, and with an item of a list the lines that belong to it."""
        self._gone.add(number)
        if not item:
            return
        for below in range(number + 1, len(self._lines)):
            line = self._lines[below]
            if not line.strip() or len(line) - len(line.lstrip()) <= len(item["indent"]):
                return
            self._gone.add(below)

    def _take_what_is_empty(self) -> None:
        """Heads of tables without rows, what announces a list that is gone, headings over nothing."""
        for number in sorted(self._gone):
            before = number - 1
            while before in self._gone:
                before -= 1
            if before > 0 and _RULE.match(self._lines[before]) and not self._goes_on(number, _TABLE):
                self._gone |= {before, before - 1}
            if before > 0 and not self._lines[before].strip() and not self._goes_on(number, _ITEM):
                announced = self._lines[before - 1].rstrip()
                if announced.endswith((":", "：")) and not self._lines[before - 2].strip():
                    self._gone.add(before - 1)
        for number in range(len(self._lines) - 1, -1, -1):
            heading = _HEADING.match(self._lines[number])
            if heading and self._is_empty_below(number, len(heading[1])):
                self._gone.add(number)

    def _goes_on(self, number: int, form: re.Pattern[str]) -> bool:
        below = number
        while below in self._gone:
            below += 1
        return below < len(self._lines) and bool(form.match(self._lines[below]))

    def _is_empty_below(self, number: int, level: int) -> bool:
        went = False
        for below in range(number + 1, len(self._lines)):
            line = self._lines[below]
            heading = _HEADING.match(line)
            if below in self._gone:
                went = True
            elif heading and len(heading[1]) <= level:
                break
            elif line.strip():
                return False
        return went

    def _trace(self, number: int) -> str:
        """What stands in the place of a line that is gone: a comment of the macros that takes the break of the line with it."""
        return "{##- ##}" if number and (self._lines[number - 1].strip()) else ""
