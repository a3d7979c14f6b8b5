"""What the pages show without the data: their front matter, what is still to be written, their headings."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from ..errors import Faults, nearest, shortened
from ..model.base import has_chinese
from ..model.things import WITH_PAGES
from ..reading import source
from . import headings
from .prose import Page

_FRONT_MATTER_KEYS = ("title", "description", "template")
_FOLDERS_WITH_DATA = (*(thing.folder for thing in WITH_PAGES), "guide/internal", "guide/external")
"""Pages in these take title and description from the data, their index pages excepted."""
_TO_WRITE = re.compile(r"""(?<!\{% raw %\})\{\{ *to_write\(["'](.*?)["']\) *\}\}""")
_MACRO_BEGINS = re.compile(r"\{\{|\{%|\{##")


def check(pages: list[Page], faults: Faults) -> None:
    """Report what shows without the data: front matter, passages still to be written, headings that differ."""
    for page in pages:
        _check_front_matter(page, faults)
        for number, line in enumerate(page.text.split("\n"), 1):
            for what in _TO_WRITE.findall(line):
                faults.add(page.path, number, "text", f"still to be written: {what}")
    headings.compare(pages, faults)


def _check_front_matter(page: Page, faults: Faults) -> None:
    """Title and description stand at the head of every page that does not take them from the data."""
    if not page.offset and page.text.startswith("---\n"):
        faults.add(page.path, 1, "front matter", "is not closed; end it with a line of its own: ---")
        return
    first = next(
        (number for number, line in enumerate(page.text.split("\n")) if line.strip() and not line.startswith("{##")), 0
    )
    if not page.offset and page.text.split("\n")[first].rstrip() == "---":
        message = "is not taken for one; begin the page with `---`, nothing above it and no space behind it"
        faults.add(page.path, first + 1, "front matter", message)
        return
    read = None
    if page.offset > 2:  # two lines are its ends with nothing between
        read = source.parse("\n" + "\n".join(page.text.split("\n")[1 : page.offset - 1]), page.path, faults)
        if read is None:
            return
    data: dict[Any, Any] = read.data if read else {}
    unknown = data.keys() - set(_FRONT_MATTER_KEYS)
    for key in unknown:
        meant = [name for name in _FRONT_MATTER_KEYS if name not in data]
        faults.add(page.path, read.line((key,)) if read else 1, str(key), f"unknown key '{key}'; {nearest(key, meant)}")
    folder, _, name = page.in_either_language.rpartition("/")
    if unknown or (folder in _FOLDERS_WITH_DATA and name != "index.md"):
        return
    for key in ("title", "description"):
        if read is None or key not in data:
            faults.add(page.path, 1, key, f"is missing; begin the page with `---`, `{key}: …`, `---`")
        else:
            fault = partial(faults.add, page.path, read.line((key,)), key)
            _check_text(page, key, data[key], read.typed((key,)), fault)


def _check_text(page: Page, key: str, value: Any, typed: str | None, fault: Callable[[str], None]) -> None:
    """A title or a description is a text in the language of its page.

    Args:
        page: where it stands.
        key: which of the two it is.
        value: what YAML makes of it.
        typed: what was typed, as far as that is known.
        fault: reports what is wrong with it.
    """
    if value is None or not str(value).strip():
        fault("is blank; write it")
    elif not isinstance(value, str):
        fault(f"{typed or 'this'} stands where a text belongs; put it in quotes")
    elif call := _MACRO_BEGINS.search(value):
        fault(f"'{call[0]}' begins a macro, and none is called here; write the text itself")
    elif page.source.startswith("en/") and has_chinese(value):
        fault(f"'{shortened(value)}': holds Chinese characters; write it in English")
    elif page.source.startswith("zh/") and key == "description" and not has_chinese(value):
        fault(f"'{shortened(value)}': holds no Chinese character; write it in Chinese")
