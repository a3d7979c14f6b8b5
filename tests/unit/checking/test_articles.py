"""Where the company's files lie is told if it reads wrong within an English sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.checking import articles
from tests.publishing import publishing


def said(root: Path, storage: str) -> list[str]:
    (root / "docs/company").mkdir(parents=True)
    profile = f"tools:\n  storage: {storage}\n"
    (root / "docs/company/company.yml").write_text(profile, encoding="utf-8")
    return list(articles.missing(root))


@pytest.mark.parametrize("storage", ["{en: document library}", "{zh: 文档库, en: shared drive}", "{same: file-server}"])
def test_a_common_noun_without_its_article_is_told_with_what_to_write(storage: str, tmp_path: Path):
    (line,) = said(tmp_path, storage)
    name = storage.rpartition(": ")[2].rstrip("}")
    assert line.startswith("docs/company/company.yml:2: tools.storage.") and f"write “the {name}”" in line


@pytest.mark.parametrize(
    "name", ["the document library", "our shared drive", "SharePoint", "eDocs", "Google Drive", ""]
)
def test_a_product_and_a_name_with_its_article_are_fine(name: str, tmp_path: Path):
    assert said(tmp_path, f"{{zh: 文档库, en: {name}}}") == []


def test_nobody_asks_for_an_article_where_no_english_is_published(tmp_path: Path):
    with publishing("zh"):
        assert said(tmp_path, "{zh: 文档库, en: document library}") == []
