"""A copy of the project in which every text of the model holds what some format could take for its own.

Each text gets `TAIL` behind it, and one of `HEADS` before it. What shows a text as it is written shows all of `TAIL`,
from its first two letters to its last two; so that nothing has to be known of where the texts stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

import yaml

from macros.errors import Faults
from macros.model.base import has_chinese
from macros.reading import source
from macros.reading.layer import places
from tests.bench.projects import DUMPER
from tests.conftest import mkdocs

TAIL = 'Qz"<q1>&amp;]]>$&*a*_b_[c](d)`e`{{ 7*7 }}{% f %}\\g|h~i~^jzQ'
"""Quotation marks, tags, references, the end of a CDATA section, replacement patterns, emphasis, links, code, macros,
escapes, tables."""
OF_A_FILE = "Qz&amp;$&_b_[c](d)`e`{{ 7 }}'zQ"
"""The same for names of files, in which some signs are not allowed."""
OF_A_LETTER = 'Qz"<q1>&amp;$&*a*_b_`e`\\g|h~i~^jzQ'
"""The same for the text of a letter, in which brackets and braces mark what answers decide."""
OF_THE_LOG = TAIL.replace("`e`", "`")
"""The same for the change log, in which a pair of signs is for code."""
HEADS = (
    "",
    "# ",
    "1. ",
    "- ",
    "> ",
    "=== ",
    "+ ",
    "!!! note ",
    "``` ",
    "~~~ ",
    "| ",
    ": ",
    "??? ",
    "<!-- ",
    "&lt;",
    "*",
)
"""What means something at the start of a line."""
FILE_NAMES = ("file_name",)
_UNCHANGED = ("aliases", "synonyms")
"""Keys whose texts are words that people type, and show nowhere."""


def build(root: Path) -> None:
    """Spoil a copy of the small sources at `root`, and make its site in `root/site`."""
    heads = cycle(HEADS)
    for file in places.data_files(root).values():
        if file.name in (
            "cast.yml",
            "page-fingerprints.yml",
            "synonyms.yml",
        ):  # a rule finds the people of the first by name
            continue
        read = source.read(file, root, Faults())
        assert read
        spoilt = _spoilt(read.data, (), heads)
        file.write_text(
            yaml.dump(spoilt, Dumper=DUMPER, allow_unicode=True, sort_keys=False, width=10**6), encoding="utf-8"
        )
    for language in ("zh", "en"):
        for page in (root / "docs" / language).rglob("*.md"):
            text = page.read_text(encoding="utf-8")
            page.write_text(re.sub(r"(?m)\A---\n(?:.*\n)*?---\n", _spoilt_front_matter, text), encoding="utf-8")
    lengths = root / "macros" / "checking" / "rules" / "lengths.py"  # what is added to each text counts as words
    text, changed = re.subn(
        r"(?m)^(PARAGRAPH: .*)$", r"\1\nPARAGRAPH = dict.fromkeys(PARAGRAPH, 9999)", lengths.read_text(encoding="utf-8")
    )
    assert changed == 1
    lengths.write_text(text, encoding="utf-8")
    log = root / "CHANGELOG.md"
    log.write_text(
        re.sub(r"(?m)^(- .*(?:\n  .*)*)$", lambda entry: entry[1] + OF_THE_LOG, log.read_text(encoding="utf-8")),
        encoding="utf-8",
    )
    settings = root / "mkdocs.yml"
    text = re.sub(
        r"(?m)^( *(?:site_name|site_description|Guide|Scenarios|Channels): )([^#\n]*\S)$",
        lambda line: line[1] + _quoted(line[2] + TAIL),
        settings.read_text(encoding="utf-8"),
    )
    settings.write_text(text, encoding="utf-8")
    built = mkdocs("build", "--strict", root=root)
    assert built.returncode == 0, built.stdout + built.stderr


def _spoilt(value: Any, place: tuple[str, ...], heads: Iterator[str]) -> Any:
    if isinstance(value, dict):
        if any(isinstance(value.get(key), str) for key in ("zh", "en", "same")):
            plain = place[-1] in (*FILE_NAMES, "body") or "tools" in place or "mail_subject" in place
            head = "" if plain else next(heads)
            tail = {"file_name": OF_A_FILE, "body": OF_A_LETTER}.get(place[-1], TAIL)
            return {
                key: f"{head}{'写' if key == 'zh' and not has_chinese(text) else ''}{text}{tail}"
                for key, text in value.items()
            }
        return {key: part if key in _UNCHANGED else _spoilt(part, (*place, key), heads) for key, part in value.items()}
    if isinstance(value, list):
        return [_spoilt(part, place, heads) for part in value]
    return value


def _spoilt_front_matter(head: re.Match[str]) -> str:
    # What looks like a macro is refused there, so that it is left out.
    tail = TAIL.replace("{{ 7*7 }}", "").replace("{% f %}", "")
    return re.sub(
        r"(?m)^(title|description): (.*)$",
        lambda line: f"{line[1]}: {_quoted(yaml.safe_load(line[2]) + tail)}",
        head[0],
    )


def _quoted(text: str) -> str:
    """A text as YAML holds it in single quotes."""
    return "'" + text.replace("'", "''") + "'"
