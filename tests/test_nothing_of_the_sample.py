"""Nothing of the sample company remains in what another one publishes: no name, number, place, product or tool."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import copy_sources
from tests.second_company import SAMPLE, lay_down, literals, texts

pytestmark = [pytest.mark.sweep, pytest.mark.whole]

PRODUCTS = {name for tool in SAMPLE["tools"].values() for name in tool.values()} | {
    SAMPLE["working_hours"]["time_zone"]
}
DEPARTMENTS = {department["zh"] for department in SAMPLE["departments"].values()}
NAME_PRODUCTS = re.compile(
    r"(^|/)about/(assistants|accessibility|changes)/|(^|/)feed\.xml$|(^|/)llms\.txt|(^|/)assets/search|^assets/[\w.-]+\.js$"
    r"|^downloads/handbook(-knowledge)?\."
)
"""Where products are named whatever a company uses: how messengers take the handbook and open its links, the change log, the
code that reads what people write, words that people type into the search, and what holds the text of all pages."""


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a second company, books and all."""
    root = tmp_path_factory.mktemp("second") / "project"
    root.mkdir()
    lay_down(copy_sources(root))
    run = subprocess.run(
        [sys.executable, "-m", "macros", "build"], cwd=root, capture_output=True, encoding="utf-8", timeout=900
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return root / "site"


def test_no_published_byte_is_the_sample_companys(published: Path):
    values = [(value.casefold(), value, pattern) for value, pattern in dict(literals()).items()]
    found: dict[str, list[str]] = {}
    for file in sorted(each for each in published.rglob("*") if each.is_file()):
        place = file.relative_to(published).as_posix()
        for part, said in texts(place, file.read_bytes()):
            there = said.casefold()
            for folded, value, pattern in values:
                if value in PRODUCTS and NAME_PRODUCTS.search(place):
                    continue
                if value in DEPARTMENTS and "assets/search" in place:
                    continue  # the search's synonyms are what people anywhere type
                if folded in there and (match := pattern.search(said)):
                    shown = said[max(0, match.start() - 40) : match.end() + 40]
                    found.setdefault(value, []).append(f"{part}: {shown!r}")
    assert not found, "\n".join(f"{value}: {len(places)}, such as {places[0]}" for value, places in found.items())
