"""What of a Markdown page is what: its front matter, its code, its links, and what its reader does not read as words."""

from __future__ import annotations

import re

FRONT_MATTER = re.compile(r"\A---\n(?:.*?\n)?---\n", re.DOTALL)
INLINE_CODE = re.compile(r"`[^`\n]*`")
TARGET = r"""\(\s*<?(?P<target>[^()\s<>]*(?:\([^()\s]*\)[^()\s]*)?)>?(?:\s+["'][^)]*)?\s*\)"""
"""Where a link leads, behind its text, with its title if it has one."""
_TAGS_AND_MARKS = r"\{%.*?%\}|\]\([^)]*\)|<[^>]*>|\{[#.:][^}]*\}"
NO_WORDS = re.compile(_TAGS_AND_MARKS)
"""What of a line is not read as words: tags, addresses, marks."""
NOT_PROSE = re.compile(r"\{\{.*?\}\}|" + INLINE_CODE.pattern + "|" + _TAGS_AND_MARKS)
"""What of a line its reader does not read as a sentence: macros and code besides."""
_FENCE = re.compile(r"^ *(?P<fence>`{3,}(?=[^`]*$)|~{3,})(?P<language>.*)$")


def without_code(text: str) -> list[str]:
    """The lines of a page, those blank that are code, or the fences around it, so that every other keeps its number."""
    lines, fence = text.split("\n"), ""
    for number, line in enumerate(lines):
        met = _FENCE.match(line)
        if fence or met:
            lines[number] = ""
        if not met:
            continue
        if not fence:
            fence = met["fence"]
        elif met["fence"].startswith(fence) and not met["language"].strip():
            fence = ""
    return lines
