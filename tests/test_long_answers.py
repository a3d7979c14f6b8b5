"""Nothing that was typed is cut or hidden: answers of all lengths, printed from every kind of file and looked for on the paper."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import in_a_sweep
from tests.filled_forms import TEMPLATES, Filling, fields
from tests.filled_pages import begin
from tests.printing import print_all, text_of

FEW = ("resource-request", "change-confirmation")
"""A form with a table and sums, and a letter."""
MARK = re.compile(r"N\d{5}")
"""A word between blanks, so that no line parts it, nor a page."""
_OF_A_LINE, _OF_LINES = 12, 90
"""Of how many marked pieces an answer of a line, and one of several, is made: 200 and 1,500 characters, beyond what a row of Excel holds."""
_ROWS = 6
"""Of a list, which has many, no more rows than these."""


def marked(form: dict) -> dict[str, Any]:
    """Long answers for every field, each piece of them with a number of its own; as many rows as the form has, and two more; of a list some."""
    numbers = count(1)

    def piece() -> str:
        return f"N{next(numbers):05} 这一段不能少，word "

    def value(field: dict) -> Any:
        match field["family"]:
            case "table":
                return [
                    {column["id"]: value(column) for column in field["columns"]}
                    for _ in range(min(field["rows"], _ROWS) + 2)
                ]
            case "block":
                return "\n".join("".join(piece() for _ in range(9)) for _ in range(_OF_LINES // 9))
            case "words":
                return "".join(piece() for _ in range(_OF_A_LINE))
            case "date":
                return "2026-12-31"
            case "datetime":
                return "2026-12-31T17:30"
            case "choice":
                return field["options"][-1]["id"]
            case "choices":
                return [option["id"] for option in field["options"]]
            case "number":
                return "1234567"
        return True

    return {field["id"]: value(field) for field in fields(form)}


def marks(value: Any) -> Iterator[str]:
    """The numbers in an answer."""
    if isinstance(value, str):
        yield from MARK.findall(value)
    elif isinstance(value, (list, dict)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from marks(each)


def on_paper(printed: Path) -> set[str]:
    """The numbers that stand on a printed document, those included that a line or a page parts."""
    return set(MARK.findall(re.sub(r"\s+", "", text_of(printed, "-raw"))))


@pytest.mark.sweep
@pytest.mark.parametrize(
    ("language", "every"), [("zh", False), in_a_sweep("zh", True), in_a_sweep("en", True), in_a_sweep("zh-en", True)]
)
def test_long_answers_stand_on_paper_whole(
    fill: Filling, open_page, tmp_path: Path, language: str, every: bool
) -> None:
    wanted: dict[str, set[str]] = {}
    page = open_page()
    files = []
    for name in TEMPLATES if every else FEW:
        form = fill.form(name)
        values = marked(form)
        body = json.dumps([form["body"][each] for each in language.split("-")]) if form["letter"] else ""
        in_body = {field for field in values for kind in ("field", "rows") if f'"{kind}": "{field}"' in body}
        said = {field: value for field, value in values.items() if not body or field in in_body}
        for ending, fills in (("docx", "fillWord"), ("xlsx", "fillExcel")):
            given = fill.download(form, language, ending)
            made = fill(fills, form, values, *([language] if ending == "xlsx" else []), given=given)
            files.append(tmp_path / f"{name}.{ending}.{ending}")
            files[-1].write_bytes(made)
            wanted[f"{name}.{ending}"] = set(marks(said if ending == "docx" else values))
        page.goto(fill.page.url.replace("about/", f"{'en/' if language == 'en' else ''}templates/{name}/"))
        begin(page)
        page.locator(f"input[name=file-language][value={language}]").check(force=True)
        page.evaluate("(values) => document.querySelector('form-filler').state.write(values)", values)
        page.pdf(path=tmp_path / f"{name}.pdf.pdf", prefer_css_page_size=True)
        wanted[f"{name}.pdf"] = set(marks(said))
    print_all(files, tmp_path)
    lost = {name: sorted(those - on_paper(tmp_path / f"{name}.pdf"))[:5] for name, those in wanted.items()}
    assert {name: those for name, those in lost.items() if those} == {}
