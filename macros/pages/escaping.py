"""Texts of the data as they show on a page: nothing in them is taken for HTML, for Markdown or for a template."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from pathlib import Path

from markupsafe import Markup, escape

from .theme import TEMPLATES

_ACTIVE = re.compile(r"[\\`*_{}\[\]#|~^$<>&\"']|^[-+=:!?]|(?<=\d)[.)](?=\s|$)")
"""What Markdown and its extensions could take for their own: anywhere, at the start of a line, and behind the number
with which a line begins."""
_LINE_BREAK = re.compile(r"\s*\n\s*")
_FENCE = re.compile(r"`{3,}|~{3,}")


def in_markdown(text: str) -> Markup:
    """A text on one line of a Markdown page, wherever it stands there: in a heading, a sentence, an attribute.

    References to characters, and not backslashes, because Markdown, HTML and attributes all read them alike.
    """
    return Markup(_ACTIVE.sub(_reference, _LINE_BREAK.sub(" ", text.strip())))


def in_html(value: object) -> object:
    """What a template puts into HTML that goes through Markdown, where a fence in a text would begin code."""
    if isinstance(value, str) and not isinstance(value, Markup) and ("```" in value or "~~~" in value):
        return Markup(_FENCE.sub(lambda fence: _reference(fence) * len(fence[0]), escape(value)))
    return value


def _reference(found: re.Match[str]) -> str:
    return f"&#{ord(found[0][0])};"


def escapes(custom_dir: Path) -> Callable[[str | None], bool]:
    """Which of the theme's templates escape what they are given: ours do; the theme's own were not written so.

    Args:
        custom_dir: the folder of our templates; one of the same name as the theme's replaces it.
    """

    @functools.cache
    def ours(name: str | None) -> bool:
        return not name or (custom_dir / name).is_file() or not (TEMPLATES / name).is_file()

    return ours
