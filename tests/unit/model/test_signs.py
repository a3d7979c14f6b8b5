"""Scripts write each language with the signs that Python has."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path

from macros.model.signs import SIGNS

SCRIPT = Path(__file__).parents[3] / "overrides" / "shared" / "signs.js"


def test_scripts_write_each_language_as_python_does():
    text = SCRIPT.read_text(encoding="utf-8")
    table = text.partition("SIGNS = ")[2].partition(";\n")[0]
    known = json.loads(re.sub(r",(?=\s*})", "", re.sub(r"([{ ])(\w+): ", r'\1"\2": ', table)))
    assert known.keys() == SIGNS.keys()
    for language, signs in known.items():
        assert signs == {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in dataclasses.asdict(SIGNS[language]).items()
            if name not in {"pause", "semicolon", "span"}  # which no script writes
        }
