"""Forms and a handbook for the tests of the downloads: made here, so that they hold whatever `docs/data/` says."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from itertools import cycle
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from macros.errors import Faults
from macros.model.base import Record, Text
from macros.model.company import Company
from macros.model.interface import Interface
from macros.model.pictures import BrandFiles
from macros.model.template import Template
from macros.reading import source
from macros.reading.layer import places

_ROOT = Path(__file__).resolve().parent.parent
_DATA = places.data_files(_ROOT)

HOSTILE_TEXTS = (
    "=1+1",
    "</w:t>",
    "<b>&\"'",
    "𠮷",
    "👩‍👩‍👧 😀",
    "长" * 300,
    "W" * 300,
    "e\u0301\u0323o\u0308",
    "a\x00b\x0b\x1fc\ufffe",
    "-2+3",
    "@SUM(A1)",
    "| `x` *y* _z_ [a](javascript:b) # $c$ \\d",
    "]]>--></script>",
    '{{ a }} {% b %} #import "c"',
)
"""Texts that a careless writer takes for markup, a formula or the end of its own syntax."""


@cache
def stand_in_handbook() -> Any:
    """What a writer needs of a handbook: version, releases, the real interface texts and the real company."""
    company = Company.model_validate_json(json.dumps(_read("company.yml")), context={"tokens": None})
    texts = {
        key: Text.model_construct(**{language: text.get(language, text.get("same")) for language in ("zh", "en")})
        for key, text in _read("interface.yml")["texts"].items()
    }
    return SimpleNamespace(
        version="1.4.0",
        releases=(SimpleNamespace(version="1.4.0", released=date(2026, 11, 2)),),
        company=company,
        brand=BrandFiles(),
        interface=Interface.model_construct(texts=texts),
        control=lambda template: None,
        file_names=SimpleNamespace(pattern=Text.model_construct(**_read("file-names.yml")["pattern"])),
    )


def small_template() -> Template:
    """A form of five fields."""
    return _template("small")


def full_template() -> Template:
    """A form of many fields: every type, alone and as a column of a table."""
    return _template("full")


def wide_template() -> Template:
    """A list: one table of nine columns and twenty rows."""
    return _template("wide")


def tracker_template() -> Template:
    """A list of matters that fall due and are closed."""
    return _template("tracker")


def letter_template() -> Template:
    """A letter to people outside, which is also a mail."""
    return _template("letter")


@cache
def hostile_template() -> Template:
    """The full form with one of `HOSTILE_TEXTS` before every text; ids, types and examples stay."""
    hostile = cycle(HOSTILE_TEXTS)

    def spoilt(value: Any) -> Any:
        if isinstance(value, Text):
            prefix = next(hostile)
            return Text.model_construct(zh=f"{prefix}{value.zh}", en=f"{prefix}{value.en}")
        if isinstance(value, tuple):
            return tuple(spoilt(part) for part in value)
        if isinstance(value, Record):
            return value.model_copy(update={name: spoilt(getattr(value, name)) for name in type(value).model_fields})
        return value

    return spoilt(full_template())


TEMPLATES = {"small": small_template, "full": full_template, "wide": wide_template, "hostile": hostile_template}
LANGUAGES = ("zh", "en", "zh-en")
EVERY_FILE = pytest.mark.parametrize(("name", "language"), [(name, each) for name in TEMPLATES for each in LANGUAGES])
"""Each of these forms in each language in which a file of it is made."""


def _read(name: str) -> Any:
    read = source.read(_DATA[name], _ROOT, Faults())
    assert read
    return read.data


@cache
def _template(name: str) -> Template:
    """A form of `tests/templates/`, written as in `docs/data/templates/`, where what no test asks for is left out."""
    read = source.read(_ROOT / "tests" / "templates" / f"{name}.yml", _ROOT, Faults())
    assert read
    title = read.data["title"]
    filing = {"zh": f"部门-日期-{title['zh']}", "en": f"Department–date–{title['en'].lower()}"}
    data = {**_ALIKE, "filing": filing, "file_name": title, **read.data}
    return Template.model_validate_json(json.dumps(data), context={"tokens": None})


_ALIKE = {
    "audience": "internal",
    "order": 10,
    "summary": {"zh": "一件事说清楚，一次说完。", "en": "Says one matter clearly, and once."},
    "use_when": {"zh": "事情超出本部门时。", "en": "When it reaches beyond your department."},
    "recipients": {"zh": "直属上级和对接部门。", "en": "Your direct manager and the counterpart."},
    "aliases": {"zh": [], "en": []},
    "owner": "administration",
    "reviewed": "2026-10-01",
    "valid_for": "P1Y",
}
