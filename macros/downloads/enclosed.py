"""What is enclosed with a letter, one a line; `overrides/forms/letter-words.js` says what was filled in, in the same way."""

from __future__ import annotations

from ..model.languages import ALL, Language
from ..model.template import Template

_BELOW = "\u3000" * 3
"""What stands before a further line in Chinese: as wide as 附件：."""


def listed(template: Template) -> set[str]:
    """The fields with room for several lines that stand where a letter in either language says what is enclosed."""
    several = {field.id for field in template.fields if field.kind.family == "block"}
    said = (line for language in ALL for line in (template.body.lines(language) if template.body else ()))
    return several & {gap.field for line in said if line.kind == "annexes" for gap in line.gaps()}


def in_lines(text: str, language: Language) -> str:
    """Several lines numbered, below each other; one as it is."""
    numbered = [f"{number}. {line}" for number, line in enumerate(filter(None, map(str.strip, text.split("\n"))), 1)]
    if len(numbered) < 2:
        return text
    return f"\n{_BELOW}".join(numbered) if language == "zh" else "\n".join(("", *numbered))
