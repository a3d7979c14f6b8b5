"""Markdown files: what a reader sees once they are pasted, and that they are the same everywhere."""

from __future__ import annotations

import itertools
import re
from functools import cache

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from macros.downloads.markdown import write
from macros.model.base import Text
from macros.model.template import TableField
from tests.elsewhere import digests
from tests.forms import (
    EVERY_FILE,
    TEMPLATES,
    small_template,
    stand_in_handbook,
)

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


@cache
def made(name: str, language: str) -> str:
    return write(TEMPLATES[name](), language, stand_in_handbook()).decode("utf-8")


@cache
def parsed(name: str, language: str) -> list[Token]:
    return READER.parse(made(name, language))


def text_of(token: Token) -> str:
    """What a reader sees of a line."""
    breaks = ("softbreak", "hardbreak")
    return "".join("\n" if child.type in breaks else child.content for child in token.children or ())


def under(name: str, language: str, kind: str) -> list[str]:
    """What a reader sees of the lines that stand directly within a kind of block."""
    tokens = parsed(name, language)
    return [
        text_of(token)
        for before, token in itertools.pairwise(tokens)
        if before.type == f"{kind}_open" and token.type == "inline"
    ]


def seen(text: str) -> str:
    return " ".join(re.sub("[\x00-\x08\x0b-\x1f\ufffe]", "", text).split())


@EVERY_FILE
def test_a_reader_sees_every_text_as_it_was_meant(name, language):
    template = TEMPLATES[name]()
    shown = "\n".join(text_of(token) for token in parsed(name, language) if token.type == "inline")
    texts = [template.title, template.summary, template.recipients, template.filing]
    for field in template.fields:
        for thing in (field, *getattr(field, "columns", ())):
            texts += [thing.label, thing.help, *(option.label for option in getattr(thing, "options", ()))]
    for text in texts:
        for part in language.split("-"):
            assert seen(text[part]) in shown


@EVERY_FILE
def test_texts_are_never_taken_for_markup(name, language):
    kinds = {token.type for token in parsed(name, language)}
    kinds |= {child.type for token in parsed(name, language) for child in token.children or ()}
    assert kinds <= {
        "heading_open",
        "heading_close",
        "paragraph_open",
        "paragraph_close",
        "inline",
        "text",
        "hr",
        "blockquote_open",
        "blockquote_close",
        "bullet_list_open",
        "bullet_list_close",
        "list_item_open",
        "list_item_close",
        "strong_open",
        "strong_close",
        "hardbreak",
        "softbreak",
        "text_special",
        "table_open",
        "table_close",
        "thead_open",
        "thead_close",
        "tbody_open",
        "tbody_close",
        "tr_open",
        "tr_close",
        "th_open",
        "th_close",
        "td_open",
        "td_close",
    }


@EVERY_FILE
def test_tables_have_their_columns_and_empty_rows(name, language):
    tables = [field for field in TEMPLATES[name]().fields if isinstance(field, TableField)]
    cells = [len(table.columns) * table.rows for table in tables]
    assert len(under(name, language, "th")) == sum(len(table.columns) for table in tables)
    assert len(under(name, language, "td")) == sum(cells)


def test_headings_labels_hints_and_boxes():
    lines = made("full", "zh").splitlines()
    assert lines[0] == "# 问题反馈表"
    assert "## 基本情况" in lines
    at = lines.index("**反馈人** · 必填  ")
    assert lines[at + 1] == "〔写一个人，不写部门〕"
    at = lines.index("**需要的支持**  ")
    assert lines[at + 1 : at + 7] == ["〔可多选〕", "", "- ☐ 预算", "- ☐ 人手", "- ☐ 时间", "- ☐ 场地"]
    assert "☐ 〔打勾前先确认对方收到了〕" in lines
    assert "〔写日期，不写“尽快”（YYYY-MM-DD）〕" in lines
    at = lines.index("| 做什么 | 谁 | 期限 | 状态 | 已核对 |")
    assert lines[at + 2 : at + 4] == [
        "| 〔写结果〕 | 〔一个人〕 | 〔日期（YYYY-MM-DD）〕 | ☐ 未开始 ☐ 进行中 ☐ 已完成 〔每周更新〕 | ☐ 〔由反馈人勾〕 |",
        "|  |  |  | ☐ 未开始 ☐ 进行中 ☐ 已完成 | ☐ |",
    ]
    assert lines[-1] == "手册版本：1.4.0" and "归档：部门-日期-问题反馈表" in lines


def test_both_languages_stand_side_by_side():
    lines = made("small", "zh-en").splitlines()
    assert lines[0] == "# 不在岗通知 / Absence notice"
    at = lines.index("**第一天 / First day** · 必填 / required  ")
    assert lines[at + 1] == "〔不在岗的第一个工作日（YYYY-MM-DD）〕 [The first working day away (YYYY-MM-DD)]"


@pytest.mark.parametrize(
    "line",
    [
        "- a",
        "+ a",
        "= a",
        "1. a",
        "12) a",
        "# a",
        "> a",
        "&amp; &#1;",
        "a &lt; b",
        "a | b",
        "<b>",
        "![a](b)",
        "[a]: b",
        "[^1]",
        "~~a~~",
        "***",
        "\\",
        "a  ",
        "https://a.example/_b_",
    ],
)
def test_a_line_that_looks_like_markup_stays_a_line(line):
    template = small_template().model_copy(
        update={name: Text.model_construct(zh=line, en=line) for name in ("title", "summary", "filing")}
    )
    tokens = READER.parse(write(template, "zh", stand_in_handbook()).decode())
    shown = [text_of(token) for token in tokens if token.type == "inline"]
    assert shown[:2] == [line.strip(), line.strip()] and f"归档：{line.strip()}" in shown


@pytest.mark.whole
def test_is_the_same_in_every_time_zone_and_process():
    assert len(digests("markdown", "hostile_template", "zh-en")) == 1
