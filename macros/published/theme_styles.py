"""The theme's style sheet, without the parts that the handbook draws itself or does not have: a third of its weight."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Container, Iterable, Iterator
from typing import Any

import tinycss2

from ..pages.theme import TEMPLATES
from ..shared.remembered import MEMORY

SHEET = "theme styles"
"""What rules of the theme are called in the memory."""
_FILES = TEMPLATES / "assets" / "stylesheets"

_DRAWN = {
    "md-container",
    "md-dialog",
    "md-grid",
    "md-header",
    "md-main",
    "md-overlay",
    "md-skip",
    "md-toggle",
}
"""Components of the theme's frame that pages have; the others are drawn by the handbook's own templates."""
_CONTENT = {"md-typeset"}
_PARTS = {"md-container", "md-dialog", "md-dialog__inner", "md-header", "md-main", "md-main__inner", "md-skip"}
"""What pages have of the components that consist of several; a dialog and a header of the theme's own they leave empty."""
_NO_EXTENSION = (
    *("tabbed", "critic", "arithmatex", "katex", "key", "emojione", "gemoji", "twemoji", "giscus", "mermaid"),
    *(
        "task-list",
        "footnote",
        "annotate",
        "lightgallery",
        "glightbox",
        "grid",
        "highlighttable",
        "linenod",
        "headerlink",
    ),
)
"""How classes begin that come from Markdown extensions which `mkdocs.yml` does not list."""
_NOT_WRITTEN = {
    *(
        "abstract",
        "info",
        "tip",
        "success",
        "question",
        "warning",
        "failure",
        "danger",
        "bug",
        "quote",
        "note",
    ),
    *("inline", "end", "lg", "xl", "xxl", "xxxl", "middle", "filename", "linenos", "hll", "result"),
}
"""Kinds of admonitions, which look like any other, and what goes with icons and code in other sites."""
_BY_ITS_SCRIPT = {"md-typeset__scrollwrap", "md-typeset__table", "focus-visible"}
"""What the theme's own script would add to a page, which has ours instead."""

_NOT_HAD = re.compile(
    r"\[(?:data-md-color-scheme|data-md-scrolllock|data-preview|role=columnheader|id=__comments)|\.example\b"
)
"""Attributes that only the theme's script sets, and the kind of admonition that is called like a component of ours."""
SELDOM = ("pre", "mark", "abbr", "kbd", "figure", "figcaption", "iframe", "hr", "h5", "h6", "sub", "sup")
"""What Markdown may hold, and few pages do."""
_SELDOM = re.compile(rf"(?<![\w.#\[-])(?:{'|'.join(SELDOM)})(?![\w-])|\.highlight|\[align|table:not\(\[class")

_CLASS = re.compile(r"\.((?:[\w-]|\\.)+)")
_NOT_ASKED_FOR = re.compile(r":not\([^)]*\)|\[[^\]]*\]")
_BLOCK = re.compile(r"__|--")
_TAKEN = re.compile(r"var\(\s*(--[\w-]+)")
_PROPERTY = re.compile(
    r"""(?<=[{;])(--[\w-]+):(?:[^;{}"'(]|"[^"]*"|'[^']*'|\((?:[^()"']|"[^"]*"|'[^']*'|\([^()]*\))*\))*;?"""
)
_WHOLE_PAGE = re.compile(r"(?<![^{}])(?::root|html|body)\{[^{}]*\}")
_KEYFRAMES = re.compile(r"@keyframes ([\w-]+)\{(?:[^{}]*\{[^{}]*\})*\s*\}")
_NO_RULES = re.compile(r"(?<=[{}])[^{}]*\{\}|^[^{}]*\{\}")


@functools.cache
def whole() -> str:
    """The theme's style sheet as it comes."""
    text = next(_FILES.glob("main.*.min.css")).read_text(encoding="utf-8").removeprefix('@charset "UTF-8";')
    return text.partition("/*# sourceMappingURL")[0]


def needed() -> str:
    """The rules of the theme's style sheet that any page can need, with the properties that they take."""
    return MEMORY.written(SHEET, "needed", whole(), make=_needed)


@functools.cache
def _needed() -> str:
    css = _written(_rules(), lambda selector: _can_match(selector) and not _is_seldom(selector))
    while (kept := _NO_RULES.sub("", _without_unused(css))) != css:
        css = kept
    return css


def without_given(css: str, given: Container[str]) -> str:
    """Rules of the theme without the properties of a whole page that the handbook's own sheet gives it anyway."""

    def left(rule: re.Match[str]) -> str:
        return _PROPERTY.sub(lambda found: "" if found[1] in given else found[0], rule[0])

    return _NO_RULES.sub("", _WHOLE_PAGE.sub(left, css))


def seldom() -> str:
    """The rules that only a page needs which has something of `SELDOM`; the colours of code are the handbook's own."""
    return MEMORY.written(SHEET, "seldom", whole(), make=_seldom)


@functools.cache
def _seldom() -> str:
    return _NO_RULES.sub("", _written(_rules(), lambda selector: _can_match(selector) and _is_seldom(selector)))


def choose_all() -> None:
    """Choose the rules of both, for whoever writes the sheets later."""
    needed()
    seldom()


def _rules() -> Iterable[Any]:
    yield from tinycss2.parse_stylesheet(whole(), skip_comments=True, skip_whitespace=True)


def _without_unused(css: str) -> str:
    """A sheet without the custom properties and the movements that none of its rules takes."""
    taken = set(_TAKEN.findall(css))
    left = _PROPERTY.sub(lambda found: found[0] if found[1] in taken else "", css)
    moved = _KEYFRAMES.sub("", left)
    return _KEYFRAMES.sub(lambda found: found[0] if re.search(rf"animation[^;}}]*\b{found[1]}\b", moved) else "", left)


def classes(css: str) -> set[str]:
    """Every class that a style sheet names."""
    return {name.replace("\\", "") for name in _CLASS.findall(css)}


def is_left_out(name: str) -> bool:
    """Whether a class belongs to a part of the theme that is left out."""
    if name in _BY_ITS_SCRIPT:
        return True
    block = _BLOCK.split(name)[0]
    if block.startswith("md-"):
        return block not in _DRAWN | _CONTENT or (block not in _CONTENT and name != block and name not in _PARTS)
    return block.startswith(_NO_EXTENSION) or name in _NOT_WRITTEN


def _written(rules: Iterable[Any], wanted: Callable[[str], bool]) -> str:
    return "".join(text for rule in rules for text in _rule(rule, wanted))


def _rule(rule: Any, wanted: Callable[[str], bool]) -> Iterator[str]:
    if rule.type == "qualified-rule":
        kept = [selector for selector in _selectors(rule.prelude) if wanted(selector)]
        if kept:
            yield f"{','.join(kept)}{{{tinycss2.serialize(rule.content)}}}"
    elif rule.type == "at-rule" and rule.lower_at_keyword in ("media", "supports"):
        within = _written(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True), wanted)
        if within:
            yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{within}}}"
    else:
        yield rule.serialize()


def _selectors(prelude: Iterable[Any]) -> list[str]:
    """The selectors of a rule, which commas part."""
    parts: list[list[Any]] = [[]]
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return [tinycss2.serialize(part).strip() for part in parts]


def _is_seldom(selector: str) -> bool:
    return bool(_SELDOM.search(selector))


def _can_match(selector: str) -> bool:
    """Whether a selector can match anything: both languages are written from left to right."""
    asked = _NOT_ASKED_FOR.sub("", selector)
    return "[dir=rtl]" not in selector and not _NOT_HAD.search(selector) and not any(map(is_left_out, classes(asked)))
