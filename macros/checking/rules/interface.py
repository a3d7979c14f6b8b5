"""The words that pages and files ask for by name are there."""

from __future__ import annotations

import difflib
import re
from pathlib import Path

from ...model.fields import KINDS
from ...reading.loaded import Loaded

_IN_TEMPLATES = re.compile(r"""\bt\(\s*["']([a-z][a-z0-9_]*)["']\s*[,)]""")
"""`t('search')`; a name put together of parts is not found here."""
_IN_CODE = re.compile(
    r"""(?:\.(?:text|own|own_spoken|interface|interface_text|_words)\(|\b_own\(handbook,)\s*"([a-z][a-z0-9_]*)"\s*[,)]"""
)
"""`wording.text("same_time")`"""


def check(loaded: Loaded) -> None:
    """Report words that a template or the code names and the interface data lack."""
    interface = loaded.records.get("interface.yml")
    if interface is None:
        return
    code = Path(__file__).resolve().parents[2]
    uses = {
        file: _IN_TEMPLATES
        for ending in ("html", "xml", "txt")
        for folder in (loaded.root / "overrides", code)
        for file in folder.rglob(f"*.{ending}")
    }
    uses |= dict.fromkeys(code.rglob("*.py"), _IN_CODE)
    asked = {
        key: file
        for file, pattern in uses.items()
        for key in pattern.findall(file.read_text(encoding="utf-8", errors="replace"))
    }
    for key in sorted(asked.keys() - interface.texts.keys()):
        unasked = sorted(interface.texts.keys() - asked.keys())
        close = difflib.get_close_matches(key, unasked, n=1, cutoff=0.8)
        if close:
            loaded.fault("interface.yml", ("texts", close[0]), f"unknown key '{close[0]}'; did you mean '{key}'?")
        else:
            loaded.fault(
                "interface.yml",
                ("texts",),
                f"'{key}' is missing, which {asked[key].name} shows; add `{key}: {{zh: …, en: …}}`",
            )
    for kind in KINDS.values():
        key = kind.check_key
        if key and key not in interface.texts:
            loaded.fault(
                "interface.yml",
                ("texts",),
                f"'{key}' is missing, which {kind.name}.py shows; add `{key}: {{zh: …, en: …}}`",
            )
