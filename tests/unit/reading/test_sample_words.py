"""What is the sample company's stands in its layer alone: a company that lays down its own must not publish the sample's names."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.reading import loading
from tests.conftest import ROOT

OF_EVERYBODY = {
    "docs/data/browsers.yml",
    "docs/data/synonyms.yml",
    "docs/data/terms.yml",
    "docs/zh/about/accessibility.md",
    "docs/en/about/accessibility.md",
    "docs/zh/about/assistants.md",
    "docs/en/about/assistants.md",
}
"""Files that speak of products as such, whoever uses them, forbid their names, or say what people type in a search."""
CITY = ("北京", "Beijing", "示例路", "Example Road")
"""Where the sample company is; places that people work with stand in `working-abroad.yml`."""


def texts(file: Path) -> list[tuple[int, str]]:
    """The lines that readers see: words by which people search do not count, since they may say them anywhere."""
    lines = enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
    return [(n, line) for n, line in lines if not line.lstrip().startswith(("zh: [", "en: [", "#", "- ["))]


@pytest.mark.parametrize("folder", ["data", "zh", "en"])
def test_no_text_of_the_handbook_names_what_is_the_sample_companys(folder: str):
    company = loading.load(ROOT).records["company.yml"]
    tools = [each for each in (company.tools.messenger, company.tools.second_messenger, company.tools.meeting) if each]
    names = [*(word for each in (company.name, company.short_name, *tools) for word in (each.zh, each.en)), *CITY]
    names += [company.mail_domain.join(("@", "")), *(role.phone for role in company.roles.values() if role.phone)]
    found = [
        f"{name}:{number}: {word}"
        for file in sorted((ROOT / "docs" / folder).rglob("*"))
        if file.suffix in (".yml", ".md") and (name := file.relative_to(ROOT).as_posix()) not in OF_EVERYBODY
        for number, line in texts(file)
        for word in names
        if word in line
    ]
    assert found == []
