"""What PyYAML says of a broken text → the line that an editor must look at, and words to act on."""

from __future__ import annotations

import re

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

_WIDE_COMMA = re.compile(r"，\s*[A-Za-z_][\w-]*:\s")
_WIDE_BRACKET = re.compile(r":\s*[｛［]|[｝］]\s*$")
_WIDE_COLON = re.compile(r"[\s-]*[A-Za-z_][\w-]*：")


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
    line, message = _explain(error, lines)
    return line, "yaml", message


def _last_bracket(lines: list[str], mark: yaml.Mark) -> tuple[yaml.Mark, str]:
    """Where the bracket stands that is last opened at a mark or before it: what PyYAML names may be what it missed."""
    number: int = mark.line
    end: int | None = mark.column + 1
    while number >= 0:
        line = lines[number][:end] if number < len(lines) else ""
        column = max(line.rfind("["), line.rfind("{"))
        if column >= 0:
            return yaml.Mark(mark.name, 0, number, column, None, 0), line[column]
        number, end = number - 1, None
    return mark, "["


def _explain(error: yaml.MarkedYAMLError, lines: list[str]) -> tuple[int, str]:
    context, problem = error.context or "", error.problem or error.context or "cannot be read"
    met = error.problem_mark or error.context_mark or yaml.Mark("", 0, 0, 0, None, 0)
    opened = error.context_mark or met

    def shown(mark: yaml.Mark) -> str:
        return f"'{shortened(lines[mark.line])}'" if mark.line < len(lines) else "the end of the file"

    for mark in (opened, met):
        if mark.line < len(lines) and _WIDE_COLON.match(lines[mark.line]):
            return mark.line + 1, f"a full-width colon after a key: {shown(mark)}; write `:` and a space instead"
        if mark.line < len(lines) and _WIDE_BRACKET.search(lines[mark.line]):
            return mark.line + 1, f"a full-width bracket: {shown(mark)}; write the English one instead"
        if (
            mark.line < len(lines)
            and context.startswith("while parsing a flow")
            and _WIDE_COMMA.search(lines[mark.line])
        ):
            return mark.line + 1, f"a full-width comma before a key: {shown(mark)}; write `,` and a space instead"
    before = lines[met.line][: met.column] if met.line < len(lines) else ""
    if "'\\t'" in problem:
        if before.strip():
            return met.line + 1, f"a tab stands where a space belongs: {shown(met)}; replace it with a space"
        return met.line + 1, "a tab in the indentation; YAML takes spaces only, so replace the tab with two spaces"
    if "quoted scalar" in context and "escape character" not in problem:
        return opened.line + 1, f"the quotation mark that opens here is not closed: {shown(opened)}; close it"
    if context.startswith("while parsing a flow"):
        opened, bracket = _last_bracket(lines, opened)
        if met.line > opened.line or "<stream end>" in problem:
            if " #" in lines[opened.line][opened.column :]:
                return opened.line + 1, (
                    f"what follows ` #` is a remark, so the '{bracket}' here is not closed: {shown(opened)}; "
                    "put a text that holds `#` in quotes, or close it"
                )
            return opened.line + 1, (
                f"the '{bracket}' here, or a quotation mark after it, is not closed: {shown(opened)}; close it"
            )
        return met.line + 1, (
            f"something is wrong between the brackets: {shown(met)}; put a comma between entries, a "
            "space after each colon, and double quotes around a text that holds a comma, a colon or "
            "an apostrophe"
        )
    if "could not find expected ':'" in problem:
        return opened.line + 1, (
            f"a key without its colon: {shown(opened)}; write `key: value`, or check the indentation"
        )
    if "mapping values are not allowed" in problem:
        if ": " in before:
            return met.line + 1, f"a text with a second colon: {shown(met)}; put the text in quotes"
        return met.line + 1, (
            f"a key does not belong here: {shown(met)}; check its indentation, and that the line "
            "above has a colon and a space after its key"
        )
    if "another document" in problem:
        return met.line + 1, (
            "a second document begins here (`---`); a file holds one, so delete the line or what follows"
        )
    closing = before.rstrip()[-1:]
    if problem.endswith("but found '<scalar>'") and closing in ("]", "}"):
        return met.line + 1, f"the text goes on after `{closing}`: {shown(met)}; put the whole text in quotes"
    if problem.endswith("but found '<scalar>'") and closing in ("'", '"'):
        return met.line + 1, (
            f"the text goes on after `{closing}` has closed it: {shown(met)}; put the whole text in "
            "quotes of the other kind, and see that the line above closes its own"
        )
    if "sequence entries are not allowed" in problem:
        return met.line + 1, (
            f"a list cannot begin here: {shown(met)}; begin it on the line below its key, "
            "or put a text that begins with '- ' in quotes"
        )
    if "escape character" in problem:
        return met.line + 1, f"a backslash within double quotes: {shown(met)}; write it twice, or use single quotes"
    if problem.startswith(_INDENTATION):
        return met.line + 1, f"this line does not fit those above: {shown(met)}; check its indentation"
    if any(mark in f"{context} {problem}" for mark in _MARKS):
        return met.line + 1, (
            f"a text begins with a mark that YAML keeps for itself: {shown(met)}; put the text in quotes"
        )
    return met.line + 1, f"{problem}: {shown(met)}; check indentation, quotes and colons here and on the line above"
