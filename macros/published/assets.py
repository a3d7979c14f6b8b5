"""The handbook's style sheets and its scripts: one of each for every page, and one of each an app, so that a page asks for few files.

Both are kept in parts, so that an editor finds each thing in its place. Sheets are joined in the order of their names.
"""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from ..model.brand import by_day, by_night
from ..model.handbook import Handbook
from ..shared.remembered import MEMORY
from . import scripts, theme_styles

_COMMENT = re.compile(r"[ \t]*/\*.*?\*/", re.DOTALL)
_BLANK = re.compile(r"""("[^"]*"|'[^']*')|\s*([{};,>])\s*|\s+""")
"""Blanks of a style sheet, and texts, which are kept as they are."""
_WHOLE_PAGE = re.compile(r"^:root(?:, body)? \{[^}]*\}", re.MULTILINE)
_NAME = re.compile(r"^\s*(--[\w-]+):", re.MULTILINE)
"""What our own sheet gives a whole page under any condition, and the name of a property."""
_COLON = re.compile(r"(?<=[{;])([\w-]+): ")
"""A colon that ends the name of a property, and the blank behind it."""


SHEETS = {
    "handbook": "",
    "home": "shared/styles/50-home.css",
    "onboarding": "checklists/45-onboarding-path.css",
    "checklists": "checklists",
    "my": "my",
    "chooser": "chooser",
    "contacts": "contacts",
    "alone": "components/48-alone.css",
    "filling": "forms",
    "practice": "practice",
    "found": "search/36-found.css",
    "lost": "search/37-lost.css",
    "search-page": "search/38-search-page.css",
    "seldom": "components/42-seldom.css",
    "lookup": "components/43-lookup.css",
    "cards": "components/45-cards.css",
    "picture": "components/41-procedure-picture.css",
    "rules": "components/46-rules.css",
    "compared": "components/48-compared.css",
    "scenario": "components/44-scenario-paper.css",
    "steps": "components/47-steps.css",
    "choices": "components/44-choices.css",
}
"""The published style sheets, each with what is in it below `overrides/`: the first has all that no other has. A page takes that and,
behind it, those of its apps; so an app's sheet has its own rules for paper and for forced colours."""


def stylesheet(overrides: Path, name: str, handbook: Handbook) -> str:
    """Join the sheets of one of `SHEETS`.

    The first begins with what is needed of the theme's styles, in a layer below, so that ours win whatever their selectors, without a
    second request, and ends with a hue for each channel. What our sheets say to their authors stays at home.
    """
    own = [part for part in overrides.rglob("*.css") if _sheet_of(part.relative_to(overrides)) == name]
    parts = [
        _COMMENT.sub("", part.read_text(encoding="utf-8")) + _branded(part, handbook)
        for part in sorted(own, key=lambda part: part.name)
    ]
    if name == "seldom":
        return _tight("\n".join([*_of_theme(theme_styles.seldom()), *parts]))
    if name != "handbook":
        return _tight("\n".join(parts))
    hues = [f".channel--{channel.id} {{ --hue: {channel.hue}; }}\n" for channel in handbook.channels]
    given = {found for rule in _WHOLE_PAGE.findall("".join(parts)) for found in _NAME.findall(rule)}
    theme = theme_styles.without_given(theme_styles.needed(), given)
    return _tight("\n".join([*_of_theme(theme), *parts, "".join(hues)]))


def _of_theme(rules: str) -> tuple[str, ...]:
    return "@layer theme {", rules, "}"


def _tight(sheet: str) -> str:
    tight = _BLANK.sub(lambda found: found[1] or found[2] or " ", sheet)
    return _COLON.sub(r"\1:", tight).replace(";}", "}").strip()


def _sheet_of(part: Path) -> str:
    return next((name for name, place in SHEETS.items() if place and part.is_relative_to(place)), "handbook")


def _branded(part: Path, handbook: Handbook) -> str:
    """The company's colour, right behind the handbook's own, so that forced colours still win."""
    if part.name != "10-tokens.css" or not handbook.company.brand:
        return ""
    colour = handbook.company.brand.colour
    day, night = by_day(colour).css, by_night(colour).css
    return (
        f":root {{ {day} }}\n"
        f'@media screen and (prefers-color-scheme: dark) {{ :root:not([data-colours="light"]) {{ {night} }} }}\n'
        f'@media screen {{ :root[data-colours="dark"] {{ {night} }} }}\n'
    )


SCRIPT = "script"
"""What a joined script is called in the memory."""
SCRIPTS = {
    "before-paint": "shared/before-paint.js",
    "handbook": "components/start.js",
    "filters": "components/filters.js",
    "form-opener": "forms/form-opener.js",
    "checklists": "checklists/start.js",
    "onboarding": "checklists/onboarding-start.js",
    "taking": "checklists/taking.js",
    "due": "checklists/due-first.js",
    "my": "my/start.js",
    "comparison": "my/comparison-start.js",
    "chooser": "chooser/start.js",
    "practice": "practice/start.js",
    "contacts": "contacts/start.js",
    "downloads": "forms/template-download.js",
    "phrases": "components/phrase-filter.js",
    "office": "components/my-office.js",
    "home": "components/go-on.js",
    "begun": "components/begun-marks.js",
    "terms": "components/glossary-term.js",
    "not-saved": "offline/not-saved.js",
    "moved": "components/moved.js",
    "lost": "components/lost.js",
    "filling": "forms/start.js",
    "form-files": "forms/files.js",
    "form-pdf": "forms/pdf/pdf-read.js",
    "form-checks": "forms/checks.js",
    "own-forms": "forms/own/own.js",
    "search": "search/start.js",
    "search-engine": "search/worker.js",
}
"""The published scripts, each with the first of its modules below `overrides/`."""


_BY_THEMSELVES = ("before-paint", "moved", "search-engine")
"""Scripts that run before that of every page, without it, or in a process of their own."""
_OWN = ("shared/words.js",)
"""What looks at the page as it is when a script comes: a form brings words that were not there before."""


def all_scripts(overrides: Path) -> Iterator[tuple[str, bytes]]:
    """All of `SCRIPTS` with their addresses."""
    found = hashlib.sha256()
    for file in sorted(overrides.rglob("*.js")):
        content = file.read_bytes()
        found.update(b"%s\0%d\0%s" % (file.relative_to(overrides).as_posix().encode(), len(content), content))
    for name in SCRIPTS:
        joined = functools.partial(script, overrides, name)
        yield f"assets/{name}.js", MEMORY.written(SCRIPT, name, found.hexdigest(), make=joined).encode()


def join_all(overrides: Path) -> None:
    """Join all scripts, for whoever publishes them later."""
    for _ in all_scripts(overrides):
        pass


def script(overrides: Path, name: str) -> str:
    """One of `SCRIPTS`, joined: without the modules that the first one, which every page has, brings along and hands on."""
    first = scripts.lendable(overrides / SCRIPTS["handbook"], [overrides / each for each in _OWN])
    if name == "handbook":
        return scripts.joined(overrides / SCRIPTS[name], lends=first)
    return scripts.joined(overrides / SCRIPTS[name], lent={} if name in _BY_THEMSELVES else first)
