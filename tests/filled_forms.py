"""Forms filled in by the site's own script in a real browser, with values that a careless writer would spoil."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from macros.model.template import Template
from macros.published import forms as filling
from tests.built_pages import published
from tests.conftest import ROOT
from tests.forms import stand_in_handbook

LANGUAGES = ("zh", "en", "zh-en")
TEMPLATES = sorted(path.stem for path in (ROOT / "docs" / "data" / "templates").glob("*.yml"))

HOSTILE = (
    "=1+1",
    "</w:t>",
    "<b>&\"'</b> &amp; &#1;",
    "𠮷野家",
    "👩‍👩‍👧 😀",
    "长" * 300,
    "e\u0301\u0323o\u0308",
    "a\x00b\x0b\x1fc\ufffe",
    "+86 10 5555 0100",
    "@SUM(A1)",
    "| `x` *y* _z_ [a](javascript:b) # $c$ \\d",
    "]]>--></script>",
    "007",
    "{{ a }} {% b %} ${c}",
    "1. first",
    "- [ ] item",
    "  two  spaces ",
    "“quoted” … 甲",
    "\u202egpj.exe $& $1",
)
HOSTILE_LINES = (
    "first\nsecond\r\n\nfourth\ttab",
    "字" * 20_000,
    "=1+1\n<tag>\n𠮷\n😀",
    "1. one\n2. two\n- three\n# four\n> five",
)
"""For texts of several lines; one is as long as the longest that must pass."""

_CALL = """async ([script, name, given, args]) => {
  const module = await import(script);
  const bytes = given && Uint8Array.from(atob(given), (sign) => sign.charCodeAt(0));
  try {
    const made = await module[name](...(bytes ? [bytes] : []), ...args);
    return made instanceof Uint8Array ? { bytes: btoa(Array.from(made, (byte) => String.fromCharCode(byte)).join("")) } : { made };
  } catch (error) {
    return { fault: error.message };
  }
}"""


class Filling:
    """The functions of the site's script, called in a page."""

    def __init__(self, page, site: Path):
        self.page, self.site = page, site
        self.script = f"/assets/{published(site, 'assets/form-files.js').name}"

    def form(self, template_id: str) -> dict:
        """What the site says of a form."""
        return json.loads(published(self.site, f"assets/forms/{template_id}.json").read_bytes())

    def download(self, form: dict, language: str, ending: str) -> bytes:
        """The file that the site offers."""
        return (self.site / form["files"][language][ending]).read_bytes()

    def __call__(self, name: str, *args: Any, given: bytes | None = None) -> Any:
        """What a function makes of the arguments, `given` being its first."""
        answer = self.page.evaluate(
            _CALL, [self.script, name, base64.b64encode(given).decode() if given is not None else None, list(args)]
        )
        assert "fault" not in answer, answer["fault"]
        return base64.b64decode(answer["bytes"]) if "bytes" in answer else answer.get("made")

    def fault(self, name: str, *args: Any, given: bytes) -> str | None:
        """The message of the error that a function throws."""
        return self.page.evaluate(_CALL, [self.script, name, base64.b64encode(given).decode(), list(args)]).get("fault")


def described(template: Template) -> dict:
    """The description of a form of the tests."""
    handbook = SimpleNamespace(**{**vars(stand_in_handbook()), "templates": (template,)})
    ((_, content),) = filling.descriptions(handbook, {})
    return json.loads(content)


def fields(form: dict) -> list[dict]:
    return [field for section in form["sections"] for field in section["fields"]]


def hostile_values(form: dict, rows: Callable[[dict], int] = lambda field: field["rows"] + 2) -> dict[str, Any]:
    """Values for every field; tables get `rows(field)` rows."""
    words, lines, numbers = (
        cycle(HOSTILE),
        cycle(HOSTILE_LINES),
        cycle(("1200.5", "0", "-3", "about 12", "12345678901234567890")),
    )
    dates, turns = cycle(("2026-03-31", "2028-02-29")), cycle(range(7))

    def value(field: dict) -> Any:
        match field["type"]:
            case "table":
                return [{column["id"]: value(column) for column in field["columns"]} for _ in range(rows(field))]
            case "long_text":
                return next(lines)
            case "number" | "money":
                return next(numbers)
            case "date":
                return next(dates)
            case "datetime":
                return f"{next(dates)}T{next(turns) + 8:02}:30"
            case "choice":
                return field["options"][next(turns) % len(field["options"])]["id"]
            case "choices":
                turn = next(turns)
                return [option["id"] for number, option in enumerate(field["options"]) if (turn + number) % 2] or [
                    field["options"][0]["id"]
                ]
            case "tick":
                return bool(next(turns) % 2)
        return next(words)

    return {field["id"]: value(field) for field in fields(form)}


def kept(text: str) -> str:
    """A text as a file holds it: without what XML cannot hold or turns the order of letters, its lines ended by line feeds."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e\ufffe\uffff]", "", text.replace("\r\n", "\n"))


def kept_values(form: dict, values: dict) -> dict:
    """The values as a filled file gives them back; an amount with its two decimals, unless it is a whole one."""

    def of(field: dict, value: Any) -> Any:
        if field["type"] == "table":
            return [{column["id"]: of(column, row[column["id"]]) for column in field["columns"]} for row in value]
        if field["type"] == "money":
            return shown_number(field, value).replace(",", "").removesuffix(".00")
        return kept(value) if isinstance(value, str) else value

    return {field["id"]: of(field, values[field["id"]]) for field in fields(form)}


def cells(form: dict, values: dict) -> Iterator[tuple[str, dict, int, Any]]:
    """Every answer: the id of its table or a blank, its field, the number of its row, and its value."""
    for field in fields(form):
        if field["type"] == "table":
            for number, row in enumerate(values[field["id"]]):
                for column in field["columns"]:
                    yield field["id"], column, number, row[column["id"]]
        else:
            yield "", field, 0, values[field["id"]]


def shown_number(field: dict, text: str) -> str:
    """An answer as a document shows it: an amount of money with commas and two decimals; what is no number stays."""
    found = re.fullmatch(r"([-+]?)(\d+)(?:\.(\d+))?", text.strip()) if field["type"] == "money" else None
    return f"{found[1]}{int(found[2]):,}.{(found[3] or '').ljust(2, '0')}" if found else text


def label(option: dict, language: str) -> str:
    """The label of an option in a file."""
    return " ".join(dict.fromkeys(option["label"][part] for part in language.split("-")))
