"""What PyYAML says of a broken text → the line that an editor must look at, and words to act on."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

from ..errors import shortened

_INDENTATION = (
    "expected <block end>, but found '-'",
    "expected <block end>, but found '?'",
    "expected <block end>, but found '<block mapping start>'",
    "expected <block end>, but found '<block sequence start>'",
    "expected '<document start>'",
)
_MARKS = (
    "cannot start any token",
    "alias",
    "anchor",
    "tag",
    "directive",
    "unhashable key",
    "a comment or a line break",
    "mapping keys are not allowed",
)
"""What a text brings about that begins with a mark of YAML's own."""

_WITHOUT_REMARK = re.compile(r"(^|\s)#.*")
"""What is cut from a line so that no bracket of a remark counts; a bracket behind ` #` in quotes is not met often."""
_WIDE_COMMA = re.compile(r"，\s*[A-Za-z_][\w-]*:\s")
_WIDE_BRACKET = re.compile(r":\s*[｛［]|[｝］]\s*$")
_WIDE_COLON = re.compile(r"[\s-]*[A-Za-z_][\w-]*：")
_WIDE_SPACE = re.compile(r"\s*[\u3000\u00a0]")
_NO_SPACE = re.compile(r"[\s-]*[A-Za-z_][\w-]*:(?![\s/])(?=.)|.*[{,]\s*(?:zh|en|same):(?!\s)")
_PROSE = re.compile(r"[\s-]*(?:[^\sA-Za-z_-]|(?:[A-Za-z,'’]+ ){4})")
"""How a line begins that is a piece of a text, and no key of which somebody forgot the colon."""


def explain(error: yaml.YAMLError, text: str) -> tuple[int, str, str]:
    """Where and what a YAML fault is.

    Args:
        error: what PyYAML raised on the text.
        text: the whole text.

    Returns:
        The line (from 1), `yaml` where a field would stand, as none is known yet, and the message.
    """
    lines = text.split("\n")
    if isinstance(error, yaml.reader.ReaderError):
        line = text[: error.position].count("\n") + 1
        return line, "yaml", f"the character U+{error.character:04X} is not allowed in YAML; delete it"
    if not isinstance(error, yaml.MarkedYAMLError):
        return 1, "yaml", f"cannot be read: {error}"
    met = error.problem_mark or error.context_mark or yaml.Mark("", 0, 0, 0, None, 0)
    broken = _Broken(
        lines,
        error.context or "",
        error.problem or error.context or "cannot be read",
        met,
        error.context_mark or met,
    )
    line, message = next(said for cause in _CAUSES if (said := cause(broken)))
    return line + 1, "yaml", message


@dataclass(frozen=True)
class _Broken:
    """What PyYAML met; its marks count lines and columns from 0."""

    lines: list[str]
    context: str
    """What it was reading, such as `while parsing a flow mapping`; may be blank."""
    problem: str
    met: yaml.Mark
    """Where it stopped."""
    opened: yaml.Mark
    """Where that which it was reading begins."""

    def shown(self, mark: yaml.Mark) -> str:
        """The line of a mark, as messages quote it."""
        return f"'{shortened(self.lines[mark.line])}'" if mark.line < len(self.lines) else "the end of the file"

    @property
    def before(self) -> str:
        """What stands on its line before the place where reading stopped."""
        return self.lines[self.met.line][: self.met.column] if self.met.line < len(self.lines) else ""


_Said = tuple[int, str] | None
"""The line of a fault, from 0, and what it is; None where it is another."""


def _full_width(broken: _Broken) -> _Said:
    for mark in (broken.opened, broken.met):
        line = broken.lines[mark.line] if mark.line < len(broken.lines) else ""
        if _WIDE_COLON.match(line):
            return mark.line, f"a full-width colon after a key: {broken.shown(mark)}; write `:` and a space instead"
        if _WIDE_BRACKET.search(line):
            return mark.line, f"a full-width bracket: {broken.shown(mark)}; write the English one instead"
        if broken.context.startswith("while parsing a flow") and _WIDE_COMMA.search(line):
            return mark.line, f"a full-width comma before a key: {broken.shown(mark)}; write `,` and a space instead"
    return None


def _wide_space(broken: _Broken) -> _Said:
    """A Chinese keyboard's space before a key, for which YAML stops at a line below it."""
    for number in (broken.met.line, broken.met.line - 1, broken.opened.line):
        if 0 <= number < len(broken.lines) and _WIDE_SPACE.match(broken.lines[number]):
            shown = shortened(broken.lines[number])
            return (
                number,
                f"a full-width space in the indentation: '{shown}'; replace it with two spaces of the English keyboard",
            )
    return None


def _no_space(broken: _Broken) -> _Said:
    if "mapping values" not in broken.problem and "expected" not in broken.problem:
        return None
    for mark in (broken.opened, broken.met):
        if mark.line < len(broken.lines) and _NO_SPACE.match(broken.lines[mark.line]):
            return mark.line, f"no space after the colon of a key: {broken.shown(mark)}; write a space there"
    return None


def _tab(broken: _Broken) -> _Said:
    if "'\\t'" not in broken.problem:
        return None
    if broken.before.strip():
        shown = broken.shown(broken.met)
        return broken.met.line, f"a tab stands where a space belongs: {shown}; replace it with a space"
    return broken.met.line, "a tab in the indentation; YAML takes spaces only, so replace the tab with two spaces"


def _open_quotation(broken: _Broken) -> _Said:
    if "quoted scalar" not in broken.context or "escape character" in broken.problem:
        return None
    shown = broken.shown(broken.opened)
    return broken.opened.line, f"the quotation mark that opens here is not closed: {shown}; close it"


def _brackets(broken: _Broken) -> _Said:
    if not broken.context.startswith("while parsing a flow"):
        return None
    opened, bracket = _last_bracket(broken.lines, broken.opened)
    if broken.met.line <= opened.line and "<stream end>" not in broken.problem:
        return broken.met.line, (
            f"something is wrong between the brackets: {broken.shown(broken.met)}; put a comma between entries, a "
            "space after each colon, and double quotes around a text that holds a comma, a colon or "
            "an apostrophe"
        )
    if " #" in broken.lines[opened.line][opened.column :]:
        return opened.line, (
            f"what follows ` #` is a remark, so the '{bracket}' here is not closed: {broken.shown(opened)}; "
            "put a text that holds `#` in quotes, or close it"
        )
    return opened.line, (
        f"the '{bracket}' here, or a quotation mark after it, is not closed: {broken.shown(opened)}; close it"
    )


def _last_bracket(lines: list[str], mark: yaml.Mark) -> tuple[yaml.Mark, str]:
    """Where the bracket stands that is last opened at a mark or before it: what PyYAML names may be what it missed."""
    number: int = mark.line
    end: int | None = mark.column + 1
    while number >= 0:
        line = _WITHOUT_REMARK.sub("", lines[number][:end]) if number < len(lines) else ""
        column = max(line.rfind("["), line.rfind("{"))
        if column >= 0:
            return yaml.Mark(mark.name, 0, number, column, None, 0), line[column]
        number, end = number - 1, None
    return mark, "["


def _key_without_colon(broken: _Broken) -> _Said:
    if "could not find expected ':'" not in broken.problem:
        return None
    shown = broken.shown(broken.opened)
    if _PROSE.match(broken.lines[broken.opened.line]):
        return broken.opened.line, (
            f"a text goes on here, and does not belong to the key above: {shown}; write `|` behind that key, and begin each "
            "line of its text below it, four spaces further in"
        )
    return broken.opened.line, f"a key without its colon: {shown}; write `key: value`, or check the indentation"


def _colon(broken: _Broken) -> _Said:
    if "mapping values are not allowed" not in broken.problem:
        return None
    shown = broken.shown(broken.met)
    if ": " in broken.before:
        return broken.met.line, f"a text with a second colon: {shown}; put the text in quotes"
    above = broken.met.line - 1
    if above >= 0 and _WIDE_COLON.match(broken.lines[above]):
        return (
            above,
            f"a full-width colon after a key: '{shortened(broken.lines[above])}'; write `:` and a space instead",
        )
    return broken.met.line, (
        f"a key does not belong here: {shown}; check its indentation, and that the line "
        "above has a colon and a space after its key"
    )


def _second_document(broken: _Broken) -> _Said:
    if "another document" not in broken.problem:
        return None
    return broken.met.line, (
        "a second document begins here (`---`); a file holds one, so delete the line or what follows"
    )


def _text_goes_on(broken: _Broken) -> _Said:
    """Behind a bracket or a quotation mark, with which YAML takes the value to end."""
    closing, shown = broken.before.rstrip()[-1:], broken.shown(broken.met)
    if not broken.problem.endswith("but found '<scalar>'"):
        return None
    if closing in ("]", "}"):
        return broken.met.line, f"the text goes on after `{closing}`: {shown}; put the whole text in quotes"
    if closing in ("'", '"'):
        return broken.met.line, (
            f"the text goes on after `{closing}` has closed it: {shown}; put the whole text in "
            "quotes of the other kind, and see that the line above closes its own"
        )
    return None


def _list(broken: _Broken) -> _Said:
    if "sequence entries are not allowed" not in broken.problem:
        return None
    return broken.met.line, (
        f"a list cannot begin here: {broken.shown(broken.met)}; begin it on the line below its key, "
        "or put a text that begins with '- ' in quotes"
    )


def _backslash(broken: _Broken) -> _Said:
    if "escape character" not in broken.problem:
        return None
    shown = broken.shown(broken.met)
    return broken.met.line, f"a backslash within double quotes: {shown}; write it twice, or use single quotes"


def _indentation(broken: _Broken) -> _Said:
    if not broken.problem.startswith(_INDENTATION):
        return None
    return broken.met.line, f"this line does not fit those above: {broken.shown(broken.met)}; check its indentation"


def _own_mark(broken: _Broken) -> _Said:
    if not any(mark in f"{broken.context} {broken.problem}" for mark in _MARKS):
        return None
    shown = broken.shown(broken.met)
    return broken.met.line, f"a text begins with a mark that YAML keeps for itself: {shown}; put the text in quotes"


def _anything(broken: _Broken) -> _Said:
    shown = broken.shown(broken.met)
    return broken.met.line, (
        f"{broken.problem}: {shown}; check indentation, quotes and colons here and on the line above"
    )


_CAUSES: tuple[Callable[[_Broken], _Said], ...] = (
    _full_width,
    _wide_space,
    _tab,
    _no_space,
    _open_quotation,
    _brackets,
    _key_without_colon,
    _colon,
    _second_document,
    _text_goes_on,
    _list,
    _backslash,
    _indentation,
    _own_mark,
    _anything,
)
"""What may be the matter, in the order in which it is looked for: the first that fits is said; the last always does."""
