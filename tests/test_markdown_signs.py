"""Python and the scripts escape the same in Markdown: one table, which the site brings along for the scripts."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from macros.downloads.rendering import MARKDOWN, for_markdown
from tests.built_pages import published
from tests.conftest import ROOT

TEXTS = [
    "2026. Plan",
    "100) x",
    "1. a",
    "12) a",
    "123456789. a",
    "1234567890. a",
    "a 1. b",
    "1.5",
    "- a",
    "+ a",
    "= a",
    "--- ",
    "# a",
    "> a",
    "&amp; &#1; & b",
    "a &lt b",
    "a | b",
    "<b>",
    "![a](b)",
    "[a]: b",
    "~~a~~",
    "***",
    "\\",
    "a_b_c",
    "`x`",
    "$x$ ^y",
    "https://a.example/_b_",
    "第1章. 总则",
    "１. 全角",
    "٣. a",
    "  a\n\tb  ",
    "&\u00e4; &\u4e2d;",
]
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


@pytest.mark.parametrize("text", TEXTS)
def test_a_line_reads_as_it_is_written(text: str):
    tokens = READER.parse(for_markdown(text))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert "".join(child.content for child in tokens[1].children or ()) == " ".join(text.split())


@pytest.mark.whole
@pytest.mark.skipif(not shutil.which("node"), reason="Node is not installed: the scripts are not tested by themselves")
def test_scripts_escape_as_python_does():
    given = json.dumps({"signs": MARKDOWN, "texts": [[text, for_markdown(text)] for text in TEXTS]})
    run = subprocess.run(
        ["node", "--test", str(ROOT / "tests" / "unit" / "shared" / "markdown.test.mjs")],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "MARKDOWN_SIGNS": given},
    )
    assert run.returncode == 0, run.stdout


def test_the_site_brings_the_table_along(site: Path):
    form = json.loads(published(site, "assets/forms/meeting-minutes.json").read_bytes())
    assert form["markdown"] == MARKDOWN
    page = (site / "checklists" / "meeting-before" / "index.html").read_text(encoding="utf-8")
    words = json.loads(page.partition("data-words>")[2].partition("</script>")[0])
    assert {name: words[f"markdown_{name}"] for name in MARKDOWN} == MARKDOWN
