"""The style of Chinese prose, checked: full-width punctuation by AutoCorrect, and no typed gap between scripts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import autocorrect_py

# The gap between Chinese and Latin comes from the style sheet, so AutoCorrect must not ask for typed spaces.
_RULES = {"space-word": 0, "space-punctuation": 0, "space-bracket": 0, "space-backticks": 0, "space-dash": 0,
          "space-dollar": 0, "halfwidth-word": 0, "halfwidth-punctuation": 0, "no-space-fullwidth": 1,
          "no-space-fullwidth-quote": 0, "fullwidth": 1, "spellcheck": 0}
_GAP = re.compile(r"[\u4e00-\u9fff] +[A-Za-z0-9]|[A-Za-z0-9%] +[\u4e00-\u9fff]")
_NOT_PROSE = re.compile(r"\{\{.*?\}\}|`[^`]*`|\]\([^)]*\)|\{[:#][^}]*\}")


def faults(root: Path) -> Iterator[str]:
    """Every place in `docs/zh` where the style is not kept, as `path:line: …`."""
    autocorrect_py.load_config(json.dumps({"rules": _RULES}))
    for file in sorted((root / "docs" / "zh").rglob("*.md")):
        path = file.relative_to(root).as_posix()
        text = file.read_text(encoding="utf-8")
        for found in autocorrect_py.lint_for(text, "page.md").lines:
            yield f"{path}:{found.line}: {found.old.strip()!r} would be {found.new.strip()!r}"
        for number, line in enumerate(text.split("\n"), 1):
            gap = _GAP.search(_NOT_PROSE.sub("§", line))
            if gap:
                yield f"{path}:{number}: a typed space in {gap[0]!r}; the style sheet makes the gap, so delete it"
